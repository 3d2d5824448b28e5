//! Where in a payload an error stands.
//!
//! serde's errors are opaque: one can only be shown, and made anew from a text. So the path grows in front of the
//! message while the error travels outwards, and a read that goes well pays nothing for it. Every level that
//! knows its segment puts it into the leading backticks:
//!
//! ```text
//! invalid type: integer `5`, expected `Edm.String`
//! `id` (property of `microsoft.graph.identity`): invalid type: integer `5`, expected `Edm.String`
//! `user.id` (property of `microsoft.graph.identity`): invalid type: …
//! ```
//!
//! The owner stays that of the innermost property. `serde_json` finds the ` at line 1 column 7` at the end of such a
//! text and makes it the error's position again.

use serde::de::Error;

use crate::metadata::StructuredType;

/// What stands between the path and the owner's qualified name.
const OWNER: &str = " (property of `";

/// An error in the value of a property of `owner`.
#[cold]
pub(crate) fn in_property<E: Error>(error: &E, name: &str, owner: &StructuredType) -> E {
    let message = error.to_string();
    E::custom(match Located::parse(&message) {
        Some(Located { path, owned: true, rest }) => format!("`{}`{rest}", join(name, path)),
        Some(Located { path, owned: false, rest }) => {
            format!("`{}`{OWNER}{}`){rest}", join(name, path), owner.qualified_name())
        }
        None => format!("`{name}`{OWNER}{}`): {message}", owner.qualified_name()),
    })
}

/// An error in the element of a collection at `index`.
#[cold]
pub(crate) fn in_element<E: Error>(error: &E, index: usize) -> E {
    let message = error.to_string();
    E::custom(match Located::parse(&message) {
        Some(Located { path, rest, .. }) => format!("`{}`{rest}", join(&format!("[{index}]"), path)),
        None => format!("`[{index}]`: {message}"),
    })
}

/// An error in the value of a member of an envelope, which is no type of the model: `value[3].id`.
#[cold]
pub(crate) fn in_member<E: Error>(error: &E, name: &str) -> E {
    let message = error.to_string();
    E::custom(match Located::parse(&message) {
        Some(Located { path, rest, .. }) => format!("`{}`{rest}", join(name, path)),
        None => format!("`{name}`: {message}"),
    })
}

/// A message that begins with a path.
struct Located<'m> {
    path: &'m str,
    /// Whether the path ends in a property, whose owner is named behind it.
    owned: bool,
    rest: &'m str,
}

impl<'m> Located<'m> {
    fn parse(message: &'m str) -> Option<Self> {
        let (path, rest) = message.strip_prefix('`')?.split_once('`')?;
        let owned = rest.starts_with(OWNER);
        (owned || (path.starts_with('[') && rest.starts_with(": "))).then_some(Self { path, owned, rest })
    }
}

fn join(outer: &str, inner: &str) -> String {
    let dot = if inner.starts_with('[') { "" } else { "." };
    format!("{outer}{dot}{inner}")
}
