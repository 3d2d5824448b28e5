//! Searches.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity};

use super::{
    AnyDataSource, DataSourceScopes, EdiscoveryAddToReviewSetOperation, EdiscoveryEstimateOperation,
    EdiscoveryNoncustodialDataSource,
};
use crate::graph::{Entity, IdentitySet};

/// The base type of searches.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Search {
    /// The properties of the base type.
    #[odata(base)]
    pub entity: Entity,
    /// The query, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// The creator.
    pub created_by: Option<IdentitySet>,
    /// The creation time.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description.
    pub description: Option<String>,
    /// The display name.
    pub display_name: Option<String>,
    /// The user or application that made the last change.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change.
    pub last_modified_date_time: Option<DateTime<Utc>>,
}

/// A search of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoverySearch {
    /// The properties of the base type.
    #[odata(base)]
    pub search: Search,
    /// The scope of the data sources.
    pub data_source_scopes: Option<Flags<DataSourceScopes>>,
    /// Data sources that only this search uses.
    #[odata(navigation)]
    pub additional_sources: Option<Vec<AnyDataSource>>,
    /// The operation that adds the results to a review set.
    #[odata(navigation)]
    pub add_to_review_set_operation: Option<Box<EdiscoveryAddToReviewSetOperation>>,
    /// Data sources of custodians.
    #[odata(navigation)]
    pub custodian_sources: Option<Vec<AnyDataSource>>,
    /// The last operation that estimated the results.
    #[odata(navigation)]
    pub last_estimate_statistics_operation: Option<Box<EdiscoveryEstimateOperation>>,
    /// Data sources without a custodian.
    #[odata(navigation)]
    pub noncustodial_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
}
