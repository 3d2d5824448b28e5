//! Percent-encoding of path segments and query options.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that are percent-encoded in a path segment, such as `/`. Letters, digits and characters without a
/// special meaning inside a segment aren't encoded.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// The characters that are percent-encoded in the value of a query option, such as `&` and `+`. Servers decode a `+` as
/// a space if it isn't percent-encoded.
const OPTION: &AsciiSet = &SEGMENT.remove(b'/').remove(b';');

pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

pub(super) fn option(text: &str) -> String {
    utf8_percent_encode(text, OPTION).to_string()
}

/// Percent-encodes the name of a query option.
pub(super) fn name(text: &str) -> String {
    utf8_percent_encode(text, const { &SEGMENT.add(b'=') }).to_string()
}

/// Appends a query option to a URL. The URL can already contain a query, for example if the URL is an `@odata.nextLink`.
pub(super) fn push_option(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.extend([&self::name(name), "=", &option(value)]);
}

/// Checks whether a path segment is empty, `.` or `..`. Clients and servers remove such a segment when they normalize a
/// URL. Percent-encoding the dots doesn't prevent the removal of the segments `.` and `..`, because `%2E` is decoded
/// before the URL is normalized.
pub(super) fn is_empty_or_dots(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}
