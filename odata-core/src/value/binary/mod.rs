//! `Edm.Binary`: bytes, base64url strings in JSON.

mod bytes;
mod dependence;
mod form;
mod text;

use crate::wire_format::{Base64Alphabet, WireFormat};
use form::Form;

pub(crate) use dependence::depends_on_alphabet;

pub use text::InvalidBinary;

/// The bytes of an `Edm.Binary`.
///
/// JSON represents the bytes as a base64 string. The standard requires the base64url alphabet, with or without padding.
/// Microsoft Graph and other services require the standard alphabet, with `+` and `/`. Deserialization accepts both.
///
/// A new value has no alphabet of its own: requests to a service use the service's alphabet, everything else uses base64url.
/// [`with_alphabet`](Self::with_alphabet) sets the alphabet of one value. A value that was deserialized preserves its padding.
/// It also preserves its alphabet if the alphabet could be detected, that is, if the string contains `+`, `/`, `-` or `_`.
///
/// Two values are equal if their bytes are equal.
///
/// ```
/// use odata_core::{Base64Alphabet, Binary, ODataComplex};
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct FileAttachment {
///     content_bytes: Option<Binary>,
/// }
///
/// let mut attachment: FileAttachment = serde_json::from_str(r#"{"contentBytes": "AP+/"}"#)?;
/// let bytes = attachment.content_bytes.as_mut().unwrap();
/// assert_eq!(&bytes[..], [0x00, 0xff, 0xbf]);
/// assert_eq!(bytes.alphabet(), Some(Base64Alphabet::Standard));
///
/// bytes.set([0xff, 0xff, 0xff]);
/// assert_eq!(serde_json::to_string(&attachment)?, r#"{"contentBytes":"////"}"#);
///
/// let new = Binary::new([0xff, 0xff, 0xff]);
/// assert_eq!(new.to_string(), "____");
/// assert_eq!(new.with_alphabet(Base64Alphabet::Standard).to_string(), "////");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Binary {
    bytes: Vec<u8>,
    form: Form,
}

impl Binary {
    /// Creates a value with padding that is written in the service's alphabet.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), form: Form::default() }
    }

    /// Sets the alphabet of this value, which overrides the service's alphabet.
    #[must_use]
    pub fn with_alphabet(mut self, alphabet: Base64Alphabet) -> Self {
        self.form.alphabet = Some(alphabet);
        self
    }

    /// Returns the alphabet of this value: the alphabet that was set or detected. Returns `None` if the value is written in the
    /// service's alphabet.
    #[must_use]
    pub const fn alphabet(&self) -> Option<Base64Alphabet> {
        self.form.alphabet
    }

    /// Replaces the bytes. The value preserves its alphabet and padding.
    pub fn set(&mut self, bytes: impl Into<Vec<u8>>) {
        self.bytes = bytes.into();
    }

    /// Returns the bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Returns the alphabet that writing the value uses now.
    fn current_alphabet(&self) -> Base64Alphabet {
        self.form.alphabet.unwrap_or_else(|| {
            dependence::record(|| form::differs_between_alphabets(&self.bytes));
            WireFormat::current().base64
        })
    }
}
