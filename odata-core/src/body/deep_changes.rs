//! The changes of related entities in the body of a deep update (OData 4.01 Protocol, 11.4.3.1).

use std::collections::HashMap;

use super::InvalidBody;
use super::changes::{self, Depth, with_type};
use super::navigation;
use super::selection::{self, Purpose};
use super::value_path::ValuePath;
use crate::control;
use crate::json;
use crate::metadata::{Property, StructuredType, ValueType};
use crate::untyped::{Members, Untyped};

/// Compares the entities in a navigation property before and after a change, and adds the differences to the body of an
/// update request.
///
/// # Errors
///
/// Returns an error if the navigation property changed, but the request isn't a deep update ([`Depth::Flat`]). Returns
/// an error if an entity was removed from the navigation property, and the entity has neither a key nor an `@odata.id`.
pub(super) fn add(
    changes: &mut Members,
    property: &'static Property,
    [before, after]: [Option<&Untyped>; 2],
    depth: Depth,
    path: &ValuePath<'_>,
) -> Result<(), InvalidBody> {
    let nothing = Untyped::Null;
    let [before, after] = [before, after].map(|value| value.unwrap_or(&nothing));
    if before == after {
        return Ok(());
    }
    let is_unloaded = after.is_null() && before.as_collection().is_some_and(|entities| !entities.is_empty());
    if depth == Depth::Deep && is_unloaded {
        return Err(InvalidBody::new(format!(
            "the navigation property `{path}` is `None` in the changed value, but the original contains entities: use \
             an empty collection to remove all of them"
        )));
    }
    let nested = Nested { property, path };
    if let Some((name, change)) = nested.change(before, after)? {
        if depth == Depth::Flat {
            return Err(InvalidBody::new(format!(
                "the navigation property `{path}` changed, which `changes_since` doesn't support: update the related \
                 entities with separate requests, use `bind`, or use `deep_changes_since` if the service supports deep updates"
            )));
        }
        changes.push(name.into(), change);
    }
    Ok(())
}

/// A navigation property, with its path in the request body for error messages.
struct Nested<'p> {
    property: &'static Property,
    path: &'p ValuePath<'p>,
}

impl Nested<'_> {
    /// Compares the value of the navigation property before and after a change, and returns the member to send. The
    /// changes of a collection `members` are sent in the member `members@odata.delta`. The changes of a single entity
    /// `manager` are sent in the member `manager`. Returns `None` if nothing changed.
    fn change(&self, before: &Untyped, after: &Untyped) -> Result<Option<(String, Untyped)>, InvalidBody> {
        let name = self.property.name();
        let value_type = self.property.value_type();
        if let Some(element) = value_type.element() {
            let [before, after] = [before, after].map(|value| value.as_collection().unwrap_or_default());
            let delta = self.delta(before, after, *element)?;
            return Ok(
                (!delta.is_empty()).then(|| (format!("{name}@odata.delta"), Untyped::Collection(delta)))
            );
        }
        let change = match (before, after) {
            (_, Untyped::Object(after)) => {
                let before = before.as_object();
                let original =
                    before.filter(|before| identity_of(before, value_type) == identity_of(after, value_type));
                entity_change(original, after, value_type, self.path)?
            }
            _ => Some(Untyped::Null),
        };
        Ok(change.map(|change| (name.to_owned(), change)))
    }

    /// Returns the items of the nested delta (`members@odata.delta`) for a collection: the added, changed and removed
    /// entities.
    fn delta(
        &self,
        before: &[Untyped],
        after: &[Untyped],
        element: ValueType,
    ) -> Result<Vec<Untyped>, InvalidBody> {
        let mut delta = Vec::new();
        let mut originals = Originals::of(before, element);
        for (index, entity) in after.iter().enumerate() {
            let Untyped::Object(entity) = entity else { continue };
            let original = originals.take(entity, element);
            delta.extend(entity_change(original, entity, element, &self.path.element(index))?);
        }
        for entity in originals.into_remaining() {
            delta.push(self.removed(entity, element)?);
        }
        Ok(delta)
    }

    /// Returns the item of a nested delta for a removed entity: its key or `@odata.id`, and an `@odata.removed`.
    ///
    /// An entity that was removed from a containment navigation property has the reason `deleted` in `@odata.removed`,
    /// because the service deletes the entity. An entity that was removed from a navigation property without
    /// containment has the reason `changed` in `@odata.removed`, because the service removes only the relationship.
    fn removed(&self, entity: &Members, value_type: ValueType) -> Result<Untyped, InvalidBody> {
        let identity =
            selection::structured(Some(value_type), entity).map(|metadata| identity(entity, metadata));
        let Some(identity) = identity.filter(|identity| !identity.is_empty()) else {
            return Err(InvalidBody::new(format!(
                "the entity removed from `{}` can't be identified: set its key or its `@odata.id` in the original value",
                self.path
            )));
        };
        let mut reason = Members::default();
        reason.push("reason".into(), if self.property.is_contained() { "deleted" } else { "changed" }.into());
        let mut removed = Members::default();
        removed.push(control::REMOVED.into(), Untyped::Object(reason));
        removed.append(identity);
        Ok(Untyped::Object(removed))
    }
}

