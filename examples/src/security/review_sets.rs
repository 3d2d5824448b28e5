//! Review sets and their queries.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::Search;
use crate::graph::{Entity, IdentitySet};

/// The base type of review sets.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSet {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creator of the review set.
    pub created_by: Option<IdentitySet>,
    /// The creation time of the review set.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description of the review set.
    pub description: Option<String>,
    /// The display name of the review set.
    pub display_name: Option<String>,
}

/// A set of items to review.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewSet {
    /// The properties of the base type `DataSet`.
    #[odata(base)]
    pub data_set: DataSet,
    /// The queries in the review set.
    #[odata(navigation)]
    pub queries: Option<Vec<EdiscoveryReviewSetQuery>>,
}

/// A query in a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewSetQuery {
    /// The properties of the base type `Search`.
    #[odata(base)]
    pub search: Search,
}
