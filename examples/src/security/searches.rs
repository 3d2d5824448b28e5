//! Searches.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity};

use super::{
    AnyDataSource, DataSourceScopes, EdiscoveryAddToReviewSetOperation, EdiscoveryEstimateOperation,
    EdiscoveryNoncustodialDataSource,
};
use crate::graph::{Entity, IdentitySet};

/// The base of everything that searches.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Search {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// The query, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Who changed it last.
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
}

/// A search of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoverySearch {
    /// The base type.
    #[odata(base)]
    pub search: Search,
    /// Where it looks.
    pub data_source_scopes: Option<Flags<DataSourceScopes>>,
    /// Sources that belong to this search alone.
    #[odata(navigation)]
    pub additional_sources: Option<Vec<AnyDataSource>>,
    /// The addition of what it found to a review set.
    #[odata(navigation)]
    pub add_to_review_set_operation: Option<Box<EdiscoveryAddToReviewSetOperation>>,
    /// Sources of custodians.
    #[odata(navigation)]
    pub custodian_sources: Option<Vec<AnyDataSource>>,
    /// The last estimate of what it finds.
    #[odata(navigation)]
    pub last_estimate_statistics_operation: Option<Box<EdiscoveryEstimateOperation>>,
    /// Sources that have no custodian.
    #[odata(navigation)]
    pub noncustodial_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
}
