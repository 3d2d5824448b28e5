//! Percent-encoding of path segments and query options.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::query::{is_same_option, is_system_option};

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

/// The characters that are percent-encoded in the value of a query option, such as `&` and `+`. A `+` must be
/// percent-encoded, because servers decode an unencoded `+` as a space.
const OPTION: &AsciiSet = &SEGMENT.remove(b'/');

pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// Percent-encodes the value of a query option that isn't a system query option.
fn custom_option(text: &str) -> String {
    utf8_percent_encode(text, OPTION).to_string()
}

/// Percent-encodes the value of a system query option or of a parameter alias. A `;` between nested options isn't
/// encoded, but a `;` in a string is, because some servers split the query at `;`.
fn system_option(text: &str) -> String {
    let mut quote = None;
    let mut encoded = String::new();
    for part in text.split_inclusive(['\'', '"', ';']) {
        let last = part.chars().next_back();
        match (quote, last) {
            (None, Some(';')) => {
                encoded.extend(utf8_percent_encode(&part[..part.len() - 1], OPTION));
                encoded.push(';');
                continue;
            }
            (None, Some('\'' | '"')) => quote = last,
            (Some(_), _) if quote == last => quote = None,
            _ => {}
        }
        encoded.extend(utf8_percent_encode(part, OPTION));
    }
    encoded
}

/// Percent-encodes the name of a query option.
pub(super) fn name(text: &str) -> String {
    utf8_percent_encode(text, const { &SEGMENT.add(b'=') }).to_string()
}

/// Appends a query option to a URL. The URL can already contain a query, for example if the URL is an `@odata.nextLink`.
pub(super) fn push_option(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    let is_expression = name.starts_with('@') || is_system_option(name);
    let value = if is_expression { system_option(value) } else { custom_option(value) };
    url.extend([&self::name(name), "=", &value]);
}

/// Removes every query option with the given name from a URL. Letter case and the prefix `$` are ignored in the names
/// of system query options: `$Top` and `top` are the same option.
pub(super) fn remove_option(url: &mut String, name: &str) {
    let Some((base, query)) = url.split_once('?') else { return };
    let is_other = |pair: &&str| {
        let earlier = pair.split('=').next().unwrap_or_default();
        !is_same_option(&percent_decode_str(earlier).decode_utf8_lossy(), name)
    };
    let others: Vec<_> = query.split('&').filter(is_other).collect();
    let separator = if others.is_empty() { "" } else { "?" };
    *url = format!("{base}{separator}{}", others.join("&"));
}

/// Checks whether a path segment is empty, `.` or `..`. Callers reject these segments, because clients and servers
/// remove empty segments, `.` and `..` when they normalize a URL. Clients and servers also remove the percent-encoded
/// segment `%2E%2E`.
pub(super) fn is_empty_or_dots(segment: &str) -> bool {
    matches!(segment, "" | "." | "..")
}
