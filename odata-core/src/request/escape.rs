//! Percent-encoding: no value can break out of its place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a segment of a path has as it is: nothing that means anything in a URL, least of all `/`.
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

/// What the value of a query option has as it is: neither `&` nor `+`, which a server reads as a space.
const OPTION: &AsciiSet = &SEGMENT.remove(b'/').remove(b';');

pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

pub(super) fn option(text: &str) -> String {
    utf8_percent_encode(text, OPTION).to_string()
}

/// The name of a query option.
pub(super) fn name(text: &str) -> String {
    utf8_percent_encode(text, const { &SEGMENT.add(b'=') }).to_string()
}

/// Whether a segment means another place than itself, or none. Those who resolve a URL decode `%2E` first, so that no
/// encoding helps.
pub(super) fn is_misread(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}
