//! Resolution of relative URLs (RFC 3986, 5.2).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The characters that aren't allowed in a URL (RFC 3986, 2). The backslash must be encoded, because some clients treat
/// `\` as `/`.
const INVALID: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Percent-encodes the characters that aren't allowed in a URL, such as spaces. Encoded characters such as `%20` are
/// unchanged. Leading and trailing whitespace is removed.
pub(super) fn percent_encoded(url: &str) -> Cow<'_, str> {
    utf8_percent_encode(url.trim(), INVALID).into()
}

/// The components of a URL, except for the fragment (RFC 3986, appendix B).
#[derive(Clone, Copy)]
struct Components<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

impl<'u> Components<'u> {
    fn of(url: &'u str) -> Self {
        let url = url.split('#').next().unwrap_or_default();
        let (scheme, rest) = match url.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, url),
        };
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (rest, None),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query }
    }

    /// Replaces the path of the URL with `path`, and returns the URL as a string (RFC 3986, 5.3).
    fn with_path(self, path: &str) -> String {
        let scheme = self.scheme.map(|scheme| format!("{scheme}:")).unwrap_or_default();
        let authority = self.authority.map(|authority| format!("//{authority}")).unwrap_or_default();
        // An empty path is equivalent to `/` (RFC 3986, 6.2.3).
        let path = if path.is_empty() && self.authority.is_some() { "/" } else { path };
        let query = self.query.map(|query| format!("?{query}")).unwrap_or_default();
        format!("{scheme}{authority}{path}{query}")
    }
}

/// Checks whether a URL has a scheme.
pub(super) fn is_absolute(url: &str) -> bool {
    Components::of(url).scheme.is_some()
}

/// Resolves a relative or absolute URL against an absolute base URL. Removes the fragment.
pub(super) fn resolve(reference: &str, base: &str) -> String {
    let (reference, base) = (Components::of(reference), Components::of(base));
    if reference.scheme.is_some() {
        return reference.with_path(&without_dots(reference.path));
    }
    if reference.authority.is_some() {
        return Components { scheme: base.scheme, ..reference }.with_path(&without_dots(reference.path));
    }
    if reference.path.is_empty() {
        return Components { query: reference.query.or(base.query), ..base }.with_path(base.path);
    }
    let path = if reference.path.starts_with('/') {
        without_dots(reference.path)
    } else {
        without_dots(&merged(base, reference.path))
    };
    Components { query: reference.query, ..base }.with_path(&path)
}

/// Replaces the last segment of the base path with a relative path (RFC 3986, 5.2.3).
fn merged(base: Components<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |slash| &base.path[..=slash]);
    format!("{folder}{path}")
}

/// Removes every segment `.`, and every segment `..` together with the segment before it (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut output: Vec<&str> = Vec::new();
    let is_rooted = path.starts_with('/');
    let segments: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
    for (position, segment) in segments.iter().enumerate() {
        let is_last = position + 1 == segments.len();
        match *segment {
            "." => {}
            ".." => drop(output.pop()),
            segment => {
                output.push(segment);
                continue;
            }
        }
        if is_last {
            output.push("");
        }
    }
    format!("{}{}", if is_rooted { "/" } else { "" }, output.join("/"))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::{percent_encoded, resolve};

    /// The examples of RFC 3986, 5.4, without fragments.
    #[test]
    fn references_resolve_like_examples_of_rfc_3986() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q"),
            ("g#s", "http://a/b/c/g"),
            ("g?y#s", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("g;x?y#s", "http://a/b/c/g;x?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("http:g", "http:g"),
        ] {
            assert_eq!(resolve(reference, "http://a/b/c/d;p?q"), expected, "{reference}");
        }
        assert_eq!(resolve("g", "http://a"), "http://a/g");
        assert_eq!(resolve("?y", "http://a"), "http://a/?y");
    }

    #[test]
    fn only_invalid_characters_are_encoded() {
        assert_eq!(percent_encoded("a b\"c<d>|{}^`\\é\t"), "a%20b%22c%3Cd%3E%7C%7B%7D%5E%60%5C%C3%A9");
        let valid = "https://host/a%20b/c('d')?$filter=x%20eq%20'%C3%A9'&$skiptoken=[1]!*+,;:@~-._%2f#f";
        assert_eq!(percent_encoded(valid), valid);
    }
}
