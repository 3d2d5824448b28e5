//! The names of types, properties and members: given by attribute, or made from Rust's.

use syn::{DeriveInput, Ident, LitStr};

use crate::attr::{Attributes, Spanned};
use crate::case::RenameRule;
use crate::errors::Errors;
use crate::nearest::nearest;

/// The longest name of OData (CSDL 4.01, clause 15.2).
const LONGEST_NAME: usize = 128;

/// The qualified name of a type that must have one.
///
/// `rename_all = "PascalCase"` also renames the type, because services that use `PascalCase` for properties use it for types. The other
/// rules leave the type name in lowerCamelCase.
pub(super) fn qualified_name(
    input: &DeriveInput,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> String {
    let namespace = attributes.text("namespace", "microsoft.graph", errors);
    if attributes.lacks("namespace") {
        errors.over(
            &input.ident,
            format!("`{}` has no namespace", input.ident),
            "add `#[odata(namespace = \"microsoft.graph\")]` with the namespace of the service's schema",
        );
    }
    if let Some(namespace) = &namespace {
        check_namespace(namespace, errors);
    }
    let namespace = namespace.map_or_else(String::new, |namespace| namespace.value());
    let rule = if rule == RenameRule::Pascal { rule } else { RenameRule::Camel };
    let name = given_or_made(&input.ident, rule, attributes, errors);
    check_type_name(&name, errors);
    format!("{namespace}.{}", name.value)
}

/// The alias of the type's schema.
pub(super) fn alias(attributes: &Attributes, errors: &Errors) -> Option<String> {
    let alias = attributes.text("alias", "graph", errors)?;
    if !is_simple_identifier(&alias.value()) {
        errors.over(
            &alias,
            format!("`{}` is not an alias", alias.value()),
            "an alias is one identifier, such as `graph`, without dots",
        );
        return None;
    }
    Some(alias.value())
}

/// A name that an attribute gives, or the Rust name after the rule.
pub(super) fn name(
    ident: &Ident,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> Spanned<String> {
    let name = given_or_made(ident, rule, attributes, errors);
    check_name(&name, errors);
    name
}

fn given_or_made(
    ident: &Ident,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> Spanned<String> {
    match attributes.text("name", "nameInTheService", errors) {
        Some(name) => Spanned { value: name.value(), span: name.span() },
        None => Spanned { value: rule.apply(&ident.to_string()), span: ident.span() },
    }
}

/// The value of `rename_all`.
pub(super) fn rename_rule(attributes: &Attributes, errors: &Errors) -> RenameRule {
    let Some(text) = attributes.text("rename_all", "camelCase", errors) else { return RenameRule::Camel };
    RenameRule::from_name(&text.value()).unwrap_or_else(|| {
        let spellings = RenameRule::NAMES.map(|(spelling, _)| spelling);
        let help = nearest(&text.value(), &spellings).map_or_else(
            || format!("the rules are `{}`", spellings.join("`, `")),
            |near| format!("did you mean `{near}`?"),
        );
        errors.over(&text, format!("unknown rename rule `{}`", text.value()), help);
        RenameRule::Camel
    })
}

fn check_namespace(namespace: &LitStr, errors: &Errors) {
    let value = namespace.value();
    if !value.split('.').all(is_wire_name) {
        errors.over(
            namespace,
            format!("`{value}` is not a namespace"),
            "a namespace is one or more names with dots between them, such as `microsoft.graph.security`",
        );
    }
}

fn check_type_name(name: &Spanned<String>, errors: &Errors) {
    if !has_length(name, errors) || (is_wire_name(&name.value) && !name.value.contains('.')) {
        return;
    }
    let help = match name.value.rsplit_once('.') {
        Some((namespace, name)) if is_wire_name(namespace) && is_wire_name(name) => {
            format!("write `namespace = \"{namespace}\", name = \"{name}\"`")
        }
        _ => String::from("the name of a type has neither `.`, `@`, `/` nor `#`"),
    };
    errors.at(name.span, format!("`{}` is not the name of a type", name.value), help);
}

/// Services have names that aren't identifiers (`request-id`, `Order No`, `a.b`), so only what would be misread is rejected.
fn check_name(name: &Spanned<String>, errors: &Errors) {
    let value = &name.value;
    if has_length(name, errors) && !is_wire_name(value) {
        errors.at(
            name.span,
            format!("`{value}` is not a name: `@`, `/` and `#` have a meaning of their own"),
            "write the name that the service has",
        );
    }
}

fn has_length(name: &Spanned<String>, errors: &Errors) -> bool {
    let is_good = (1..=LONGEST_NAME).contains(&name.value.chars().count());
    if !is_good {
        errors.at(
            name.span,
            format!("a name has 1 to {LONGEST_NAME} characters"),
            "write the name that the service has",
        );
    }
    is_good
}

/// Checks whether a name on the wire can't be mistaken for an annotation, a path or an operation.
fn is_wire_name(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(|character: char| matches!(character, '@' | '/' | '#') || character.is_control())
}

/// `SimpleIdentifier` of CSDL 4.01, clause 15.2.
pub(super) fn is_simple_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let begins_well = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    begins_well
        && characters.all(|character| character == '_' || character.is_alphanumeric())
        && name.chars().count() <= LONGEST_NAME
}
