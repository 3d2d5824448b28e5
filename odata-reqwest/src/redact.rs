//! Removal of secrets from responses that become part of an error.

use bytes::Bytes;
use http::header::{HeaderMap, HeaderValue, LOCATION};

/// The minimum length of a token that is removed. A shorter string may be a word of the error message.
const MIN_LENGTH: usize = 6;

/// The text that replaces a token.
const REPLACEMENT: &[u8] = "…".as_bytes();

/// Returns the credentials in the header `Authorization`, without the name of the scheme (`Bearer`). Returns `None` if the
/// credentials are too short to be a secret.
fn credentials(authorization: &HeaderValue) -> Option<&[u8]> {
    let value = authorization.as_bytes().trim_ascii();
    let scheme = value.iter().position(|byte| *byte == b' ').map_or(0, |position| position + 1);
    Some(value[scheme..].trim_ascii()).filter(|credentials| credentials.len() >= MIN_LENGTH)
}

/// Replaces the token of the request in the headers and in the body of its response. For example, the error page of a proxy may
/// contain the headers of the request.
pub(crate) fn remove_token(response: &mut http::Response<Bytes>, authorization: &HeaderValue) {
    let Some(token) = credentials(authorization) else { return };
    for value in response.headers_mut().values_mut() {
        let replaced = replace(value.as_bytes(), token).and_then(|bytes| HeaderValue::try_from(bytes).ok());
        if let Some(replaced) = replaced {
            *value = replaced;
        }
    }
    if let Some(replaced) = replace(response.body(), token) {
        *response.body_mut() = replaced.into();
    }
}

/// Replaces the token of the request in a text. Returns `None` if the text doesn't contain the token.
fn replace(text: &[u8], token: &[u8]) -> Option<Vec<u8>> {
    let mut replaced = Vec::new();
    let mut rest = text;
    while let Some(position) = rest.windows(token.len()).position(|window| window == token) {
        replaced.extend_from_slice(&rest[..position]);
        replaced.extend_from_slice(REPLACEMENT);
        rest = &rest[position + token.len()..];
    }
    if rest.len() == text.len() {
        return None;
    }
    replaced.extend_from_slice(rest);
    Some(replaced)
}

/// Marks a `Location` with another origin as sensitive, because the URL may contain a secret. Messages and the `Debug` output
/// don't contain sensitive headers.
pub(crate) fn hide_location(headers: &mut HeaderMap, is_trusted: impl Fn(&str) -> bool) {
    if let Some(location) = headers.get_mut(LOCATION)
        && !location.to_str().is_ok_and(is_trusted)
    {
        location.set_sensitive(true);
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::{credentials, remove_token, replace};

    #[test]
    fn every_token_is_replaced() {
        assert_eq!(replace(b"a-secret,secretsecret", b"secret").as_deref(), Some("a-…,……".as_bytes()));
        assert_eq!(replace(b"secre", b"secret"), None);
        assert_eq!(replace(b"", b"secret"), None);
    }

    #[test]
    fn credentials_follow_the_scheme() {
        let found = |value| credentials(&HeaderValue::from_static(value)).map(<[u8]>::to_vec);
        assert_eq!(found("Bearer  secret "), Some(b"secret".to_vec()));
        assert_eq!(found("secret-key"), Some(b"secret-key".to_vec()));
        assert_eq!(found("Bearer own"), None);
    }

    #[test]
    fn headers_and_body_are_changed() {
        let mut response = http::Response::new("for secret".into());
        response.headers_mut().insert("x-echo", HeaderValue::from_static("Bearer secret"));
        remove_token(&mut response, &HeaderValue::from_static("Bearer secret"));
        assert_eq!(response.headers()["x-echo"].as_bytes(), "Bearer …".as_bytes());
        assert_eq!(response.body(), "for …".as_bytes());
    }
}
