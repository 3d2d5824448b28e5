//! Annotations, and the expressions that are the values of annotations.

use super::Annotations;

/// An annotation: a term and a value that are applied to a schema element, such as a type or a property.
///
/// [CSDL, 14.2](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Annotation)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotation {
    /// The qualified name of the annotation's term, such as `Org.OData.Core.V1.Description`.
    pub term: String,
    /// The qualifier of the annotation (`Qualifier`). An element can have several annotations with the same term if the annotations have
    /// different qualifiers.
    pub qualifier: Option<String>,
    /// The value of the annotation.
    pub value: Expression,
    /// The annotations of the annotation itself.
    pub annotations: Vec<Annotation>,
}

/// The value of an [`Annotation`]: a CSDL expression.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expression {
    /// The value `null`.
    #[default]
    Null,
    /// A constant, such as a string, a date, an enumeration member or an `Edm.PropertyPath`.
    Constant {
        /// The type of the constant, such as `Edm.String`, `Edm.Date`, `Edm.PropertyPath` or the qualified name of an enumeration type. If
        /// the document contains an enumeration member without its type, such as `Read` instead of `NS.Type/Read`, `type_name` is
        /// `Edm.EnumType`.
        type_name: String,
        /// The value of the constant as a string, such as `true` or `2026-04-10`. If the constant consists of several enumeration members,
        /// the names of the members are separated by commas.
        text: String,
    },
    /// A value path (`Path`). The expression evaluates to the value of the property at the path.
    Path(String),
    /// A collection of expressions (`Collection`).
    Collection(Vec<Expression>),
    /// A record (`Record`): a structured value with properties.
    Record {
        /// The qualified name of the record's type, if the document specifies the type.
        type_name: Option<String>,
        /// The properties of the record, in document order.
        properties: Vec<PropertyValue>,
        /// The annotations of the record.
        annotations: Vec<Annotation>,
    },
    /// A dynamic expression with a name and operands, such as `Apply`, `If`, `And`, `Cast` or `UrlRef`. `Operation`
    /// isn't used for paths, collections and records, which have the variants [`Path`](Expression::Path),
    /// [`Collection`](Expression::Collection) and [`Record`](Expression::Record).
    Operation {
        /// The name of the expression, such as `Apply` for the element `<Apply>` in CSDL XML, or for the member
        /// `$Apply` in CSDL JSON.
        name: String,
        /// The names and values of the expression's XML attributes. For example, `Apply` has the attribute `Function`, and `Cast` has the
        /// attribute `Type`.
        attributes: Vec<(String, String)>,
        /// The operands of the expression.
        operands: Vec<Expression>,
        /// The annotations of the expression.
        annotations: Vec<Annotation>,
    },
}

/// A property of a [record](Expression::Record).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PropertyValue {
    /// The name of the property.
    pub name: String,
    /// The value of the property.
    pub value: Expression,
    /// The annotations of the property value: the `Annotation` elements inside the `PropertyValue` element.
    pub annotations: Vec<Annotation>,
}

/// Annotations that are declared outside of the annotated element and refer to the element by a path:
/// `<Annotations Target="NS.Type/property">`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetAnnotations {
    /// The path of the annotated element, such as `NS.Type/property`. The first segment of the path is a qualified name.
    pub target: String,
    /// The annotations of the element at the target path.
    pub annotations: Annotations,
}

/// The `type_name` of an enumeration member without its type, such as `Read` instead of `NS.Type/Read`.
pub(crate) const ANY_ENUMERATION: &str = "Edm.EnumType";

impl Annotation {
    /// Checks whether `self` and `other` have the same term and qualifier.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.term == other.term && self.qualifier == other.qualifier
    }
}

impl Expression {
    /// Creates an [`Expression::Constant`] with the type `type_name` and the value `text`.
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

