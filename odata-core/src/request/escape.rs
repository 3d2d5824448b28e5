//! Percent-encoding of path segments and query options.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that are encoded in a path segment: all except for letters, digits and characters that have no special
/// meaning inside a segment. In particular, `/` is encoded.
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

/// The characters that are encoded in the value of a query option. They include `&`, and `+`, which servers read as a
/// space.
const OPTION: &AsciiSet = &SEGMENT.remove(b'/').remove(b';');

pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

pub(super) fn option(text: &str) -> String {
    utf8_percent_encode(text, OPTION).to_string()
}

/// Encodes the name of a query option.
pub(super) fn name(text: &str) -> String {
    utf8_percent_encode(text, const { &SEGMENT.add(b'=') }).to_string()
}

/// Checks whether a path segment is empty, `.` or `..`. Clients and servers remove such segments when they normalize
/// a URL. Percent-encoding doesn't prevent that, because `%2E` is decoded first.
pub(super) fn is_empty_or_dots(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}
