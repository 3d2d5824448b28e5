//! Annotations and the expressions in them.

use std::collections::HashMap;

use super::ReadError;
use super::node::{Kind, Member, Node, Object};
use super::place::Place;
use crate::document::{Aliases, Annotation, Expression, PropertyValue, Remarks};
use crate::read::DEEPEST;
use crate::read::expression::note;

/// The members that describe an operation. Another member that begins with `$` is the operation and has the operands.
const ATTRIBUTES: [&str; 9] =
    ["$Function", "$Name", "$Type", "$Collection", "$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"];

/// The annotations in an object by what they annotate: the object (an empty string), a member, or an annotation such as
/// `@Core.Description`.
pub(super) struct Annotations<'o, 't>(HashMap<&'o str, Vec<(&'o str, &'o Member<'t>)>>);

impl<'o, 't> Annotations<'o, 't> {
    pub(super) fn of(object: &'o Object<'t>) -> Self {
        let mut by_target: HashMap<_, Vec<_>> = HashMap::new();
        for member in &object.members {
            if let Some((target, term)) = member.name.rsplit_once('@') {
                by_target.entry(target).or_default().push((term, member));
            }
        }
        Self(by_target)
    }

    /// Returns the annotations of the object, or of one of its members.
    pub(super) fn remarks(
        &self,
        place: &Place<'t>,
        target: &str,
        aliases: &Aliases,
    ) -> Result<Remarks, ReadError> {
        let mut remarks = Remarks::default();
        for annotation in self.all(place, target, aliases)? {
            note(&mut remarks, annotation);
        }
        Ok(remarks)
    }

    /// Returns the annotations of the object, of one of its members, or of one of its annotations.
    pub(super) fn all(
        &self,
        place: &Place<'t>,
        target: &str,
        aliases: &Aliases,
    ) -> Result<Vec<Annotation>, ReadError> {
        let of_target = self.0.get(target).map(Vec::as_slice).unwrap_or_default().iter();
        let terms = of_target.filter(|(term, _)| !is_type(term));
        let annotation = |(term, member): &(&'o str, &'o Member<'t>)| {
            let place = &place.inside(&format!("@{term}"));
            let (term, qualifier) = match term.split_once('#') {
                Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
                None => (*term, None),
            };
            if let Some(position) = member.value.deeper_than(DEEPEST) {
                return Err(place.error(position, format_args!("values stand more than {DEEPEST} deep")));
            }
            Ok(Annotation {
                term: aliases.resolve(term),
                qualifier,
                value: self.value(place, member, aliases)?,
                annotations: self.all(place, &member.name, aliases)?,
            })
        };
        terms.map(annotation).collect()
    }

    /// Returns the value of a member, with the type that is annotated on it.
    fn value(
        &self,
        place: &Place<'t>,
        member: &Member<'t>,
        aliases: &Aliases,
    ) -> Result<Expression, ReadError> {
        let value = expression(place, member.value, aliases)?;
        Ok(match self.type_of(place, &member.name, aliases)? {
            Some(type_name) => value.with_type(&type_name),
            None => value,
        })
    }

    fn type_of(
        &self,
        place: &Place<'t>,
        target: &str,
        aliases: &Aliases,
    ) -> Result<Option<String>, ReadError> {
        let annotation = self.0.get(target).and_then(|all| all.iter().find(|(term, _)| is_type(term)));
        let Some((name, member)) = annotation else { return Ok(None) };
        let type_name = place.string(name, member.value)?;
        let type_name = type_name.strip_prefix('#').unwrap_or(&type_name);
        let (element, is_collection) =
            match type_name.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
                Some(element) => (element, true),
                None => (type_name, false),
            };
        let element = match element {
            name if name.contains('.') => aliases.resolve(name),
            name => format!("Edm.{name}"),
        };
        Ok(Some(if is_collection { format!("Collection({element})") } else { element }))
    }
}

