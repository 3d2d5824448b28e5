//! Warnings about the content of a batch response.

use core::fmt;

use crate::untyped::Untyped;

/// A warning about a batch response: a part of it is ignored, because it can't be matched or read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BatchWarning {
    /// A response has no identifier, or an identifier that no request of the batch has.
    #[non_exhaustive]
    Unmatched {
        /// The identifier of the response.
        id: Option<String>,
        /// The status code of the response.
        status: Option<u16>,
        /// The body of the response.
        body: Option<Untyped>,
    },
    /// A header of a response is ignored, because its name or its value isn't valid.
    #[non_exhaustive]
    Header {
        /// The identifier of the response.
        id: Option<String>,
        /// The name of the header.
        name: String,
    },
}

impl fmt::Display for BatchWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmatched { id: Some(id), .. } => {
                write!(f, "the batch has no request `{id}`, but a response to it was received")
            }
            Self::Unmatched { id: None, .. } => f.write_str("a response in the batch has no `id`"),
            Self::Header { id, name } => {
                let id = id.as_deref().unwrap_or_default();
                write!(f, "the header `{name}` of response `{id}` is invalid and ignored")
            }
        }
    }
}
