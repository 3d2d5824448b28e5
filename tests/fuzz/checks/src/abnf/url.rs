//! The parts of a URL (URL conventions, clause 2).

use percent_encoding::percent_decode_str;

use super::cursor::{Cursor, Parsed};
use super::options::option_value;
use super::tree::{Options, Segment};

/// The decoded parts of a URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Url {
    /// The segments after the service root.
    pub segments: Vec<PathSegment>,
    /// The query options.
    pub options: Options,
}

/// A decoded segment of a resource path.
#[derive(Clone, Debug, PartialEq)]
pub struct PathSegment {
    /// The decoded text. In services with keys in segments, it may be a key.
    pub text: String,
}

impl PathSegment {
    /// Parses the text after the name of a segment: a key or parameters in parentheses.
    ///
    /// # Errors
    ///
    /// Returns a message with the position of the first syntax error.
    pub fn arguments(text: &str) -> Parsed<Segment> {
        Cursor::parse_all(text, |cursor| {
            cursor.expect("(")?;
            cursor.key_or_arguments()
        })
    }

    /// Parses a segment with a key or parameters in parentheses.
    ///
    /// # Errors
    ///
    /// Returns a message with the position of the first syntax error.
    pub fn parse(&self) -> Parsed<(String, Option<Segment>)> {
        Cursor::parse_all(&self.text, |cursor| {
            let name = cursor.qualified_name()?;
            let arguments = if cursor.eat("(") { Some(cursor.key_or_arguments()?) } else { None };
            Ok((name, arguments))
        })
    }
}

impl Url {
    /// Parses a URL that starts with the service root `root`.
    ///
    /// # Errors
    ///
    /// Returns a message if the URL contains a character that RFC 3986 doesn't allow, or a syntax error.
    pub fn parse(url: &str, root: &str) -> Parsed<Self> {
        let relative =
            url.strip_prefix(root).ok_or_else(|| format!("`{url}` doesn't start with `{root}`"))?;
        let (path, query) =
            relative.split_once('?').map_or((relative, None), |(path, query)| (path, Some(query)));
        check(path, "/")?;
        check(query.unwrap_or_default(), "/?")?;
        let segments = path.split('/').map(|segment| {
            // The dot segments of RFC 3986 are removed before a service reads the path.
            match segment {
                "." | ".." => Err(format!("`{url}` has a dot segment")),
                _ => Ok(PathSegment { text: decoded(segment)? }),
            }
        });
        let query = query.filter(|query| !query.is_empty());
        let options = query.into_iter().flat_map(|query| query.split('&')).map(|option| {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            let name = decoded(name)?;
            let value = option_value(&name, &decoded(value)?)?;
            Ok((name, value))
        });
        Ok(Self { segments: segments.collect::<Parsed<_>>()?, options: options.collect::<Parsed<_>>()? })
    }
}

/// Checks that a part of a URL contains only characters that RFC 3986 allows. `+` isn't allowed either, because some
/// services decode it as a space.
fn check(part: &str, additional: &str) -> Parsed<()> {
    let is_allowed = |character: char| {
        character.is_ascii_alphanumeric()
            || "-._~%!$&'()*,;=:@".contains(character)
            || additional.contains(character)
    };
    match part.chars().find(|character| !is_allowed(*character)) {
        Some(character) => Err(format!("`{part}` contains the character {character:?}")),
        None => Ok(()),
    }
}

fn decoded(part: &str) -> Parsed<String> {
    let is_encoded =
        |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    if !part.split('%').skip(1).all(is_encoded) {
        return Err(format!("`{part}` contains an incomplete percent-encoding"));
    }
    let text = percent_decode_str(part).decode_utf8().map_err(|error| format!("`{part}`: {error}"))?;
    Ok(text.into_owned())
}
