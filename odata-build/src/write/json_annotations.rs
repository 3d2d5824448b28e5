//! Writing of annotations in CSDL JSON.
//!
//! A string, boolean or number constant is written as a JSON value. JSON has no dates, so an `Edm.Date` constant is
//! written as a string with the control information `@type`, or in a `$Cast` expression.

use super::value::{Object, Value};
use super::{CORE, KnownAnnotation, known_annotations};
use crate::document::{Annotation, Annotations, Deprecation, Expression, PropertyValue};

/// Returns annotations as JSON members. `member` is the name of the annotated member, or an empty string if the object itself is annotated.
pub(super) fn annotations<'d>(member: &str, annotations: &'d Annotations) -> Vec<(String, Value<'d>)> {
    let known = known_annotations(annotations).into_iter().map(|known| {
        let name = format!("{member}@{CORE}.{}", known.term());
        let value = match known {
            KnownAnnotation::Text(_, text) => text.into(),
            KnownAnnotation::Tag(_) => Value::True,
            KnownAnnotation::ReadOnly => "Read".into(),
            KnownAnnotation::Revision(deprecation) => [revision(deprecation)].into_iter().collect(),
        };
        (name, value)
    });
    let mut members: Vec<_> = known.collect();
    push_annotations(&mut members, member, &annotations.others);
    members
}

fn revision(deprecation: &Deprecation) -> Value<'_> {
    Object::default()
        .with("Kind", "Deprecated")
        .with_some("Version", deprecation.version.as_ref())
        .with_some("Description", deprecation.description.as_ref())
        .with_some("RemovalDate", deprecation.removal_date.as_ref())
        .into()
}

fn push_annotations<'d>(
    members: &mut Vec<(String, Value<'d>)>,
    annotated: &str,
    annotations: &'d [Annotation],
) {
    for annotation in annotations {
        let qualifier = annotation.qualifier.as_ref().map(|qualifier| format!("#{qualifier}"));
        let name = format!("{annotated}@{}{}", annotation.term, qualifier.unwrap_or_default());
        push_value(members, &name, &annotation.value);
        push_annotations(members, &name, &annotation.annotations);
    }
}

/// Adds the JSON member `name` with a value. If the value has a type that JSON doesn't have, such as `Edm.Date`, the
/// function also adds the member `name@type`.
fn push_value<'d>(members: &mut Vec<(String, Value<'d>)>, name: &str, value: &'d Expression) {
    let (type_name, value) = typed(value);
    members.extend(type_name.map(|type_name| (format!("{name}@type"), Value::Text(type_name.into()))));
    members.push((name.to_owned(), value));
}

/// Converts an expression to a JSON value and, if JSON doesn't have the type of the expression, the value of its
/// control information `@type`, such as `#Date` or `#Collection(PropertyPath)`.
fn typed(value: &Expression) -> (Option<String>, Value<'_>) {
    match value {
        Expression::Constant { type_name, text } => {
            let (type_name, value) = constant(type_name, text);
            (type_name.map(|type_name| format!("#{type_name}")), value)
        }
        Expression::Collection(elements) => match typed_elements(elements) {
            Some((type_name, elements)) => (Some(format!("#Collection({type_name})")), elements),
            None => (None, expression(value)),
        },
        _ => (None, expression(value)),
    }
}

/// Returns the JSON array for a collection of constants, and the element type for its `@type`, such as `Date`. Returns
/// `None` if the JSON array is written without `@type`, for example because its elements are strings or have different
/// types.
fn typed_elements<'e>(elements: &'e [Expression]) -> Option<(&'e str, Value<'e>)> {
    let Some(Expression::Constant { type_name: of_first, .. }) = elements.first() else { return None };
    let element = |element: &'e Expression| match element {
        Expression::Constant { type_name, text } if type_name == of_first => Some(constant(type_name, text)),
        _ => None,
    };
    let constants: Vec<_> = elements.iter().map(element).collect::<Option<_>>()?;
    let type_name = constants.iter().find_map(|(type_name, _)| *type_name)?;
    Some((type_name, constants.into_iter().map(|(_, value)| value).collect()))
}

