//! Generates the Rust source of a model as a string, or writes it to a single file.

use std::path::{Path, PathBuf};

use super::{GenerateError, Generator, Warning, source};
use crate::document;

/// A generated model, returned by [`Generator::generate`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Output {
    /// The Rust source of the model, with a module for each namespace. The same document and options always result in the same source.
    pub source: String,
    /// The warnings about invalid elements of the document, sorted by element.
    pub warnings: Vec<Warning>,
}

impl Generator<'_> {
    /// Makes [`generate`](Self::generate) return an error with all warnings if the document has invalid elements.
    ///
    /// With `strict`, `generate` also returns an error if elements were skipped or replaced when the document was read.
    /// [`Document::warnings`](crate::Document::warnings) lists the elements that were skipped or replaced during
    /// reading. A skipped file, such as an unreadable file in a directory, also causes an error, because its types are
    /// missing from the model. References to missing documents and annotations with unknown targets don't cause an
    /// error, because they don't change the model.
    ///
    /// ```
    /// use odata_build::{Document, GenerateError, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="dose"><Property Name="unit" Type="Edm.Strin" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert!(matches!(Generator::new(&document).strict().generate(), Err(GenerateError::Warnings(_))));
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.options.is_strict = true;
        self
    }

    /// Generates the Rust source of the model. If an element of the document is invalid, the generator skips or replaces the element, and
    /// adds a [`Warning`].
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="dose"><Property Name="unit" Type="Edm.Strin" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let output = Generator::new(&document).generate()?;
    /// assert!(output.source.contains("pub unit: Option<Untyped>,"));
    /// assert_eq!(
    ///     output.warnings[0].to_string(),
    ///     "`clinic.dose/unit`: `Edm.Strin` isn't an OData type; the property is generated as `Untyped`",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - Returns [`GenerateError::NoSuchType`], [`GenerateError::NoSuchProperty`] or [`GenerateError::NoSuchOperation`] if a pattern or a
    ///   name in the options matches nothing in the document.
    /// - Returns [`GenerateError::InvalidOption`] if the value of an option is invalid.
    /// - Returns [`GenerateError::Warnings`] or [`GenerateError::InvalidDocument`] if [`strict`](Self::strict) is set and the document has
    ///   invalid elements.
    pub fn generate(&self) -> Result<Output, GenerateError> {
        let (source, warnings) = self.with_plan(source::write)?;
        Ok(Output { source, warnings })
    }

    /// Generates the model and returns only the Rust source. Use [`generate`](Self::generate) to also get the warnings.
    ///
    /// # Errors
    ///
    /// Returns an error if the model can't be generated (see [`generate`](Self::generate)).
    pub fn source(&self) -> Result<String, GenerateError> {
        Ok(self.generate()?.source)
    }

    /// Generates the model and writes its source to a file. In a build script, prints the warnings of the generator and the [warnings of
    /// the document](crate::Document::warnings) as cargo warnings.
    ///
    /// # Errors
    ///
    /// Returns an error if the model can't be generated (see [`generate`](Self::generate)). Returns
    /// [`GenerateError::Io`] if the file can't be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<(), GenerateError> {
        let (path, output) = (path.as_ref(), self.generate()?);
        self.print_warnings(&output.warnings);
        std::fs::write(path, output.source).map_err(|error| GenerateError::Io(path.to_owned(), error))
    }

    /// Generates the model, writes its source to a file in the `OUT_DIR` of a build script, and prints each warning as a cargo warning.
    ///
    /// # Errors
    ///
    /// Returns an error if the model can't be generated or the file can't be written (see [`write`](Self::write)).
    /// Returns [`GenerateError::Io`] if `OUT_DIR` isn't set, which means that the program isn't a build script.
    pub fn write_to_out_dir(&self, file: &str) -> Result<(), GenerateError> {
        let folder = std::env::var_os("OUT_DIR").ok_or_else(|| {
            let error = std::io::Error::other(
                "`OUT_DIR` isn't set; `write_to_out_dir` must be called in a build script",
            );
            GenerateError::Io(PathBuf::from(file), error)
        })?;
        self.write(Path::new(&folder).join(file))
    }

    /// Implements the generator option `strict`: returns all warnings about invalid elements as an error. The error
    /// contains the warnings from reading the document and the warnings from generating the model (`model`). Returns
    /// the other warnings if there is no error.
    pub(super) fn reject(&self, model: Vec<Warning>) -> Result<Vec<Warning>, GenerateError> {
        let (model, others): (Vec<_>, Vec<_>) = model.into_iter().partition(Warning::is_about_element);
        let warnings = self.document.warnings().into_iter();
        let document: Vec<_> = warnings.filter(document::Warning::is_about_element).collect();
        match (document.is_empty(), model.is_empty()) {
            (true, true) => Ok(others),
            (true, false) => Err(GenerateError::Warnings(model)),
            (false, _) => Err(GenerateError::InvalidDocument { document, model }),
        }
    }

    /// Prints the warnings of the document and of the generator as cargo warnings if the program is a build script.
    ///
    /// Warnings about annotations with an unknown target aren't printed, because these annotations don't change the
    /// model.
    pub(super) fn print_warnings(&self, warnings: &[Warning]) {
        if std::env::var_os("OUT_DIR").is_some() {
            let is_reported =
                |warning: &document::Warning| !matches!(warning, document::Warning::UnknownTarget(_));
            for warning in self.document.warnings().iter().filter(|warning| is_reported(warning)) {
                println!("cargo::warning={warning}");
            }
            for warning in warnings {
                println!("cargo::warning={warning}");
            }
        }
    }
}
