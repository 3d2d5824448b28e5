//! The JSON formats of response bodies: a page of a collection, a delta, a single value, and an error.

mod collection;
mod complex_value;
mod delta;
mod error_response;
mod lenient;
mod single_value;

use serde::de::{Deserializer, Error};
use serde::ser::{SerializeMap, Serializer};

use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::incoming::{Incoming, Receiver};
use crate::member_name::MemberName;
use crate::read_error::ReadError;
use crate::untyped::{NameIndex, Untyped};
use crate::value::read::{deserialize, replace_empty};
use crate::value::{AsSerialize, ODataValue, ReadValue};
use crate::wire_format::WireFormat;

pub use collection::Collection;
pub use delta::{Change, Delta, Link, Removed};
pub use error_response::{ErrorDetail, ODataError};
pub use lenient::Lenient;
pub use single_value::SingleValue;

/// The name of the JSON member that contains either the items of a collection or a single value.
const VALUE: &str = "value";

/// Writes a JSON object with the annotations and the value of a response: `{"@odata.context": …, "value": …}`.
fn write_value<T: ODataValue, S: Serializer>(
    value: &T,
    extra: &Extra,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (name, member) in extra {
        match member
            .as_i64()
            .filter(|_| name == control::COUNT && WireFormat::current().is_ieee754_compatible)
        {
            Some(count) => map.serialize_entry(name, &count.to_string())?,
            None => map.serialize_entry(name, member)?,
        }
    }
    map.serialize_entry(VALUE, &AsSerialize(value))?;
    map.end()
}

/// Reads a JSON object with the annotations and the value of a response: `{"@odata.context": …, "value": …}`.
fn read_value<'de, T: ReadValue<'de>, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
) -> Result<(T, Extra), D::Error> {
    deserialize(deserializer, |incoming| {
        let mut value: Option<T> = None;
        let extra = read_envelope(incoming, expected, T::USES_DESERIALIZE_ANY, &mut |incoming: Incoming<
            '_,
            'de,
        >| {
            replace_empty(&mut value, Some(T::read_incoming(incoming)?));
            Ok(())
        })?;
        Ok((value.ok_or_else(|| missing_value(expected))?, extra))
    })
}

/// Reads a response body such as `{"@odata.context": …, "value": …}`. Passes the value of the member `value` to
/// `receiver`, and returns the members except `value`, such as `@odata.context`. The function is compiled once for all
/// types.
fn read_envelope<'de>(
    incoming: Incoming<'_, 'de>,
    expected: &'static str,
    uses_deserialize_any: bool,
    receiver: &mut dyn Receiver<'de>,
) -> Result<Extra, ReadError> {
    let Incoming::Object(object) = incoming else {
        return Err(incoming.invalid_type(format_args!("{expected}")));
    };
    let mut has_value = false;
    let (mut extra, mut names) = (Extra::new(), NameIndex::default());
    while let Some(MemberName(name)) = object.next_name()? {
        if name != VALUE {
            let mut member = Untyped::Null;
            let read = object.next_value(false, &mut |value: Incoming<'_, 'de>| {
                member = Untyped::read_incoming(value)?;
                Ok(())
            });
            read.map_err(|error| error::in_member(error, &name))?;
            extra.push_new(&name, member, &mut names).map_err(ReadError::custom)?;
        } else if core::mem::replace(&mut has_value, true) {
            return Err(ReadError::new("duplicate property `value`"));
        } else {
            let read = object.next_value(uses_deserialize_any, receiver);
            read.map_err(|error| error::in_member(error, VALUE))?;
        }
    }
    if has_value { Ok(extra) } else { Err(missing_value(expected)) }
}

#[cold]
fn missing_value(expected: &str) -> ReadError {
    ReadError::custom(format_args!("missing property `value`, expected {expected}"))
}
