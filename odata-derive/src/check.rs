//! Checks of rules that involve several attributes or several fields.

use std::collections::BTreeSet;

use proc_macro2::Span;

use crate::attr::Spanned;
use crate::errors::Errors;
use crate::model::{Body, Container, Derive, Enumeration, Item, KeyAccess, Property};

/// Reports an error for each attribute or field of an item that violates a rule in this module. For example, two
/// properties of a struct can't have the same name.
pub(crate) fn check(item: &Item, errors: &Errors) {
    match &item.body {
        Body::Structure(structure) => {
            check_unique_names(
                structure.properties.iter().map(|property| &property.name),
                "property",
                errors,
            );
            if let (Derive::Complex, Some(span)) = (item.derive, structure.key) {
                report_key_of_complex_type(item, span, errors);
            }
            for property in &structure.properties {
                check_access(property, errors);
                check_key_access(property, errors);
                check_required_attributes(property, errors);
                check_no_key_in_complex_type(item, property, errors);
            }
        }
        Body::Enumeration(enumeration) => {
            check_unique_names(enumeration.members.iter().map(|member| &member.name), "member", errors);
            check_flag_values(enumeration, errors);
        }
        Body::Operation(operation) => {
            let names = operation.parameters.iter().map(|parameter| &parameter.name);
            check_unique_names(names, "parameter", errors);
        }
        Body::Container(container) => {
            check_unique_members(container, errors);
        }
        Body::Polymorphic(_) | Body::Unusable | Body::NotImplementable => {}
    }
}

/// Checks that all properties of a struct, all members of an enumeration or all parameters of an operation have
/// different names.
///
/// If two properties of a struct had the same name, the struct would be serialized with a duplicate property, which
/// deserialization rejects. If two members of an enumeration had the same name, deserialization could never return the
/// second member.
fn check_unique_names<'n>(names: impl Iterator<Item = &'n Spanned<String>>, kind: &str, errors: &Errors) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name.value.as_str()) {
            errors.at(
                name.span,
                format!(
                    "duplicate {kind} name `{}`: change one of the two with `#[odata(name = \"…\")]`",
                    name.value
                ),
                "",
            );
        }
    }
}

/// Checks that the members of an entity container have different names. Several function or action imports may have the
/// same name, because the Rust struct of the container has a separate field for each overload of a function or action.
fn check_unique_members(container: &Container, errors: &Errors) {
    let mut imports = BTreeSet::new();
    let members = container
        .members
        .iter()
        .filter(|member| member.operation.is_none() || imports.insert(member.name.value.as_str()));
    check_unique_names(members.map(|member| &member.name), "member", errors);
}

/// Checks that a property isn't both `computed` and `immutable`. The attributes contradict each other: a client sends
/// an `immutable` property when it creates an entity, but never sends a `computed` property.
fn check_access(property: &Property, errors: &Errors) {
    if let (Some(_), Some(span)) = (property.computed, property.immutable) {
        errors.at(
            span,
            "`immutable` can't be combined with `computed`: remove one of the two",
            "clients never send a computed property, and send an immutable property only on create",
        );
    }
}

/// Checks that `computed` isn't combined with `key = "optional"` or `key = "required"`. A client never sends a computed key, so a computed
/// key can't be optional or required in requests.
fn check_key_access(property: &Property, errors: &Errors) {
    let specified = property.key.as_ref().and_then(|key| key.access.as_ref());
    if let (Some(span), Some(access)) = (property.computed, specified)
        && access.value != KeyAccess::Computed
    {
        errors.at(
            span,
            format!(
                "`computed` can't be combined with `key = \"{}\"`: remove one of the two",
                access.value.name()
            ),
            "remove `computed` if clients send the key, or write `key, computed` if the service computes the key",
        );
    }
}

/// Checks that `dependent` is only used with `key`, and `contained` only with `navigation`.
fn check_required_attributes(property: &Property, errors: &Errors) {
    if let (Some(span), None) = (property.dependent, &property.key) {
        errors.at(
            span,
            "`dependent` requires `key`: add `key` or remove `dependent`",
            "a dependent property is the part of the key whose value is the key of the parent entity",
        );
    }
    if let (Some(span), None) = (property.contained, property.navigation) {
        errors.at(
            span,
            "`contained` requires `navigation`: add `navigation` or remove `contained`",
            "`contained` marks a navigation property to contained entities (`ContainsTarget`)",
        );
    }
}

/// Checks that a property of a complex type has no `key` attribute, because complex types don't have keys.
fn check_no_key_in_complex_type(item: &Item, property: &Property, errors: &Errors) {
    if let (Derive::Complex, Some(key)) = (item.derive, &property.key) {
        report_key_of_complex_type(item, key.span, errors);
    }
}

fn report_key_of_complex_type(item: &Item, span: Span, errors: &Errors) {
    errors.at(
        span,
        "a complex type can't have a key: remove `key` or derive `ODataEntity`",
        format!("derive `ODataEntity` if `{}` is an entity type", item.ident),
    );
}

/// Checks that each member of an enumeration with `flags` has an explicit value, as CSDL requires (clause 10.3.2).
///
/// Without explicit values, Rust would assign 0, 1, 2 and 3, but 3 isn't a separate flag: it is the combination of the flags 1 and 2.
fn check_flag_values(enumeration: &Enumeration, errors: &Errors) {
    if enumeration.flags.is_none() {
        return;
    }
    for member in enumeration.members.iter().filter(|member| !member.has_discriminant) {
        errors.at(
            member.ident.span(),
            format!("flag `{0}` needs an explicit value, such as `{0} = 1`", member.ident),
            "use the value from the service's schema",
        );
    }
}