/// Returns the changed properties of an entity, or `None` if no property changed.
///
/// `original` is `None` if the entity was added to the navigation property. An added entity with an `@odata.id` exists
/// already, so this function returns only its `@odata.id`. For an added entity without an `@odata.id`, this function
/// returns the properties with which the service creates the entity.
fn entity_change(
    original: Option<&Members>,
    after: &Members,
    value_type: ValueType,
    path: &ValuePath<'_>,
) -> Result<Option<Untyped>, InvalidBody> {
    let Some(metadata) = selection::structured(Some(value_type), after) else { return Ok(None) };
    if let Some(original) = original {
        let changes = changes::differences([original, after], Some(metadata), Depth::Deep, path)?;
        let identified = || {
            let mut members = identity(after, metadata);
            members.append(changes.clone());
            Untyped::Object(with_type(after.get(control::TYPE).cloned(), members))
        };
        return Ok((!changes.is_empty()).then(identified));
    }
    if let Some(url) = after.get(navigation::ID).filter(|url| !url.is_null()) {
        let mut reference = Members::default();
        reference.push(navigation::ID.into(), url.clone());
        return Ok(Some(Untyped::Object(reference)));
    }
    navigation::new_entity(after.clone(), metadata, Purpose::Create, path)
        .map(|new| Some(Untyped::Object(new)))
}

/// Returns the members that identify an entity: its `@odata.id`, or its key properties if the entity has no
/// `@odata.id`.
fn identity(entity: &Members, metadata: &'static StructuredType) -> Members {
    let mut identity = Members::default();
    if let Some(url) = entity.get(navigation::ID) {
        identity.push(navigation::ID.into(), url.clone());
        return identity;
    }
    for name in metadata.key_properties().map(Property::name) {
        if let Some(value) = entity.get(name).filter(|value| !value.is_null()) {
            identity.push(name.into(), value.clone());
        }
    }
    identity
}

/// Returns the [`identity`] of an entity (its `@odata.id` or key properties) and its `@odata.type`. The result contains
/// the `@odata.type`, because two entities of different types can have the same key.
fn identity_of(entity: &Members, value_type: ValueType) -> Option<Members> {
    let metadata = selection::structured(Some(value_type), entity)?;
    Some(with_type(entity.get(control::TYPE).cloned(), identity(entity, metadata)))
}

/// The original entities in a collection-valued navigation property, with an index that finds an entity by its key or
/// `@odata.id`.
struct Originals<'e> {
    entities: Vec<Option<&'e Members>>,
    /// Maps the [`identity_json`] of each entity to the index of the entity in `entities`.
    indices: HashMap<String, usize>,
}

impl<'e> Originals<'e> {
    fn of(collection: &'e [Untyped], value_type: ValueType) -> Self {
        let entities: Vec<_> = collection.iter().filter_map(Untyped::as_object).map(Some).collect();
        let indices = entities.iter().flatten().enumerate();
        let indices =
            indices.filter_map(|(index, entity)| Some((identity_json(entity, value_type)?, index))).collect();
        Self { entities, indices }
    }

    fn take(&mut self, entity: &Members, value_type: ValueType) -> Option<&'e Members> {
        let index = self.indices.remove(&identity_json(entity, value_type)?)?;
        self.entities[index].take()
    }

    fn into_remaining(self) -> impl Iterator<Item = &'e Members> {
        self.entities.into_iter().flatten()
    }
}

/// Returns a JSON string that identifies an entity by its `@odata.type` and by its `@odata.id` or key. Returns `None`
/// if the entity has neither an `@odata.id` nor a key.
fn identity_json(entity: &Members, value_type: ValueType) -> Option<String> {
    let identity = identity_of(entity, value_type)?;
    let is_known = identity.iter().any(|(name, _)| name != control::TYPE);
    is_known.then(|| json::to_string(&identity).ok()).flatten()
}
