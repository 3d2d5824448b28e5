//! Annotations and the expressions that are their values.

use super::Annotations;

/// An annotation: a term applied to an element of a model, with a value.
///
/// [CSDL, 14.2](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Annotation)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotation {
    /// The qualified name of the term.
    pub term: String,
    /// The qualifier, which allows a term to be applied several times.
    pub qualifier: Option<String>,
    /// The value.
    pub value: Expression,
    /// Annotations of the annotation.
    pub annotations: Vec<Annotation>,
}

/// The value of an annotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expression {
    /// `null`
    #[default]
    Null,
    /// A constant, or a path to an element of a model.
    Constant {
        /// The type of the constant: `Edm.String`, `Edm.Date`, `Edm.PropertyPath`, the qualified name of an enumeration type, or
        /// `Edm.EnumType` for the members of an enumeration type that isn't named.
        type_name: String,
        /// The value. Members of an enumeration type are separated by commas.
        text: String,
    },
    /// The value at a path.
    Path(String),
    /// A collection.
    Collection(Vec<Expression>),
    /// A record.
    Record {
        /// The qualified name of the complex type, if it is specified.
        type_name: Option<String>,
        /// The properties, in document order.
        properties: Vec<PropertyValue>,
        /// Annotations of the record.
        annotations: Vec<Annotation>,
    },
    /// Another dynamic expression, such as `Apply`, `If`, `And`, `Cast` or `UrlRef`.
    Operation {
        /// The name of the XML element. The member of CSDL JSON has the same name after a `$`.
        name: String,
        /// Attributes such as `Function` of `Apply` and `Type` of `Cast`.
        attributes: Vec<(String, String)>,
        /// The operands.
        operands: Vec<Expression>,
        /// Annotations of the expression.
        annotations: Vec<Annotation>,
    },
}

/// A property of a [record](Expression::Record).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PropertyValue {
    /// The name of the property.
    pub name: String,
    /// The value.
    pub value: Expression,
    /// Annotations of the property.
    pub annotations: Vec<Annotation>,
}

/// Annotations of an element by its path: `<Annotations Target="NS.Type/property">`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetAnnotations {
    /// The path of the element. Its first segment is a qualified name.
    pub target: String,
    /// The annotations.
    pub annotations: Annotations,
}

/// The type of a member whose enumeration type isn't named.
pub(crate) const ANY_ENUMERATION: &str = "Edm.EnumType";

impl Annotation {
    /// Checks whether another annotation has the same term and qualifier.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.term == other.term && self.qualifier == other.qualifier
    }
}

impl Expression {
    /// Creates a constant.
    #[must_use]
    pub fn constant(type_name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Constant { type_name: type_name.into(), text: text.into() }
    }

    pub(crate) fn is_true(&self) -> bool {
        matches!(self, Self::Constant { text, .. } if text == "true")
    }

    pub(crate) fn is_false(&self) -> bool {
        matches!(self, Self::Constant { text, .. } if text == "false")
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Constant { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a constant string.
    pub(crate) fn string(&self) -> Option<&str> {
        match self {
            Self::Constant { type_name, text } if type_name == "Edm.String" => Some(text),
            _ => None,
        }
    }

    /// Returns the path to an element of a model: a constant such as `Edm.PropertyPath`, or the path of a value.
    pub(crate) fn path(&self) -> Option<&str> {
        match self {
            Self::Path(path) => Some(path),
            other => other.text(),
        }
    }

    /// Returns a property of a record.
    pub(crate) fn property(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record { properties, .. } => {
                properties.iter().find_map(|property| (property.name == name).then_some(&property.value))
            }
            _ => None,
        }
    }

    /// Checks whether the value is exactly this enumeration member, with the name of the enumeration type (XML) or without it (JSON).
    pub(crate) fn is_member(&self, member: &str) -> bool {
        matches!(self, Self::Constant { text, .. } if !text.contains(' ') && text.rsplit('/').next() == Some(member))
    }
}

/// The attributes that describe a type, in a fixed order.
const OF_TYPE: [&str; 6] = ["Type", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];

/// The names of dynamic expressions.
const OPERATIONS: [&str; 25] = [
    "And",
    "Or",
    "Not",
    "Eq",
    "Ne",
    "Gt",
    "Ge",
    "Lt",
    "Le",
    "Has",
    "In",
    "Add",
    "Sub",
    "Neg",
    "Mul",
    "Div",
    "DivBy",
    "Mod",
    "Apply",
    "Cast",
    "If",
    "IsOf",
    "LabeledElement",
    "LabeledElementReference",
    "UrlRef",
];

impl Expression {
    /// Returns the attributes of a dynamic expression, in the order of both formats.
    pub(crate) fn attributes_of(operation: &str) -> &'static [&'static str] {
        match operation {
            "Apply" => &["Function"],
            "LabeledElement" => &["Name"],
            "Cast" | "IsOf" => &OF_TYPE,
            _ => &[],
        }
    }

