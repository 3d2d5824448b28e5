//! The sentinel of an evolvable enumeration is never sent.

use super::{InvalidBody, content};
use crate::metadata::{EnumerationType, Property, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// Refuses members that have it. A service answers 400 to it when it creates, and passes over it when it updates.
pub(super) fn refuse(
    members: &Members,
    metadata: Option<&'static StructuredType>,
) -> Result<(), InvalidBody> {
    match first(members, metadata) {
        None => Ok(()),
        Some((path, sentinel)) => Err(InvalidBody(format!(
            "`{path}` is `{sentinel}`, which stands for members that a client doesn't know and is never sent: take \
             another member, or leave the property out"
        ))),
    }
}

/// The path to the first one, and its name.
fn first(members: &Members, metadata: Option<&'static StructuredType>) -> Option<(String, &'static str)> {
    members.iter().find_map(|(name, value)| {
        let property = metadata?.property_named(name).map(Property::value_type);
        let (path, sentinel) = inside(value, property)?;
        Some((format!("{name}{path}"), sentinel))
    })
}

fn inside(value: &Untyped, value_type: Option<ValueType>) -> Option<(String, &'static str)> {
    match (value, value_type.map(|value_type| value_type.kind())) {
        (Untyped::String(text), Some(TypeKind::Enumeration(metadata))) => {
            let sentinel = sentinel_in(text, metadata())?;
            Some((String::new(), sentinel))
        }
        (Untyped::Collection(elements), Some(TypeKind::Collection(element_type))) => {
            elements.iter().enumerate().find_map(|(index, element)| {
                let (path, sentinel) = inside(element, Some(*element_type))?;
                Some((format!("[{index}]{path}"), sentinel))
            })
        }
        (Untyped::Object(members), _) => {
            let (path, sentinel) = first(members, content::structured(value_type, members))?;
            Some((format!(".{path}"), sentinel))
        }
        _ => None,
    }
}

/// The name of the sentinel, if it is the member or among the flags, by its name or its number.
fn sentinel_in(text: &str, metadata: &'static EnumerationType) -> Option<&'static str> {
    let sentinel = metadata.members()[metadata.sentinel()?];
    let is_it = |member: &str| {
        let number = member
            .parse::<i64>()
            .ok()
            .map(|number| if metadata.is_flags() { number & sentinel.value() } else { number });
        member.eq_ignore_ascii_case(sentinel.name())
            || number
                .is_some_and(|number| number == sentinel.value() && (number != 0 || !metadata.is_flags()))
    };
    text.split(',').map(str::trim).any(is_it).then_some(sentinel.name())
}
