//! JSON paths in error messages, such as `value[1].createdBy.user.id`.
//!
//! A JSON path is stored in a thread-local variable (`Trail`), because serde errors have no field for a path. While an
//! error is returned through nested objects and arrays, each object adds a property name, and each array adds an index,
//! to the path. The outermost `Deserialize::deserialize` call creates a new error with the path and the original
//! message. For example, this is an original message, followed by the message with the path:
//!
//! ```text
//! invalid type: integer `5`, expected `Edm.String` at line 1 column 55
//! `value[1].createdBy.user.id` (property of `microsoft.graph.identity`): invalid type: integer `5`, …
//! ```
//!
//! Successful deserialization isn't slower, because the path is recorded only after an error. `serde_json::Error::line`
//! and `column` also work for an error with a path, because `serde_json` reads the position from the end of the error
//! message (` at line 1 column 55`).

use core::cell::RefCell;
use core::fmt::{self, Display};
use std::borrow::Cow;

use serde::de::Error;

use crate::metadata::StructuredType;

thread_local! {
    static TRAIL: RefCell<Option<Trail>> = const { RefCell::new(None) };

    /// The path of the last error that [`located`] returned.
    static LOCATED_PATH: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The JSON path of a deserialization error, such as `value[1].createdBy.user.id`.
struct Trail {
    /// The message of the error to which this path belongs. The path isn't added to an error whose message has a
    /// different start. A serde format may append a position such as ` at line 1 column 55` to the message.
    message: String,
    /// The segments of the path, starting with the innermost segment.
    path: Vec<Segment>,
    /// The qualified name of the type that declares the innermost property of the path.
    owner: Option<&'static str>,
}

enum Segment {
    Name(Box<str>),
    Index(usize),
}

/// Adds a property to the JSON path in an error message. `owner` is the type that declares the property.
#[cold]
pub(crate) fn in_property<E: Error>(error: E, name: &str, owner: &StructuredType) -> E {
    record(error, Segment::Name(name.into()), Some(owner.qualified_name()))
}

/// Adds the index of a collection's element to the JSON path in an error message.
#[cold]
pub(crate) fn in_element<E: Error>(error: E, index: usize) -> E {
    record(error, Segment::Index(index), None)
}

/// Adds a member to the JSON path in an error message. `in_member` is used for members that aren't declared properties,
/// such as the `value` of a collection response or an `@odata.type`.
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

/// Calls the function `call`. If `call` returns `None`, restores the JSON path that was recorded before the call,
/// because `call` may have recorded the path of another error.
#[cold]
pub(crate) fn restoring_path<T>(call: impl FnOnce() -> Option<T>) -> Option<T> {
    let trail = TRAIL.take();
    let result = call();
    if result.is_none() {
        TRAIL.set(trail);
    }
    result
}

/// Converts an error of one serde format into an error of another serde format and preserves the JSON path of the
/// error.
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

/// Inserts the recorded JSON path, if any, at the start of an error message, and shortens a long message.
#[cold]
pub(crate) fn located<E: Error>(error: E) -> E {
    let message = error.to_string();
    match TRAIL.take() {
        Some(trail) if message.starts_with(&trail.message) => {
            LOCATED_PATH.set(Some(trail.path()));
            E::custom(format_args!("{trail}: {}", shortened(&message, LONGEST)))
        }
        _ if message.len() > LONGEST => E::custom(shortened(&message, LONGEST)),
        _ => error,
    }
}

/// Returns the JSON path in the last error message that [`located`] created, and removes the path from the thread-local
/// variable.
pub(crate) fn take_located_path() -> Option<String> {
    LOCATED_PATH.take()
}

/// The maximum length in bytes of an error message without its JSON path.
const LONGEST: usize = 500;

/// The maximum length in bytes of a member name in an error message. A longer name is shortened.
const LONGEST_NAME: usize = 256;

/// Replaces the middle of a string that is longer than `longest` bytes with `…`.
///
/// An error message can be megabytes long, because it contains the invalid value. The end of an error message is
/// preserved, because it contains the expected type and the position of the error.
fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest {
        return Cow::Borrowed(text);
    }
    let is_boundary = |index: &usize| text.is_char_boundary(*index);
    let start = (0..longest / 2).rev().find(is_boundary).unwrap_or(0);
    let end = (text.len() - longest / 2..text.len()).find(is_boundary).unwrap_or(text.len());
    Cow::Owned(format!("{} … {}", &text[..start], &text[end..]))
}

impl Trail {
    /// Returns the path, such as `value[1].createdBy.user.id`.
    fn path(&self) -> String {
        let mut path = String::new();
        for segment in self.path.iter().rev() {
            match segment {
                Segment::Name(name) => {
                    path.push_str(if path.is_empty() { "" } else { "." });
                    path.push_str(&shortened(name, LONGEST_NAME));
                }
                Segment::Index(index) => path.extend(["[", &index.to_string(), "]"]),
            }
        }
        path
    }
}

impl Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.path())?;
        self.owner.map_or(Ok(()), |owner| write!(f, " (property of `{owner}`)"))
    }
}
