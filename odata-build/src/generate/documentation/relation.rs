//! Doc comment sentences about a navigation property.

use crate::document::Property;
use crate::generate::doc_text::{code, enumerated};

/// Returns sentences that describe `Partner`, `ReferentialConstraint` and `OnDelete` of a navigation property.
pub(super) fn sentences(property: &Property) -> Vec<String> {
    [partner(property), constraint(property), on_delete(property)].into_iter().flatten().collect()
}

fn partner(property: &Property) -> Option<String> {
    let partner = code(property.partner.as_deref()?);
    let related = if property.value_type.is_collection { "each" } else { "the" };
    (!partner.is_empty()).then(|| {
        format!("The navigation property {partner} of {related} related entity refers to this entity.")
    })
}

fn constraint(property: &Property) -> Option<String> {
    let pairs = property.referential_constraints.iter();
    let pairs: Vec<String> = pairs
        .map(|(dependent, principal)| format!("{} equals {}", code(dependent), code(principal)))
        .collect();
    let related = if property.value_type.is_collection { "each" } else { "the" };
    (!pairs.is_empty()).then(|| format!("{} of {related} related entity.", enumerated(&pairs, "and")))
}

/// Returns a sentence about what happens to related entities if the entity with the navigation property is deleted (CSDL 4.01, 8.6).
fn on_delete(property: &Property) -> Option<String> {
    let [related, of_related, has_related] = if property.value_type.is_collection {
        ["the related entities", "of the related entities", "it has related entities"]
    } else {
        ["the related entity", "of the related entity", "it has a related entity"]
    };
    let sentence = match property.on_delete.as_deref()? {
        "Cascade" => format!("Deleting the entity also deletes {related} (`OnDelete`)."),
        "None" => format!("The entity can't be deleted while {has_related} (`OnDelete`)."),
        "SetNull" => {
            format!("Deleting the entity sets the referencing properties {of_related} to null (`OnDelete`).")
        }
        "SetDefault" => format!(
            "Deleting the entity sets the referencing properties {of_related} to their default values (`OnDelete`)."
        ),
        _ => return None,
    };
    Some(sentence)
}
