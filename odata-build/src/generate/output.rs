//! The result of a generator run.

use std::path::{Path, PathBuf};

use super::{GenerateError, Generator, Warning, source};
use crate::document;

/// A generated model, and the warnings of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Output {
    /// The source, with a module for each namespace. The same document and options result in the same source.
    pub source: String,
    /// What was skipped or replaced because it isn't valid, sorted by element.
    pub warnings: Vec<Warning>,
}

impl Generator<'_> {
    /// Makes warnings errors: a document with an invalid element has no model. The error lists all of them.
    ///
    /// This includes the [warnings](crate::Document::warnings) about elements that were skipped or replaced when the document was read, and
    /// about files of a folder that weren't read: a type that isn't there can't be checked. References to missing documents and annotations
    /// with unknown targets remain warnings, because they don't change the model.
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

    /// Generates the model. An invalid element of the document is skipped or replaced; [`Warning`] lists the cases.
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
    ///     "`clinic.dose/unit`: `Edm.Strin` isn't a type of OData; the property is generated as `Untyped`",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a pattern matches no type, or if there are warnings and [`strict`](Self::strict) is set.
    pub fn generate(&self) -> Result<Output, GenerateError> {
        let (source, warnings) = self.with_plan(source::write)?;
        Ok(Output { source, warnings })
    }

    /// Generates the model, and returns only its source. Use [`generate`](Self::generate) to get the warnings too.
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate`](Self::generate) returns one.
    pub fn source(&self) -> Result<String, GenerateError> {
        Ok(self.generate()?.source)
    }

    /// Writes the source to a file. In a build script, prints each warning, and each [warning of the document](crate::Document::warnings), as a
    /// warning of cargo.
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate`](Self::generate) returns one, or if the file can't be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<(), GenerateError> {
        let (path, output) = (path.as_ref(), self.generate()?);
        self.print_warnings(&output.warnings);
        std::fs::write(path, output.source).map_err(|error| GenerateError::Io(path.to_owned(), error))
    }

    /// Writes the source to a file in the `OUT_DIR` of a build script, and prints each warning as a warning of cargo.
    ///
    /// # Errors
    ///
    /// Returns an error if [`write`](Self::write) returns one, or if there is no `OUT_DIR`, as outside of a build script.
    pub fn write_to_out_dir(&self, file: &str) -> Result<(), GenerateError> {
        let folder = std::env::var_os("OUT_DIR").ok_or_else(|| {
            let error = std::io::Error::other("cargo sets `OUT_DIR` for build scripts alone");
            GenerateError::Io(PathBuf::from(file), error)
        })?;
        self.write(Path::new(&folder).join(file))
    }

    /// Makes warnings errors.
    pub(super) fn reject(&self, model: Vec<Warning>) -> Result<Vec<Warning>, GenerateError> {
        let warnings = self.document.warnings().into_iter();
        let document: Vec<_> = warnings.filter(document::Warning::is_about_element).collect();
        match (document.is_empty(), model.is_empty()) {
            (true, true) => Ok(model),
            (true, false) => Err(GenerateError::Warnings(model)),
            (false, _) => Err(GenerateError::InvalidDocument { document, model }),
        }
    }

    /// Prints the warnings of the document and of the run as warnings of cargo, in a build script.
    pub(super) fn print_warnings(&self, warnings: &[Warning]) {
        if std::env::var_os("OUT_DIR").is_some() {
            for warning in self.document.warnings() {
                println!("cargo::warning={warning}");
            }
            for warning in warnings {
                println!("cargo::warning={warning}");
            }
        }
    }
}
