//! Types that describe why an element of a document isn't valid CSDL.

use core::fmt;

/// An element of a document that isn't valid CSDL.
///
/// The `Display` output contains the location of the element, the problem, and whether the element was skipped or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidElement {
    /// The path of the file that contains the element, if the document was read from a file.
    pub file: Option<String>,
    /// The line of the element, counted from 1.
    pub line: usize,
    /// The path of the element, such as `clinic/prescription/dose` for a property of `clinic.prescription`.
    pub path: String,
    /// The reason why the element is invalid.
    pub problem: Problem,
}

/// The reason why an [`InvalidElement`] isn't valid CSDL. The documentation of [`Warning`](super::Warning) lists for each problem whether
/// the element is skipped or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// An element without a required attribute, such as `Name` or `Target`, is skipped.
    MissingAttribute {
        /// The name of the XML element or the CSDL JSON member in which the attribute is missing.
        element: String,
        /// The name of the missing XML attribute or CSDL JSON member.
        attribute: String,
    },
    /// The type of a property, a parameter, a return type or a term is missing, and is read as `Edm.Untyped`.
    MissingType,
    /// A type without its closing parenthesis, such as `Collection(Edm.String`, is read as `Edm.Untyped`.
    InvalidType {
        /// The invalid type, such as `Collection(Edm.String`.
        type_name: String,
    },
    /// An invalid value of an XML attribute or a CSDL JSON member is ignored.
    InvalidValue {
        /// The name of the attribute or member.
        name: String,
        /// A description of the valid values, such as `a string`.
        expected: &'static str,
        /// The invalid value. For a value with the wrong JSON type, `found` is the JSON type of the value, such as `an array`.
        found: String,
    },
    /// An enumeration member whose value isn't a 64-bit integer is skipped.
    InvalidMemberValue {
        /// The invalid value of the enumeration member, such as `` `1.5` ``, or the JSON type of the invalid value,
        /// such as `an array`.
        found: String,
    },
    /// An element is skipped if its name contains `@` or starts with `$`. An annotation is skipped if its term contains
    /// `@` or `#`, because CSDL JSON uses `#` between the term and the qualifier.
    InvalidName {
        /// The invalid name.
        name: String,
    },
    /// If two elements have the same name, the second element is skipped.
    DuplicateName {
        /// The duplicate name.
        name: String,
    },
    /// If two schemas have the same namespace, the elements of the second schema are added to the first schema.
    DuplicateSchema {
        /// The duplicate namespace.
        namespace: String,
    },
    /// If two annotations of an element have the same term and qualifier, the second annotation is skipped.
    DuplicateAnnotation {
        /// The qualified name of the duplicate annotation's term.
        term: String,
    },
    /// An annotation whose value isn't a CSDL expression is skipped.
    InvalidExpression {
        /// The reason why the value of the annotation is invalid.
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
                write!(
                    f,
                    "`{type_name}` isn't a type: the parentheses aren't balanced; it is read as `Edm.Untyped`"
                )
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
