//! Annotations and the expressions in them.

use super::tree::Element;
use crate::document::{Aliases, Annotation, Expression, PropertyValue, Remarks};
use crate::read::assemble::Parts;
use crate::read::expression::note;

/// The attributes and elements for constants, with the types of the constants.
const CONSTANTS: [(&str, &str); 17] = [
    ("String", "Edm.String"),
    ("Bool", "Edm.Boolean"),
    ("Int", "Edm.Int64"),
    ("EnumMember", ""),
    ("Date", "Edm.Date"),
    ("DateTimeOffset", "Edm.DateTimeOffset"),
    ("TimeOfDay", "Edm.TimeOfDay"),
    ("Duration", "Edm.Duration"),
    ("Decimal", "Edm.Decimal"),
    ("Float", "Edm.Double"),
    ("Guid", "Edm.Guid"),
    ("Binary", "Edm.Binary"),
    ("PropertyPath", "Edm.PropertyPath"),
    ("NavigationPropertyPath", "Edm.NavigationPropertyPath"),
    ("AnnotationPath", "Edm.AnnotationPath"),
    ("ModelElementPath", "Edm.ModelElementPath"),
    ("AnyPropertyPath", "Edm.AnyPropertyPath"),
];

/// What is annotated inside an element.
pub(super) fn remarks(element: &Element, parts: &Parts) -> Remarks {
    let mut remarks = Remarks::default();
    let qualifier = element.attribute("Qualifier").filter(|_| element.name == "Annotations");
    for mut annotation in annotations(element, &parts.aliases) {
        annotation.qualifier = annotation.qualifier.or_else(|| qualifier.map(str::to_owned));
        note(&mut remarks, annotation);
    }
    remarks
}

/// The annotations inside an element.
pub(super) fn annotations(element: &Element, aliases: &Aliases) -> Vec<Annotation> {
    let annotation = |element: &Element| {
        Some(Annotation {
            term: aliases.resolve(element.attribute("Term")?),
            qualifier: element.attribute("Qualifier").map(str::to_owned),
            value: value(element, aliases),
            annotations: annotations(element, aliases),
        })
    };
    element.children_named("Annotation").filter_map(annotation).collect()
}

/// The value of an annotation or of a property in a record: an attribute, or an element inside it. Without either it is
/// `true`, the default of the tagging terms.
fn value(element: &Element, aliases: &Aliases) -> Expression {
    if let Some(value) = value_of_attribute(element, aliases) {
        return value;
    }
    match element.children.iter().find(|child| child.name != "Annotation") {
        Some(child) if child.name == "String" => Expression::constant("Edm.String", child.text.trim()),
        Some(child) => expression(child, aliases),
        None => Expression::constant("Edm.Boolean", "true"),
    }
}

fn value_of_attribute(element: &Element, aliases: &Aliases) -> Option<Expression> {
    element.attributes().find_map(|(name, text)| match name {
        "Path" => Some(Expression::Path(text.to_owned())),
        "UrlRef" => Some(Expression::Operation {
            name: name.to_owned(),
            attributes: Vec::new(),
            operands: vec![Expression::constant("Edm.String", text)],
        }),
        _ => constant(name, text, aliases),
    })
}

fn constant(name: &str, text: &str, aliases: &Aliases) -> Option<Expression> {
    let (_, type_name) = CONSTANTS.iter().find(|(constant, _)| *constant == name)?;
    Some(match (name, text) {
        ("EnumMember", _) => enum_member(text.trim(), aliases),
        ("Bool", "1") => Expression::constant(*type_name, "true"),
        ("Bool", "0") => Expression::constant(*type_name, "false"),
        _ => Expression::constant(*type_name, text),
    })
}

/// The members of an enumeration type: `NS.Type/A NS.Type/B`.
fn enum_member(text: &str, aliases: &Aliases) -> Expression {
    let Some((type_name, _)) = text.split_once('/') else { return Expression::constant("Edm.String", text) };
    let members: Vec<_> =
        text.split_whitespace().map(|member| member.rsplit('/').next().unwrap_or(member)).collect();
    Expression::constant(aliases.resolve(type_name), members.join(","))
}

/// An element that is a value. Elements stand no deeper than the tree takes them.
fn expression(element: &Element, aliases: &Aliases) -> Expression {
    let expressions = || {
        let children = element.children.iter().filter(|child| child.name != "Annotation");
        children.map(|child| expression(child, aliases)).collect::<Vec<_>>()
    };
    match element.name.as_str() {
        "Null" => Expression::Null,
        "Path" => Expression::Path(element.text.trim().to_owned()),
        "Collection" => Expression::Collection(expressions()),
        "Record" => Expression::Record {
            type_name: element.attribute("Type").map(|name| aliases.resolve(name)),
            properties: properties(element, aliases),
            annotations: annotations(element, aliases),
        },
        "String" => Expression::constant("Edm.String", &*element.text),
        name => constant(name, element.text.trim(), aliases).unwrap_or_else(|| {
            let mut operands = expressions();
            operands.splice(0..0, value_of_attribute(element, aliases));
            if operands.is_empty() && !element.text.trim().is_empty() {
                operands.push(Expression::constant("Edm.String", element.text.trim()));
            }
            Expression::operation(name, attributes(element, aliases), operands)
        }),
    }
}

/// The attributes of a dynamic expression that aren't its operand.
fn attributes(element: &Element, aliases: &Aliases) -> Vec<(String, String)> {
    let is_operand = |name: &str| {
        matches!(name, "Path" | "UrlRef") || CONSTANTS.iter().any(|(constant, _)| *constant == name)
    };
    let attribute = |(name, value): (&str, &str)| {
        let value = match name {
            "Type" | "Function" => aliases.resolve_type(value),
            _ => value.to_owned(),
        };
        (name.to_owned(), value)
    };
    element.attributes().filter(|(name, _)| !is_operand(name)).map(attribute).collect()
}

fn properties(element: &Element, aliases: &Aliases) -> Vec<PropertyValue> {
    let property = |element: &Element| {
        Some(PropertyValue {
            name: element.attribute("Property")?.to_owned(),
            value: value(element, aliases),
            annotations: annotations(element, aliases),
        })
    };
    element.children_named("PropertyValue").filter_map(property).collect()
}
