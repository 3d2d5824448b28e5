//! Annotations and the expressions in them.

use super::ReadError;
use super::node::{Kind, Member, Node, Object};
use super::place::Place;
use crate::document::{Aliases, Remarks};
use crate::read::DEEPEST;
use crate::read::expression::{Expression, note};

/// What is annotated inside an object.
pub(super) fn remarks<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    aliases: &Aliases,
) -> Result<Remarks, ReadError> {
    let mut remarks = Remarks::default();
    for member in &object.members {
        if let Some(term) = member.name.strip_prefix('@') {
            annotate(&mut remarks, place, term, member.value, aliases)?;
        }
    }
    Ok(remarks)
}

/// Takes in one annotation, unless it has a qualifier or annotates another annotation.
pub(super) fn annotate<'t>(
    remarks: &mut Remarks,
    place: &Place<'t>,
    term: &str,
    value: Node<'t>,
    aliases: &Aliases,
) -> Result<(), ReadError> {
    if term.contains(['#', '@']) {
        return Ok(());
    }
    let place = &place.inside(&format!("@{term}"));
    if let Some(position) = value.deeper_than(DEEPEST) {
        return Err(place.error(position, format_args!("values stand more than {DEEPEST} deep")));
    }
    note(remarks, &aliases.resolve(term), &expression(place, value)?);
    Ok(())
}

/// A value that is known not to be too deep.
fn expression<'t>(place: &Place<'t>, node: Node<'t>) -> Result<Expression, ReadError> {
    Ok(match node.kind() {
        Kind::Object => record(place, node)?,
        Kind::Array => {
            let elements = place.array("Collection", node)?.into_iter();
            Expression::Collection(
                elements.map(|element| expression(place, element)).collect::<Result<_, _>>()?,
            )
        }
        Kind::String => Expression::Constant(place.string("String", node)?.into_owned()),
        Kind::Boolean | Kind::Number => Expression::Constant(node.text.to_owned()),
        Kind::Null => Expression::Other,
    })
}

/// A record; or a path or a function, whose members begin with `$`.
fn record<'t>(place: &Place<'t>, node: Node<'t>) -> Result<Expression, ReadError> {
    let object = place.object("Record", node)?;
    if object.members.iter().any(|member| member.name.starts_with('$')) {
        return Ok(Expression::Other);
    }
    let property =
        |member: &Member<'t>| Ok((member.name.clone().into_owned(), expression(place, member.value)?));
    Ok(Expression::Record(object.elements().map(property).collect::<Result<_, _>>()?))
}
