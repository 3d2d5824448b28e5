//! `Edm.Untyped`: a JSON value of undeclared type.

mod convert;
mod deserializer;
mod exact;
mod handoff;
mod members;
mod number;
mod read;
mod typed;
mod write;

#[cfg(feature = "rust_decimal")]
pub(crate) use convert::number_from;
pub(crate) use members::{Duplicate, NameIndex};
pub use members::{MemberIter, Members};
pub use number::Number;
use number::SerdeNumber;
pub(crate) use typed::written;

/// Any JSON value, for dynamic properties and annotations.
///
/// Unlike `serde_json::Value`, it preserves the document order of an object's members, which is significant in OData
/// (annotations of a property immediately precede it). Deserialization rejects objects with duplicate members. There are
/// conversions from and into `serde_json::Value`, and from every primitive type, enumeration members and collections of these
/// types.
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
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Collection(Vec<Untyped>),
    /// An object.
    Object(Members),
}

impl Untyped {
    /// Checks whether the value is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the value if it is a boolean.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// Returns the number as an `i64` if it is exactly an integer in that range, including `12.0`. See [`Number::as_i64`].
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// Returns the number as a `u64` if it is exactly an integer in that range. See [`Number::as_i64`].
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// Returns the value as a double if it is a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// Returns the value if it is a string.
    #[must_use]
    pub const fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(value) => Some(value.as_str()),
            _ => None,
        }
    }

    /// Returns the elements if the value is an array.
    #[must_use]
    pub const fn as_collection(&self) -> Option<&[Untyped]> {
        match self {
            Self::Collection(elements) => Some(elements.as_slice()),
            _ => None,
        }
    }

    /// Returns the members if the value is an object.
    #[must_use]
    pub const fn as_object(&self) -> Option<&Members> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Returns a member if the value is an object that has this member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Untyped> {
        self.as_object()?.get(name)
    }

    /// Returns an element if the value is an array with an element at this index.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Untyped> {
        self.as_collection()?.get(index)
    }
}
