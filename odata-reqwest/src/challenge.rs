//! The claims challenge in the header `WWW-Authenticate`.

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;

/// Returns the decoded claims of a challenge (`WWW-Authenticate: Bearer … claims="…"`), which are base64-encoded JSON.
///
/// Returns the value unchanged if it isn't base64, and `None` if the header has no claims.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    let challenges = headers.get_all(WWW_AUTHENTICATE);
    let mut texts = challenges.iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    let value = texts.find_map(|challenge| parameter(&challenge, "claims"))?;
    let decoded = decode(&value).and_then(|bytes| String::from_utf8(bytes).ok());
    Some(decoded.unwrap_or(value))
}

/// Returns the value of a parameter, which is a token or a quoted string (RFC 9110, 11.2).
fn parameter(challenge: &str, name: &str) -> Option<String> {
    let mut rest = challenge;
    while let Some((before, after)) = rest.split_once('=') {
        let found = before.trim_end().rsplit([' ', '\t', ',']).next().unwrap_or_default();
        let (value, remaining) = value(after.trim_start());
        if found.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = remaining;
    }
    None
}

/// Parses the token or quoted string at the start of a string. Returns the value and the remaining text.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let (mut value, mut is_escaped) = (String::new(), false);
    for (position, character) in quoted.char_indices() {
        match character {
            '\\' if !is_escaped => is_escaped = true,
            '"' if !is_escaped => return (value, &quoted[position + 1..]),
            _ => {
                is_escaped = false;
                value.push(character);
            }
        }
    }
    (value, "")
}

/// Decodes base64 or base64url with or without padding.
fn decode(text: &str) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let alphabet = if text.contains(['-', '_']) { URL_SAFE } else { STANDARD };
    GeneralPurpose::new(&alphabet, config).decode(text).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::claims;

    fn claims_of(challenge: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert("www-authenticate", challenge.parse().expect("a value"));
        claims(&headers)
    }

    #[test]
    fn claims_are_decoded() {
        let encoded = "eyJhY2Nlc3NfdG9rZW4iOnt9fQ";
        for challenge in [
            format!("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{encoded}==\""),
            format!(
                "Bearer authorization_uri=\"https://login/a?x=y, claims=z\", Claims = \"{encoded}\", error=\"e\""
            ),
            format!("Basic realm=\"r\", Bearer claims={encoded}"),
            format!("Negotiate YWJj==, BEARER\tREALM=\"\", CLAIMS\t=\t\"{encoded}=\"\t,error=e"),
            format!("Bearer claims={encoded}==,realm=\"\""),
        ] {
            assert_eq!(claims_of(&challenge).as_deref(), Some("{\"access_token\":{}}"), "{challenge}");
        }
        assert_eq!(claims_of(r#"Bearer claims="{\"a\":1}""#).as_deref(), Some("{\"a\":1}"));
    }

    #[test]
    fn challenges_without_claims_are_ignored() {
        for challenge in
            ["Bearer", "Bearer realm=\"claims\"", "Bearer realm=\"x\\\" claims=\\\"y\"", "=", "claims"]
        {
            assert_eq!(claims_of(challenge), None, "{challenge}");
        }
        assert_eq!(claims_of("claims=\"").as_deref(), Some(""));
    }
}
