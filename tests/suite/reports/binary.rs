//! Tests the base64 alphabet of `Edm.Binary` values.

use std::collections::HashSet;

use odata_core::{Base64Alphabet, Binary, InvalidBinary, Json, ODataComplex};

use crate::support::{read, write};

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Photo {
    content: Binary,
}

/// The first bytes of a PNG file, and bytes whose encoding has both characters that differ between the base64 alphabets.
const BYTES: [u8; 8] = [0x89, b'P', b'N', b'G', 0xff, 0xfb, 0xef, 0xff];

#[track_caller]
fn assert_written(content: Binary, expected: &str) {
    assert_eq!(content.to_string(), expected);
    assert_eq!(write(&content), format!(r#""{expected}""#));
    assert_eq!(write(&Photo { content: content.clone() }), format!(r#"{{"content":"{expected}"}}"#));
    assert_eq!(sonic_rs::to_string(&content).expect("written"), format!(r#""{expected}""#));
    assert_eq!(expected.parse(), Ok(content));
}

#[test]
fn alphabet_can_be_set_for_value() {
    assert_eq!(Binary::new(BYTES).alphabet(), None);
    assert_written(BYTES.into(), "iVBOR__77_8=");
    assert_written(Binary::from(BYTES).with_alphabet(Base64Alphabet::Standard), "iVBOR//77/8=");
    assert_written(Binary::from(BYTES).with_alphabet(Base64Alphabet::UrlSafe), "iVBOR__77_8=");
}

#[test]
fn changed_value_preserves_alphabet_and_padding() {
    for (string, alphabet, changed) in [
        ("iVBOR//77/8=", Some(Base64Alphabet::Standard), "iVBOR//77/8="),
        ("iVBOR__77_8", Some(Base64Alphabet::UrlSafe), "iVBOR__77_8"),
        ("+w==", Some(Base64Alphabet::Standard), "iVBOR//77/8="),
        ("-w", Some(Base64Alphabet::UrlSafe), "iVBOR__77_8"),
        ("T0RhdGE=", None, "iVBOR__77_8="),
        ("T0RhdGE", None, "iVBOR__77_8"),
        ("", None, "iVBOR__77_8="),
    ] {
        let mut photo: Photo = read(&format!(r#"{{"content": "{string}"}}"#));
        assert_eq!(photo.content.alphabet(), alphabet, "{string}");
        assert_written(photo.content.clone(), string);
        photo.content.set(BYTES);
        assert_written(photo.content, changed);
    }
    let mut content: Binary = read(r#""+/+/""#);
    content.fill(0xff);
    content.extend([0xff; 3]);
    assert_written(content, "////////");
}

#[test]
fn mixed_alphabets_are_invalid() {
    for string in ["+_-/", "-A==+", "a+b_", "T0RhdGE==", "a", "T0 Rh", "T0Rh\n"] {
        let invalid: InvalidBinary = string.parse::<Binary>().expect_err(string);
        assert_eq!(invalid.to_string(), "not an `Edm.Binary`: expected a base64url string");
    }
    let message = crate::support::error::<Binary>(r#""+_-/""#);
    assert!(
        message.starts_with(r#"invalid value: string "+_-/", expected `Edm.Binary`, a base64url string"#),
        "{message}"
    );
}

#[test]
fn binary_value_behaves_like_bytes() {
    fn length(bytes: impl AsRef<[u8]>) -> usize {
        bytes.as_ref().len()
    }
    let value: Binary = BYTES.into_iter().collect();
    assert_eq!(length(&value), 8);
    assert_eq!(Vec::from(value.clone()), BYTES);
    let known = HashSet::from([value.clone().with_alphabet(Base64Alphabet::Standard)]);
    assert!(known.contains(&BYTES[..]) && known.contains(&value));
    let json: Json<Vec<Binary>> = Json(vec![value]);
    assert_eq!(read::<Vec<Binary>>(&serde_json::to_string(&json.0).expect("written")), json.0);
}
