//! Parsing of annotations and their values in CSDL JSON.

use std::collections::HashMap;

use super::context::Context;
use super::node::{Kind, Member, Node, Object};
use crate::document::{Annotation, Annotations, Expression, Problem, PropertyValue};
use crate::read::MAX_DEPTH;
use crate::read::expression::add_annotation;

/// The names of the JSON members that specify details of a dynamic expression, such as `$Function`. For example, in
/// `{"$Apply": […], "$Function": "odata.concat"}`, `$Apply` contains the operands, and `$Function` contains the name of
/// the function.
const ATTRIBUTES: [&str; 9] =
    ["$Function", "$Name", "$Type", "$Collection", "$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"];

/// The byte position of an invalid annotation value, and the reason why the annotation is skipped.
type Invalid = (usize, String);

/// The annotations in a JSON object. The map key is the part of a JSON name before the last `@`, such as `Name` for
/// `Name@Core.Description`. For annotations of the object itself, the map key is an empty string.
pub(super) struct ObjectAnnotations<'o, 't>(HashMap<&'o str, Vec<(&'o str, &'o Member<'t>)>>);

impl<'o, 't> ObjectAnnotations<'o, 't> {
    pub(super) fn of(object: &'o Object<'t>) -> Self {
        let mut by_target: HashMap<_, Vec<_>> = HashMap::new();
        for member in &object.members {
            if let Some((target, term)) = member.name.rsplit_once('@') {
                by_target.entry(target).or_default().push((term, member));
            }
        }
        Self(by_target)
    }

    /// Returns the annotations of the member with the name `target`, such as `Name@Core.Description` for the member
    /// `Name`. If `target` is an empty string, returns the annotations of the object itself, such as
    /// `@Core.Description`.
    pub(super) fn read(&self, context: &Context<'_, 't>, target: &str) -> Annotations {
        let mut annotations = Annotations::default();
        for (member, annotation) in self.with_members(context, target) {
            if let Err(term) = add_annotation(&mut annotations, annotation) {
                context.warn(member.position, Problem::DuplicateAnnotation { term });
            }
        }
        annotations
    }

    /// Returns the annotations of the member with the name `target`. The member can be an annotation, such as
    /// `@Core.Example`, because CSDL allows annotations of annotations. If `target` is an empty string, returns the
    /// annotations of the object itself, such as `@Core.Description`.
    fn all(&self, context: &Context<'_, 't>, target: &str) -> Vec<Annotation> {
        let mut annotations: Vec<Annotation> = Vec::new();
        for (member, annotation) in self.with_members(context, target) {
            if annotations.iter().any(|other| other.is_same(&annotation)) {
                context.warn(member.position, Problem::DuplicateAnnotation { term: annotation.term });
            } else {
                annotations.push(annotation);
            }
        }
        annotations
    }

    fn with_members(&self, context: &Context<'_, 't>, target: &str) -> Vec<(&'o Member<'t>, Annotation)> {
        let of_target = self.0.get(target).map(Vec::as_slice).unwrap_or_default().iter();
        let terms = of_target.filter(|(term, _)| !is_type(term));
        let annotation = |(term, member): &(&'o str, &'o Member<'t>)| {
            let context = &context.inside(&format!("@{term}"));
            match self.annotation(context, term, member) {
                Ok(annotation) => Some((*member, annotation)),
                Err((position, reason)) => {
                    context.warn(position, Problem::InvalidExpression { reason });
                    None
                }
            }
        };
        terms.filter_map(annotation).collect()
    }

    fn annotation(
        &self,
        context: &Context<'_, 't>,
        term: &str,
        member: &Member<'t>,
    ) -> Result<Annotation, Invalid> {
        let (term, qualifier) = match term.split_once('#') {
            Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
            None => (term, None),
        };
        if let Some(position) = member.value.deeper_than(MAX_DEPTH) {
            return Err((position, format!("the value is nested more than {MAX_DEPTH} levels deep")));
        }
        Ok(Annotation {
            term: context.aliases.resolve(term),
            qualifier,
            value: self.value(context, member)?,
            annotations: self.all(context, &member.name),
        })
    }

    /// Parses the JSON value of an annotation or of a record's property. The type of the value can be specified with
    /// `@type`: `@Core.Example@type` specifies the type of `@Core.Example`.
    fn value(&self, context: &Context<'_, 't>, member: &Member<'t>) -> Result<Expression, Invalid> {
        let value = expression(context, member.value)?;
        Ok(match self.type_of(context, &member.name) {
            Some(type_name) => value.with_type(&type_name),
            None => value,
        })
    }

    fn type_of(&self, context: &Context<'_, 't>, target: &str) -> Option<String> {
        let (name, member) = self.0.get(target)?.iter().find(|(term, _)| is_type(term))?;
        let type_name = context.string(name, member.value)?;
        let type_name = type_name.strip_prefix('#').unwrap_or(&type_name);
        let (element, is_collection) =
            match type_name.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
                Some(element) => (element, true),
                None => (type_name, false),
            };
        let element = match element {
            name if name.contains('.') => context.aliases.resolve(name),
            name => format!("Edm.{name}"),
        };
        Some(if is_collection { format!("Collection({element})") } else { element })
    }
}

fn is_type(term: &str) -> bool {
    matches!(term, "type" | "odata.type")
}

