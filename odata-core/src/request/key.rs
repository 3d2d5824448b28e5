//! Keys of entities.

use core::fmt::Display;

use super::escape;
use super::request_error::RequestError;
use super::service::KeyForm;
use crate::query::literal;
use crate::typed_property::{Assign, IntoPropertyPath};
use crate::value::ODataValue;

/// What identifies an entity in a set: the value of its only key property, or values by name.
///
/// ```
/// use odata_core::request::{Key, Service};
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct OrderItem { #[odata(key)] order_id: i32, #[odata(key)] item_number: i32, code: Option<String> }
///
/// let items = Service::new("https://host/service")?.entity_set::<OrderItem>("items");
/// let composite = Key::by(OrderItem::ORDER_ID, 7).and(OrderItem::ITEM_NUMBER, 1);
/// assert_eq!(items.key(composite).to_string(), "https://host/service/items(orderId=7,itemNumber=1)");
/// let alternate = Key::by(OrderItem::CODE, "a/b");
/// assert_eq!(items.key(alternate).to_string(), "https://host/service/items(code='a%2Fb')");
/// # Ok::<(), odata_core::request::RequestError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The value of the only key property: the text that it is as a segment, and its literal.
    Value {
        /// As a segment: `22aa2acd`.
        text: String,
        /// In parentheses: `'22aa2acd'`.
        literal: String,
    },
    /// Names and literals: a composite key, or an alternate one. Always in parentheses.
    Named(Vec<(String, String)>),
}

impl Key {
    /// The key with one named value: an alternate key, or the first part of a composite one.
    #[must_use]
    pub fn by<P>(property: P, value: impl Assign<P::Value>) -> Self
    where
        P: IntoPropertyPath<Value: ODataValue>,
    {
        Self::Named(vec![(property.into_property_path().to_string(), literal(&value.into_value()))])
    }

    /// The key with another named value.
    #[must_use]
    pub fn and<P>(self, property: P, value: impl Assign<P::Value>) -> Self
    where
        P: IntoPropertyPath<Value: ODataValue>,
    {
        let mut named = match self {
            Self::Named(named) => named,
            Self::Value { .. } => Vec::new(),
        };
        named.push((property.into_property_path().to_string(), literal(&value.into_value())));
        Self::Named(named)
    }

    /// What stands behind the path of the entity set.
    pub(super) fn in_path(&self, form: KeyForm) -> Result<String, RequestError> {
        match (self, form) {
            // `$count`, `$ref`, `$value` are no keys.
            (Self::Value { text, .. }, KeyForm::Segment)
                if escape::is_misread(text) || text.starts_with('$') =>
            {
                Err(RequestError::Key(text.clone()))
            }
            (Self::Value { text, .. }, KeyForm::Segment) => Ok(format!("/{}", escape::segment(text))),
            (Self::Value { literal, .. }, KeyForm::Parentheses) => {
                Ok(format!("({})", escape::segment(literal)))
            }
            (Self::Named(named), _) => {
                let named =
                    named.iter().map(|(name, literal)| format!("{name}={}", escape::segment(literal)));
                Ok(format!("({})", named.collect::<Vec<_>>().join(",")))
            }
        }
    }
}

/// A value of a type that keys have.
pub trait KeyValue: ODataValue + Display {}

impl KeyValue for String {}
impl KeyValue for i16 {}
impl KeyValue for i32 {}
impl KeyValue for i64 {}
impl KeyValue for chrono::NaiveDate {}
#[cfg(feature = "uuid")]
impl KeyValue for uuid::Uuid {}

impl<V: KeyValue> From<V> for Key {
    fn from(value: V) -> Self {
        Self::Value { text: value.to_string(), literal: literal(&value) }
    }
}

impl From<&str> for Key {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl From<&String> for Key {
    fn from(value: &String) -> Self {
        value.clone().into()
    }
}