    /// Returns the value of an `Edm.String` constant, or `None` for other expressions.
    pub(crate) fn string(&self) -> Option<&str> {
        match self {
            Self::Constant { type_name, text } if type_name == "Edm.String" => Some(text),
            _ => None,
        }
    }

    /// Returns the path of an expression such as `Path` or `PropertyPath`. A `PropertyPath` is stored as a constant, so
    /// `path` returns the text of every constant. Returns `None` if the expression is neither a path nor a constant,
    /// for example if it is a record.
    pub(crate) fn path(&self) -> Option<&str> {
        match self {
            Self::Path(path) => Some(path),
            other => other.text(),
        }
    }

    /// Returns the value of the property `name` of a record. Returns `None` if the expression isn't a record or has no such property.
    pub(crate) fn property(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record { properties, .. } => {
                properties.iter().find_map(|property| (property.name == name).then_some(&property.value))
            }
            _ => None,
        }
    }

    /// Checks whether the expression is a single enumeration member with the name `member`, such as `Read` or
    /// `NS.Type/Read`.
    pub(crate) fn is_member(&self, member: &str) -> bool {
        matches!(self, Self::Constant { text, .. } if !text.contains(' ') && text.rsplit('/').next() == Some(member))
    }
}

/// The names of the XML attributes of `Cast` and `IsOf` expressions.
const OF_TYPE: [&str; 6] = ["Type", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];

/// The names of the XML elements of dynamic expressions.
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
    /// Returns the names of the XML attributes that a dynamic expression can have, such as `Function` for `Apply`.
    /// [`Expression::operation`] sorts the attributes of an expression in the returned order, such as `Type` before
    /// `MaxLength`, because the order of attributes in a document has no meaning.
    pub(crate) fn attributes_of(operation: &str) -> &'static [&'static str] {
        match operation {
            "Apply" => &["Function"],
            "LabeledElement" => &["Name"],
            "Cast" | "IsOf" => &OF_TYPE,
            _ => &[],
        }
    }

    /// Creates an [`Expression::Operation`] such as `Apply` or `Cast`. For a `Cast` of a string such as `2026-04-10` to
    /// `Edm.Date`, creates an `Edm.Date` constant instead.
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

    /// Creates a `null` expression. Because [`Expression::Null`] can't have annotations, an annotated `null` is an
    /// [`Expression::Operation`] with the name `Null`.
    pub(crate) fn null(annotations: Vec<Annotation>) -> Self {
        if annotations.is_empty() {
            return Self::Null;
        }
        Self::Operation { name: "Null".to_owned(), attributes: Vec::new(), operands: Vec::new(), annotations }
    }

    /// Checks whether `name` is the XML element name of a dynamic expression, such as `Apply`.
    pub(crate) fn is_operation(name: &str) -> bool {
        OPERATIONS.contains(&name)
    }

    /// Checks whether a dynamic expression, such as `Not` or `Cast`, must have exactly one operand.
    pub(crate) fn is_unary(operation: &str) -> bool {
        matches!(
            operation,
            "Not" | "Neg" | "Cast" | "IsOf" | "LabeledElement" | "LabeledElementReference" | "UrlRef"
        )
    }

    /// Converts an expression to the type in its CSDL JSON type annotation. For example, `with_type` converts a JSON
    /// string with the type annotation `#Date` to an `Edm.Date` constant.
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

/// Checks whether `text` can be the value of a constant with the type `type_name`. A constant of an enumeration type
/// consists of member names that are separated by commas, as in `Read,Write`.
fn is_constant_of(type_name: &str, text: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-');
    let is_member = || {
        !text.is_empty() && text.split(',').all(|member| !member.is_empty() && member.chars().all(is_name))
    };
    let is_primitive = type_name.starts_with("Edm.") && type_name != ANY_ENUMERATION;
    let is_text = if is_primitive { type_name == "Edm.String" || text.trim() == text } else { is_member() };
    type_name.contains('.') && type_name.chars().all(is_name) && is_text
}
