//! Problems of a document that don't prevent its use.

use core::fmt;

use super::{Document, Extension, InvalidElement};

/// A problem of a document that doesn't prevent its use.
///
/// An invalid element doesn't prevent that the rest of the document is read. It is skipped or replaced, and the warning says where it is:
/// ``line 7, `clinic/prescription/dose`: the element has no type; it is read as `Edm.Untyped` ``. These are the cases:
///
/// | Problem | Element | Result |
/// |---|---|---|
/// | [`MissingAttribute`](super::Problem::MissingAttribute) | An element without `Name`, `Namespace`, `Target`, `Term`, `Uri` or another required attribute; in JSON, an element without `$Kind` or another required member | The element is skipped |
/// | [`MissingType`](super::Problem::MissingType) | A property, parameter, return type or term without `Type` | The type is `Edm.Untyped`. In JSON, the default is `Edm.String`, without a warning |
/// | [`InvalidType`](super::Problem::InvalidType) | A type without its closing parenthesis, such as `Collection(Edm.String` | The type is `Edm.Untyped` |
/// | [`InvalidValue`](super::Problem::InvalidValue) | `Nullable="maybe"`; in JSON, a value of another kind, such as `"$Abstract": "yes"` or a string instead of a property | The value is ignored, and the default applies |
/// | [`InvalidMemberValue`](super::Problem::InvalidMemberValue) | An enumeration member whose value isn't a whole number of 64 bits | The member is skipped |
/// | [`InvalidName`](super::Problem::InvalidName) | An XML element whose name contains `@` or begins with `$`, or an annotation whose term contains `#`. In JSON, such a member isn't an element | The element is skipped |
/// | [`DuplicateName`](super::Problem::DuplicateName) | A second type, property, enumeration member, member of a container or JSON member with the same name | The second element is skipped |
/// | [`DuplicateSchema`](super::Problem::DuplicateSchema) | A second schema with the same namespace | Its elements are added to the first schema |
/// | [`DuplicateAnnotation`](super::Problem::DuplicateAnnotation) | A second annotation with the same term and qualifier | The second annotation is skipped |
/// | [`InvalidExpression`](super::Problem::InvalidExpression) | An annotation whose value isn't an expression, or is nested too deeply | The annotation is skipped |
///
/// [`Generator::strict`](crate::Generator::strict) makes the warnings about elements errors: [`Invalid`](Self::Invalid),
/// [`Redeclared`](Self::Redeclared) and [`SkippedFile`](Self::SkippedFile). The other warnings don't change a model: the target of an
/// annotation and the document of a reference can be in a document that isn't needed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Annotations whose target doesn't exist in any of the documents.
    UnknownTarget(String),
    /// A reference to a document that wasn't found, with the URI of the reference.
    MissingReference(String),
    /// A file that was skipped because it can't be read or isn't CSDL, with the error.
    SkippedFile(String),
    /// An action, a function, a term or an entity container that has the name of another element of its schema, which CSDL JSON can't
    /// contain, with its qualified name.
    NotInJson(String),
    /// An element that two documents declare differently, with its qualified name; or an element that is annotated twice with one term, with
    /// the term: `clinic.ward@Org.OData.Core.V1.Description`.
    Redeclared(String),
    /// An element that isn't valid CSDL.
    Invalid(InvalidElement),
    /// What isn't part of CSDL 4.01, and isn't written.
    LeftOut(Extension),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTarget(target) => {
                write!(f, "the annotations of `{target}` are ignored: no document declares the target")
            }
            Self::NotInJson(name) => {
                write!(f, "`{name}` is left out of the JSON: another element of its schema has the same name")
            }
            Self::Invalid(element) => element.fmt(f),
            Self::LeftOut(extension) => extension.fmt(f),
            Self::SkippedFile(error) => write!(f, "a file is skipped: {error}"),
            Self::Redeclared(name) => {
                write!(f, "`{name}` has two different declarations: the first one is used")
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

impl Warning {
    /// Checks whether the warning is about an element that may be missing from a model. [`Generator::strict`](crate::Generator::strict)
    /// makes these warnings errors.
    ///
    /// ```
    /// use odata_build::document::Warning;
    ///
    /// assert!(Warning::Redeclared("clinic.dose".to_owned()).is_about_element());
    /// assert!(!Warning::MissingReference("https://clinic.example/more.xml".to_owned()).is_about_element());
    /// ```
    #[must_use]
    pub fn is_about_element(&self) -> bool {
        matches!(self, Self::Invalid(_) | Self::Redeclared(_) | Self::SkippedFile(_))
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
        self.read_warnings.iter().cloned().chain(unknown).collect()
    }
}
