//! `Edm.Binary`: bytes, on the wire a base64url string.

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
/// JSON has them as a base64 string. The standard requires the alphabet of base64url, with or without padding; Microsoft Graph
/// and other services require the standard alphabet, with `+` and `/`. Both are read.
///
/// A new value has no alphabet of its own: requests to a service write it in the alphabet of the service, and everything else in
/// base64url. [`with_alphabet`](Self::with_alphabet) sets the alphabet of one value. A value that was read keeps its padding,
/// and its alphabet if one could be detected: if the string contains `+`, `/`, `-` or `_`.
///
/// Values are equal if their bytes are equal.
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
    /// Creates a value that is written in the alphabet of the service, with padding.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), form: Form::default() }
    }

    /// Sets the alphabet in which this value is written, for every service.
    #[must_use]
    pub fn with_alphabet(mut self, alphabet: Base64Alphabet) -> Self {
        self.form.alphabet = Some(alphabet);
        self
    }

    /// Returns the alphabet of this value: the one that was set, or the one that it was read in. Returns `None` if the value is
    /// written in the alphabet of the service.
    #[must_use]
    pub const fn alphabet(&self) -> Option<Base64Alphabet> {
        self.form.alphabet
    }

    /// Replaces the bytes. The value keeps its alphabet and whether it has padding.
    pub fn set(&mut self, bytes: impl Into<Vec<u8>>) {
        self.bytes = bytes.into();
    }

    /// Returns the bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Returns the alphabet in which the value is written now.
    fn current_alphabet(&self) -> Base64Alphabet {
        self.form.alphabet.unwrap_or_else(|| {
            dependence::note(|| form::differs_between_alphabets(&self.bytes));
            WireFormat::current().base64
        })
    }
}
