//! Parsing of annotations and their values in CSDL XML.

use super::context::Context;
use super::tree::Element;
use crate::document::{
    ANY_ENUMERATION, Aliases, Annotation, Annotations, Expression, Problem, PropertyValue,
};
use crate::read::expression::add_annotation;

/// The names of the XML attributes and elements that contain a constant, with the type of each constant. For example,
/// the constant in `<Bool>true</Bool>` has the type `Edm.Boolean`.
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

/// Checks whether an XML attribute or element with this name contains a constant.
pub(super) fn is_constant(name: &str) -> bool {
    CONSTANTS.iter().any(|(constant, _)| *constant == name)
}

/// Returns the annotations of an element.
pub(super) fn annotations(context: &Context<'_>, element: &Element) -> Annotations {
    let mut annotations = Annotations::default();
    let qualifier = element.attribute("Qualifier").filter(|_| element.name == "Annotations");
    if let Some(name) = qualifier.filter(|name| name.contains('@')) {
        context.warn(element, Problem::InvalidName { name: name.to_owned() });
        return annotations;
    }
    for child in element.children_named("Annotation") {
        let Some(mut annotation) = annotation(context, child) else { continue };
        annotation.qualifier = annotation.qualifier.or_else(|| qualifier.map(str::to_owned));
        if let Err(term) = add_annotation(&mut annotations, annotation) {
            context.warn(child, Problem::DuplicateAnnotation { term });
        }
    }
    annotations
}

fn annotation(context: &Context<'_>, element: &Element) -> Option<Annotation> {
    let term = context.aliases.resolve(context.required(element, "Term")?);
    let qualifier = element.attribute("Qualifier");
    if let Some(name) = qualifier.filter(|name| name.contains('@')) {
        context.warn(element, Problem::InvalidName { name: name.to_owned() });
        return None;
    }
    let context = &context.inside(&format!("@{term}"));
    match value(context, element) {
        Ok(value) => Some(Annotation {
            term,
            qualifier: qualifier.map(str::to_owned),
            value,
            annotations: nested_annotations(context, element),
        }),
        Err(reason) => {
            context.warn(element, Problem::InvalidExpression { reason });
            None
        }
    }
}

/// Returns the annotations in an XML element such as `Annotation` or `Record`.
fn nested_annotations(context: &Context<'_>, element: &Element) -> Vec<Annotation> {
    let mut annotations: Vec<Annotation> = Vec::new();
    for child in element.children_named("Annotation") {
        let Some(annotation) = annotation(context, child) else { continue };
        if annotations.iter().any(|other| other.is_same(&annotation)) {
            context.warn(child, Problem::DuplicateAnnotation { term: annotation.term });
        } else {
            annotations.push(annotation);
        }
    }
    annotations
}

/// Returns the value of an annotation or of a record's property. The value is in an XML attribute or a child element of `element`. If the
/// element contains no value, returns `true`, which is the default value of tagging terms.
fn value(context: &Context<'_>, element: &Element) -> Result<Expression, String> {
    let mut attributes = values_of_attributes(context, element);
    let mut children = element.children.iter().filter(|child| child.name != "Annotation");
    match (attributes.next(), children.next()) {
        (None, None) => Ok(Expression::constant("Edm.Boolean", "true")),
        (Some(value), None) if attributes.next().is_none() => Ok(value),
        (None, Some(child)) if children.next().is_none() => match &*child.name {
            "String" => Ok(Expression::constant("Edm.String", child.text.trim())),
            _ => expression(context, child),
        },
        _ => Err(format!("`{}` has several values", element.name)),
    }
}

