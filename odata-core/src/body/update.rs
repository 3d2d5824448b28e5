//! Creates the bodies of update requests from the differences between two values.

use super::changes::{self, Depth};
use super::members::Contents;
use super::value_path::ValuePath;
use super::{InvalidBody, Update, members_of};
use crate::control;
use crate::metadata::{Property, StructuredType};
use crate::structured::ODataStructured;
use crate::untyped::Members;

impl<T: ODataStructured> Update<T> {
    /// Creates the body of an update request with the properties that differ between `original` and `changed`.
    ///
    /// For a changed complex value, the body contains only the changed properties of the complex value. For a changed
    /// collection, the body contains all elements of the collection. If a property has a value only in `original`, the
    /// body contains the value `null` for the property, or `[]` for a collection. Differences in computed properties
    /// are ignored.
    ///
    /// # Errors
    ///
    /// Returns an error if an immutable property changed. Returns an error if an entity in a navigation property
    /// changed, because only [`deep`](Self::deep) sends the changes of related entities.
    ///
    /// Returns an error if `original` and `changed` have different types or different keys. Returns an error if a
    /// changed value is the sentinel of an evolvable enumeration or can't be serialized.
    pub fn from_changes(original: &T, changed: &T) -> Result<Self, InvalidBody> {
        Self::difference(original, changed, Depth::Flat)
    }

    /// Creates the body of a deep update: the properties that differ between two values, including the properties of
    /// related entities (OData 4.01 Protocol, 11.4.3.1). Few services support deep updates.
    ///
    /// The changes of a collection-valued navigation property are sent as a nested delta (`members@odata.delta`). An
    /// entity in `original` is compared with the entity in `changed` that has the same key or `@odata.id`. An entity
    /// that is only in `original` is a removed entity. If an entity is removed from a navigation property with the
    /// attribute `contained`, the service deletes the entity. If the navigation property doesn't have the attribute
    /// `contained`, the service removes only the relationship to the removed entity. If a single-valued navigation
    /// property contains an entity in `original` and is `None` in `changed`, the body contains `null` for the property.
    ///
    /// # Errors
    ///
    /// Returns an error if an immutable property changed. Returns an error if `original` and `changed` have different
    /// types or different keys. Returns an error if a changed value is the sentinel of an evolvable enumeration or
    /// can't be serialized.
    ///
    /// Returns an error if an existing entity without an `@odata.id` is added to a navigation property. An entity with
    /// a computed key or an `@odata.etag` is an existing entity. Returns an error if a removed entity has neither a key
    /// nor an `@odata.id`. Returns an error if a collection-valued navigation property changes from a list of entities
    /// to `None`, because `None` means that the entities weren't read. To remove all entities from a navigation
    /// property, set it to an empty collection in `changed`.
    pub fn deep(original: &T, changed: &T) -> Result<Self, InvalidBody> {
        Self::difference(original, changed, Depth::Deep)
    }

    fn difference(original: &T, changed: &T, depth: Depth) -> Result<Self, InvalidBody> {
        let metadata = changed.instance_type();
        let members = Contents::build(|| {
            let [before, after] = [members_of(original)?, members_of(changed)?];
            let types = [&before, &after].map(|members| members.get(control::TYPE));
            if types[0] != types[1]
                || original.instance_type().type_annotation() != metadata.type_annotation()
            {
                let name = original.instance_type().qualified_name();
                return Err(InvalidBody::new(format!(
                    "an update can't change the type of an instance: the original has the type `{name}`"
                )));
            }
            check_same_key(&before, &after, metadata)?;
            let differing = changes::differences([&before, &after], Some(metadata), depth, &ValuePath::Body)?;
            Ok(changes::with_type(types[1].cloned(), differing))
        })?;
        Self { is_deep: depth == Depth::Deep, ..Self::of_members(members, metadata) }.checked()
    }
}

/// Checks that `before` and `after` have the same key. A key property that is missing in `before` or `after` isn't
/// compared.
fn check_same_key(
    before: &Members,
    after: &Members,
    metadata: &'static StructuredType,
) -> Result<(), InvalidBody> {
    for name in metadata.key_properties().map(Property::name) {
        if before.get(name).zip(after.get(name)).is_some_and(|(before, after)| before != after) {
            return Err(InvalidBody::new(format!(
                "an update can't change the key property `{name}`: compare two versions of the same entity"
            )));
        }
    }
    Ok(())
}
