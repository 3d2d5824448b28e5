//! The error of reading and writing JSON.

use core::fmt;
use core::str::Utf8Error;

use super::position;
use super::reader::syntax;
use crate::error;

/// The error returned when a value can't be read from JSON or written as JSON.
///
/// ```
/// use odata_core::{ODataComplex, json};
///
/// #[derive(Debug, ODataComplex)]
/// #[odata(namespace = "example")]
/// struct Progress {
///     percent: Option<i32>,
/// }
///
/// let error = json::from_str::<Progress>(r#"{"percent": "half"}"#).unwrap_err();
/// assert_eq!((error.line(), error.column()), (1, 18));
/// assert_eq!(error.path(), Some("percent"));
/// assert_eq!(error.category(), json::Category::Data);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Details>);

#[derive(Clone, PartialEq, Eq)]
struct Details {
    message: String,
    /// The line and the column, or 0 and 0 if the error has no position.
    position: (usize, usize),
    path: Option<String>,
    category: Category,
}

/// The kind of problem that an [`Error`] reports, such as invalid JSON (`Syntax`) or a value of the wrong type
/// (`Data`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Category {
    /// The JSON text ends before the value is complete.
    Eof,
    /// The text isn't valid JSON, or too many objects and arrays are nested.
    Syntax,
    /// A value doesn't match the expected type.
    Data,
    /// The output can't be written.
    Io,
}

impl Error {
    /// Returns the line of the error, or 0 if the error has no position. The first line is 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.position.0
    }

    /// Returns the column of the error in bytes, or 0 if the error is at the start of a line or has no position.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.position.1
    }

    /// Returns the JSON path of the invalid value, such as `value[1].createdBy.user.id`. Returns `None` if the error
    /// doesn't belong to a member or an element.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// Returns the category of the error.
    #[must_use]
    pub fn category(&self) -> Category {
        self.0.category
    }

    fn new(message: &str, category: Category) -> Self {
        let path = error::take_located_path();
        let (message, line, column) = position::split(message).unwrap_or((message, 0, 0));
        Self(Box::new(Details { message: message.to_owned(), position: (line, column), path, category }))
    }

    /// Sets the category of an error of [`Reader`](super::reader::Reader).
    #[cold]
    pub(super) fn categorized(mut self) -> Self {
        if let Some(message) = syntax::take_last().filter(|message| self.to_string().ends_with(&**message)) {
            let is_eof = message.starts_with("EOF");
            self.0.category = if is_eof { Category::Eof } else { Category::Syntax };
        }
        self
    }

    #[cold]
    pub(super) fn of_output(error: &std::io::Error) -> Self {
        Self::new(&error.to_string(), Category::Io)
    }

    #[cold]
    pub(super) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Self {
        let (line, column) = position::of_index(bytes, error.valid_up_to() + 1);
        Self::new(&position::appended("invalid unicode code point", line, column), Category::Syntax)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.position {
            (0, _) => f.write_str(&self.0.message),
            (line, column) => f.write_str(&position::appended(&self.0.message, line, column)),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Error").field(&format_args!("{self}")).field(&self.0.category).finish()
    }
}

impl core::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(&message.to_string(), Category::Data)
    }
}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(&message.to_string(), Category::Data)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        let category = match error.classify() {
            serde_json::error::Category::Io => Category::Io,
            serde_json::error::Category::Syntax => Category::Syntax,
            serde_json::error::Category::Eof => Category::Eof,
            serde_json::error::Category::Data => Category::Data,
        };
        Self::new(&error.to_string(), category)
    }
}
