//! The body of an update, made of the difference between two values.

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
    /// A complex value is merged, a collection is replaced as a whole, and a property that has no value any more is `null`. Differences
    /// in computed properties are ignored.
    ///
    /// # Errors
    ///
    /// Returns an error that names the path if a property changed that an update can't contain: an immutable property, or the entities
    /// of a navigation property (see [`deep`](Self::deep)). Also returns an error if the values are of different types or have
    /// different keys, if a change is the sentinel of an evolvable enumeration, or if a value can't be written.
    pub fn from_changes(original: &T, changed: &T) -> Result<Self, InvalidBody> {
        Self::difference(original, changed, Depth::Flat)
    }

    /// Creates a deep update body: the differences between two values, including their related entities (OData 4.01 protocol, clause
    /// 11.4.3.1). Few services support it.
    ///
    /// The changes of a collection are sent as a nested delta, in which entities are matched by their keys. An entity that isn't in
    /// the collection any more is deleted if the navigation property is `contained`, otherwise only its relationship ends. A collection
    /// that is `None` in the changed value isn't loaded, which is an error if the original has entities in it. A single entity that is
    /// `None` in the changed value is removed.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`from_changes`](Self::from_changes), except that navigation properties may change. Returns an error if an
    /// entity was added that exists already and isn't a reference, or if one was removed that has neither a key nor an `@odata.id`.
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
            refuse_other_key(&before, &after, metadata)?;
            let differing = changes::differences([&before, &after], Some(metadata), depth, &Place::Body)?;
            Ok(changes::with_type(types[1].cloned(), differing))
        })?;
        Self { is_deep: depth == Depth::Deep, ..Self::of_members(members, metadata) }.checked()
    }
}

/// Checks that two values are of the same instance.
fn refuse_other_key(
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
