//! The error type of [`Configuration`](crate::Configuration).

use core::fmt;

/// The error returned when a configuration can't be read or has an invalid option.
///
/// The `Display` output contains the file and the line of an invalid option: ``odata-build.toml: line 3: unknown option `typs`; did you
/// mean `types`?``. The `Debug` output is the same as the `Display` output, so that cargo shows a readable message if a build script
/// returns the error.
#[derive(Clone, PartialEq, Eq)]
pub struct ConfigurationError {
    file: Option<String>,
    line: Option<usize>,
    message: String,
}

impl ConfigurationError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { file: None, line: None, message: message.into() }
    }

    /// Returns the number of the invalid line in the TOML source. The number of the first line is 1. Returns `None` if the error isn't
    /// about a line, for example if the file can't be read.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }
}

#[cfg(feature = "config")]
impl ConfigurationError {
    /// Creates an error with a line number. `position` is the byte position of the error in the TOML source `text`.
    pub(super) fn at(text: &str, position: Option<usize>, message: &str) -> Self {
        let before = position.and_then(|position| text.get(..position));
        Self { line: before.map(|before| 1 + before.matches('\n').count()), ..Self::new(message) }
    }

    pub(super) fn in_file(self, file: &std::path::Path) -> Self {
        Self { file: Some(file.display().to_string()), ..self }
    }
}

impl fmt::Display for ConfigurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl fmt::Debug for ConfigurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for ConfigurationError {}
