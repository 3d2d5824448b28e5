//! Paths in error messages.
//!
//! serde's errors are opaque: an error can be formatted, and created from a string, but it can't be extended. Creating
//! a new error at every level would copy the message once per level, and some formats quote the message each time.
//! Therefore, the original error is passed through, and each level adds its segment of the path to a thread-local
//! trail. The entry point, serde's `Deserialize`, combines the error with the trail, once:
//!
//! ```text
//! invalid type: integer `5`, expected `Edm.String` at line 1 column 55
//! `value[1].createdBy.user.id` (property of `microsoft.graph.identity`): invalid type: integer `5`, …
//! ```
//!
//! A successful read doesn't access the trail. `serde_json` parses the ` at line 1 column 55` at the end of the new
//! message and restores the position of the error.

use core::cell::RefCell;
use core::fmt::{self, Display};
use std::borrow::Cow;

use serde::de::Error;

use crate::metadata::StructuredType;

thread_local! {
    static TRAIL: RefCell<Option<Trail>> = const { RefCell::new(None) };
}

/// The path of an error that is being returned to the entry point.
struct Trail {
    /// The message of the error. A format may append the position later, so that the final message starts with this
    /// string. Otherwise, the trail belongs to an earlier error that was caught.
    message: String,
    /// The segments of the path, innermost first.
    path: Vec<Segment>,
    /// The qualified name of the type that declares the innermost property.
    owner: Option<&'static str>,
}

enum Segment {
    Name(Box<str>),
    Index(usize),
}

/// Adds a property of `owner` to the path of an error.
#[cold]
pub(crate) fn in_property<E: Error>(error: E, name: &str, owner: &StructuredType) -> E {
    record(error, Segment::Name(name.into()), Some(owner.qualified_name()))
}

/// Adds an index of a collection to the path of an error.
#[cold]
pub(crate) fn in_element<E: Error>(error: E, index: usize) -> E {
    record(error, Segment::Index(index), None)
}

/// Adds a member that isn't a declared property, such as `value` of a collection or `@odata.type`, to the path of an
/// error.
#[cold]
pub(crate) fn in_member<E: Error>(error: E, name: &str) -> E {
    record(error, Segment::Name(name.into()), None)
}

fn record<E: Error>(error: E, segment: Segment, owner: Option<&'static str>) -> E {
    let message = error.to_string();
    TRAIL.with_borrow_mut(|trail| {
        let trail = match trail {
            Some(trail) if message.starts_with(&trail.message) => trail,
            trail => trail.insert(Trail { message, path: Vec::new(), owner: None }),
        };
        trail.path.push(segment);
        trail.owner = trail.owner.or(owner);
    });
    error
}

/// Converts an error of one format into an error of another format. The trail is preserved.
#[cold]
pub(crate) fn converted<E: Error>(error: &impl Display) -> E {
    let before = error.to_string();
    let converted = E::custom(&before);
    TRAIL.with_borrow_mut(|trail| {
        if let Some(trail) = trail.as_mut().filter(|trail| before.starts_with(&trail.message)) {
            trail.message = converted.to_string();
        }
    });
    converted
}

/// Returns the error with its path, if there is one.
#[cold]
pub(crate) fn located<E: Error>(error: E) -> E {
    let message = error.to_string();
    match TRAIL.take() {
        Some(trail) if message.starts_with(&trail.message) => {
            E::custom(format_args!("{trail}: {}", shortened(&message, LONGEST)))
        }
        _ if message.len() > LONGEST => E::custom(shortened(&message, LONGEST)),
        _ => error,
    }
}

/// The maximum length of a message in bytes.
const LONGEST: usize = 500;

/// The maximum length of a member name in bytes. OData names have up to 128 characters.
const LONGEST_NAME: usize = 256;

/// Removes the middle of a long string. In a message, that is the value, which may have megabytes; the expected type
/// and the position are at the end.
fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest {
        return Cow::Borrowed(text);
    }
    let is_boundary = |index: &usize| text.is_char_boundary(*index);
    let start = (0..longest / 2).rev().find(is_boundary).unwrap_or(0);
    let end = (text.len() - longest / 2..text.len()).find(is_boundary).unwrap_or(text.len());
    Cow::Owned(format!("{} … {}", &text[..start], &text[end..]))
}

impl Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`")?;
        for (position, segment) in self.path.iter().rev().enumerate() {
            match segment {
                Segment::Name(name) => {
                    write!(f, "{}{}", if position == 0 { "" } else { "." }, shortened(name, LONGEST_NAME))?;
                }
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        f.write_str("`")?;
        self.owner.map_or(Ok(()), |owner| write!(f, " (property of `{owner}`)"))
    }
}
