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
        Some((path, sentinel)) => Err(InvalidBody::new(format!(
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

/// Returns the sentinel's name if an enumeration value, such as `read,unknownFutureValue`, contains the name or the
/// number of the sentinel.
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

#[cfg(test)]
mod tests {
    use super::sentinel_in;
    use crate::metadata::{EnumerationType, Member};

    static STATE: EnumerationType = EnumerationType::new(
        "n.state",
        &[Member::new("open", 1), Member::new("closed", 2), Member::new("unknownFutureValue", 3)],
    )
    .with_sentinel(2);

    static RIGHTS: EnumerationType = EnumerationType::new(
        "n.rights",
        &[Member::new("read", 1), Member::new("write", 2), Member::new("unknownFutureValue", 4)],
    )
    .with_sentinel(2)
    .with_flags();

    static ZERO: EnumerationType =
        EnumerationType::new("n.zero", &[Member::new("unknownFutureValue", 0), Member::new("read", 1)])
            .with_sentinel(0)
            .with_flags();

    #[track_caller]
    fn assert_contains(metadata: &'static EnumerationType, cases: &[(&str, bool)]) {
        for (text, is_sentinel) in cases {
            let expected = is_sentinel.then_some("unknownFutureValue");
            assert_eq!(sentinel_in(text, metadata), expected, "{} {text}", metadata.qualified_name());
        }
    }

    #[test]
    fn the_sentinel_is_found_by_name_and_by_number() {
        let names =
            [("unknownFutureValue", true), ("UNKNOWNFUTUREVALUE", true), ("open", false), ("other", false)];
        assert_contains(&STATE, &names);
        assert_contains(
            &STATE,
            &[("3", true), ("1", false), ("2", false), ("7", false), ("-3", false), ("", false)],
        );
    }

    #[test]
    fn the_sentinel_is_found_in_a_combination_of_flags() {
        assert_contains(
            &RIGHTS,
            &[("read, unknownFutureValue", true), ("read,write", false), ("read, 4", true)],
        );
        assert_contains(
            &RIGHTS,
            &[("4", true), ("5", true), ("12", true), ("3", false), ("8", false), ("0", false)],
        );
    }

    #[test]
    fn a_sentinel_without_bits_is_found_only_by_name() {
        assert_contains(&ZERO, &[("unknownFutureValue", true), ("0", false), ("1", false), ("2", false)]);
    }

    #[test]
    fn an_enumeration_without_a_sentinel_has_none() {
        static PLAIN: EnumerationType =
            EnumerationType::new("n.plain", &[Member::new("unknownFutureValue", 0)]);
        assert_contains(&PLAIN, &[("unknownFutureValue", false), ("0", false)]);
    }
}