    /// Creates a dynamic expression. A constant that is cast to a primitive type or an enumeration type is a constant of that type.
    pub(crate) fn operation(
        name: &str,
        mut attributes: Vec<(String, String)>,
        mut operands: Vec<Self>,
        annotations: Vec<Annotation>,
    ) -> Self {
        if let ("Cast", [(attribute, type_name)], [Self::Constant { type_name: of_operand, text }]) =
            (name, attributes.as_slice(), operands.as_mut_slice())
            && attribute == "Type"
            && of_operand == "Edm.String"
            && annotations.is_empty()
            && is_constant_of(type_name, text)
        {
            return Self::constant(type_name, std::mem::take(text));
        }
        let position = |attribute: &str| Self::attributes_of(name).iter().position(|one| *one == attribute);
        attributes.retain(|(name, _)| position(name).is_some());
        attributes.sort_by_key(|(name, _)| position(name));
        Self::Operation { name: name.to_owned(), attributes, operands, annotations }
    }

    /// Creates `null`. With annotations, it is written as a dynamic expression.
    pub(crate) fn null(annotations: Vec<Annotation>) -> Self {
        if annotations.is_empty() {
            return Self::Null;
        }
        Self::Operation { name: "Null".to_owned(), attributes: Vec::new(), operands: Vec::new(), annotations }
    }

    /// Checks whether a name is the name of a dynamic expression.
    pub(crate) fn is_operation(name: &str) -> bool {
        OPERATIONS.contains(&name)
    }

    /// Checks whether a dynamic expression has one operand.
    pub(crate) fn is_unary(operation: &str) -> bool {
        matches!(
            operation,
            "Not" | "Neg" | "Cast" | "IsOf" | "LabeledElement" | "LabeledElementReference" | "UrlRef"
        )
    }

    /// Sets the type of a value whose format doesn't represent it, such as `Edm.Date` for a JSON string.
    pub(crate) fn with_type(self, type_name: &str) -> Self {
        let of_elements = type_name.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
        match self {
            Self::Constant { text, .. } if is_constant_of(type_name, &text) => {
                Self::constant(type_name, text)
            }
            Self::Constant { text, .. } => {
                let members = text.split(',').map(str::trim).collect::<Vec<_>>().join(",");
                let operands = vec![Self::constant("Edm.String", members)];
                let attributes = vec![("Type".to_owned(), type_name.to_owned())];
                Self::operation("Cast", attributes, operands, Vec::new())
            }
            Self::Collection(elements) => {
                let of_elements = of_elements.unwrap_or(type_name);
                Self::Collection(elements.into_iter().map(|element| element.with_type(of_elements)).collect())
            }
            other => other,
        }
    }
}

/// Checks whether a string can be a constant of a type. The names of types and members don't contain whitespace.
fn is_constant_of(type_name: &str, text: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-');
    let is_member = || {
        !text.is_empty() && text.split(',').all(|member| !member.is_empty() && member.chars().all(is_name))
    };
    let is_primitive = type_name.starts_with("Edm.") && type_name != ANY_ENUMERATION;
    let is_text = if is_primitive { type_name == "Edm.String" || text.trim() == text } else { is_member() };
    type_name.contains('.') && type_name.chars().all(is_name) && is_text
}
