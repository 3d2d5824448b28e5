//! Structs that are actions or functions, with a field for each parameter.

use syn::punctuated::Punctuated;
use syn::{DeriveInput, Field, Ident, Token, Type};

use super::role_type::formatted;
use super::{Derive, argument_of, names, self_type};
use crate::attr::{Attributes, Spanned, Target};
use crate::case::RenameRule;
use crate::errors::Errors;

/// A struct that is an action or a function.
pub(crate) struct Operation {
    /// The qualified name of the operation, `Namespace.Name`.
    pub(crate) qualified_name: String,
    /// The Rust type of the binding parameter, from the attribute `binding`: `User` or `Vec<User>`. `None` for an unbound
    /// operation.
    pub(crate) binding: Option<Type>,
    /// The Rust type of the result, from the attribute `returns`. `None` for an action without a result.
    pub(crate) returns: Option<Type>,
    /// The name of the action import or function import. `None` for a bound operation.
    pub(crate) import: Option<String>,
    pub(crate) is_composable: bool,
    pub(crate) parameters: Vec<Parameter>,
}

/// A parameter of an operation, from a field of the struct. The binding parameter is declared by the attribute
/// `binding`, not by a field.
pub(crate) struct Parameter {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: Spanned<String>,
    pub(crate) is_optional: bool,
}

impl Operation {
    pub(super) fn new(
        derive: Derive,
        input: &DeriveInput,
        fields: &Punctuated<Field, Token![,]>,
        attributes: &Attributes,
        errors: &Errors,
    ) -> Self {
        let rule = names::rename_rule(attributes, errors);
        let qualified_name = names::qualified_name(input, rule, attributes, errors);
        let binding = attributes.ty("binding", "EdiscoveryCase", errors);
        let import = import(&qualified_name, attributes, errors);
        let parameters = fields.iter().filter_map(|field| Parameter::new(field, input, rule, errors));
        let operation = Self {
            binding: binding.filter(|ty| can_be_binding(ty, errors)),
            returns: attributes
                .ty("returns", "Vec<EdiscoveryReviewTag>", errors)
                .filter(|ty| can_be_result(ty, errors)),
            is_composable: attributes.flag("composable", errors).is_some(),
            parameters: parameters.collect(),
            qualified_name,
            import,
        };
        check_kind(derive, input, attributes, errors);
        operation
    }
}

impl Parameter {
    fn new(field: &Field, input: &DeriveInput, rule: RenameRule, errors: &Errors) -> Option<Self> {
        let ident = field.ident.clone()?;
        let attributes = Attributes::of(&field.attrs, Target::Parameter, errors);
        let ty = self_type::resolve(&field.ty, input);
        let optional = attributes.flag("optional", errors);
        if let Some(span) = optional
            && argument_of(&ty, &["Option"]).is_none()
        {
            errors.at(
                span,
                format!("the optional parameter `{ident}` must be an `Option`"),
                "`None` omits the parameter, and `Some(None)` of an `Option<Option<_>>` is `null`",
            );
        }
        let name = names::name(&ident, rule, &attributes, errors);
        Some(Self { ident, ty, name, is_optional: optional.is_some() })
    }
}

/// Returns the name of the action import or function import, which defaults to the name of the operation. Returns `None` for
/// a bound operation.
fn import(qualified_name: &str, attributes: &Attributes, errors: &Errors) -> Option<String> {
    let import = attributes.string("import", "submitOrder", errors);
    if !attributes.has("binding") {
        let default = || qualified_name.rsplit('.').next().unwrap_or_default().to_owned();
        return Some(import.map_or_else(default, |import| import.value()));
    }
    if let Some(span) = attributes.span("import") {
        errors.at(
            span,
            "`import` can't be combined with `binding`, because only unbound operations have an import",
            "remove `import`, or remove `binding` if the operation is unbound",
        );
    }
    None
}

/// Checks that the type of the binding parameter isn't an `Option`. A binding parameter can't be null (CSDL 4.01, clause
/// 12.9).
fn can_be_binding(ty: &Type, errors: &Errors) -> bool {
    let Some(inner) = argument_of(ty, &["Option"]) else { return true };
    errors.over(
        ty,
        format!("the binding parameter can't be an `Option`: use `{}`", formatted(inner)),
        "an operation is never bound to null",
    );
    false
}

/// Checks that the attribute `returns` isn't `returns = "()"`. An action without a result must not have the attribute
/// `returns`.
fn can_be_result(ty: &Type, errors: &Errors) -> bool {
    if !matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty()) {
        return true;
    }
    errors.over(ty, "`()` is not an OData type: remove `returns` from an action without a result", "");
    false
}

/// Checks that a function has a result, and that an action isn't composable.
fn check_kind(derive: Derive, input: &DeriveInput, attributes: &Attributes, errors: &Errors) {
    if derive == Derive::Function && attributes.certainly_lacks("returns") {
        errors.over(
            &input.ident,
            format!(
                "the function `{}` has no result: add `#[odata(returns = \"…\")]` or derive `ODataAction`",
                input.ident
            ),
            "the value of `returns` is a Rust type, such as `Vec<User>`",
        );
    }
    if let (Derive::Action, Some(span)) = (derive, attributes.span("composable")) {
        errors.at(
            span,
            "an action can't be `composable`: remove `composable` or derive `ODataFunction`",
            "derive `ODataFunction` if the service declares a function",
        );
    }
}
