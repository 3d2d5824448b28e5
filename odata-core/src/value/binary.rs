//! `Edm.Binary`: bytes, on the wire a base64url string.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::{Deref, DerefMut};

use base64::Engine as _;
use base64::alphabet::{self, Alphabet};
use base64::display::Base64Display;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::{Incoming, ReadError};
use crate::metadata::{PrimitiveType, ValueType};

/// The bytes of an `Edm.Binary`.
///
/// The standard writes them in base64url, with or without padding; Graph sends the standard alphabet, with `+` and `/`. Both
/// are read, and a value is written in the form that it was read in. Values are equal when their bytes are.
///
/// ```
/// use odata_core::{Binary, ODataComplex};
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct FileAttachment {
///     content_bytes: Option<Binary>,
/// }
///
/// let attachment: FileAttachment = serde_json::from_str(r#"{"contentBytes": "T0RhdGE"}"#)?;
/// assert_eq!(attachment.content_bytes.as_deref(), Some(&b"OData"[..]));
/// assert_eq!(serde_json::to_string(&FileAttachment { content_bytes: Some(b"OData".into()) })?, r#"{"contentBytes":"T0RhdGE="}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Binary {
    bytes: Vec<u8>,
    form: Form,
}

/// How the bytes stood in a payload.
#[derive(Clone, Copy, Default)]
struct Form {
    is_standard: bool,
    is_unpadded: bool,
}

impl Binary {
    /// The bytes, to be written in base64url with padding.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), form: Form::default() }
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Whether it came in the alphabet of RFC 4648, section 4, which the standard does not allow.
    #[must_use]
    pub const fn is_standard_base64(&self) -> bool {
        self.form.is_standard
    }

    fn parse(text: &str) -> Option<Self> {
        let form =
            Form { is_standard: text.contains(['+', '/']), is_unpadded: !text.len().is_multiple_of(4) };
        Some(Self { bytes: form.engine().decode(text).ok()?, form })
    }
}

/// Each reads with and without padding.
static ENGINES: [[GeneralPurpose; 2]; 2] = [
    [engine(&alphabet::URL_SAFE, true), engine(&alphabet::URL_SAFE, false)],
    [engine(&alphabet::STANDARD, true), engine(&alphabet::STANDARD, false)],
];

const fn engine(alphabet: &Alphabet, writes_padding: bool) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_encode_padding(writes_padding)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}

impl Form {
    fn engine(self) -> &'static GeneralPurpose {
        &ENGINES[usize::from(self.is_standard)][usize::from(self.is_unpadded)]
    }
}

impl ODataValue for Binary {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Binary).delivered(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> ReadValue<'de> for Binary {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(BinaryVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    const IS_AT_ONCE: bool = true;
}

struct BinaryVisitor;

impl Visitor<'_> for BinaryVisitor {
    type Value = Binary;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Binary`, a base64url string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Binary, E> {
        Binary::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// As on the wire.
impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Base64Display::new(&self.bytes, self.form.engine()), f)
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({self})")
    }
}

impl PartialEq for Binary {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Binary {}

impl Hash for Binary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl Deref for Binary {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl DerefMut for Binary {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self::new(bytes)
    }
}

impl<const N: usize> From<&[u8; N]> for Binary {
    fn from(bytes: &[u8; N]) -> Self {
        Self::new(*bytes)
    }
}
