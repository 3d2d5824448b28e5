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
/// Of the rename rules, `PascalCase` names the type as well: services with such properties have such types. The other rules don't
/// say how types are named, which are in lowerCamelCase then.
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
    if !value.split('.').all(is_simple_identifier) {
        errors.over(
            namespace,
            format!("`{value}` is not a namespace"),
            "a namespace is one or more identifiers with dots between them, such as `microsoft.graph.security`",
        );
    }
}

fn check_type_name(name: &Spanned<String>, errors: &Errors) {
    if !has_length(name, errors) || is_simple_identifier(&name.value) {
        return;
    }
    let help = match name.value.rsplit_once('.') {
        Some((namespace, name)) if !namespace.is_empty() => {
            format!("write `namespace = \"{namespace}\", name = \"{name}\"`")
        }
        _ => {
            String::from("a type's name is letters, digits and underscores, and does not begin with a digit")
        }
    };
    errors.at(name.span, format!("`{}` is not the name of a type", name.value), help);
}

/// Graph has properties that are no identifiers (`request-id`), so only what would be misread is refused.
fn check_name(name: &Spanned<String>, errors: &Errors) {
    let value = &name.value;
    if has_length(name, errors) && value.contains(is_reserved_in_names) {
        errors.at(
            name.span,
            format!("`{value}` is not a name: `@`, `.`, `/`, `#` and spaces have a meaning of their own"),
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

/// What would make something else of a name: an annotation, a qualified name, a path.
fn is_reserved_in_names(character: char) -> bool {
    matches!(character, '@' | '.' | '/' | '#') || character.is_whitespace() || character.is_control()
}

/// `SimpleIdentifier` of CSDL 4.01, clause 15.2.
fn is_simple_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let begins_well = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    begins_well
        && characters.all(|character| character == '_' || character.is_alphanumeric())
        && name.chars().count() <= LONGEST_NAME
}
