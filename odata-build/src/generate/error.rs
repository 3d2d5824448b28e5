//! The error of a generator run.

use core::fmt;
use std::path::PathBuf;

use super::Warning;
use crate::document;

/// Why there is no model. `{:?}` shows the same words as `{}`: a build script that ends with an error shows it so.
#[non_exhaustive]
pub enum GenerateError {
    /// A pattern that no type matches.
    NoSuchType(String),
    /// A pattern that no property matches.
    NoSuchProperty(String),
    /// A Rust type or name in the options that can't be used.
    InvalidOption {
        /// The type or name.
        text: String,
        /// What is wrong with it.
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
    /// The file can't be written.
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
                "no type matches `{pattern}`: names are qualified, as in `microsoft.graph.user`, and letter case counts",
            ),
            Self::NoSuchProperty(pattern) => write!(
                f,
                "no property matches `{pattern}`: a pattern has the type that declares the property, as in \
                 `microsoft.graph.user/displayName`, and letter case counts",
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
