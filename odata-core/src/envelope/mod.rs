//! The JSON formats of response bodies: a page of a collection, a delta, a single value, and an error.

mod collection;
mod complex_value;
mod delta;
mod error_response;
mod lenient;
mod single_value;

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::untyped::{NameIndex, Untyped};
use crate::value::{AsSerialize, ODataValue, ReadValue, ValueSeed};
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
    deserializer.deserialize_map(ValueVisitor { expected, value: PhantomData }).map_err(error::located)
}

struct ValueVisitor<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<'de, T: ReadValue<'de>> Visitor<'de> for ValueVisitor<T> {
    type Value = (T, Extra);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(T, Extra), A::Error> {
        let mut value: Option<T> = None;
        let mut extra = Extra::new();
        let mut names = NameIndex::default();
        while let Some(name) = map.next_key::<String>()? {
            if name != VALUE {
                let member: Untyped = map.next_value().map_err(|error| error::in_member(error, &name))?;
                extra.push_new(&name, member, &mut names).map_err(A::Error::custom)?;
            } else if value.is_none() {
                let read = map.next_value_seed(ValueSeed::new());
                value = Some(read.map_err(|error| error::in_member(error, VALUE))?);
            } else {
                return Err(A::Error::custom("duplicate property `value`"));
            }
        }
        let missing =
            || A::Error::custom(format_args!("missing property `value`, expected {}", self.expected));
        Ok((value.ok_or_else(missing)?, extra))
    }
}
