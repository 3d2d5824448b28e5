//! Generation of a constant for each property, such as `CaseOperation::STATUS`.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::ext::IdentExt;

use crate::case::RenameRule;
use crate::model::{Item, Property, Structure};

/// Generates the property constants of a struct.
///
/// The constants are also generated for a struct with errors, because they only depend on the fields.
pub(super) fn of_struct(item: &Item, structure: &Structure) -> TokenStream {
    let ident = &item.ident;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let mut names = HashSet::new();
    let constants = structure.properties.iter().map(|property| constant(ident, property, &mut names));
    if structure.properties.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #(#constants)*
        }
    }
}

fn constant(owner: &Ident, property: &Property, names: &mut HashSet<String>) -> TokenStream {
    let Property { vis, docs, ty, name, .. } = property;
    let (ident, name) = (constant_ident(&property.ident, names), &name.value);
    let access = access(property);
    let is_documented = docs.iter().any(|attribute| attribute.path().is_ident("doc"));
    let summary = if is_documented { String::new() } else { format!(" The property `{name}`.\n") };
    // Because of `Deref`, rustdoc also lists the constant in the documentation of derived types, although they don't have it.
    let doc = format!(
        "{summary}\n Derived types don't have this constant. Use `{owner}::{ident}` for derived types, too.",
        owner = owner.unraw()
    );
    quote! {
        #(#docs)*
        #[doc = #doc]
        #vis const #ident: __odata::TypedProperty<Self, #ty #access> =
            __odata::TypedProperty::new(#name);
    }
}

/// Returns the name of the constant for a property. The name has the span of the field, so that editors navigate from the constant to the
/// field.
///
/// If the usual name is already used by another field's constant, returns a different name. For example, the fields
/// `foo_bar` and `fooBar` have the constants `FOO_BAR` and `FOOBAR`, although the usual name of both is `FOO_BAR`.
fn constant_ident(field: &Ident, names: &mut HashSet<String>) -> Ident {
    let field_name = field.unraw().to_string();
    let mut name = RenameRule::ScreamingSnake.apply(&field_name);
    if syn::parse_str::<Ident>(&name).is_err() || names.contains(&name) {
        name = field_name.to_uppercase();
    }
    while !names.insert(name.clone()) {
        name.push('_');
    }
    Ident::new(&name, field.span())
}

/// Returns the last type argument of a property constant, which specifies whether clients can write the property. For
/// example, returns the tokens `, Computed` for the type `TypedProperty<Message, String, Computed>`. For a writable
/// property, returns no tokens, because `Writable` is the default type argument of `TypedProperty<Message, String>`.
fn access(property: &Property) -> TokenStream {
    let access = if property.navigation.is_some() {
        "Navigation"
    } else if property.is_computed() {
        if property.key.is_some() { "ComputedKey" } else { "Computed" }
    } else if property.key.is_some() {
        "Key"
    } else if property.immutable.is_some() {
        "Immutable"
    } else {
        return TokenStream::new();
    };
    let access = Ident::new(access, proc_macro2::Span::call_site());
    quote!(, __odata::access::#access)
}
