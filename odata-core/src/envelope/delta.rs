//! Delta responses: the changes since a collection was read.

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;

use super::Collection;
use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::metadata::ValueType;
use crate::typed_property::Reach;
use crate::untyped::{Members, NameIndex, Untyped};
use crate::value::kind::{PropertyType, ReadKind, WriteKind};
use crate::value::{ODataValue, ReadValue};

/// A page of a delta response: a list of changes since a collection was read.
///
/// [`next_link`](Collection::next_link) returns the URL of the next page, and [`delta_link`](Collection::delta_link)
/// returns the URL for requesting later changes.
pub type Delta<T> = Collection<Change<T>>;

/// An item of a [`Delta`]: a changed or removed instance, or an added or removed link. Items in the formats of OData
/// 4.01, OData 4.0 and Microsoft Graph can be read.
///
/// ```
/// use odata_core::{Change, Delta, Extra, ODataEntity};
///
/// #[derive(Debug, ODataEntity)]
/// #[odata(namespace = "microsoft.graph")]
/// struct User {
///     id: Option<String>,
///     display_name: Option<String>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// let delta: Delta<User> = serde_json::from_str(
///     r#"{"value": [{"id": "1", "displayName": "Pat"}, {"id": "2", "@removed": {"reason": "deleted"}}], "@odata.deltaLink": "…"}"#,
/// )?;
/// let [Change::Changed(pat), Change::Removed(removed)] = &delta.value[..] else { panic!() };
/// assert_eq!(pat.display_name.as_deref(), Some("Pat"));
/// assert_eq!((removed.id(), removed.reason()), (Some("2"), Some("deleted")));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The [`Extra`] field of a changed instance contains its nested deltas, such as `members@delta` of a group. For
/// example, read `members@delta` with `group.extra.read_annotation_as::<Vec<Change<DirectoryObject>>>("members",
/// "odata.delta")`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// A new or changed instance. The service may omit the unchanged properties of a changed instance.
    Changed(T),
    /// An instance that was deleted, or that no longer matches the query.
    Removed(Removed),
    /// A link that was added between two instances (`$link` in OData 4.0).
    Link(Link),
    /// A link that was removed between two instances (`$deletedLink` in OData 4.0).
    DeletedLink(Link),
}

/// An instance that was deleted, or that no longer matches the query (`@removed`, or `$deletedEntity` in OData 4.0).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Removed {
    /// All members of the JSON object that describes the removed instance: `@removed`, the key, and possibly other
    /// properties.
    pub extra: Extra,
}

impl Removed {
    /// Returns the URL of the removed instance (`@odata.id`), or the property `id` if the instance has no `@odata.id`.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.extra.id().or_else(|| self.extra.get_str("id"))
    }

    /// Returns the reason for the removal: `deleted`, or `changed` if the instance still exists but no longer matches
    /// the query.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let removed = self.extra.get(control::REMOVED).and_then(|removed| removed.get("reason"));
        removed.and_then(Untyped::as_str).or_else(|| self.extra.get_str("reason"))
    }
}

/// A link between two instances in a delta response (`$link` or `$deletedLink` in OData 4.0).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Link {
    /// All members of the JSON object that describes the link: `source`, `relationship`, `target` and annotations.
    pub extra: Extra,
}

impl Link {
    /// Returns the `source` of the link: the URL of the instance with the navigation property.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.extra.get_str("source")
    }

    /// Returns the `relationship` of the link: the name of the navigation property.
    #[must_use]
    pub fn relationship(&self) -> Option<&str> {
        self.extra.get_str("relationship")
    }

    /// Returns the `target` of the link: the URL of the instance to which the navigation property refers.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.extra.get_str("target")
    }
}

impl<T: Reach> Reach for Change<T> {
    type Target = T::Target;
}

/// The kind of an item in a delta response.
enum Kind {
    Changed,
    Removed,
    Link,
    DeletedLink,
}

impl Kind {
    fn of(item: &Members) -> Self {
        if item.iter().any(|(name, _)| control::normalized(name) == control::REMOVED) {
            return Self::Removed;
        }
        // In OData 4.0, the context URL of an item contains the kind of the item: `"@odata.context":
        // "#Customers/$deletedEntity"`.
        let context = item.iter().find(|(name, _)| control::normalized(name) == control::CONTEXT);
        match context.and_then(|(_, context)| context.as_str()?.rsplit('/').next()) {
            Some("$deletedEntity") => Self::Removed,
            Some("$link") => Self::Link,
            Some("$deletedLink") => Self::DeletedLink,
            _ => Self::Changed,
        }
    }
}

/// The implementation of serialization and deserialization for [`Change`].
#[derive(Debug)]
pub struct ChangeKind(());

impl<T> PropertyType for Change<T> {
    type Kind = ChangeKind;
}

impl<T: ODataValue> WriteKind<Change<T>> for ChangeKind {
    const TYPE: ValueType = T::TYPE.with_deserialize_any(false);

    fn write<S: Serializer>(change: &Change<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match change {
            Change::Changed(value) => value.write(serializer),
            Change::Removed(Removed { extra })
            | Change::Link(Link { extra })
            | Change::DeletedLink(Link { extra }) => serializer.collect_map(extra.iter()),
        }
    }
}

/// Buffers each item of a delta response, because the last member of an item, such as `@removed`, may determine the
/// item's kind.
impl<'de, T: for<'value> ReadValue<'value>> ReadKind<'de, Change<T>> for ChangeKind {
    const USES_DESERIALIZE_ANY: bool = false;

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Change<T>, D::Error> {
        let item = match Untyped::read(deserializer)? {
            Untyped::Object(item) => item,
            other => {
                return Err(D::Error::invalid_type(
                    other.unexpected(),
                    &"an object with an item of a delta response",
                ));
            }
        };
        match Kind::of(&item) {
            Kind::Changed => {
                let value = T::read(Untyped::Object(item)).map_err(|error| error::converted(&error))?;
                Ok(Change::Changed(value))
            }
            Kind::Removed => Ok(Change::Removed(Removed { extra: extra_of(item)? })),
            Kind::Link => Ok(Change::Link(Link { extra: extra_of(item)? })),
            Kind::DeletedLink => Ok(Change::DeletedLink(Link { extra: extra_of(item)? })),
        }
    }
}

/// Stores all members of a delta response item in an [`Extra`].
///
/// # Errors
///
/// Returns an error if the item contains the same annotation under two names, such as `@context` and `@odata.context`.
fn extra_of<E: Error>(item: Members) -> Result<Extra, E> {
    let (mut extra, mut names) = (Extra::new(), NameIndex::default());
    for (name, value) in item {
        extra.push_new(&name, value, &mut names).map_err(E::custom)?;
    }
    Ok(extra)
}
