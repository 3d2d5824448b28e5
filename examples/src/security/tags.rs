//! Tags on documents.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::ChildSelectability;
use crate::graph::{Entity, IdentitySet};

/// The base of tags.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Tag {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
}

/// A tag of a case: it may hold others, and stand in another.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewTag {
    /// The base type.
    #[odata(base)]
    pub tag: Tag,
    /// How many of its tags may be chosen.
    pub child_selectability: Option<ChildSelectability>,
    /// The tags in it.
    #[odata(navigation)]
    pub child_tags: Option<Vec<EdiscoveryReviewTag>>,
    /// The tag that it is in.
    #[odata(navigation)]
    pub parent: Option<Box<EdiscoveryReviewTag>>,
}
