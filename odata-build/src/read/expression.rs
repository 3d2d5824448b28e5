//! Conversion of annotations of the vocabulary `Org.OData.Core.V1` to the fields of [`Annotations`].

use crate::document::{Annotation, Annotations, Deprecation, Expression};

/// The numeric value of the enumeration member `Org.OData.Core.V1.Permission/Read`. A document can contain the number `1` instead of the
/// name `Read`.
const PERMISSION_TO_READ: &str = "1";

/// Adds an annotation, such as `Core.Description`, to the annotations of an element.
///
/// If [`Annotations`] has a field for the term of the annotation, the function sets the field. For example, the term
/// `Core.Description` sets the field [`Annotations::description`]. The annotation is added to [`Annotations::others`]
/// if its term has no field, or if the field can't store all parts of the annotation, such as a qualifier.
///
/// # Errors
///
/// Returns the term as an error if the element already has an annotation with the same term and qualifier, which CSDL
/// doesn't allow (CSDL 14.1).
pub(crate) fn add_annotation(annotations: &mut Annotations, annotation: Annotation) -> Result<(), String> {
    let is_plain = annotation.qualifier.is_none();
    if annotations.others.iter().any(|other| other.is_same(&annotation))
        || (is_plain && has_field(annotations, &annotation.term))
    {
        return Err(annotation.term);
    }
    let is_complete = is_plain && interpret(annotations, &annotation) && annotation.annotations.is_empty();
    if !is_complete {
        annotations.others.push(annotation);
    }
    Ok(())
}

/// Checks whether a field of [`Annotations`] already stores an annotation with this term. For example, the field
/// `description` stores the annotation `Core.Description`.
fn has_field(annotations: &Annotations, term: &str) -> bool {
    match term.strip_prefix("Org.OData.Core.V1.") {
        Some("Description") => annotations.description.is_some(),
        Some("LongDescription") => annotations.long_description.is_some(),
        Some("Computed") => annotations.is_computed,
        Some("Immutable") => annotations.is_immutable,
        Some("Permissions") => annotations.is_read_only,
        Some("Revisions") => annotations.deprecation.is_some(),
        _ => false,
    }
}

/// Stores the value of an annotation in a field of [`Annotations`]: the value of `Core.Description` is stored in
/// `description`. Returns `true` if a field of [`Annotations`] stores the complete value of the annotation.
fn interpret(annotations: &mut Annotations, annotation: &Annotation) -> bool {
    let value = &annotation.value;
    let Some(term) = annotation.term.strip_prefix("Org.OData.Core.V1.") else { return false };
    let is_string = matches!(value, Expression::Constant { type_name, .. } if type_name == "Edm.String");
    match term {
        "Description" => {
            annotations.description = value.text().map(str::to_owned);
            is_string
        }
        "LongDescription" => {
            annotations.long_description = value.text().map(str::to_owned);
            is_string
        }
        "Computed" => {
            annotations.is_computed |= value.is_true();
            value.is_true()
        }
        "Immutable" => {
            annotations.is_immutable |= value.is_true();
            value.is_true()
        }
        "Permissions" => {
            let is_read = value.is_member("Read") || value.text() == Some(PERMISSION_TO_READ);
            annotations.is_read_only |= is_read;
            is_read
        }
        "Revisions" => {
            annotations.deprecation = deprecation(value);
            annotations.deprecation.is_some() && is_only_deprecation(value)
        }
        _ => false,
    }
}

fn deprecation(revisions: &Expression) -> Option<Deprecation> {
    let Expression::Collection(revisions) = revisions else { return None };
    let revision = revisions
        .iter()
        .find(|revision| revision.property("Kind").is_some_and(|kind| kind.is_member("Deprecated")))?;
    let text = |name| revision.property(name).and_then(Expression::text).map(str::to_owned);
    Some(Deprecation {
        description: text("Description"),
        version: text("Version"),
        removal_date: text("RemovalDate"),
    })
}

/// Checks whether a `Core.Revisions` annotation contains exactly one revision, and [`Deprecation`] can store all details of the revision.
fn is_only_deprecation(revisions: &Expression) -> bool {
    let Expression::Collection(revisions) = revisions else { return false };
    let [Expression::Record { type_name: None, properties, annotations }] = revisions.as_slice() else {
        return false;
    };
    annotations.is_empty()
        && properties.iter().all(|property| {
            let is_expected = matches!(&*property.name, "Kind" | "Version" | "Description" | "RemovalDate");
            is_expected && property.value.text().is_some() && property.annotations.is_empty()
        })
}
