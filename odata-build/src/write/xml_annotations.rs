//! Writing of annotations in CSDL XML.

use std::borrow::Cow;

use super::element::Element;
use super::{CORE, KnownAnnotation, known_annotations};
use crate::document::{Annotation, Annotations, Deprecation, Expression, PropertyValue};

/// Returns annotations as `Annotation` elements.
pub(super) fn annotations(annotations: &Annotations) -> impl Iterator<Item = Element<'_>> {
    let known = known_annotations(annotations).into_iter().map(known);
    known.chain(annotations.others.iter().map(annotation))
}

fn known(known: KnownAnnotation<'_>) -> Element<'_> {
    let element = Element::new("Annotation").with("Term", format!("{CORE}.{}", known.term()));
    match known {
        KnownAnnotation::Text(_, text) => element.with("String", text),
        KnownAnnotation::Tag(_) => element.with("Bool", "true"),
        KnownAnnotation::ReadOnly => element.with("EnumMember", format!("{CORE}.Permission/Read")),
        KnownAnnotation::Revision(deprecation) => {
            element.with_children([Element::new("Collection").with_children([revision(deprecation)])])
        }
    }
}

fn revision(deprecation: &Deprecation) -> Element<'_> {
    let Deprecation { description, version, removal_date } = deprecation;
    let property = |name: &'static str| Element::new("PropertyValue").with("Property", name);
    Element::new("Record")
        .with_children([property("Kind").with("EnumMember", format!("{CORE}.RevisionKind/Deprecated"))])
        .with_children(version.as_ref().map(|text| property("Version").with("String", text)))
        .with_children(description.as_ref().map(|text| property("Description").with("String", text)))
        .with_children(removal_date.as_ref().map(|date| property("RemovalDate").with("Date", date)))
}

fn annotation(annotation: &Annotation) -> Element<'_> {
    let element = Element::new("Annotation")
        .with("Term", &annotation.term)
        .with_some("Qualifier", annotation.qualifier.as_deref());
    with_value(element, &annotation.value).with_children(annotation.annotations.iter().map(self::annotation))
}

/// Adds the value to an `Annotation` or `PropertyValue` element. A path or a constant is written as an XML attribute if possible,
/// and any other value is written as a child element.
fn with_value<'d>(element: Element<'d>, value: &'d Expression) -> Element<'d> {
    match value {
        Expression::Constant { type_name, text } => match constant(type_name, text) {
            Some((name, text)) => element.with(name, text),
            None => element.with_children([expression(value)]),
        },
        Expression::Path(path) => element.with("Path", path),
        _ => element.with_children([expression(value)]),
    }
}

/// Returns the name of the XML attribute or element for a constant, and the text of the constant. Returns `None` if CSDL XML has no
/// constants of the type `type_name`.
fn constant<'d>(type_name: &'d str, text: &'d str) -> Option<(&'d str, Cow<'d, str>)> {
    let name = match type_name.strip_prefix("Edm.") {
        None => {
            let members: Vec<_> = text.split(',').map(|member| format!("{type_name}/{member}")).collect();
            return Some(("EnumMember", members.join(" ").into()));
        }
        Some("EnumType") => return Some(("EnumMember", text.replace(',', " ").into())),
        Some("Boolean") => "Bool",
        Some("Int64") => "Int",
        Some("Double") => "Float",
        Some(
            name @ ("String"
            | "Date"
            | "DateTimeOffset"
            | "TimeOfDay"
            | "Duration"
            | "Decimal"
            | "Guid"
            | "Binary"
            | "PropertyPath"
            | "NavigationPropertyPath"
            | "AnnotationPath"
            | "ModelElementPath"
            | "AnyPropertyPath"),
        ) => name,
        Some(_) => return None,
    };
    Some((name, text.into()))
}

fn expression(value: &Expression) -> Element<'_> {
    match value {
        Expression::Null => Element::new("Null"),
        Expression::Constant { type_name, text } => match constant(type_name, text) {
            Some((name, text)) => Element::new(name).with_text(text),
            None => Element::new("Cast").with("Type", type_name).with("String", text),
        },
        Expression::Path(path) => Element::new("Path").with_text(path),
        Expression::Collection(elements) => {
            Element::new("Collection").with_children(elements.iter().map(expression))
        }
        Expression::Record { type_name, properties, annotations } => Element::new("Record")
            .with_some("Type", type_name.as_deref())
            .with_children(properties.iter().map(property))
            .with_children(annotations.iter().map(annotation)),
        Expression::Operation { name, attributes, operands, annotations } => {
            operation(name, attributes, operands).with_children(annotations.iter().map(annotation))
        }
    }
}

fn operation<'d>(
    name: &'d str,
    attributes: &'d [(String, String)],
    operands: &'d [Expression],
) -> Element<'d> {
    let element =
        attributes.iter().fold(Element::new(name), |element, (name, value)| element.with(name, value));
    match operands {
        [Expression::Constant { text, .. }] if name == "LabeledElementReference" => element.with_text(text),
        _ => element.with_children(operands.iter().map(expression)),
    }
}

fn property(property: &PropertyValue) -> Element<'_> {
    let element = Element::new("PropertyValue").with("Property", &property.name);
    with_value(element, &property.value).with_children(property.annotations.iter().map(annotation))
}
