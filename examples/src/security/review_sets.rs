//! Review sets, and queries in them.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::Search;
use crate::graph::{Entity, IdentitySet};

/// The base of review sets.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSet {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
}

/// A set of items to review.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewSet {
    /// The base type.
    #[odata(base)]
    pub data_set: DataSet,
    /// The queries in it.
    #[odata(navigation)]
    pub queries: Option<Vec<EdiscoveryReviewSetQuery>>,
}

/// A query in a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewSetQuery {
    /// The base type.
    #[odata(base)]
    pub search: Search,
}
