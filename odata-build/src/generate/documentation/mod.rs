//! Generation of doc comments and `#[deprecated]` attributes.

mod access;
mod alternate_keys;
mod capabilities;
mod description;
mod entity_sets;
mod facets;
mod relation;

use proc_macro2::TokenStream;
use quote::quote;

use super::containers::Container;
use super::doc_text::{code, one_line};
use super::plan::Plan;
use crate::document::{
    Action, Annotations, ContainerMember, ContainerMemberKind, EnumerationType, Property, StructuredType,
};

/// Returns the doc comment for the struct of an entity or complex type: the description, the qualified name, the entity sets and the
/// alternate keys of the type.
pub(super) fn of_structured_type(plan: &Plan<'_>, structured: &StructuredType) -> TokenStream {
    let mut sentences = entity_sets::sentences(plan.document, &structured.qualified_name);
    if !plan.options.has_alternate_keys {
        sentences.extend(alternate_keys::sentence(plan, structured));
    }
    let name = format!("`{}`", structured.qualified_name);
    of_element(&structured.annotations, [name, sentences.join(" ")])
}

/// Returns the doc comment for the struct of an action or a function: the description and the qualified name.
pub(super) fn of_operation(signature: &Action) -> TokenStream {
    of_element(&signature.annotations, [format!("`{}`", signature.qualified_name)])
}

/// Returns the doc comment for the struct of an entity container: the description, the qualified name, and the omitted
/// members. For example, an entity set is omitted if the model doesn't contain its entity type.
pub(super) fn of_container(container: &Container<'_>) -> TokenStream {
    let name = format!("`{}`", container.qualified_name());
    let omitted: Vec<_> = container.omitted.iter().map(|member| code(member)).collect();
    let omitted = match omitted.as_slice() {
        [] => String::new(),
        names => format!("The model doesn't contain these members: {}.", names.join(", ")),
    };
    of_element(&container.declaration.annotations, [name, omitted])
}

/// Returns the doc comment for a member of an entity container: the description, and sentences about the restrictions of an entity set or a
/// singleton. If an import has no description, the doc comment contains the description of the imported operation.
pub(super) fn of_container_member(member: &ContainerMember<'_>, signature: Option<&Action>) -> TokenStream {
    let restrictions = match member.kind {
        ContainerMemberKind::EntitySet(_) => capabilities::sentences(member.annotations, true),
        ContainerMemberKind::Singleton { .. } => capabilities::sentences(member.annotations, false),
        ContainerMemberKind::ActionImport(_) | ContainerMemberKind::FunctionImport(_) => Vec::new(),
    };
    let has_description = !description::paragraphs(member.annotations).is_empty();
    let annotations = signature.map(|signature| &signature.annotations).filter(|_| !has_description);
    of_element(annotations.unwrap_or(member.annotations), [restrictions.join(" ")])
}

/// Returns the doc comment for the enum of an enumeration type: the description, the qualified name, and the members
/// that have no variant, such as members with a duplicate value.
pub(super) fn of_enumeration_type(enumeration: &EnumerationType, without_variant: &str) -> TokenStream {
    let name = format!("`{}`{without_variant}", enumeration.qualified_name);
    of_element(&enumeration.annotations, [name, String::new()])
}

/// Returns the doc comment for the field of a property: the description, and sentences about the facets, the permissions and the related
/// entities.
pub(super) fn of_property(plan: &Plan<'_>, property: &Property) -> TokenStream {
    let mut sentences = facets::sentences(plan, property);
    sentences.extend(access::sentences(&property.annotations));
    if property.is_navigation {
        sentences.extend(relation::sentences(property));
    }
    of_element(&property.annotations, [sentences.join(" ")])
}

/// Returns the doc comment for the constant of an inherited property.
pub(super) fn of_inherited(plan: &Plan<'_>, property: &Property) -> TokenStream {
    if description::paragraphs(&property.annotations).is_empty() {
        let summary = format!("The inherited property {}.", code(&property.name));
        of_element(&property.annotations, [summary])
    } else {
        of_property(plan, property)
    }
}

/// Returns the doc comment for the variant of an enumeration member.
pub(super) fn of_member(annotations: &Annotations) -> TokenStream {
    of_element(annotations, [])
}

/// Returns a doc comment with the description from `annotations`, followed by the paragraphs `others`. If the annotations contain a
/// deprecation, a `#[deprecated]` attribute follows the doc comment.
fn of_element<const N: usize>(annotations: &Annotations, others: [String; N]) -> TokenStream {
    let paragraphs = description::paragraphs(annotations).into_iter().chain(others);
    let paragraphs: Vec<String> = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
    let text = paragraphs.join("\n\n");
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    let deprecated = deprecated(annotations);
    quote!(#(#[doc = #lines])* #deprecated)
}

fn deprecated(annotations: &Annotations) -> Option<TokenStream> {
    let deprecation = annotations.deprecation.as_ref()?;
    let removal = deprecation.removal_date.as_ref().map(|date| format!("Planned removal: {date}."));
    let description = deprecation.description.as_deref().map(one_line);
    let note: Vec<String> = description.into_iter().chain(removal).collect();
    let note = note.join(" ");
    Some(if note.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(note = #note)]) })
}
