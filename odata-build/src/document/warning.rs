//! Problems of a document that don't prevent its use.

use core::fmt;

use super::Document;

/// A problem of a document that doesn't prevent its use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Annotations whose target doesn't exist in any of the documents.
    UnknownTarget(String),
    /// A reference to a document that wasn't found, with the URI of the reference.
    MissingReference(String),
    /// A file that was skipped because it can't be read or isn't CSDL, with the error.
    SkippedFile(String),
    /// An action, a function or a term that has the name of a type in its schema, which CSDL JSON can't contain, with its qualified name.
    NotInJson(String),
    /// An element that two documents declare differently, with its qualified name.
    Redeclared(String),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTarget(target) => {
                write!(f, "the annotations of `{target}` are ignored: no document declares the target")
            }
            Self::NotInJson(name) => {
                write!(f, "`{name}` is left out of the JSON: a type in its schema has the same name")
            }
            Self::SkippedFile(error) => write!(f, "a file is skipped: {error}"),
            Self::Redeclared(name) => {
                write!(f, "`{name}` is declared differently by two documents: the first declaration is used")
            }
            Self::MissingReference(uri) => {
                write!(
                    f,
                    "the document of the reference `{uri}` was not found: save it next to this document, or include it"
                )
            }
        }
    }
}

impl Document {
    /// Returns the problems of the document and of the documents that it includes.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <Annotations Target="clinic.ward/made"><Annotation Term="Org.OData.Core.V1.Computed" /></Annotations>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert_eq!(
    ///     document.warnings()[0].to_string(),
    ///     "the annotations of `clinic.ward/made` are ignored: no document declares the target",
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let unknown = self.unknown_targets().into_iter().map(Warning::UnknownTarget);
        self.include_warnings.iter().cloned().chain(unknown).collect()
    }
}
