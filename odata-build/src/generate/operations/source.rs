//! Generation of the structs of operations.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Kind, Operation};
use crate::document::{Property, namespace_of};
use crate::generate::naming::{RenameRule, Scope, identifier, snake_case, type_identifier};
use crate::generate::plan::Plan;
use crate::generate::{documentation, value_type};

/// Returns the struct of an operation, with a field for each parameter except for the binding parameter.
pub(in crate::generate) fn item(plan: &Plan<'_>, operation: &Operation<'_>) -> TokenStream {
    let name = type_identifier(&operation.name);
    let mut scope = Scope::default();
    let parameters = operation.signature.body_parameters().iter();
    let parameters: Vec<(Ident, &Property)> = parameters
        .map(|parameter| (identifier(&scope.add(snake_case(&parameter.name), "_")), parameter))
        .collect();
    let rule = RenameRule::of(&parameters.iter().map(|(field, parameter)| (field, &*parameter.name)));
    let fields = parameters.iter().map(|(name, parameter)| field(plan, operation, name, parameter, rule));
    let documentation = documentation::of_operation(operation.signature);
    let derive = match operation.kind {
        Kind::Action => quote!(ODataAction),
        Kind::Function { .. } => quote!(ODataFunction),
    };
    let attributes = attributes(plan, operation, &name, rule);
    let standard = standard_derives(plan, operation).map(type_identifier);
    quote! {
        #documentation
        #[derive(#(#standard,)* #derive)]
        #attributes
        pub struct #name { #(#fields)* }
    }
}

/// Returns the constant `OPERATIONS` of a module, which contains the metadata of all operations in the module.
pub(in crate::generate) fn metadata(operations: &[&Operation<'_>]) -> TokenStream {
    let names = operations.iter().map(|operation| type_identifier(&operation.name));
    quote! {
        #[doc = " The metadata of the actions and functions in this module."]
        pub const OPERATIONS: &[&::odata_core::metadata::Operation] =
            &[#(<#names as ::odata_core::ODataOperation>::METADATA),*];
    }
}

/// Returns the derives of the standard library for the struct of an operation. A derive such as `Clone` is included if the types of all
/// parameters implement `Clone`. `Default` is included if each parameter may be omitted, null or an empty collection.
fn standard_derives(plan: &Plan<'_>, operation: &Operation<'_>) -> impl Iterator<Item = &'static str> {
    let types =
        operation.signature.body_parameters().iter().map(|parameter| parameter.value_type.name.as_str());
    let types: Vec<_> = types.filter(|name| plan.selection.contains(name)).collect();
    let may_be_unset = |parameter: &Property| {
        parameter.is_optional_parameter()
            || parameter.value_type.is_nullable
            || parameter.value_type.is_collection
    };
    let has_default = operation.signature.body_parameters().iter().all(may_be_unset);
    ["Debug", "Clone", "Default", "PartialEq"].into_iter().filter(move |derive| match *derive {
        "Default" => has_default,
        _ => types.iter().all(|name| plan.options.derives.includes(name, derive)),
    })
}

fn attributes(plan: &Plan<'_>, operation: &Operation<'_>, name: &Ident, rule: RenameRule) -> TokenStream {
    let simple_name = operation.simple_name();
    let namespace = namespace_of(&operation.signature.qualified_name);
    let from = operation.module();
    let binding = operation.binding().map(|binding| {
        let reference = &binding.value_type;
        let single = match plan.selection.structured_types.get(reference.name.as_str()) {
            Some(structured) => plan.path(&from, &structured.qualified_name),
            None => value_type::single(plan, &from, reference),
        };
        let text = source(&if reference.is_collection { quote!(Vec<#single>) } else { single });
        quote!(, binding = #text)
    });
    let returns = operation.signature.return_type.as_ref().map(|result| {
        let text = source(&value(plan, &from, result));
        quote!(, returns = #text)
    });
    let import = operation.import.filter(|import| *import != simple_name).map(|it| quote!(, import = #it));
    let composable = matches!(operation.kind, Kind::Function { is_composable: true });
    let composable = composable.then(|| quote!(, composable));
    let renamed = (rule.apply(name) != simple_name).then(|| quote!(, name = #simple_name));
    let rule = (rule == RenameRule::Pascal).then(|| quote!(, rename_all = "PascalCase"));
    quote!(#[odata(namespace = #namespace #renamed #rule #binding #returns #import #composable)])
}

/// Formats a Rust type for use in an attribute, such as `returns = "Option<super::User>"`.
fn source(ty: &TokenStream) -> String {
    let text = ty.to_string();
    let text = text.replace(" :: ", "::").replace(" < ", "<").replace(" >", ">");
    text.replace("> >", ">>")
}

fn field(
    plan: &Plan<'_>,
    operation: &Operation<'_>,
    name: &Ident,
    parameter: &Property,
    rule: RenameRule,
) -> TokenStream {
    let documentation = documentation::of_property(plan, parameter);
    let is_optional = parameter.is_optional_parameter();
    let value = value(plan, &operation.module(), parameter);
    let value = if is_optional { quote!(Option<#value>) } else { value };
    let odata_name = (rule.apply(name) != parameter.name).then_some(&parameter.name);
    let attributes = [odata_name.map(|name| quote!(name = #name)), is_optional.then(|| quote!(optional))];
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    let attributes = (!attributes.is_empty()).then(|| quote!(#[odata(#(#attributes),*)]));
    quote!(#documentation #attributes pub #name: #value,)
}

/// Returns the Rust type of a parameter or a result. A collection without a `Nullable` facet is `Vec<T>` instead of `Vec<Option<T>>`,
/// because clients don't send null elements.
fn value(plan: &Plan<'_>, from: &str, property: &Property) -> TokenStream {
    let reference = &property.value_type;
    let single = value_type::single(plan, from, reference);
    match (reference.is_collection, reference.is_nullable) {
        (true, true) => quote!(Vec<Option<#single>>),
        (true, false) => quote!(Vec<#single>),
        (false, true) => quote!(Option<#single>),
        (false, false) => single,
    }
}