/// Converts a constant to a JSON value and, if JSON doesn't have the type of the constant, the name of its type, such
/// as `Date`.
fn constant<'d>(type_name: &'d str, text: &'d str) -> (Option<&'d str>, Value<'d>) {
    let short_name = type_name.strip_prefix("Edm.").unwrap_or(type_name);
    let is_decimal = text.contains(['.', 'e', 'E']);
    match (type_name, text) {
        ("Edm.String", _) => (None, text.into()),
        ("Edm.Boolean", "true") => (None, Value::True),
        ("Edm.Boolean", "false") => (None, Value::False),
        ("Edm.Int64" | "Edm.Decimal" | "Edm.Double", _) => match Value::number(text) {
            Some(number) if type_name == "Edm.Int64" && !is_decimal => (None, number),
            Some(number) if type_name == "Edm.Decimal" && is_decimal => (None, number),
            Some(number) => (Some(short_name), number),
            None => (Some(short_name), text.into()),
        },
        _ => (Some(short_name), text.into()),
    }
}

/// Returns the JSON value of an expression. Uses `$Cast` for a constant of a type that JSON doesn't have, such as `Edm.Date`.
fn expression(value: &Expression) -> Value<'_> {
    match value {
        Expression::Null => Value::Null,
        Expression::Constant { type_name, text } => match constant(type_name, text) {
            (None, value) => value,
            (Some(_), _) => Object::default().with("$Cast", text).with("$Type", type_name).into(),
        },
        Expression::Path(path) => Object::default().with("$Path", path).into(),
        Expression::Collection(elements) => elements.iter().map(expression).collect(),
        Expression::Record { type_name, properties, annotations } => {
            record(type_name.as_deref(), properties, annotations)
        }
        Expression::Operation { name, attributes, operands, annotations } => {
            operation(name, attributes, operands, annotations)
        }
    }
}

fn record<'d>(
    type_name: Option<&'d str>,
    properties: &'d [PropertyValue],
    annotations: &'d [Annotation],
) -> Value<'d> {
    let mut members = Vec::new();
    members
        .extend(type_name.map(|type_name| ("@type".to_owned(), Value::Text(format!("#{type_name}").into()))));
    push_annotations(&mut members, "", annotations);
    for property in properties {
        push_value(&mut members, &property.name, &property.value);
        push_annotations(&mut members, &property.name, &property.annotations);
    }
    Object::default().with_all(members).into()
}

fn operation<'d>(
    name: &'d str,
    attributes: &'d [(String, String)],
    operands: &'d [Expression],
    annotations: &'d [Annotation],
) -> Value<'d> {
    let operand = match operands {
        [] if name == "Null" => Value::Null,
        [operand] if Expression::is_unary(name) => expression(operand),
        _ => operands.iter().map(expression).collect(),
    };
    let object = Object::default().with(format!("${name}"), operand);
    let object = attributes.iter().fold(object, |object, (name, value)| {
        let element = value.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
        match (&**name, element) {
            ("Type", Some(element)) => object.with_flag("$Collection", true).with("$Type", element),
            ("MaxLength" | "Precision" | "Scale" | "SRID" | "Unicode", _) => {
                object.with(format!("${name}"), facet(value))
            }
            _ => object.with(format!("${name}"), value),
        }
    });
    let mut members = Vec::new();
    push_annotations(&mut members, "", annotations);
    object.with_all(members).into()
}

/// Returns the JSON value of a facet: a number, a boolean, or a string such as `variable`.
pub(super) fn facet(text: &str) -> Value<'_> {
    match text {
        "true" => Value::True,
        "false" => Value::False,
        _ => Value::number(text).unwrap_or_else(|| text.into()),
    }
}
