//! `InvalidQuery`: the error for query options that can't be written into a URL.

use core::fmt;

/// The error returned when query options can't be written into a URL.
///
/// For example, a `$filter` can't compare a property with a collection, because collections have no literal in OData
/// URLs. The error is also returned for a condition from [`Filter::raw`](super::Filter::raw) with an unbalanced
/// parenthesis. The error message contains the name of the affected property or query option.
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
