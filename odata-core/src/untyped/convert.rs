//! From and into other representations of JSON.

use serde_json::Value;

use super::{Members, Number, Untyped};

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

/// The feature `arbitrary_precision` of `serde_json` has numbers beyond the largest double: their digits are kept as a string.
fn number_from(digits: &str) -> Untyped {
    Number::from_digits(digits).map_or_else(|| Untyped::from(digits), Untyped::Number)
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

impl From<bool> for Untyped {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i32> for Untyped {
    fn from(value: i32) -> Self {
        Self::from(i64::from(value))
    }
}

impl From<i64> for Untyped {
    fn from(value: i64) -> Self {
        Self::Number(Number::from_signed(value))
    }
}

/// A number that JSON doesn't have becomes the string that OData has for it: `"INF"`.
impl From<f64> for Untyped {
    fn from(value: f64) -> Self {
        match Number::from_double(value) {
            Some(number) => Self::Number(number),
            None if value.is_nan() => Self::from("NaN"),
            None if value > 0.0 => Self::from("INF"),
            None => Self::from("-INF"),
        }
    }
}

impl From<&str> for Untyped {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Untyped {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<Untyped>> for Untyped {
    fn from(elements: Vec<Untyped>) -> Self {
        Self::Collection(elements)
    }
}

impl From<Members> for Untyped {
    fn from(members: Members) -> Self {
        Self::Object(members)
    }
}
