//! `Edm.Untyped`: any JSON value.

mod convert;
mod deserializer;
mod long_numbers;
mod members;
mod number;
mod read;
mod transfer;
mod typed;
mod write;

#[cfg(feature = "rust_decimal")]
pub(crate) use convert::number_from;
pub(crate) use members::{Duplicate, NameIndex};
pub use members::{MemberIter, Members};
pub use number::Number;
use number::SerdeNumber;
pub(crate) use typed::written;

/// Any JSON value: the Rust type of dynamic properties, annotations and `Edm.Untyped` properties.
///
/// Unlike `serde_json::Value`, an `Untyped` preserves the document order of an object's members. The order of members
/// is significant in OData, because the annotations of a property immediately precede the property. Deserialization
/// rejects an object with duplicate members. An `Untyped` can be converted from and into a `serde_json::Value`.
/// Primitive values, enumeration members, and collections of primitive values or enumeration members can also be
/// converted into an `Untyped`.
///
/// ```
/// use odata_core::Untyped;
///
/// let site: Untyped = serde_json::from_str(r#"{"webUrl": "https://contoso.example", "items": [1, 2]}"#)?;
/// assert_eq!(site.get("webUrl").and_then(Untyped::as_str), Some("https://contoso.example"));
/// assert_eq!(site.get("items").and_then(|items| items.at(1)).and_then(Untyped::as_i64), Some(2));
/// assert_eq!(site.get("items"), Some(&Untyped::from(vec![1, 2])));
/// assert!(site.get("webUrl").is_some_and(|url| url == "https://contoso.example"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Untyped {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A JSON number.
    Number(Number),
    /// A JSON string.
    String(String),
    /// A JSON array.
    Collection(Vec<Untyped>),
    /// A JSON object.
    Object(Members),
}

impl Untyped {
    /// Checks whether this JSON value is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the Boolean if this JSON value is a Boolean.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// Returns the JSON value as an `i64` if it is an integer in the range of `i64`, such as `12` or `12.0`. See
    /// [`Number::as_i64`] for doubles of 2^53 or more.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// Returns the JSON value as a `u64` if it is an integer in the range of `u64`, such as `12` or `12.0`. See
    /// [`Number::as_i64`] for doubles of 2^53 or more.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// Returns the `f64` that is closest to this JSON value, if this JSON value is a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// Returns the string if this JSON value is a string.
    #[must_use]
    pub const fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(value) => Some(value.as_str()),
            _ => None,
        }
    }

    /// Returns the elements if this JSON value is an array.
    #[must_use]
    pub const fn as_collection(&self) -> Option<&[Untyped]> {
        match self {
            Self::Collection(elements) => Some(elements.as_slice()),
            _ => None,
        }
    }

    /// Returns the members if this JSON value is an object.
    #[must_use]
    pub const fn as_object(&self) -> Option<&Members> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Returns the value of the member with the name `name`, if this value is an object that has such a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Untyped> {
        self.as_object()?.get(name)
    }

    /// Returns the element at the index `index`, if this value is an array that has such an element.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Untyped> {
        self.as_collection()?.get(index)
    }
}
