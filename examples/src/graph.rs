//! `microsoft.graph`: what every other type rests on.

use chrono::{DateTime, Utc};
use odata_core::{Extra, ODataComplex, ODataEntity};

/// The base of all entity types. Being the base-most type, its `extra` serves every one of them.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct Entity {
    /// The key.
    #[odata(key, computed)]
    pub id: Option<String>,
    /// What the service sent beyond the declared properties.
    #[odata(extra)]
    pub extra: Extra,
}

/// A user, a device or an application: an open type. Graph sends `userPrincipalName` without declaring it.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct Identity {
    /// The name to show, which may change.
    pub display_name: Option<String>,
    /// The identifier, which does not.
    pub id: Option<String>,
    /// The dynamic properties.
    #[odata(extra)]
    pub extra: Extra,
}

/// Who did something: an open type, to which services add `phone`, `guest` and other kinds of identities.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct IdentitySet {
    /// The application.
    pub application: Option<Identity>,
    /// The device.
    pub device: Option<Identity>,
    /// The user.
    pub user: Option<Identity>,
    /// The dynamic properties.
    #[odata(extra)]
    pub extra: Extra,
}

/// What came of an operation.
///
/// The schema declares `code` and `subcode` as never null. That does not make the service send them: the documents
/// show a `resultInfo` with nothing but its type in it.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct ResultInfo {
    /// The code of the result.
    pub code: Option<i32>,
    /// The message that goes with it.
    pub message: Option<String>,
    /// The code that says more.
    pub subcode: Option<i32>,
    /// What is not declared.
    #[odata(extra)]
    pub extra: Extra,
}

/// The base of items in SharePoint; of its properties those that a [`Site`] is shown with.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct BaseItem {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// A text about it.
    pub description: Option<String>,
    /// The version, a capital within a word as only this property has it.
    #[odata(name = "eTag")]
    pub e_tag: Option<String>,
    /// Who changed it last.
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The name in its folder.
    pub name: Option<String>,
    /// Where it can be looked at.
    pub web_url: Option<String>,
}

/// A SharePoint site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct Site {
    /// The base type.
    #[odata(base)]
    pub base_item: BaseItem,
    /// The name to show.
    pub display_name: Option<String>,
    /// Whether it belongs to one person.
    pub is_personal_site: Option<bool>,
}
