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
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The query of the search, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// The creator of the search.
    pub created_by: Option<IdentitySet>,
    /// The creation time of the search.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description of the search.
    pub description: Option<String>,
    /// The display name of the search.
    pub display_name: Option<String>,
    /// The user or application that last changed the search.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change of the search.
    pub last_modified_date_time: Option<DateTime<Utc>>,
}

/// A search of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoverySearch {
    /// The properties of the base type `Search`.
    #[odata(base)]
    pub search: Search,
    /// The scope of the data sources that are searched.
    pub data_source_scopes: Option<Flags<DataSourceScopes>>,
    /// Data sources that only this search uses.
    #[odata(navigation)]
    pub additional_sources: Option<Vec<AnyDataSource>>,
    /// The operation that adds the results of the search to a review set.
    #[odata(navigation)]
    pub add_to_review_set_operation: Option<Box<EdiscoveryAddToReviewSetOperation>>,
    /// The searched data sources of custodians.
    #[odata(navigation)]
    pub custodian_sources: Option<Vec<AnyDataSource>>,
    /// The last operation that estimated the results of the search.
    #[odata(navigation)]
    pub last_estimate_statistics_operation: Option<Box<EdiscoveryEstimateOperation>>,
    /// The searched data sources that have no custodian.
    #[odata(navigation)]
    pub noncustodial_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
}
