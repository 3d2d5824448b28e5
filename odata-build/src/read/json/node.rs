//! JSON values with their byte positions in the document. An object or array is parsed only when its content is read.

use core::fmt;
use std::borrow::Cow;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON value that is well-formed but not parsed yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'t> {
    pub(super) text: &'t str,
    /// The byte position of the value in the document.
    pub(super) position: usize,
}

/// The type of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    String,
    Boolean,
    Number,
    Null,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::Array => "an array",
            Self::String => "a string",
            Self::Boolean => "`true` or `false`",
            Self::Number => "a number",
            Self::Null => "`null`",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A member of a JSON object.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) name: Cow<'t, str>,
    /// The byte position of the member's name in the document.
    pub(super) position: usize,
    pub(super) value: Node<'t>,
}

impl Member<'_> {
    /// Checks whether the member is an element, such as a schema, a type or a property. Annotations (`@term`) and keywords of CSDL JSON
    /// (`$Kind`) aren't elements.
    pub(super) fn is_element(&self) -> bool {
        !self.name.starts_with('$') && !self.name.contains('@')
    }
}

/// A JSON object with its members in document order.
#[derive(Debug)]
pub(super) struct Object<'t> {
    pub(super) members: Vec<Member<'t>>,
    /// The byte position of the object in the document.
    pub(super) position: usize,
}

impl<'t> Object<'t> {
    pub(super) fn get(&self, name: &str) -> Option<Node<'t>> {
        self.members.iter().find_map(|member| (member.name == name).then_some(member.value))
    }

    /// Returns the members that are elements, such as types and properties. Annotations and keywords such as `$Kind` aren't returned.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Member<'t>> {
        self.members.iter().filter(|member| member.is_element())
    }
}

impl<'t> Node<'t> {
    /// Parses a JSON document and returns its root value.
    pub(super) fn root(document: &'t str) -> serde_json::Result<Self> {
        Ok(Self::of(document, 0, serde_json::from_str(document)?))
    }

    /// Creates a node for the JSON value `part`, and calculates its byte position in the document. `text` is the part
    /// of the document that starts at the byte position `position`. The value `part` must be a slice of the string
    /// `text`, because the byte position is calculated from the addresses of both.
    fn of(text: &'t str, position: usize, part: &'t RawValue) -> Self {
        let offset = part.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
        Self { text: part.get(), position: position + offset }
    }

    fn part(&self, part: &'t RawValue) -> Self {
        Self::of(self.text, self.position, part)
    }

    pub(super) fn kind(&self) -> Kind {
        match self.text.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// Returns the byte position of the first object or array that is nested more than `max_depth` levels deep. Returns
    /// `None` if the nesting doesn't exceed `max_depth` levels.
    pub(super) fn deeper_than(&self, max_depth: usize) -> Option<usize> {
        let (mut depth, mut is_in_string) = (0_usize, false);
        let mut bytes = self.text.bytes().zip(self.position..);
        while let Some((byte, position)) = bytes.next() {
            match byte {
                b'"' => is_in_string = !is_in_string,
                b'\\' => drop(bytes.next()),
                b'[' | b'{' if !is_in_string && depth == max_depth => return Some(position),
                b'[' | b'{' if !is_in_string => depth += 1,
                b']' | b'}' if !is_in_string => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        None
    }

    /// Parses the members of an object. A member whose name isn't valid Unicode, such as `"\ud800"`, is returned as an
    /// `Err` with the unparsed JSON string of the name.
    pub(super) fn members(&self) -> serde_json::Result<Vec<Result<Member<'t>, Self>>> {
        let pairs = serde_json::Deserializer::from_str(self.text).deserialize_map(Pairs)?;
        let member = |(name, value): (&'t RawValue, &'t RawValue)| {
            let (name, value) = (self.part(name), self.part(value));
            let text = name.string().map_err(|_| name)?;
            Ok(Member { name: text, position: name.position, value })
        };
        Ok(pairs.into_iter().map(member).collect())
    }

    /// Parses the elements of an array.
    pub(super) fn elements(&self) -> serde_json::Result<Vec<Self>> {
        let parts: Vec<&RawValue> = serde_json::from_str(self.text)?;
        Ok(parts.into_iter().map(|part| self.part(part)).collect())
    }

    /// Parses a string.
    pub(super) fn string(&self) -> serde_json::Result<Cow<'t, str>> {
        match self.text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
            _ => serde_json::from_str(self.text).map(Cow::Owned),
        }
    }
}

/// A visitor that returns the unparsed names and values of an object's members.
struct Pairs;

impl<'t> Visitor<'t> for Pairs {
    type Value = Vec<(&'t RawValue, &'t RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}
