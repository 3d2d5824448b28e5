//! JSON values from which a JSON document is created. Objects preserve the order of their members.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// A JSON value.
pub(super) enum Value<'d> {
    Text(Cow<'d, str>),
    Number(i64),
    /// A number with all digits from the CSDL document, such as `1.50`.
    Raw(Box<RawValue>),
    Null,
    True,
    False,
    Array(Vec<Value<'d>>),
    Object(Object<'d>),
}

impl Value<'_> {
    /// Creates a number from a string, or returns `None` if the string isn't a JSON number.
    pub(super) fn number(text: &str) -> Option<Self> {
        let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        let number = is_number.then(|| RawValue::from_string(text.to_owned()).ok()).flatten()?;
        Some(Self::Raw(number))
    }
}

/// A JSON object that preserves the order of its members.
#[derive(Default)]
pub(super) struct Object<'d>(Vec<(Cow<'d, str>, Value<'d>)>);

impl<'d> Object<'d> {
    /// Adds a member.
    pub(super) fn with(mut self, name: impl Into<Cow<'d, str>>, value: impl Into<Value<'d>>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Adds a member if `value` is `Some`.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<Value<'d>>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// If `is_set` is true, adds a member with the value `true`, such as `"$IsFlags": true`.
    pub(super) fn with_flag(self, name: &'static str, is_set: bool) -> Self {
        self.with_some(name, is_set.then_some(Value::True))
    }

    /// Adds several members.
    pub(super) fn with_all<N: Into<Cow<'d, str>>, V: Into<Value<'d>>>(
        self,
        members: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        members.into_iter().fold(self, |object, (name, value)| object.with(name, value))
    }

    /// Checks whether the object has no members.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the object as an indented JSON document.
    pub(super) fn to_text(&self) -> String {
        // Serialization doesn't fail, because JSON can represent all strings and integers.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl<'d> From<&'d str> for Value<'d> {
    fn from(text: &'d str) -> Self {
        Self::Text(text.into())
    }
}

impl<'d> From<&'d String> for Value<'d> {
    fn from(text: &'d String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'d> From<Cow<'d, str>> for Value<'d> {
    fn from(text: Cow<'d, str>) -> Self {
        Self::Text(text)
    }
}

impl<'d> From<Object<'d>> for Value<'d> {
    fn from(object: Object<'d>) -> Self {
        Self::Object(object)
    }
}

impl<'d> FromIterator<Value<'d>> for Value<'d> {
    fn from_iter<I: IntoIterator<Item = Value<'d>>>(elements: I) -> Self {
        Self::Array(elements.into_iter().collect())
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Raw(number) => number.serialize(serializer),
            Self::Null => serializer.serialize_unit(),
            Self::True => serializer.serialize_bool(true),
            Self::False => serializer.serialize_bool(false),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // In an invalid document, two elements can have the same name. Only the first of them is written, because the names of a JSON
        // object must be unique.
        let mut names = HashSet::with_capacity(self.0.len());
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self.0.iter().filter(|(name, _)| names.insert(name)) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
