//! OData names of types, properties and enumeration members, from attributes or from Rust names.

use syn::{DeriveInput, Ident, LitStr};

use crate::attr::{Attributes, Spanned, joined_in_backticks};
use crate::case::RenameRule;
use crate::errors::Errors;
use crate::nearest::nearest;

/// The maximum length of a name in OData (CSDL 4.01, clause 15.2).
const MAX_NAME_LENGTH: usize = 128;

/// Returns the qualified name of a type. Reports an error if the `namespace` attribute is missing.
///
/// By default, the OData name of the type is the Rust name in `camelCase`. With `rename_all = "PascalCase"`, the OData
/// name of the type is in `PascalCase`, because a service that uses `PascalCase` for properties also uses it for types.
/// Even with `rename_all = "snake_case"`, the OData name of the type is in `camelCase`.
pub(super) fn qualified_name(
    input: &DeriveInput,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> String {
    let namespace = attributes.string("namespace", "microsoft.graph", errors);
    if attributes.certainly_lacks("namespace") {
        errors.over(
            &input.ident,
            format!("`{}` has no namespace: add `#[odata(namespace = \"microsoft.graph\")]`", input.ident),
            "use the namespace of the service's schema",
        );
    }
    if let Some(namespace) = &namespace {
        check_namespace(namespace, errors);
    }
    let namespace = namespace.map_or_else(String::new, |namespace| namespace.value());
    let rule = if rule == RenameRule::Pascal { rule } else { RenameRule::Camel };
    let name = explicit_or_converted_name(&input.ident, rule, attributes, errors);
    check_type_name(&name, errors);
    format!("{namespace}.{}", name.value)
}

/// Returns the qualified name of an entity container. The name of the container defaults to the Rust name, because services write container
/// names in `PascalCase`.
pub(super) fn container_name(input: &DeriveInput, attributes: &Attributes, errors: &Errors) -> String {
    qualified_name(input, RenameRule::Pascal, attributes, errors)
}

/// Returns the alias of the type's schema, from the `alias` attribute.
pub(super) fn alias(attributes: &Attributes, errors: &Errors) -> Option<String> {
    let alias = attributes.string("alias", "graph", errors)?;
    if !is_simple_identifier(&alias.value()) {
        errors.over(
            &alias,
            format!(
                "`{}` is not a valid alias: use an identifier without dots, such as `graph`",
                alias.value()
            ),
            "",
        );
        return None;
    }
    Some(alias.value())
}

/// Returns the OData name of a property or enumeration member: the value of the `name` attribute, or the Rust name converted with `rule`.
/// Reports an error if the OData name is invalid.
pub(super) fn name(
    ident: &Ident,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> Spanned<String> {
    let name = explicit_or_converted_name(ident, rule, attributes, errors);
    check_name(&name, errors);
    name
}

/// Returns the value of the `name` attribute, or the Rust name converted with `rule`. Doesn't check whether the returned name is valid.
fn explicit_or_converted_name(
    ident: &Ident,
    rule: RenameRule,
    attributes: &Attributes,
    errors: &Errors,
) -> Spanned<String> {
    match attributes.string("name", "nameInTheService", errors) {
        Some(name) => Spanned { value: name.value(), span: name.span() },
        None => Spanned { value: rule.apply(&ident.to_string()), span: ident.span() },
    }
}

/// Returns the naming convention in the `rename_all` attribute. The default is `camelCase`.
pub(super) fn rename_rule(attributes: &Attributes, errors: &Errors) -> RenameRule {
    let Some(text) = attributes.string("rename_all", "camelCase", errors) else { return RenameRule::Camel };
    RenameRule::from_name(&text.value()).unwrap_or_else(|| {
        let spellings = RenameRule::NAMES.map(|(spelling, _)| spelling);
        let fix = nearest(&text.value(), &spellings).map_or_else(
            || format!("use {}", joined_in_backticks(&spellings, "or")),
            |near| format!("did you mean `{near}`?"),
        );
        errors.over(&text, format!("unknown value `{}` for `rename_all`: {fix}", text.value()), "");
        RenameRule::Camel
    })
}

fn check_namespace(namespace: &LitStr, errors: &Errors) {
    let value = namespace.value();
    if !value.split('.').all(is_wire_name) {
        errors.over(
            namespace,
            format!(
                "`{value}` is not a valid namespace: use names separated by dots, such as `microsoft.graph`"
            ),
            "",
        );
    }
}

fn check_type_name(name: &Spanned<String>, errors: &Errors) {
    if !check_length(name, errors) || (is_wire_name(&name.value) && !name.value.contains('.')) {
        return;
    }
    if let Some((namespace, short)) = name.value.rsplit_once('.')
        && is_wire_name(namespace)
        && is_wire_name(short)
    {
        errors.at(
            name.span,
            format!(
                "type name `{}` contains a namespace: write `namespace = \"{namespace}\", name = \"{short}\"`",
                name.value
            ),
            "",
        );
        return;
    }
    errors.at(
        name.span,
        format!(
            "`{}` is not a valid type name: it can't contain `.`, `@`, `/`, `#` or control characters",
            name.value
        ),
        "use the name from the service's schema",
    );
}

/// Reports an error if the name of a property or enumeration member is invalid.
///
/// A name with `@`, `/`, `#` or a control character is invalid. A name that isn't an identifier, such as `request-id`, `Order No` or `a.b`,
/// is valid, because some services use such names.
fn check_name(name: &Spanned<String>, errors: &Errors) {
    let value = &name.value;
    if check_length(name, errors) && !is_wire_name(value) {
        errors.at(
            name.span,
            format!("`{value}` is not a valid name: it can't contain `@`, `/`, `#` or control characters"),
            "use the name from the service's schema",
        );
    }
}

fn check_length(name: &Spanned<String>, errors: &Errors) -> bool {
    let is_valid = (1..=MAX_NAME_LENGTH).contains(&name.value.chars().count());
    if !is_valid {
        errors.at(
            name.span,
            format!("a name must have 1 to {MAX_NAME_LENGTH} characters"),
            "use the name from the service's schema",
        );
    }
    is_valid
}

/// Checks whether a name isn't empty and contains no `@`, `/`, `#` or control character. A name with `@`, `/` or `#` could be confused with
/// an annotation or a path.
fn is_wire_name(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(|character: char| matches!(character, '@' | '/' | '#') || character.is_control())
}

/// Checks whether a name is a `SimpleIdentifier` (CSDL 4.01, clause 15.2).
pub(super) fn is_simple_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let has_valid_start = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    has_valid_start
        && characters.all(|character| character == '_' || character.is_alphanumeric())
        && name.chars().count() <= MAX_NAME_LENGTH
}
