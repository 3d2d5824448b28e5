//! Stream properties (`Edm.Stream`).

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::metadata::{PrimitiveType, ValueType};
use crate::untyped::Untyped;
use crate::value::{Binary, ODataValue, ReadValue};

/// The inline content of an `Edm.Stream` property.
///
/// By default, a response contains links to a stream instead of the content of the stream. The field of a stream
/// property has the type `Option<Stream>`, and is `None` if the response contains only links to the stream.
/// [`extra.stream("content")`](crate::Extra::stream) returns the links of the property `content` from the `Extra` of
/// the entity or complex value. A response can also include the content of a stream inline (OData 4.01 JSON format,
/// clause 9): JSON content is included as JSON, text as a string, and any other content as a base64url string.
/// [`StreamLinks::content_type`](crate::StreamLinks::content_type) returns the media type of the content.
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
    /// Returns a reference to the inline content of the stream.
    #[must_use]
    pub const fn content(&self) -> &Untyped {
        &self.0
    }

    /// Converts the stream into its inline content.
    #[must_use]
    pub fn into_content(self) -> Untyped {
        self.0
    }

    /// Decodes the inline content from base64url, or returns `None` if the inline content isn't a base64url string.
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