/// Returns the annotations of a JSON object.
pub(super) fn annotations<'t>(context: &Context<'_, 't>, object: &Object<'t>) -> Annotations {
    ObjectAnnotations::of(object).read(context, "")
}

/// Parses the value of an annotation. The caller must check the nesting depth of the value first.
fn expression<'t>(context: &Context<'_, 't>, node: Node<'t>) -> Result<Expression, Invalid> {
    let text = || node.text.to_owned();
    Ok(match node.kind() {
        Kind::Object => object(context, node)?,
        Kind::Array => Expression::Collection(expressions(context, node)?),
        Kind::String => Expression::constant("Edm.String", string("the value", node)?),
        Kind::Boolean => Expression::constant("Edm.Boolean", text()),
        Kind::Number if node.text.contains(['.', 'e', 'E']) => Expression::constant("Edm.Decimal", text()),
        Kind::Number => Expression::constant("Edm.Int64", text()),
        Kind::Null => Expression::Null,
    })
}

fn string(name: &str, node: Node<'_>) -> Result<String, Invalid> {
    match node.kind() {
        Kind::String => match node.string() {
            Ok(text) => Ok(text.into_owned()),
            Err(_) => Err((node.position, format!("{name} isn't Unicode text"))),
        },
        kind => Err((node.position, format!("{name} must be a string, not {kind}"))),
    }
}

fn expressions<'t>(context: &Context<'_, 't>, node: Node<'t>) -> Result<Vec<Expression>, Invalid> {
    let elements = context.array("Collection", node).unwrap_or_default().into_iter();
    elements.map(|element| expression(context, element)).collect()
}

/// Parses an object that is a path (`$Path`), a dynamic expression (such as `$Apply`) or a record.
fn object<'t>(context: &Context<'_, 't>, node: Node<'t>) -> Result<Expression, Invalid> {
    let object = context
        .object("Record", node)
        .ok_or_else(|| (node.position, "the value isn't a valid JSON object".to_owned()))?;
    if let Some(path) = object.get("$Path") {
        report_others(context, &object, "$Path", |_| false);
        return Ok(Expression::Path(string("`$Path`", path)?.trim().to_owned()));
    }
    let is_operation = |member: &&Member<'t>| {
        member.name.starts_with('$') && !member.name.contains('@') && !ATTRIBUTES.contains(&&*member.name)
    };
    if let Some(member) = object.members.iter().find(is_operation) {
        return operation(context, &object, member);
    }
    context.report_others(&object, "Record", &[], |target| !target.starts_with('$'));
    let annotations = ObjectAnnotations::of(&object);
    let property = |member: &Member<'t>| {
        Ok(PropertyValue {
            name: member.name.clone().into_owned(),
            value: annotations.value(context, member)?,
            annotations: annotations.all(context, &member.name),
        })
    };
    Ok(Expression::Record {
        type_name: annotations.type_of(context, "").filter(|name| !name.starts_with("Collection(")),
        properties: object.elements().map(property).collect::<Result<_, _>>()?,
        annotations: annotations.all(context, ""),
    })
}

/// Reports unknown JSON members of a path (`$Path`) or a dynamic expression (such as `$Apply`).
fn report_others<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    name: &str,
    is_annotated: impl Fn(&str) -> bool,
) {
    let attributes = Expression::attributes_of(&name[1..]);
    let mut known: Vec<_> = attributes.iter().map(|attribute| format!("${attribute}")).collect();
    known.push(name.to_owned());
    if attributes.contains(&"Type") {
        known.push("$Collection".to_owned());
    }
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    context.report_others(object, name, &known, is_annotated);
    context.report_elements(object, name);
}

fn operation<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    operation: &Member<'t>,
) -> Result<Expression, Invalid> {
    let name = &operation.name[1..];
    if !Expression::is_operation(name) && name != "Null" {
        return Err((operation.position, format!("`{}` isn't an expression", operation.name)));
    }
    report_others(context, object, &operation.name, str::is_empty);
    let annotations = ObjectAnnotations::of(object).all(context, "");
    if name == "Null" {
        return Ok(Expression::null(annotations));
    }
    let operands = match operation.value.kind() {
        Kind::Array if !Expression::is_unary(name) => expressions(context, operation.value)?,
        _ => vec![expression(context, operation.value)?],
    };
    Ok(Expression::operation(name, attributes(context, object, operation), operands, annotations))
}

fn attributes<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    operation: &Member<'t>,
) -> Vec<(String, String)> {
    let is_collection = context.flag(object, "$Collection");
    let mut attributes = Vec::new();
    for member in &object.members {
        let value = match (&*member.name, member.value.kind()) {
            (name, _) if name == operation.name || name == "$Collection" || !ATTRIBUTES.contains(&name) => {
                continue;
            }
            (name, Kind::String) => context.string(name, member.value).map(std::borrow::Cow::into_owned),
            (_, Kind::Number | Kind::Boolean) => Some(member.value.text.to_owned()),
            (name, kind) => {
                let expected = "a string, a number or a boolean";
                context.warn(member.value.position, Problem::value(name, expected, kind));
                None
            }
        };
        let Some(value) = value else { continue };
        let value = match &*member.name {
            "$Type" if is_collection => format!("Collection({})", context.aliases.resolve(&value)),
            "$Type" | "$Function" => context.aliases.resolve(&value),
            _ => value,
        };
        attributes.push((member.name[1..].to_owned(), value));
    }
    attributes
}
