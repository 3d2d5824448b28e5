//! `InvalidQuery`: the error for query options that can't be written into a URL.

use core::fmt;

/// The error returned when query options can't be written into a URL.
///
/// For example, a `$filter` compares a property with a collection, which has no literal in OData URLs, or a condition
/// from [`Filter::raw`](super::Filter::raw) has an unbalanced parenthesis. The message contains the name of the property
/// or the query option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidQuery(String);

impl InvalidQuery {
    pub(crate) const fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for InvalidQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for InvalidQuery {}
