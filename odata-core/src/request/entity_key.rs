//! Keys that are created from entities.

use super::invalid_key::InvalidKey;
use super::key::Key;
use crate::entity::ODataEntity;
use crate::metadata::{StructuredType, ValueType};
use crate::query::Literal;
use crate::untyped::{Untyped, written};
use crate::wire_format::WireFormat;

impl Key {
    /// Creates the key of an entity from the key properties of the entity.
    ///
    /// ```
    /// use odata_core::ODataEntity;
    /// use odata_core::request::{Key, Service};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "n")]
    /// struct OrderItem {
    ///     #[odata(key)]
    ///     order_id: Option<i32>,
    ///     #[odata(key)]
    ///     item_number: Option<i32>,
    /// }
    ///
    /// let items = Service::new("https://host/service")?.entity_set::<OrderItem>("items");
    /// let item = OrderItem { order_id: Some(7), item_number: Some(1) };
    /// assert_eq!(items.key(Key::of(&item)?).to_string(), "https://host/service/items(orderId=7,itemNumber=1)");
    ///
    /// let item = OrderItem { order_id: Some(7), item_number: None };
    /// assert_eq!(Key::of(&item).unwrap_err().to_string(), "the key property `itemNumber` is null");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// A key property inside of a complex property, such as `Info/ID`, is written with its alias: see
    /// [`KeyPath`](crate::metadata::KeyPath).
    ///
    /// # Errors
    ///
    /// Returns [`InvalidKey::Null`] if a key property is absent or null, [`InvalidKey::NoKey`] if the entity type has
    /// no key property, or [`InvalidKey::Value`] if the entity can't be serialized.
    pub fn of<T: ODataEntity>(entity: &T) -> Result<Self, InvalidKey> {
        let metadata = entity.instance_type();
        // The settings for writing values are thread-local. This function always uses the default settings, even if it
        // is called while a request is serialized.
        let members = WireFormat::default().scope(|| written(entity));
        let members = members.map_err(|error| InvalidKey::Value(error.to_string()))?;
        let mut parts = Vec::new();
        for property in metadata.key_properties() {
            let name = property.name();
            let value = members.get(name).filter(|value| !value.is_null()).cloned();
            let value = value.ok_or_else(|| InvalidKey::Null(name.to_owned()))?;
            parts.push((name.to_owned(), Literal::from_written(value, property.value_type())));
        }
        for key_path in metadata.key_paths() {
            let (value, value_type) = at_path(&members, metadata, key_path.path())
                .ok_or_else(|| InvalidKey::Null(key_path.path().to_owned()))?;
            parts.push((key_path.alias().to_owned(), Literal::from_written(value, value_type)));
        }
        if parts.len() > 1 || metadata.key_paths().next().is_some() {
            return Ok(Self::named(parts));
        }
        let (_, value) = parts.pop().ok_or_else(|| InvalidKey::NoKey(metadata.qualified_name()))?;
        Ok(Self::single(value))
    }
}

/// Returns the value and the OData type of the property at a path in an entity, such as `Info/ID`. Returns `None` if
/// the property is absent or null.
fn at_path(entity: &Untyped, metadata: &'static StructuredType, path: &str) -> Option<(Untyped, ValueType)> {
    let (parents, last) = path.rsplit_once('/').unwrap_or(("", path));
    let parents = parents.split('/').filter(|parent| !parent.is_empty());
    let (object, owner) = parents.into_iter().try_fold((entity, metadata), |(object, owner), parent| {
        Some((object.get(parent)?, owner.property_named(parent)?.value_type().structured()?))
    })?;
    let value = object.get(last).filter(|value| !value.is_null())?;
    Some((value.clone(), owner.property_named(last)?.value_type()))
}
