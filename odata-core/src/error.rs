//! Where in a payload an error stands.
//!
//! serde's errors are opaque: one can be shown, and made anew from a text, but nothing can be added to one. Making it
//! anew at every level would cost an error in the depth of a payload a copy for each level, and some formats quote the
//! text again each time. So the error itself travels outwards as it is. On its way each level leaves its segment of the
//! path in a trail beside it, and where serde's `Deserialize` was entered the two are put together, once:
//!
//! ```text
//! invalid type: integer `5`, expected `Edm.String` at line 1 column 55
//! `value[1].createdBy.user.id` (property of `microsoft.graph.identity`): invalid type: integer `5`, …
//! ```
//!
//! A read that goes well never touches the trail. `serde_json` finds the ` at line 1 column 55` at the end of the new
//! text and makes it the error's position again.

use core::cell::RefCell;
use core::fmt::{self, Display};
use std::borrow::Cow;

use serde::de::Error;

use crate::metadata::StructuredType;

thread_local! {
    static TRAIL: RefCell<Option<Trail>> = const { RefCell::new(None) };
}

/// The path of the error that is on its way outwards.
struct Trail {
    /// What the error says of itself. A format adds its position at the end, once it knows it. A trail whose
    /// message is no beginning of an error's belongs to another one, which somebody has caught.
    message: String,
    /// The innermost segment first.
    path: Vec<Segment>,
    /// The qualified name of the type that declares the innermost property.
    owner: Option<&'static str>,
}

enum Segment {
    Name(Box<str>),
    Index(usize),
}

/// An error in the value of a property of `owner`.
#[cold]
pub(crate) fn in_property<E: Error>(error: E, name: &str, owner: &StructuredType) -> E {
    note(error, Segment::Name(name.into()), Some(owner.qualified_name()))
}

/// An error in the element of a collection at `index`.
#[cold]
pub(crate) fn in_element<E: Error>(error: E, index: usize) -> E {
    note(error, Segment::Index(index), None)
}

/// An error in the value of a member that is no declared property: `value` of a collection, `@odata.type`.
#[cold]
pub(crate) fn in_member<E: Error>(error: E, name: &str) -> E {
    note(error, Segment::Name(name.into()), None)
}

fn note<E: Error>(error: E, segment: Segment, owner: Option<&'static str>) -> E {
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

/// The error of one format as that of another, on the same trail.
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

/// The error with its path in front, if it left a trail.
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

/// The most bytes of a message that are shown.
const LONGEST: usize = 500;

/// The most bytes of a member's name that are shown. OData has names of up to 128 characters.
const LONGEST_NAME: usize = 256;

/// The text without its middle when it is long. In a message that is the value, which may have megabytes: what was expected
/// and the position stand at the end.
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