fn is_type(term: &str) -> bool {
    matches!(term, "type" | "odata.type")
}

/// What is annotated inside an object.
pub(super) fn remarks<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    aliases: &Aliases,
) -> Result<Remarks, ReadError> {
    Annotations::of(object).remarks(place, "", aliases)
}

/// A value that is known not to be too deep.
fn expression<'t>(place: &Place<'t>, node: Node<'t>, aliases: &Aliases) -> Result<Expression, ReadError> {
    let text = || node.text.to_owned();
    Ok(match node.kind() {
        Kind::Object => object(place, node, aliases)?,
        Kind::Array => Expression::Collection(expressions(place, node, aliases)?),
        Kind::String => Expression::constant("Edm.String", place.string("String", node)?.into_owned()),
        Kind::Boolean => Expression::constant("Edm.Boolean", text()),
        Kind::Number if node.text.contains(['.', 'e', 'E']) => Expression::constant("Edm.Decimal", text()),
        Kind::Number => Expression::constant("Edm.Int64", text()),
        Kind::Null => Expression::Null,
    })
}

fn expressions<'t>(
    place: &Place<'t>,
    node: Node<'t>,
    aliases: &Aliases,
) -> Result<Vec<Expression>, ReadError> {
    let elements = place.array("Collection", node)?.into_iter();
    elements.map(|element| expression(place, element, aliases)).collect()
}

/// A record; or a path or a dynamic expression, whose first member begins with `$`.
fn object<'t>(place: &Place<'t>, node: Node<'t>, aliases: &Aliases) -> Result<Expression, ReadError> {
    let object = place.object("Record", node)?;
    if let Some(path) = object.get("$Path") {
        return Ok(Expression::Path(place.string("$Path", path)?.into_owned()));
    }
    if object.get("$Null").is_some() {
        return Ok(Expression::Null);
    }
    let is_operation =
        |member: &&Member<'t>| member.name.starts_with('$') && !ATTRIBUTES.contains(&&*member.name);
    if let Some(member) = object.members.iter().find(is_operation) {
        return operation(place, &object, member, aliases);
    }
    let annotations = Annotations::of(&object);
    let property = |member: &Member<'t>| {
        Ok(PropertyValue {
            name: member.name.clone().into_owned(),
            value: annotations.value(place, member, aliases)?,
            annotations: annotations.all(place, &member.name, aliases)?,
        })
    };
    Ok(Expression::Record {
        type_name: annotations.type_of(place, "", aliases)?,
        properties: object.elements().map(property).collect::<Result<_, _>>()?,
        annotations: annotations.all(place, "", aliases)?,
    })
}

fn operation<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    operation: &Member<'t>,
    aliases: &Aliases,
) -> Result<Expression, ReadError> {
    let name = &operation.name[1..];
    if !name.chars().all(|character| character.is_ascii_alphabetic()) || name.is_empty() {
        return Err(place.error(operation.position, format_args!("`{}` isn't an expression", operation.name)));
    }
    let operands = match operation.value.kind() {
        Kind::Array if !Expression::is_unary(name) => expressions(place, operation.value, aliases)?,
        _ => vec![expression(place, operation.value, aliases)?],
    };
    let is_collection = place.flag(object, "$Collection")?;
    let mut attributes = Vec::new();
    for member in &object.members {
        let value = match (&*member.name, member.value.kind()) {
            (name, _) if name == operation.name || name == "$Collection" || !name.starts_with('$') => {
                continue;
            }
            (name, Kind::String) => place.string(name, member.value)?.into_owned(),
            _ => member.value.text.to_owned(),
        };
        let value = match &*member.name {
            "$Type" if is_collection => format!("Collection({})", aliases.resolve(&value)),
            "$Type" | "$Function" => aliases.resolve(&value),
            _ => value,
        };
        attributes.push((member.name[1..].to_owned(), value));
    }
    Ok(Expression::operation(name, attributes, operands))
}
