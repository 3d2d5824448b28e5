//! A check that request bodies don't contain the sentinel of an evolvable enumeration.

use super::{InvalidBody, selection};
use crate::metadata::{EnumerationType, Property, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// Checks that no value in a request body is the sentinel of an evolvable enumeration, such as `unknownFutureValue`.
///
/// The sentinel occurs only in responses: a service sends `unknownFutureValue` instead of a newer member that the
/// client may not support. In requests, the sentinel has no meaning. Microsoft Graph rejects a create request with the
/// sentinel (status code 400), and ignores the sentinel in an update request.
///
/// # Errors
///
/// Returns an error if a value in the body is a sentinel such as `unknownFutureValue`. The error message contains the
/// path of the value.
pub(super) fn reject(
    members: &Members,
    metadata: Option<&'static StructuredType>,
) -> Result<(), InvalidBody> {
    match first_sentinel(members, metadata) {
        None => Ok(()),
        Some((path, sentinel)) => Err(InvalidBody(format!(
            "`{path}` can't be `{sentinel}` in a request, because this member of an evolvable enumeration only represents \
             unknown members in responses: use another member, or omit the property"
        ))),
    }
}

/// Returns the path and the name of the first sentinel, such as `unknownFutureValue`, in an object. Returns `None` if
/// the object contains no sentinel.
fn first_sentinel(
    members: &Members,
    metadata: Option<&'static StructuredType>,
) -> Option<(String, &'static str)> {
    members.iter().find_map(|(name, value)| {
        let property = metadata?.property_named(name).map(Property::value_type);
        let (path, sentinel) = first_sentinel_in(value, property)?;
        Some((format!("{name}{path}"), sentinel))
    })
}

fn first_sentinel_in(value: &Untyped, value_type: Option<ValueType>) -> Option<(String, &'static str)> {
    match (value, value_type.map(|value_type| value_type.kind())) {
        (Untyped::String(text), Some(TypeKind::Enumeration(metadata))) => {
            let sentinel = sentinel_in(text, metadata())?;
            Some((String::new(), sentinel))
        }
        (Untyped::Collection(elements), Some(TypeKind::Collection(element_type))) => {
            elements.iter().enumerate().find_map(|(index, element)| {
                let (path, sentinel) = first_sentinel_in(element, Some(*element_type))?;
                Some((format!("[{index}]{path}"), sentinel))
            })
        }
        (Untyped::Object(members), _) => {
            let (path, sentinel) = first_sentinel(members, selection::structured(value_type, members))?;
            Some((format!(".{path}"), sentinel))
        }
        _ => None,
    }
}

/// Returns the sentinel's name if the enumeration value `text` contains the name or the number of the sentinel. For
/// example, `read,unknownFutureValue` contains the name.
fn sentinel_in(text: &str, metadata: &'static EnumerationType) -> Option<&'static str> {
    let sentinel = metadata.members()[metadata.sentinel()?];
    let is_sentinel = |member: &str| {
        let number = member
            .parse::<i64>()
            .ok()
            .map(|number| if metadata.is_flags() { number & sentinel.value() } else { number });
        member.eq_ignore_ascii_case(sentinel.name())
            || number
                .is_some_and(|number| number == sentinel.value() && (number != 0 || !metadata.is_flags()))
    };
    text.split(',').map(str::trim).any(is_sentinel).then_some(sentinel.name())
}
