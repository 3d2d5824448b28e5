//! Values of a response that are preserved even if they are invalid.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::Collection;
use crate::metadata::ValueType;
use crate::read_error::ReadError;
use crate::typed_property::Reach;
use crate::untyped::Untyped;
use crate::value::kind::{PropertyType, ReadKind, WriteKind};
use crate::value::{ODataValue, ReadValue};

/// A value of the type `T`, or the original JSON value if it can't be read as a `T`. With `Lenient`, a response can be
/// read even if it contains invalid values.
///
/// If one of 1,000 items on a page is invalid, for example, reading a `Collection<T>` returns an error, but reading a
/// `Collection<Lenient<T>>` returns the 999 valid items and one [`Lenient::Invalid`]. Reading a
/// `Collection<Lenient<T>>` takes about twice as long as reading a `Collection<T>`, because every item is buffered. An
/// invalid value is serialized unchanged.
///
/// ```
/// use odata_core::{Collection, Lenient, ODataComplex};
///
/// #[derive(Debug, ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct ResultInfo {
///     code: i32,
/// }
///
/// let page: Collection<Lenient<ResultInfo>> =
///     serde_json::from_str(r#"{"value": [{"code": 1}, {"code": "two"}, {"code": 3}]}"#)?;
/// let (items, errors) = page.into_items_and_errors();
/// assert_eq!(items.iter().map(|item| item.code).collect::<Vec<_>>(), [1, 3]);
/// let (index, error) = &errors[0];
/// assert_eq!(*index, 1);
/// assert_eq!(
///     error.to_string(),
///     "`code` (property of `microsoft.graph.resultInfo`): invalid type: string \"two\", expected `Edm.Int32`",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Lenient<T> {
    /// A valid value of the type `T`.
    Valid(T),
    /// A JSON value that can't be read as a `T`.
    Invalid {
        /// The JSON value as it was received.
        value: Untyped,
        /// The reason why the JSON value can't be read as a `T`, and the JSON path of the invalid part.
        error: ReadError,
    },
}

impl<T> Lenient<T> {
    /// Returns the valid value, or the reason why the value is invalid.
    ///
    /// # Errors
    ///
    /// Returns a [`ReadError`] if the value is invalid.
    pub fn into_result(self) -> Result<T, ReadError> {
        match self {
            Self::Valid(value) => Ok(value),
            Self::Invalid { error, .. } => Err(error),
        }
    }
}

impl<T: Reach> Reach for Lenient<T> {
    type Target = T::Target;
}

impl<T> Collection<Lenient<T>> {
    /// Splits the collection into two lists: the valid items, and the index and the error of each invalid item.
    #[must_use]
    pub fn into_items_and_errors(self) -> (Vec<T>, Vec<(usize, ReadError)>) {
        let mut items = Vec::with_capacity(self.value.len());
        let mut errors = Vec::new();
        for (index, item) in self.into_iter().enumerate() {
            match item.into_result() {
                Ok(item) => items.push(item),
                Err(error) => errors.push((index, error)),
            }
        }
        (items, errors)
    }
}

/// The implementation of serialization and deserialization for [`Lenient`].
#[derive(Debug)]
pub struct LenientKind(());

impl<T> PropertyType for Lenient<T> {
    type Kind = LenientKind;
}

impl<T: ODataValue> WriteKind<Lenient<T>> for LenientKind {
    const TYPE: ValueType = T::TYPE.with_deserialize_any(false);

    fn write<S: Serializer>(value: &Lenient<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Lenient::Valid(value) => value.write(serializer),
            Lenient::Invalid { value, .. } => value.write(serializer),
        }
    }

    fn absent() -> Option<Lenient<T>> {
        T::absent().map(Lenient::Valid)
    }

    fn is_absent(value: &Lenient<T>) -> bool {
        matches!(value, Lenient::Valid(value) if value.is_absent())
    }
}

impl<'de, T: for<'value> ReadValue<'value>> ReadKind<'de, Lenient<T>> for LenientKind {
    const USES_DESERIALIZE_ANY: bool = false;

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Lenient<T>, D::Error> {
        let value = Untyped::read(deserializer)?;
        Ok(match value.read_as() {
            Ok(value) => Lenient::Valid(value),
            Err(error) => Lenient::Invalid { value, error },
        })
    }
}
