//! The error type of the generator.

use core::fmt;
use std::path::PathBuf;

use super::Warning;
use crate::document;

/// The error returned when a model can't be generated or written.
///
/// The `Debug` output is the same as the `Display` output, so that cargo shows a readable message if a build script returns the error.
#[non_exhaustive]
pub enum GenerateError {
    /// A pattern or type name in the options doesn't match any type of the document.
    NoSuchType(String),
    /// A pattern in the options doesn't match any property of the document.
    NoSuchProperty(String),
    /// The options rename an action or a function that the document doesn't declare. The string contains the name and the parameter types
    /// of the operation.
    NoSuchOperation(String),
    /// The value of a generator option is invalid, for example because it isn't a valid Rust type, derive, name or
    /// pattern.
    InvalidOption {
        /// The invalid value of the option.
        text: String,
        /// The reason why the value of the option is invalid.
        reason: String,
    },
    /// The generator found invalid elements, such as a type whose base type isn't declared, and
    /// [`Generator::strict`](crate::Generator::strict) is set.
    Warnings(Vec<Warning>),
    /// Elements or files were skipped or replaced when the document was read, and [`Generator::strict`](crate::Generator::strict) is set.
    InvalidDocument {
        /// The warnings from reading the document, for example about a skipped element.
        /// [`Document::warnings`](crate::Document::warnings) also returns these warnings.
        document: Vec<document::Warning>,
        /// The warnings from generating the model, for example about a property whose type isn't declared.
        model: Vec<Warning>,
    },
    /// A file or directory of the generated model can't be written.
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
            Self::NoSuchOperation(operation) => write!(
                f,
                "no operation matches `{operation}`: use the qualified name and the types of all parameters, with the binding parameter \
                 first, as in `microsoft.graph.delta(Collection(microsoft.graph.user))`; names are case-sensitive",
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
