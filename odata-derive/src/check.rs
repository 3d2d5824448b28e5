//! The rules across fields, each with what it keeps from going wrong on the wire.

use std::collections::BTreeSet;

use proc_macro2::Span;

use crate::attr::Spanned;
use crate::errors::Errors;
use crate::model::{Body, Derive, Enumeration, Item, KeyAccess, Property};

pub(crate) fn check(item: &Item, errors: &Errors) {
    match &item.body {
        Body::Structure(structure) => {
            names_are_unique(structure.properties.iter().map(|property| &property.name), "property", errors);
            if let (Derive::Complex, Some(span)) = (item.derive, structure.key) {
                no_key_of_a_complex_type(item, span, errors);
            }
            for property in &structure.properties {
                access_is_consistent(property, errors);
                key_access_is_consistent(property, errors);
                refinements_have_their_attribute(property, errors);
                only_entities_have_keys(item, property, errors);
            }
        }
        Body::Enumeration(enumeration) => {
            names_are_unique(enumeration.members.iter().map(|member| &member.name), "member", errors);
            flags_have_bits(enumeration, errors);
        }
        Body::Polymorphic(_) | Body::Unusable | Body::Impossible => {}
    }
}

/// An object with a name twice is refused by every reader, and of two members with one name the second could
/// never be read.
fn names_are_unique<'n>(names: impl Iterator<Item = &'n Spanned<String>>, what: &str, errors: &Errors) {
    let mut earlier = BTreeSet::new();
    for name in names {
        if !earlier.insert(name.value.as_str()) {
            errors.at(
                name.span,
                format!("a second {what} with the name `{}`", name.value),
                "give one of them another with `#[odata(name = \"…\")]`",
            );
        }
    }
}

/// A computed property is never sent, an immutable one is sent on create: it can't be both.
fn access_is_consistent(property: &Property, errors: &Errors) {
    if let (Some(_), Some(span)) = (property.computed, property.immutable) {
        errors.at(
            span,
            "`immutable` contradicts `computed`",
            "`computed` is never sent by a client, `immutable` is sent on create only: keep one",
        );
    }
}

/// A key that the service computes is never sent, one that is optional or required is: `key = "optional", computed` is both.
fn key_access_is_consistent(property: &Property, errors: &Errors) {
    let named = property.key.as_ref().and_then(|key| key.access.as_ref());
    if let (Some(span), Some(access)) = (property.computed, named)
        && access.value != KeyAccess::Computed
    {
        errors.at(
            span,
            "`computed` contradicts the access of the key",
            "a key is computed by the service, or sent by the client: keep one",
        );
    }
}

/// `dependent` refines `key`, and `contained` refines `navigation`.
fn refinements_have_their_attribute(property: &Property, errors: &Errors) {
    if let (Some(span), None) = (property.dependent, &property.key) {
        errors.at(
            span,
            "`dependent` without `key`",
            "it marks a part of the key that a referential constraint takes from the parent: add `key`, or remove it",
        );
    }
    if let (Some(span), None) = (property.contained, property.navigation) {
        errors.at(
            span,
            "`contained` without `navigation`",
            "it marks a navigation property whose entities belong to this one: add `navigation`, or remove it",
        );
    }
}

/// A key identifies an entity; a complex value has no identity.
fn only_entities_have_keys(item: &Item, property: &Property, errors: &Errors) {
    if let (Derive::Complex, Some(key)) = (item.derive, &property.key) {
        no_key_of_a_complex_type(item, key.span, errors);
    }
}

fn no_key_of_a_complex_type(item: &Item, span: Span, errors: &Errors) {
    errors.at(
        span,
        "a complex type has no `key`",
        format!("remove `key`, or derive `ODataEntity` if `{}` is an entity type", item.ident),
    );
}

/// A set of members is a sum of bits. CSDL wants a value for each member then (clause 10.3.2), because counting up,
/// 0, 1, 2, 3, makes the fourth the sum of two others.
fn flags_have_bits(enumeration: &Enumeration, errors: &Errors) {
    if enumeration.flags.is_none() {
        return;
    }
    for member in enumeration.members.iter().filter(|member| !member.has_discriminant) {
        errors.at(
            member.ident.span(),
            format!("the flag `{}` has no value", member.ident),
            format!("write `{} = 1`, with the value that the service's schema has", member.ident),
        );
    }
}
