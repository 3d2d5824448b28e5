//! The keys of entities in URLs.

use super::escape;
use super::invalid_key::InvalidKey;
use super::request_error::RequestError;
use super::service::KeyForm;
use crate::query::{Literal, check_name};
use crate::typed_property::{Assign, IntoPropertyPath};
use crate::value::ODataValue;
use crate::wire_format::WireFormat;

/// The key that identifies an entity in a collection, as part of a URL (OData 4.01 URL Conventions, clause 4.3).
///
/// To create a key with a single property, convert the value of the key property: `Key::from(7)` or
/// `Key::from("22aa2acd")`. [`Key::by`] creates a composite key or an alternate key.
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
///
/// `Key::try_from` converts an `Option`, such as a field of the type `Option<String>`, into a key. For `None`,
/// `Key::try_from` returns the error [`InvalidKey::Missing`].
///
/// ```
/// use odata_core::request::Key;
///
/// let id: Option<String> = Some("22aa2acd".to_owned());
/// assert_eq!(Key::try_from(&id)?, Key::from("22aa2acd"));
/// assert_eq!(Key::try_from(None::<i32>).unwrap_err().to_string(), "the key has no value: it is `None` or null");
/// # Ok::<(), odata_core::request::InvalidKey>(())
/// ```
#[derive(Clone, Debug)]
pub struct Key(Parts);

#[derive(Clone, Debug)]
enum Parts {
    /// The value of a key with a single property.
    Single(Literal),
    /// The property names and values of a composite or alternate key, which is always written in parentheses:
    /// `(orderId=7,itemNumber=1)`.
    Named(Vec<(String, Literal)>),
}

/// A composite or alternate key that [`Key::by`] or [`Key::by_name`] creates, such as `(orderId=7,itemNumber=1)`.
#[derive(Clone, Debug)]
pub struct NamedKey(Vec<(String, Literal)>);

impl Key {
    /// Creates an alternate key, or the first part of a composite key, from a property and its value. [`NamedKey::and`]
    /// adds the next property of a composite key.
    #[must_use]
    pub fn by<P>(property: P, value: impl Assign<P::Value>) -> NamedKey
    where
        P: IntoPropertyPath<Value: ODataValue>,
    {
        NamedKey(Vec::new()).and(property, value)
    }

    /// Creates an alternate key, or the first part of a composite key, from a name and a value. Use this function
    /// instead of [`Key::by`] if the name is an alias and not the name of a property. The name is checked when the key is
    /// written into a URL.
    ///
    /// ```
    /// use odata_core::request::Key;
    ///
    /// let key: Key = Key::by_name("ssn", "123-45-6789").and_name("country", "US").into();
    /// assert_ne!(key, Key::by_name("ssn", "123-45-6789").into());
    /// ```
    #[must_use]
    pub fn by_name<V: ODataValue>(name: impl Into<String>, value: V) -> NamedKey {
        NamedKey(Vec::new()).and_name(name, value)
    }

    pub(super) const fn named(parts: Vec<(String, Literal)>) -> Self {
        Self(Parts::Named(parts))
    }

    pub(super) const fn single(value: Literal) -> Self {
        Self(Parts::Single(value))
    }

    /// Returns the string that is appended to the path of a collection: `/42` or `('42')`.
    pub(super) fn in_path(&self, form: KeyForm, format: WireFormat) -> Result<String, RequestError> {
        match (&self.0, form) {
            (Parts::Single(value), _) if value.is_null() => Err(InvalidKey::Missing.into()),
            (Parts::Single(value), KeyForm::Segment) => {
                let text = value.format_segment(format).map_err(InvalidKey::Value)?;
                // A service doesn't read a segment such as `$count`, `$ref` or `$value` as a key.
                if escape::is_empty_or_dots(&text) || text.starts_with('$') {
                    return Err(RequestError::Key(text));
                }
                Ok(format!("/{}", escape::segment(&text)))
            }
            (Parts::Single(value), KeyForm::Parentheses) => {
                let literal = value.format(format).map_err(InvalidKey::Value)?;
                Ok(format!("({})", escape::segment(&literal)))
            }
            (Parts::Named(parts), _) => Ok(format!("({})", named(parts, format)?)),
        }
    }
}

impl NamedKey {
    /// Adds another property and its value to the key.
    #[must_use]
    pub fn and<P>(self, property: P, value: impl Assign<P::Value>) -> Self
    where
        P: IntoPropertyPath<Value: ODataValue>,
    {
        self.and_name(property.into_property_path().to_string(), value.into_value())
    }

    /// Adds another name and its value to the key. Use this method instead of [`and`](Self::and) if the name is an
    /// alias and not the name of a property.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers can write `5` instead of `&5`")]
    pub fn and_name<V: ODataValue>(mut self, name: impl Into<String>, value: V) -> Self {
        self.0.push((name.into(), Literal::new(&value)));
        self
    }
}

/// Formats the names and values of a composite or alternate key: `orderId=7,itemNumber=1`.
fn named(parts: &[(String, Literal)], format: WireFormat) -> Result<String, InvalidKey> {
    let mut text = String::new();
    for (position, (name, value)) in parts.iter().enumerate() {
        if name.contains('/') {
            return Err(InvalidKey::Path(name.clone()));
        }
        check_name(name).map_err(|reason| InvalidKey::Name(name.clone(), reason))?;
        if parts[..position].iter().any(|(earlier, _)| earlier == name) {
            return Err(InvalidKey::Duplicate(name.clone()));
        }
        if value.is_null() {
            return Err(InvalidKey::Null(name.clone()));
        }
        let literal =
            value.format(format).map_err(|reason| InvalidKey::Value(format!("`{name}`: {reason}")))?;
        let separator = if position == 0 { "" } else { "," };
        text.extend([separator, &escape::segment(name), "=", &escape::segment(&literal)]);
    }
    Ok(text)
}

impl From<NamedKey> for Key {
    fn from(NamedKey(parts): NamedKey) -> Self {
        Self(Parts::Named(parts))
    }
}

/// Two keys are equal if they are written identically in a URL.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        let text = |key: &Self| key.in_path(KeyForm::Parentheses, WireFormat::default());
        matches!(
            (&self.0, &other.0),
            (Parts::Single(_), Parts::Single(_)) | (Parts::Named(_), Parts::Named(_))
        ) && text(self) == text(other)
    }
}

impl Eq for Key {}
