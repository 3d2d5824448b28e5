//! The values of annotations, and what the terms that matter to a model say by them.

use crate::document::{Deprecation, Remarks};

/// The number of `Org.OData.Core.V1.Permission/Read`, which may stand for the member.
const PERMISSION_TO_READ: &str = "1";

/// The value of an annotation. What a model has no use for, a path or a function, is `Other`.
#[derive(Debug)]
pub(super) enum Expression {
    /// `String="…"`, `Bool="true"`, `<EnumMember>…</EnumMember>`: any constant, as its text.
    Constant(String),
    Collection(Vec<Expression>),
    Record(Vec<(String, Expression)>),
    Other,
}

impl Expression {
    fn text(&self) -> Option<String> {
        match self {
            Self::Constant(text) => Some(text.clone()),
            _ => None,
        }
    }

    fn is_true(&self) -> bool {
        matches!(self, Self::Constant(text) if text == "true")
    }

    fn property(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(properties) => {
                properties.iter().find_map(|(property, value)| (property == name).then_some(value))
            }
            _ => None,
        }
    }

    fn is_number(&self, number: &str) -> bool {
        matches!(self, Self::Constant(text) if text == number)
    }

    /// Whether it is this member and no other of an enumeration, with the enumeration's name (XML) or without (JSON).
    fn is_member(&self, member: &str) -> bool {
        matches!(self, Self::Constant(text) if !text.contains(' ') && text.rsplit('/').next() == Some(member))
    }
}

/// Notes what an annotation says. `term` is free of aliases and has no qualifier.
pub(super) fn note(remarks: &mut Remarks, term: &str, value: &Expression) {
    let Some(term) = term.strip_prefix("Org.OData.Core.V1.") else { return };
    match term {
        "Description" => remarks.description = value.text(),
        "LongDescription" => remarks.long_description = value.text(),
        "Computed" => remarks.is_computed |= value.is_true(),
        "Immutable" => remarks.is_immutable |= value.is_true(),
        "Permissions" => {
            remarks.is_read_only |= value.is_member("Read") || value.is_number(PERMISSION_TO_READ);
        }
        "Revisions" => remarks.deprecation = deprecation(value),
        _ => {}
    }
}

fn deprecation(revisions: &Expression) -> Option<Deprecation> {
    let Expression::Collection(revisions) = revisions else { return None };
    let revision = revisions
        .iter()
        .find(|revision| revision.property("Kind").is_some_and(|kind| kind.is_member("Deprecated")))?;
    let text = |name| revision.property(name).and_then(Expression::text);
    Some(Deprecation {
        description: text("Description"),
        version: text("Version"),
        removal_date: text("RemovalDate"),
    })
}
