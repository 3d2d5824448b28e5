//! Elements that aren't valid CSDL.

use core::fmt;

/// An element of a document that isn't valid CSDL.
///
/// The `Display` output contains the file, the line, the path, the problem, and how the reader handled it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidElement {
    /// The file, if the document was read from a file.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: usize,
    /// The path of names to the element, such as `clinic/prescription/dose`.
    pub path: String,
    /// The problem.
    pub problem: Problem,
}

/// The problem with an [`InvalidElement`]. The documentation of [`Warning`](super::Warning) describes how the reader handles each problem.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// An element has no name, target, or other attribute that it must have. The element is skipped.
    MissingAttribute {
        /// The XML element, or the member of CSDL JSON.
        element: String,
        /// The attribute, or the member of CSDL JSON.
        attribute: String,
    },
    /// A property, a parameter, a return type or a term has no type. It is read as `Edm.Untyped`.
    MissingType,
    /// The type of a property, a parameter, a return type or a term lacks a parenthesis. It is read as `Edm.Untyped`.
    InvalidType {
        /// The type as it is written.
        type_name: String,
    },
    /// An attribute, or a member of CSDL JSON, has an invalid value. The value is ignored.
    InvalidValue {
        /// The attribute or member.
        name: String,
        /// The valid values.
        expected: &'static str,
        /// The actual value, or its kind.
        found: String,
    },
    /// The value of an enumeration member isn't a 64-bit integer. The member is skipped.
    InvalidMemberValue {
        /// The actual value, or its kind.
        found: String,
    },
    /// A name contains `@`, starts with `$`, or is the name of a term and contains `#`. The element is skipped.
    InvalidName {
        /// The name.
        name: String,
    },
    /// A second element has the same name. The second element is skipped.
    DuplicateName {
        /// The name.
        name: String,
    },
    /// A second schema has the same namespace. Its elements are added to the first schema.
    DuplicateSchema {
        /// The namespace.
        namespace: String,
    },
    /// A second annotation has the same term and qualifier. The second annotation is skipped.
    DuplicateAnnotation {
        /// The qualified name of the term.
        term: String,
    },
    /// The value of an annotation isn't an expression. The annotation is skipped.
    InvalidExpression {
        /// The reason why the value is invalid.
        reason: String,
    },
}

impl Problem {
    pub(crate) fn missing(element: &str, attribute: &str) -> Self {
        Self::MissingAttribute { element: element.to_owned(), attribute: attribute.to_owned() }
    }

    pub(crate) fn value(name: &str, expected: &'static str, found: impl fmt::Display) -> Self {
        Self::InvalidValue { name: name.to_owned(), expected, found: found.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingAttribute { element, attribute } => {
                write!(f, "`{element}` has no `{attribute}`; it is skipped")
            }
            Self::MissingType => f.write_str("the element has no type; it is read as `Edm.Untyped`"),
            Self::InvalidType { type_name } => {
                write!(f, "`{type_name}` isn't a type: a parenthesis is missing; it is read as `Edm.Untyped`")
            }
            Self::InvalidValue { name, expected, found } => {
                write!(f, "`{name}` must be {expected}, not {found}; the value is ignored")
            }
            Self::InvalidMemberValue { found } => {
                write!(
                    f,
                    "the value of an enumeration member must be a 64-bit integer, not {found}; the member is skipped"
                )
            }
            Self::InvalidName { name } => {
                write!(f, "the name `{name}` contains `@` or `#`, or starts with `$`; the element is skipped")
            }
            Self::DuplicateName { name } => {
                write!(f, "duplicate name `{name}`; the second element is skipped")
            }
            Self::DuplicateSchema { namespace } => {
                write!(
                    f,
                    "duplicate namespace `{namespace}`; the elements of the second schema are added to the first one"
                )
            }
            Self::DuplicateAnnotation { term } => {
                write!(
                    f,
                    "duplicate annotation `{term}` with the same qualifier; the second annotation is skipped"
                )
            }
            Self::InvalidExpression { reason } => write!(f, "{reason}; the annotation is skipped"),
        }
    }
}

impl fmt::Display for InvalidElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        write!(f, "line {}", self.line)?;
        if !self.path.is_empty() {
            write!(f, ", `{}`", self.path)?;
        }
        write!(f, ": {}", self.problem)
    }
}
