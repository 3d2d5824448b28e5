//! What of a value a client may send when it creates an instance.

use crate::control;
use crate::metadata::{PrimitiveType, Property, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// The members that a client may send of a value that it wants to be created.
pub(super) fn members(
    all: &Members,
    metadata: Option<&'static StructuredType>,
    is_outermost: bool,
) -> Members {
    let mut sendable = Members::default();
    for (name, member) in all.iter() {
        let property = declared(metadata, name);
        if !is_sent(name, is_outermost) || property.is_some_and(is_the_services) {
            continue;
        }
        let member = value(member, property.map(Property::value_type));
        // A collection of entities that was never asked for is as empty as one without any.
        if !(property.is_some_and(Property::is_navigation) && is_empty(&member)) {
            sendable.push(name.into(), member);
        }
    }
    sendable
}

/// A value that is sent whole.
pub(super) fn value(value: &Untyped, value_type: Option<ValueType>) -> Untyped {
    match value {
        Untyped::Object(all) => match structured(value_type, all) {
            Some(metadata) => Untyped::Object(members(all, Some(metadata), false)),
            None => value.clone(),
        },
        Untyped::Collection(elements) => {
            let element_type = value_type.and_then(|value_type| value_type.element().copied());
            Untyped::Collection(elements.iter().map(|element| self::value(element, element_type)).collect())
        }
        value => value.clone(),
    }
}

/// The property that a member is the value of, or annotates.
pub(super) fn declared(metadata: Option<&'static StructuredType>, name: &str) -> Option<&'static Property> {
    metadata?.property_named(name.split_once('@').map_or(name, |(target, _)| target))
}

/// The type of an object: of a polymorphic value the one that it names.
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

/// Whether only the service sets the property. A stream has requests of its own.
pub(super) fn is_the_services(property: &'static Property) -> bool {
    property.is_computed()
        || matches!(property.value_type().kind(), TypeKind::Primitive(PrimitiveType::Stream))
}

fn is_empty(value: &Untyped) -> bool {
    value.as_collection().is_some_and(<[Untyped]>::is_empty)
}

/// The value without the entities that exist already, which is the ones with a key that only the service gives: creating
/// their owner would create them a second time. A reference by `@odata.id` stays.
pub(super) fn without_existing(members: Members, metadata: &'static StructuredType) -> Members {
    let exists = |value_type: ValueType, value: &Untyped| {
        let Some(members) = value.as_object() else { return false };
        let Some(metadata) = structured(Some(value_type), members) else { return false };
        let mut given = metadata.key_properties().filter(|property| property.is_computed());
        members.get("@odata.id").is_none()
            && given.any(|property| members.get(property.name()).is_some_and(|key| !key.is_null()))
    };
    let mut kept = Members::default();
    for (name, value) in members {
        let property = metadata.property_named(&name).filter(|property| property.is_navigation());
        let value = match (value, property.map(Property::value_type)) {
            (Untyped::Collection(mut elements), Some(value_type)) => {
                let element_type = value_type.element().copied().unwrap_or(value_type);
                elements.retain(|element| !exists(element_type, element));
                Untyped::Collection(elements)
            }
            (value, Some(value_type)) if exists(value_type, &value) => continue,
            (value, _) => value,
        };
        kept.push(name, value);
    }
    kept
}

/// Whether a member with this name is anything that a client says. Of control information that is a type, a binding and, in
/// a value inside of another, the URL of the entity that it stands for; and no operation that a service offers
/// (`#microsoft.graph.security.close`).
pub(super) fn is_sent(name: &str, is_outermost: bool) -> bool {
    match name.split_once('@') {
        None => !name.contains('#'),
        Some((_, "odata.type" | "odata.bind")) => true,
        Some(("", "odata.id")) => !is_outermost,
        Some((_, term)) => !term.starts_with("odata."),
    }
}
