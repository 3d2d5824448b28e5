//! Tags on documents.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::ChildSelectability;
use crate::graph::{Entity, IdentitySet};

/// The base type of tags.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Tag {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creator of the tag.
    pub created_by: Option<IdentitySet>,
    /// The description of the tag.
    pub description: Option<String>,
    /// The display name of the tag.
    pub display_name: Option<String>,
    /// The time of the last change of the tag.
    pub last_modified_date_time: Option<DateTime<Utc>>,
}

/// A tag of a case. Tags can be nested.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryReviewTag {
    /// The properties of the base type `Tag`.
    #[odata(base)]
    pub tag: Tag,
    /// Whether one or several child tags can be selected at the same time.
    pub child_selectability: Option<ChildSelectability>,
    /// The child tags of the tag.
    #[odata(navigation)]
    pub child_tags: Option<Vec<EdiscoveryReviewTag>>,
    /// The parent tag of the tag.
    #[odata(navigation)]
    pub parent: Option<Box<EdiscoveryReviewTag>>,
}
