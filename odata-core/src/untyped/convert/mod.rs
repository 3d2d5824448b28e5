//! Conversions between `Untyped` and `serde_json::Value`, and conversions of other Rust types into `Untyped`.

mod compare;
mod scalars;
mod values;

use serde_json::Value;

use super::{Members, Untyped};

#[cfg_attr(
    not(feature = "rust_decimal"),
    allow(unused_imports, reason = "only decimals use it outside of this module")
)]
pub(crate) use scalars::number_from;

impl From<Value> for Untyped {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Boolean(value),
            Value::Number(number) => number_from(&number.to_string()),
            Value::String(value) => Self::String(value),
            Value::Array(elements) => Self::Collection(elements.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let mut object = Members::default();
                for (name, value) in members {
                    object.push(name.into(), value.into());
                }
                Self::Object(object)
            }
        }
    }
}

impl From<Untyped> for Value {
    fn from(value: Untyped) -> Self {
        match value {
            Untyped::Null => Self::Null,
            Untyped::Boolean(value) => Self::Bool(value),
            Untyped::Number(number) => Self::Number(number.into()),
            Untyped::String(value) => Self::String(value),
            Untyped::Collection(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            Untyped::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}
