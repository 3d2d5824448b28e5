//! Functions that select which members of a value are sent in a request body.

use super::value_path::ValuePath;
use super::{InvalidBody, child};
use crate::control;
use crate::metadata::{PrimitiveType, Property, StructuredKind, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// The kind of request for which the members of a value are selected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A create request, which omits computed properties, streams and empty `Vec`s.
    Create,
    /// A request that sets a property, which omits computed properties and streams.
    Set,
    /// A call of an action, which contains all properties that have a value.
    Parameters,
}

/// Returns the members of an entity or complex value that a request of the kind `purpose` sends.
///
/// # Errors
///
/// Returns an error if an entity in a navigation property can't be sent; see [`child::add`].
pub(super) fn members(
    all: &Members,
    metadata: &'static StructuredType,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Members, InvalidBody> {
    let may_be_reference = !matches!(path, ValuePath::Body) && metadata.kind() == StructuredKind::Entity;
    let mut sent = Members::default();
    for (name, member) in all {
        let property = declared(metadata, name);
        let is_excluded =
            purpose != Purpose::Parameters && property.is_some_and(|it| is_never_sent(metadata, it));
        if !is_sent(name, may_be_reference) || is_excluded {
            continue;
        }
        let path = path.member(name);
        match property.filter(|_| !name.contains('@')) {
            Some(property) if purpose == Purpose::Create && is_unset_collection(property, member) => {}
            Some(property) if property.is_navigation() && purpose != Purpose::Parameters => {
                child::add(&mut sent, property, member, purpose, &path)?;
            }
            property => {
                let value = value(member, property.map(Property::value_type), purpose, &path)?;
                add(&mut sent, name, value)?;
            }
        }
    }
    Ok(sent)
}

/// Adds a member to a request body.
///
/// If the body contains a binding already, because of an entity with an `@odata.id` in the same navigation property, both
/// bindings are merged.
fn add(sent: &mut Members, name: &str, value: Untyped) -> Result<(), InvalidBody> {
    if name.ends_with("@odata.bind") {
        return child::bind(sent, name, value);
    }
    sent.push(name.into(), value);
    Ok(())
}

/// Returns a copy of a value with only the members that a request of the kind `purpose` sends.
///
/// # Errors
///
/// Returns an error if an entity in a nested navigation property can't be sent.
pub(super) fn value(
    value: &Untyped,
    value_type: Option<ValueType>,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Untyped, InvalidBody> {
    match value {
        Untyped::Object(all) => match structured(value_type, all) {
            Some(metadata) => members(all, metadata, purpose, path).map(Untyped::Object),
            None => Ok(value.clone()),
        },
        Untyped::Collection(elements) => {
            let element_type = value_type.and_then(|value_type| value_type.element().copied());
            let elements = elements.iter().enumerate();
            let sent = elements
                .map(|(index, element)| self::value(element, element_type, purpose, &path.element(index)));
            sent.collect::<Result<_, _>>().map(Untyped::Collection)
        }
        value => Ok(value.clone()),
    }
}

/// Returns the declared property for the member `name`, which is the name of a property or of its annotation, such as
/// `manager` or `manager@odata.bind`.
pub(super) fn declared(metadata: &'static StructuredType, name: &str) -> Option<&'static Property> {
    metadata.property_named(name.split_once('@').map_or(name, |(target, _)| target))
}

/// Returns the metadata of the type of an object. The type of a polymorphic value is determined by its `@odata.type`.
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

/// Checks whether a property is never sent in a create or update request, because it is computed or a stream.
pub(super) fn is_never_sent(metadata: &'static StructuredType, property: &'static Property) -> bool {
    metadata.is_computed(property)
        || matches!(property.value_type().kind(), TypeKind::Primitive(PrimitiveType::Stream))
}

/// Checks whether the value of a property is an empty `Vec`, which is treated like an absent value.
///
/// An `Option<Vec<_>>` distinguishes an empty collection from an absent value, so this function returns `false` for it.
fn is_unset_collection(property: &'static Property, value: &Untyped) -> bool {
    let value_type = property.value_type();
    matches!(value_type.kind(), TypeKind::Collection(_))
        && !value_type.is_nullable()
        && value.as_collection().is_some_and(<[Untyped]>::is_empty)
}

/// Checks whether a member with the name `name` is sent in a request body.
///
/// Of the control information, only `@odata.type`, `@odata.bind` and the `@odata.id` of a nested entity are sent. The
/// operations that a service advertises in a response (`#microsoft.graph.security.close`) aren't sent.
pub(super) fn is_sent(name: &str, may_be_reference: bool) -> bool {
    match name.split_once('@') {
        None => !name.contains('#'),
        Some((_, "odata.type" | "odata.bind")) => true,
        Some(("", "odata.id")) => may_be_reference,
        Some((_, term)) => !term.starts_with("odata."),
    }
}
