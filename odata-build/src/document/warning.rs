//! Warnings about a document.

use core::fmt;

use super::{Document, Extension, InvalidElement};

/// A warning about a problem in a CSDL document. A document with warnings can still be used.
///
/// Invalid elements are skipped or replaced, and all other elements are read. The `Display` output contains the line and the path of the
/// element: ``line 7, `clinic/prescription/dose`: the element has no type; it is read as `Edm.Untyped` ``. The following table lists the
/// possible problems of an element:
///
/// | Problem | Element | Result |
/// |---|---|---|
/// | [`MissingAttribute`](super::Problem::MissingAttribute) | An element without `Name`, `Namespace`, `Target`, `Term`, `Uri` or another required attribute; in JSON, an element without `$Kind` or another required member | The element is skipped |
/// | [`MissingType`](super::Problem::MissingType) | A property, parameter, return type or term without `Type` | The type is `Edm.Untyped`. In JSON, the default is `Edm.String`, without a warning |
/// | [`InvalidType`](super::Problem::InvalidType) | A type without its closing parenthesis, such as `Collection(Edm.String` | The type is `Edm.Untyped` |
/// | [`InvalidValue`](super::Problem::InvalidValue) | `Nullable="maybe"`; in JSON, a value of another kind, such as `"$Abstract": "yes"` or a string instead of a property | The value is ignored, and the default applies |
/// | [`InvalidMemberValue`](super::Problem::InvalidMemberValue) | An enumeration member whose value isn't a 64-bit integer | The member is skipped |
/// | [`InvalidName`](super::Problem::InvalidName) | An XML element whose name contains `@` or starts with `$`, or an annotation whose term contains `#`. In JSON, members with these names are annotations or keywords, not elements | The element is skipped |
/// | [`DuplicateName`](super::Problem::DuplicateName) | Two types, properties, enumeration members, members of an entity container or JSON members with the same name | The second element is skipped |
/// | [`DuplicateSchema`](super::Problem::DuplicateSchema) | Two schemas with the same namespace | The elements of the second schema are added to the first schema |
/// | [`DuplicateAnnotation`](super::Problem::DuplicateAnnotation) | Two annotations of an element with the same term and qualifier | The second annotation is skipped |
/// | [`InvalidExpression`](super::Problem::InvalidExpression) | An annotation whose value isn't an expression, or is nested too deeply | The annotation is skipped |
///
/// [`Generator::strict`](crate::Generator::strict) turns the warnings [`Invalid`](Self::Invalid),
/// [`Redeclared`](Self::Redeclared) and [`SkippedFile`](Self::SkippedFile) into errors, but no other warnings. For
/// example, a [`MissingReference`](Self::MissingReference) isn't an error, because a model might not need the
/// referenced document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Annotations have a target path, but no document declares an element at the target path. The warning contains the target path, such
    /// as `clinic.ward/made`.
    UnknownTarget(String),
    /// A referenced document wasn't found. The warning contains the URI of the referenced document.
    MissingReference(String),
    /// A file that was skipped because it can't be read or isn't CSDL. The warning contains the error message, which starts with the name
    /// of the file.
    SkippedFile(String),
    /// An action, a function, a term or an entity container that can't be represented in CSDL JSON, because another element of its schema
    /// has the same name. The warning contains the qualified name of the element that isn't written.
    NotInJson(String),
    /// An element that two documents declare differently, or an annotation that has two different values. The warning contains the
    /// qualified name of the element. If an annotation has two different values, the name of the element is followed by `@` and the term of
    /// the annotation: `clinic.ward@Org.OData.Core.V1.Description`.
    Redeclared(String),
    /// An element that isn't valid CSDL.
    Invalid(InvalidElement),
    /// An attribute, an element or a JSON member that is left out of the written document, because it isn't part of CSDL 4.01.
    LeftOut(Extension),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTarget(target) => {
                write!(f, "the annotations of `{target}` are ignored: no document declares the target")
            }
            Self::NotInJson(name) => {
                write!(f, "`{name}` isn't written as JSON: another element of its schema has the same name")
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
                    "the referenced document `{uri}` was not found: save the document in the same folder, or include it"
                )
            }
        }
    }
}

impl Warning {
    /// Checks whether the warning is about a type, a property or another element that can be missing from the generated
    /// model. With the option [`Generator::strict`](crate::Generator::strict), the generator returns warnings about
    /// elements as an error.
    ///
    /// Returns `true` for an invalid element ([`Invalid`](Self::Invalid)), an element with two different declarations
    /// ([`Redeclared`](Self::Redeclared)) and a file that can't be read ([`SkippedFile`](Self::SkippedFile)).
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
    /// Returns the warnings about the document and the documents that it includes.
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
