//! Selection of the members that a body contains.

use super::place::Place;
use super::{InvalidBody, child};
use crate::control;
use crate::metadata::{PrimitiveType, Property, StructuredKind, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// The purpose for which a value is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Create an entity: without computed properties, and without empty collections that count as not set.
    Create,
    /// Set a property: without computed properties.
    Set,
    /// Pass the parameters of an action: with all properties that have a value.
    Parameters,
}

/// Returns the members of a structured value that are sent for a purpose.
///
/// # Errors
///
/// Returns an error if an entity in a navigation property can't be sent; see [`child::add`].
pub(super) fn members(
    all: &Members,
    metadata: &'static StructuredType,
    purpose: Purpose,
    place: &Place<'_>,
) -> Result<Members, InvalidBody> {
    let may_be_reference = !matches!(place, Place::Body) && metadata.kind() == StructuredKind::Entity;
    let mut sent = Members::default();
    for (name, member) in all {
        let property = declared(metadata, name);
        let is_excluded =
            purpose != Purpose::Parameters && property.is_some_and(|it| is_never_sent(metadata, it));
        if !is_sent(name, may_be_reference) || is_excluded {
            continue;
        }
        let place = place.member(name);
        match property.filter(|_| !name.contains('@')) {
            Some(property) if purpose == Purpose::Create && is_unset_collection(property, member) => {}
            Some(property) if property.is_navigation() && purpose != Purpose::Parameters => {
                child::add(&mut sent, property, member, purpose, &place)?;
            }
            property => {
                let value = value(member, property.map(Property::value_type), purpose, &place)?;
                add(&mut sent, name, value)?;
            }
        }
    }
    Ok(sent)
}

/// Adds a member. A binding is merged with an earlier binding, which results from references in the navigation
/// property.
fn add(sent: &mut Members, name: &str, value: Untyped) -> Result<(), InvalidBody> {
    if name.ends_with("@odata.bind") {
        return child::bind(sent, name, value);
    }
    sent.push(name.into(), value);
    Ok(())
}

/// Returns a value with the members that are sent for a purpose.
///
/// # Errors
///
/// Returns an error if an entity in a nested navigation property can't be sent.
pub(super) fn value(
    value: &Untyped,
    value_type: Option<ValueType>,
    purpose: Purpose,
    place: &Place<'_>,
) -> Result<Untyped, InvalidBody> {
    match value {
        Untyped::Object(all) => match structured(value_type, all) {
            Some(metadata) => members(all, metadata, purpose, place).map(Untyped::Object),
            None => Ok(value.clone()),
        },
        Untyped::Collection(elements) => {
            let element_type = value_type.and_then(|value_type| value_type.element().copied());
            let elements = elements.iter().enumerate();
            let sent = elements
                .map(|(index, element)| self::value(element, element_type, purpose, &place.element(index)));
            sent.collect::<Result<_, _>>().map(Untyped::Collection)
        }
        value => Ok(value.clone()),
    }
}

/// Returns the declared property of a member, which is either its value or an annotation of it.
pub(super) fn declared(metadata: &'static StructuredType, name: &str) -> Option<&'static Property> {
    metadata.property_named(name.split_once('@').map_or(name, |(target, _)| target))
}

/// Returns the type of an object. For a polymorphic value, this is the type in `@odata.type`.
pub(super) fn structured(
    value_type: Option<ValueType>,
    members: &Members,
) -> Option<&'static StructuredType> {
    match value_type?.kind() {
        TypeKind::Structured(metadata) => Some(metadata()),
        TypeKind::Polymorphic(declared, types) => {
            let named =
                members.get(control::TYPE).and_then(Untyped::as_str).and_then(|uri| types().find(uri, None));
            Some(named.map_or_else(declared, |(_, metadata)| metadata))
        }
        _ => None,
    }
}

/// Checks whether a client never sends the property, because it is computed or a stream. Streams have their own
/// requests.
pub(super) fn is_never_sent(metadata: &'static StructuredType, property: &'static Property) -> bool {
    metadata.is_computed(property)
        || matches!(property.value_type().kind(), TypeKind::Primitive(PrimitiveType::Stream))
}

/// Checks whether the property is an empty `Vec`, which counts as not set. `Option<Vec<_>>` distinguishes empty from
/// not set.
fn is_unset_collection(property: &'static Property, value: &Untyped) -> bool {
    let value_type = property.value_type();
    matches!(value_type.kind(), TypeKind::Collection(_))
        && !value_type.is_nullable()
        && value.as_collection().is_some_and(<[Untyped]>::is_empty)
}

/// Checks whether a member with this name is sent. A client sends `@odata.type`, bindings, and the `@odata.id` of a
/// nested entity. It doesn't send other control information, or the operations that a service advertises
/// (`#microsoft.graph.security.close`).
pub(super) fn is_sent(name: &str, may_be_reference: bool) -> bool {
    match name.split_once('@') {
        None => !name.contains('#'),
        Some((_, "odata.type" | "odata.bind")) => true,
        Some(("", "odata.id")) => may_be_reference,
        Some((_, term)) => !term.starts_with("odata."),
    }
}
