//! What is no CSDL between types: better said here, with the service's names, than by a compiler about a generated file.

use super::GenerateError;
use super::selection::Selection;
use crate::document::{Property, StructuredKind, StructuredType};

/// The selection, if there is nothing wrong with it. No type is its own base type by then.
pub(super) fn check(selection: Selection<'_>) -> Result<Selection<'_>, GenerateError> {
    for structured in selection.structured_types.values() {
        base_is_of_the_same_kind(&selection, structured)?;
        for property in &structured.properties {
            property_is_new(&selection, structured, property)?;
            navigation_leads_to_entities(&selection, structured, property)?;
        }
    }
    Ok(selection)
}

fn base_is_of_the_same_kind(
    selection: &Selection<'_>,
    structured: &StructuredType,
) -> Result<(), GenerateError> {
    let Some(name) = &structured.base else { return Ok(()) };
    if selection.structured_types.get(name.as_str()).is_some_and(|base| base.kind == structured.kind) {
        return Ok(());
    }
    let article = if structured.kind == StructuredKind::Entity { "an" } else { "a" };
    let kind = structured.kind;
    Err(GenerateError::invalid(
        &structured.qualified_name,
        format_args!("`{name}` is no {kind} of the document, which {article} {kind} derives from"),
    ))
}

fn property_is_new(
    selection: &Selection<'_>,
    structured: &StructuredType,
    property: &Property,
) -> Result<(), GenerateError> {
    let base_of =
        |structured: &StructuredType| selection.structured_types.get(structured.base.as_deref()?).copied();
    let mut line = core::iter::successors(base_of(structured), |base| base_of(base));
    let declares = |base: &&StructuredType| base.properties.iter().any(|other| other.name == property.name);
    line.find(declares).map_or(Ok(()), |base| {
        let message = format_args!(
            "`{}`, which the type derives from, declares that property already",
            base.qualified_name
        );
        Err(GenerateError::invalid(&format!("{}/{}", structured.qualified_name, property.name), message))
    })
}

fn navigation_leads_to_entities(
    selection: &Selection<'_>,
    structured: &StructuredType,
    property: &Property,
) -> Result<(), GenerateError> {
    let target = selection.structured_types.get(property.value_type.name.as_str());
    match target.filter(|target| property.is_navigation && target.kind == StructuredKind::Complex) {
        None => Ok(()),
        Some(target) => Err(GenerateError::invalid(
            &format!("{}/{}", structured.qualified_name, property.name),
            format_args!(
                "a navigation property leads to entities, and `{}` is a complex type",
                target.qualified_name
            ),
        )),
    }
}
