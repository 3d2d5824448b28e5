//! What a batch response contains that can't be read.

use core::fmt;

use crate::untyped::Untyped;

/// Something in a batch response that can't be read as a response to a request, or as a header of one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BatchWarning {
    /// A response has no identifier, or one that no request has.
    #[non_exhaustive]
    Unmatched {
        /// The identifier.
        id: Option<String>,
        /// The status.
        status: Option<u16>,
        /// The body.
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
