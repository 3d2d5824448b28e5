//! `Edm.Stream`: what seldom comes inline.

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::metadata::{PrimitiveType, ValueType};
use crate::untyped::Untyped;
use crate::value::{Binary, ODataValue, ReadValue};

/// The content of an `Edm.Stream`.
///
/// A stream has links instead of a value, which are in the [`Extra`](crate::Extra) of its owner:
/// [`extra.stream("content")`](crate::Extra::stream). So a property of this type is an `Option`, and mostly `None`. A request
/// may ask for the content, which then stands inline (OData 4.01 JSON format, clause 9): JSON as it is, a text as a string,
/// anything else as a base64url string; `content_type()` of the links says which.
///
/// ```
/// use odata_core::{Extra, ODataEntity, Stream};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "example")]
/// struct Product {
///     thumbnail: Option<Stream>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// let product: Product = serde_json::from_str(
///     r#"{"thumbnail@odata.mediaReadLink": "https://…/546.jpg", "thumbnail@odata.mediaContentType": "image/jpeg", "thumbnail": "_-AA"}"#,
/// )?;
/// let links = product.extra.stream("thumbnail");
/// assert_eq!((links.read_link(), links.content_type()), (Some("https://…/546.jpg"), Some("image/jpeg")));
/// assert_eq!(product.thumbnail.and_then(|thumbnail| thumbnail.to_bytes()), Some(vec![0xff, 0xe0, 0]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stream(Untyped);

impl Stream {
    /// The content as it stands inline.
    #[must_use]
    pub const fn content(&self) -> &Untyped {
        &self.0
    }

    /// Returns the content as it stands inline.
    #[must_use]
    pub fn into_content(self) -> Untyped {
        self.0
    }

    /// The bytes of a content in base64url.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        self.0.read_as().ok().map(Binary::into_bytes)
    }
}

impl From<Untyped> for Stream {
    fn from(content: Untyped) -> Self {
        Self(content)
    }
}

impl ODataValue for Stream {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Stream);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de> ReadValue<'de> for Stream {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Untyped::read(deserializer).map(Self)
    }
}
