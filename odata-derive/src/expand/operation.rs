//! Generation of the impls for an action or a function. No code that reads the struct is generated, because a client only sends
//! the parameters of an operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::bounds::Bounds;
use super::property_type::at_innermost;
use super::{marker, metadata};
use crate::model::{Derive, Item, Operation, Parameter, argument_of};

pub(super) fn expand(item: &Item, operation: &Operation) -> TokenStream {
    let generics = Bounds::new(&item.generics)
        .values(operation.parameters.iter().map(|parameter| &parameter.ty))
        .impls();
    let (ident, marker) = (&item.ident, marker(item.derive));
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let [binding, result] = [&operation.binding, &operation.returns].map(|ty| type_or_unit(ty.as_ref()));
    let metadata = operation_metadata(item.derive, operation);
    let (metadata_static, metadata) =
        metadata::stored(&quote!(__odata::Operation), &metadata, generics.declared);
    let arguments = operation.parameters.iter().map(argument);
    let composable = operation.is_composable.then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __odata::ComposableFunction for #ident #ty_generics #where_clause {}
        }
    });
    let parameter = if operation.parameters.is_empty() { quote!(_) } else { quote!(__arguments) };
    quote! {
        #metadata_static

        #[automatically_derived]
        impl #impl_generics __odata::ODataOperation for #ident #ty_generics #where_clause {
            type Binding = #binding;

            type Result = #result;

            const METADATA: &'static __odata::Operation = #metadata;

            #[inline]
            fn add_arguments(&self, #parameter: &mut __odata::Arguments) {
                #(#arguments)*
            }
        }

        #[automatically_derived]
        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}

        #composable
    }
}

/// Generates stub impls for an invalid action or function. The stub impls avoid further compiler errors in code that
/// calls the invalid action or function.
pub(super) fn stub(item: &Item, operation: Option<&Operation>) -> TokenStream {
    let (ident, marker) = (&item.ident, marker(item.derive));
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let binding = type_or_unit(operation.and_then(|operation| operation.binding.as_ref()));
    let result = type_or_unit(operation.and_then(|operation| operation.returns.as_ref()));
    quote! {
        impl #impl_generics __odata::ODataOperation for #ident #ty_generics #where_clause {
            type Binding = #binding;

            type Result = #result;

            const METADATA: &'static __odata::Operation = &__odata::Operation::action("#");

            fn add_arguments(&self, _: &mut __odata::Arguments) {}
        }

        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}
    }
}

fn type_or_unit(ty: Option<&syn::Type>) -> TokenStream {
    ty.map_or_else(|| quote!(()), |ty| quote!(#ty))
}

/// Returns an expression of the type `Operation` for the metadata of an action or a function.
fn operation_metadata(derive: Derive, operation: &Operation) -> TokenStream {
    let name = super::type_annotation(&operation.qualified_name);
    let constructor = match derive {
        Derive::Function => "function",
        _ => "action",
    };
    let constructor = Ident::new(constructor, Span::call_site());
    let parameters = operation.parameters.iter().map(|parameter| {
        let (name, ty) = (&parameter.name.value, at_innermost(&parameter.ty));
        let value_type = quote!(<#ty as __odata::ParameterValue>::TYPE);
        let optional = parameter.is_optional.then(|| quote!(.optional()));
        let nullable = is_optional_and_nullable(parameter).then(|| quote!(.nullable()));
        quote!(__odata::Property::new(#name, #value_type) #optional #nullable)
    });
    let parameters =
        (!operation.parameters.is_empty()).then(|| quote!(.with_parameters(&[#(#parameters),*])));
    let binding = operation.binding.as_ref().map(value_type).map(|binding| quote!(.bound_to(#binding)));
    let result = operation.returns.as_ref().map(value_type).map(|result| quote!(.returning(#result)));
    let import = operation.import.as_ref().map(|import| quote!(.with_import(#import)));
    let composable = operation.is_composable.then(|| quote!(.composable()));
    quote!(__odata::Operation::#constructor(#name) #parameters #binding #result #import #composable)
}

/// Checks whether the type of a parameter is `Option<Option<T>>`. For an `Option<Option<T>>`, `None` omits the parameter from the request,
/// and `Some(None)` sends `null`.
fn is_optional_and_nullable(parameter: &Parameter) -> bool {
    let value = argument_of(&parameter.ty, &["Option"]);
    parameter.is_optional && value.is_some_and(|value| argument_of(value, &["Option"]).is_some())
}

fn value_type(ty: &syn::Type) -> TokenStream {
    let ty = at_innermost(ty);
    quote!(<#ty as __odata::ODataValue>::TYPE)
}

/// Returns the statement that adds the value of a parameter to `__arguments`.
fn argument(parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, name, is_optional } = parameter;
    let (name, ty) = (&name.value, at_innermost(ty));
    let function = if *is_optional { "add_optional" } else { "add_required" };
    let function = Ident::new(function, Span::call_site());
    quote!(<#ty as __odata::ParameterValue>::#function(&self.#ident, #name, __arguments);)
}
