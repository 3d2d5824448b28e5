//! Warnings about the content of a batch response.

use core::fmt;

use crate::untyped::Untyped;

/// A warning that a part of a batch response is ignored: a response that matches no request of the batch, or an invalid
/// header.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BatchWarning {
    /// The `id` of a response is missing or matches no request of the batch, so the response is ignored.
    #[non_exhaustive]
    Unmatched {
        /// The `id` of the ignored response, or `None` if the response has no `id`.
        id: Option<String>,
        /// The status code of the ignored response.
        status: Option<u16>,
        /// The body of the ignored response.
        body: Option<Untyped>,
    },
    /// A header of a response is ignored, because the name or the value of the header is invalid.
    #[non_exhaustive]
    Header {
        /// The `id` of the response that contains the invalid header.
        id: Option<String>,
        /// The name of the invalid header, which is ignored.
        name: String,
    },
}

impl fmt::Display for BatchWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmatched { id: Some(id), .. } => {
                write!(f, "a response has the `id` `{id}`, but no request of the batch has this `id`")
            }
            Self::Unmatched { id: None, .. } => f.write_str("a response in the batch response has no `id`"),
            Self::Header { id, name } => {
                let id = id.as_deref().unwrap_or_default();
                write!(f, "the invalid header `{name}` of response `{id}` is ignored")
            }
        }
    }
}