fn values_of_attributes(context: &Context<'_>, element: &Element) -> impl Iterator<Item = Expression> {
    element.attributes().filter_map(|(name, text)| match name {
        "Path" => Some(Expression::Path(text.trim().to_owned())),
        "UrlRef" => Some(Expression::Operation {
            name: name.to_owned(),
            attributes: Vec::new(),
            operands: vec![Expression::constant("Edm.String", text)],
            annotations: Vec::new(),
        }),
        _ => constant(name, text, context.aliases),
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

/// Parses the enumeration members in an annotation value, such as `NS.Type/A NS.Type/B`. CSDL requires that each
/// enumeration member in an annotation value contains the name of its type (`NS.Type/A`). A member without the name of
/// its type, such as `A`, is also accepted, because some services omit the name.
fn enum_member(text: &str, aliases: &Aliases) -> Expression {
    let mut type_names = text.split_whitespace().filter_map(|member| Some(member.rsplit_once('/')?.0));
    let type_name = type_names.find(|name| name.contains('.')).unwrap_or(ANY_ENUMERATION);
    let members: Vec<_> =
        text.split_whitespace().map(|member| member.rsplit('/').next().unwrap_or(member)).collect();
    Expression::constant(aliases.resolve(type_name), members.join(","))
}

/// Parses an XML element that is an expression. This recursive function can't overflow the stack, because the XML parser rejects deeply
/// nested elements.
fn expression(context: &Context<'_>, element: &Element) -> Result<Expression, String> {
    let annotations = || nested_annotations(context, element);
    Ok(match element.name.as_str() {
        "Null" => Expression::null(annotations()),
        "Path" => Expression::Path(element.text.trim().to_owned()),
        "Collection" => Expression::Collection(expressions(context, element)?),
        "Record" => Expression::Record {
            type_name: type_of_record(context, element),
            properties: properties(context, element)?,
            annotations: annotations(),
        },
        "String" => Expression::constant("Edm.String", &*element.text),
        name => match constant(name, element.text.trim(), context.aliases) {
            Some(constant) => constant,
            None => operation(context, element, annotations())?,
        },
    })
}

fn type_of_record(context: &Context<'_>, element: &Element) -> Option<String> {
    let name = element.attribute("Type")?;
    if !name.contains('.') {
        context.warn(element, Problem::value("Type", "a qualified name", format_args!("`{name}`")));
        return None;
    }
    Some(context.aliases.resolve(name))
}

fn expressions(context: &Context<'_>, element: &Element) -> Result<Vec<Expression>, String> {
    let children = element.children.iter().filter(|child| child.name != "Annotation");
    children.map(|child| expression(context, child)).collect()
}

fn operation(
    context: &Context<'_>,
    element: &Element,
    annotations: Vec<Annotation>,
) -> Result<Expression, String> {
    let name = &*element.name;
    if !Expression::is_operation(name) {
        return Err(format!("`{name}` isn't an expression"));
    }
    let mut operands = values_of_attributes(context, element).collect::<Vec<_>>();
    operands.extend(expressions(context, element)?);
    if operands.is_empty() && !element.text.trim().is_empty() {
        operands.push(Expression::constant("Edm.String", element.text.trim()));
    }
    if Expression::is_unary(name) && operands.len() != 1 {
        return Err(format!("`{name}` must have one operand"));
    }
    Ok(Expression::operation(name, attributes(element, context.aliases), operands, annotations))
}

/// Returns the XML attributes of a dynamic expression, such as `Function`, without the attributes that contain an
/// operand, such as `Path` and `String`.
fn attributes(element: &Element, aliases: &Aliases) -> Vec<(String, String)> {
    let is_operand = |name: &str| matches!(name, "Path" | "UrlRef") || is_constant(name);
    let attribute = |(name, value): (&str, &str)| {
        let value = match name {
            "Type" | "Function" => aliases.resolve_type(value),
            _ => value.to_owned(),
        };
        (name.to_owned(), value)
    };
    element.attributes().filter(|(name, _)| !is_operand(name)).map(attribute).collect()
}

fn properties(context: &Context<'_>, element: &Element) -> Result<Vec<PropertyValue>, String> {
    let property = |element: &Element| {
        let name = context.required_string(element, "Property")?;
        let annotations = nested_annotations(&context.inside(&name), element);
        Some(value(context, element).map(|value| PropertyValue { name, value, annotations }))
    };
    let elements = context.distinct("Property", element.children_named("PropertyValue"));
    elements.into_iter().filter_map(property).collect()
}
