//! Annotations and the expressions in them.

use super::tree::Element;
use crate::document::Remarks;
use crate::read::assemble::Parts;
use crate::read::expression::{Expression, note};

/// What is annotated inside an element.
pub(super) fn remarks(element: &Element, parts: &Parts) -> Remarks {
    let mut remarks = Remarks::default();
    for annotation in element.children_named("Annotation") {
        if let Some(term) =
            annotation.attribute("Term").filter(|_| annotation.attribute("Qualifier").is_none())
        {
            note(&mut remarks, &parts.aliases.resolve(term), &value(annotation));
        }
    }
    remarks
}

/// The value of an annotation or of a property in a record: an attribute, or an element inside it. Without either it is
/// `true`, the default of the tagging terms.
fn value(element: &Element) -> Expression {
    const CONSTANTS: [&str; 10] = [
        "String",
        "Bool",
        "Date",
        "DateTimeOffset",
        "Int",
        "EnumMember",
        "Decimal",
        "Float",
        "Guid",
        "Duration",
    ];
    let constant = element.attributes().find(|(name, _)| CONSTANTS.contains(name));
    if let Some((_, text)) = constant {
        return Expression::Constant(text.to_owned());
    }
    match element.children.iter().find(|child| child.name != "Annotation") {
        Some(child) => expression(child),
        None if element.attributes().all(|(name, _)| matches!(name, "Term" | "Property")) => {
            Expression::Constant("true".to_owned())
        }
        None => Expression::Other,
    }
}

/// An element that is a value. Elements stand no deeper than the tree takes them.
fn expression(element: &Element) -> Expression {
    match element.name.as_str() {
        "Collection" => Expression::Collection(element.children.iter().map(expression).collect()),
        "Record" => Expression::Record(
            element
                .children_named("PropertyValue")
                .filter_map(|property| Some((property.attribute("Property")?.to_owned(), value(property))))
                .collect(),
        ),
        "String" | "Bool" | "Date" | "DateTimeOffset" | "Int" | "EnumMember" | "Decimal" | "Float"
        | "Guid" => Expression::Constant(element.text.trim().to_owned()),
        _ => Expression::Other,
    }
}
