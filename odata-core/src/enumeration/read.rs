//! Reading enumeration members from names, numbers, and strings that contain numbers.

use std::borrow::Cow;

use serde::de::Error;

use super::{ODataEnum, UnknownMember};
use crate::exact_digits;
use crate::incoming::Incoming;
use crate::metadata::EnumerationType;
use crate::read_error::ReadError;

/// Converts an incoming JSON value into an enumeration member.
///
/// # Errors
///
/// Returns an error if the JSON value is neither a string nor an integer. Returns an error for an unknown member,
/// unless the Rust enum has a variant with `#[odata(unknown)]`.
pub(crate) fn read_enumeration<E: ODataEnum>(value: Incoming<'_, '_>) -> Result<E, ReadError> {
    let (read, text) = match member(value, E::METADATA)? {
        Ok(position) => (E::from_position(position), Cow::Borrowed("")),
        Err(text) => (E::from_unknown(&text), text),
    };
    match read {
        Some(member) => Ok(member),
        None => Err(unknown(&text, E::METADATA)),
    }
}

/// Returns the position of the declared member whose name or number is equal to the JSON value. If no declared member
/// is equal to the JSON value, returns the name or number as a string.
fn member<'v>(
    value: Incoming<'v, '_>,
    metadata: &'static EnumerationType,
) -> Result<Result<usize, Cow<'v, str>>, ReadError> {
    let text = match value {
        Incoming::Text(text) | Incoming::Borrowed(text) => Cow::Borrowed(text),
        Incoming::Owned(text) => Cow::Borrowed(text.as_str()),
        Incoming::Signed(number) => Cow::Owned(number.to_string()),
        Incoming::Unsigned(number) => Cow::Owned(number.to_string()),
        other => match exact_integer(&other) {
            Some(number) => Cow::Owned(number.to_string()),
            None => {
                return Err(other.invalid_type(format_args!("a member of `{}`", metadata.qualified_name())));
            }
        },
    };
    Ok(metadata.position_of_text(&text).ok_or(text))
}

/// Converts a JSON number with a fraction or an exponent, such as `2.0`, into an integer. Returns `None` for a number
/// that isn't an integer, such as `2.5`.
#[cold]
fn exact_integer(value: &Incoming<'_, '_>) -> Option<i128> {
    match value {
        Incoming::Double(number) => exact_digits::integer(*number).ok(),
        _ => None,
    }
}

#[cold]
fn unknown(text: &str, metadata: &'static EnumerationType) -> ReadError {
    ReadError::custom(UnknownMember::new(text, metadata))
}
