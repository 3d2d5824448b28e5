//! The error of a generator run.

use core::fmt;
use std::path::PathBuf;

use super::Warning;
use crate::document;

/// The error returned when a model can't be generated or written.
///
/// The `Debug` output is the same as the `Display` output, because cargo shows it if a build script fails with this error.
#[non_exhaustive]
pub enum GenerateError {
    /// No type matches a pattern.
    NoSuchType(String),
    /// No property matches a pattern.
    NoSuchProperty(String),
    /// An option has a Rust type, derive, name or pattern that can't be used.
    InvalidOption {
        /// The value of the option.
        text: String,
        /// The reason why it can't be used.
        reason: String,
    },
    /// The document has invalid elements, and [`Generator::strict`](crate::Generator::strict) is set.
    Warnings(Vec<Warning>),
    /// Elements of the document were skipped or replaced when it was read, and [`Generator::strict`](crate::Generator::strict) is set.
    InvalidDocument {
        /// The warnings about these elements.
        document: Vec<document::Warning>,
        /// The warnings of the generator.
        model: Vec<Warning>,
    },
    /// A file can't be written.
    Io(PathBuf, std::io::Error),
}

impl fmt::Debug for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchType(pattern) => write!(
                f,
                "no type matches `{pattern}`: use a qualified name such as `microsoft.graph.user`; names are case-sensitive",
            ),
            Self::NoSuchProperty(pattern) => write!(
                f,
                "no property matches `{pattern}`: use the type that declares the property, as in \
                 `microsoft.graph.user/displayName`; names are case-sensitive",
            ),
            Self::InvalidOption { text, reason } => write!(f, "`{text}` can't be used: {reason}"),
            Self::Warnings(warnings) => {
                write!(f, "the document has {} invalid element(s)", warnings.len())?;
                warnings.iter().try_for_each(|warning| write!(f, "\n  {warning}"))
            }
            Self::InvalidDocument { document, model } => {
                write!(f, "the document has {} invalid element(s)", document.len() + model.len())?;
                document.iter().try_for_each(|warning| write!(f, "\n  {warning}"))?;
                model.iter().try_for_each(|warning| write!(f, "\n  {warning}"))
            }
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl core::error::Error for GenerateError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(_, error) => Some(error),
            _ => None,
        }
    }
}
