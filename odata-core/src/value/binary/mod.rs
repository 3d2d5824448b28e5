//! `Edm.Binary`: bytes, represented by a base64 string in JSON.

mod alphabet_dependence;
mod base64_form;
mod bytes;
mod text;

use crate::wire_format::{Base64Alphabet, WireFormat};
use base64_form::Form;

pub(crate) use alphabet_dependence::depends_on_alphabet;

pub use text::InvalidBinary;

/// The bytes of an `Edm.Binary`.
///
/// JSON represents the bytes as a base64 string. OData requires the base64url alphabet, with or without padding.
/// Microsoft Graph and other services require the standard base64 alphabet, with `+` and `/`. A `Binary` can be
/// deserialized from both alphabets, base64url and standard.
///
/// A `Binary` from [`new`](Self::new) is written in the service's alphabet in requests, and in base64url elsewhere.
/// [`with_alphabet`](Self::with_alphabet) sets the alphabet of one `Binary`.
///
/// A `Binary` that was deserialized is written with the same padding and in the same alphabet as the string that was
/// read. The alphabet of a string can be detected only if the string contains `+`, `/`, `-` or `_`. If the alphabet of
/// the string can't be detected, the `Binary` is written in the service's alphabet in requests, and in base64url
/// elsewhere.
///
/// Two `Binary` values are equal if their bytes are equal.
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
    /// Creates a `Binary` that is written with padding and in the service's base64 alphabet.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), form: Form::default() }
    }

    /// Sets the base64 alphabet in which this `Binary` is written. Overrides the service's alphabet.
    #[must_use]
    pub fn with_alphabet(mut self, alphabet: Base64Alphabet) -> Self {
        self.form.alphabet = Some(alphabet);
        self
    }

    /// Returns the base64 alphabet that was set for this `Binary`, or that was detected when it was deserialized.
    /// Returns `None` if the `Binary` is written in the service's alphabet.
    #[must_use]
    pub const fn alphabet(&self) -> Option<Base64Alphabet> {
        self.form.alphabet
    }

    /// Replaces the bytes of the `Binary`. This method doesn't change the base64 alphabet and the padding of the `Binary`.
    pub fn set(&mut self, bytes: impl Into<Vec<u8>>) {
        self.bytes = bytes.into();
    }

    /// Returns the bytes of the `Binary`.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Returns the base64 alphabet in which the `Binary` is written. If no alphabet was set or detected for the
    /// `Binary`, returns the service's alphabet.
    fn current_alphabet(&self) -> Base64Alphabet {
        self.form.alphabet.unwrap_or_else(|| {
            alphabet_dependence::record(|| base64_form::differs_between_alphabets(&self.bytes));
            WireFormat::current().base64
        })
    }
}
