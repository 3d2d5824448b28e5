//! The base64 form of an `Edm.Binary` value: its alphabet and its padding.

use base64::Engine as _;
use base64::alphabet::{self, Alphabet};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::wire_format::Base64Alphabet;

/// The base64 alphabet and the padding of a `Binary`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// The base64 alphabet that was set or detected for the `Binary`, or `None` if the `Binary` is written in the
    /// service's alphabet.
    pub(super) alphabet: Option<Base64Alphabet>,
    pub(super) is_unpadded: bool,
}

/// The base64 engines for each alphabet, with and without padding in the output. All engines accept base64 input with
/// and without padding.
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
    /// Decodes a base64 string. Returns the bytes, and the alphabet and padding of the string. Returns `None` if the
    /// string isn't valid base64.
    pub(super) fn decode(text: &str) -> Option<(Vec<u8>, Self)> {
        let form =
            Self { alphabet: alphabet_of(text.as_bytes()), is_unpadded: !text.len().is_multiple_of(4) };
        let bytes = form.engine(form.alphabet.unwrap_or_default()).decode(text).ok()?;
        Some((bytes, form))
    }

    /// Returns the base64 engine that writes in the alphabet `alphabet`, with or without padding.
    pub(super) fn engine(self, alphabet: Base64Alphabet) -> &'static GeneralPurpose {
        let position = match alphabet {
            Base64Alphabet::UrlSafe => 0,
            Base64Alphabet::Standard => 1,
        };
        &ENGINES[position][usize::from(self.is_unpadded)]
    }
}

/// Detects the base64 alphabet of a string from a character that exists in only one alphabet, such as `+`. Returns
/// `None` if the string contains none of the characters `+`, `/`, `-` and `_`.
fn alphabet_of(text: &[u8]) -> Option<Base64Alphabet> {
    text.iter().find_map(|character| match character {
        b'-' | b'_' => Some(Base64Alphabet::UrlSafe),
        b'+' | b'/' => Some(Base64Alphabet::Standard),
        _ => None,
    })
}

/// Checks whether the base64 string of `bytes` is different in the two base64 alphabets.
pub(super) fn differs_between_alphabets(bytes: &[u8]) -> bool {
    // 3 bytes are encoded as 4 characters, independently of other bytes.
    let is_special = |digit: u8| digit >= 62;
    bytes.chunks(3).any(|group| {
        let [first, second, third] =
            [group[0], group.get(1).copied().unwrap_or(0), group.get(2).copied().unwrap_or(0)];
        is_special(first >> 2)
            || is_special((first & 0b11) << 4 | second >> 4)
            || is_special((second & 0b1111) << 2 | third >> 6)
            || is_special(third & 0b11_1111)
    })
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;

    use super::{Form, differs_between_alphabets};
    use crate::wire_format::Base64Alphabet::{Standard, UrlSafe};

    #[test]
    fn strings_that_differ_between_alphabets_are_detected() {
        let engine = |alphabet| Form::default().engine(alphabet);
        for length in 1..=4 {
            // All values of the first two bytes, and all values of the second and the third byte.
            for value in (0..=0xffff_u32).flat_map(|bits| [bits << 16, bits << 8]) {
                let bytes = &value.to_be_bytes()[..length];
                let texts = [UrlSafe, Standard].map(|alphabet| engine(alphabet).encode(bytes));
                assert_eq!(differs_between_alphabets(bytes), texts[0] != texts[1], "{bytes:?}");
            }
        }
        assert!(!differs_between_alphabets(&[]));
    }
}
