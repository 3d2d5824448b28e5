//! Update bodies with the difference between two values.

use super::changes::{self, Depth};
use super::contents::Contents;
use super::place::Place;
use super::{InvalidBody, Update, members_of};
use crate::control;
use crate::metadata::{Property, StructuredType};
use crate::structured::ODataStructured;
use crate::untyped::Members;

impl<T: ODataStructured> Update<T> {
    /// Creates an update body with the differences between `original` and `changed`.
    ///
    /// Complex values are merged, collections are replaced, and a property that no longer has a value is sent as
    /// `null`. Differences in computed properties are ignored.
    ///
    /// # Errors
    ///
    /// Returns an error that names the path if a property changed that an update can't contain: an immutable property,
    /// or the entities of a navigation property (see [`deep`](Self::deep)). Also returns an error if the values have
    /// different types or different keys, if a changed value is the sentinel of an evolvable enumeration, or if a
    /// value can't be serialized.
    pub fn from_changes(original: &T, changed: &T) -> Result<Self, InvalidBody> {
        Self::difference(original, changed, Depth::Flat)
    }

    /// Creates a deep update body: the differences between two values, including their related entities (OData 4.01
    /// Protocol, 11.4.3.1). Few services support it.
    ///
    /// The changes of a collection are sent as a nested delta, in which entities are matched by their keys. If an
    /// entity is no longer in the collection, it is deleted if the navigation property is `contained`; otherwise only
    /// its relationship is removed. A collection that is `None` in the changed value isn't loaded, which is an error
    /// if the original contains entities. A single entity that is `None` in the changed value is removed.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`from_changes`](Self::from_changes), except that navigation properties may change.
    /// Also returns an error if an added entity exists already and isn't a reference, or if a removed entity has
    /// neither a key nor an `@odata.id`.
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
                return Err(InvalidBody(format!(
                    "an update can't change the type of an instance: the original is `{name}`"
                )));
            }
            check_same_key(&before, &after, metadata)?;
            let differing = changes::differences([&before, &after], Some(metadata), depth, &Place::Body)?;
            Ok(changes::with_type(types[1].cloned(), differing))
        })?;
        Self { is_deep: depth == Depth::Deep, ..Self::of_members(members, metadata) }.checked()
    }
}

/// Checks that two values have the same key.
fn check_same_key(
    before: &Members,
    after: &Members,
    metadata: &'static StructuredType,
) -> Result<(), InvalidBody> {
    for name in metadata.key_properties().map(Property::name) {
        if before.get(name).zip(after.get(name)).is_some_and(|(before, after)| before != after) {
            return Err(InvalidBody(format!(
                "an update can't change the key `{name}`: these are two instances"
            )));
        }
    }
    Ok(())
}
