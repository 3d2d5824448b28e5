//! `microsoft.graph`: the types that all other modules use.

use chrono::{DateTime, Utc};
use odata_core::{Extra, ODataComplex, ODataEntity};

/// The base type of all entity types. All derived types use the `extra` of this root type.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct Entity {
    /// The key of the entity.
    #[odata(key, computed)]
    pub id: Option<String>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// A user, a device or an application. This is an open type; Graph sends `userPrincipalName` without declaring it.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct Identity {
    /// The display name of the identity. The display name can change.
    pub display_name: Option<String>,
    /// The identifier of the identity. The identifier never changes.
    pub id: Option<String>,
    /// The dynamic properties of the identity.
    #[odata(extra)]
    pub extra: Extra,
}

/// The identities that are associated with an action. This is an open type; services add `phone`, `guest` and other kinds of
/// identities.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct IdentitySet {
    /// The identity of the application.
    pub application: Option<Identity>,
    /// The identity of the device.
    pub device: Option<Identity>,
    /// The identity of the user.
    pub user: Option<Identity>,
    /// The dynamic properties, such as other kinds of identities.
    #[odata(extra)]
    pub extra: Extra,
}

/// The result of an operation.
///
/// The schema declares `code` and `subcode` as not nullable, but the service may omit them: the documentation shows a
/// `resultInfo` that only has `@odata.type`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct ResultInfo {
    /// The code of the result.
    pub code: Option<i32>,
    /// The message for the code of the result.
    pub message: Option<String>,
    /// The detailed code of the result.
    pub subcode: Option<i32>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// The base type of SharePoint items, with only the properties that are used in a [`Site`].
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct BaseItem {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creator of the item.
    pub created_by: Option<IdentitySet>,
    /// The creation time of the item.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description of the item.
    pub description: Option<String>,
    /// The ETag of the item. Its wire name is `eTag`, as in the schema.
    #[odata(name = "eTag")]
    pub e_tag: Option<String>,
    /// The user or application that last changed the item.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change of the item.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The name of the item.
    pub name: Option<String>,
    /// The URL of the item in a browser.
    pub web_url: Option<String>,
}

/// A SharePoint site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct Site {
    /// The properties of the base type `BaseItem`.
    #[odata(base)]
    pub base_item: BaseItem,
    /// The display name of the site.
    pub display_name: Option<String>,
    /// Whether the site is personal.
    pub is_personal_site: Option<bool>,
}
