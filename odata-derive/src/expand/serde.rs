//! Generation of the impls of serde's traits, so that every serde format can read and write the type.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Ident, Type};

use super::input_lifetime;

/// The kind of item for which serde's traits are implemented: a structured type, a polymorphic enum, an enumeration or
/// an item with errors.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// A structured type with its base type, if any.
    Structured(Option<&'a Type>),
    /// A polymorphic enum with its declared type.
    Polymorphic(&'a Type),
    Enumeration,
    /// An item with errors.
    Invalid,
}

/// Generates the impls of `PropertyType`, `Serialize` and `Deserialize`. The impl of `PropertyType` has the generic
/// parameters `declared`, the impl of `Serialize` has `writing`, and the impl of `Deserialize` has `reading`.
///
/// The generated functions are `#[inline]`, so that they are only compiled as part of the functions that call them.
pub(super) fn impls(
    ident: &Ident,
    kind: Kind<'_>,
    [declared, writing, reading]: [&Generics; 3],
) -> TokenStream {
    let input = input_lifetime();
    let (declared_generics, ty_generics, declared_where) = declared.split_for_impl();
    let (write_generics, _, write_where) = writing.split_for_impl();
    let (read_generics, _, read_where) = reading.split_for_impl();
    let (kind, function) = match kind {
        Kind::Structured(None) => (quote!(StructuredKind), "structured"),
        Kind::Structured(Some(base)) => (quote!(StructuredKind<#base>), "structured"),
        Kind::Polymorphic(declared) => (quote!(PolymorphicKind<#declared>), "polymorphic"),
        Kind::Enumeration => (quote!(EnumerationKind), "enumeration"),
        Kind::Invalid => (quote!(DeriveFailedKind), "derive_failed"),
    };
    let [serialize, deserialize] = ["serialize", "deserialize"]
        .map(|prefix| format_ident!("{prefix}_{function}", span = Span::call_site()));
    quote! {
        #[automatically_derived]
        impl #declared_generics __odata::PropertyType for #ident #ty_generics #declared_where {
            type Kind = __odata::#kind;
        }

        #[automatically_derived]
        impl #write_generics __odata::Serialize for #ident #ty_generics #write_where {
            #[inline]
            fn serialize<__S: __odata::Serializer>(
                &self,
                __serializer: __S,
            ) -> __odata::Written<__S> {
                __odata::#serialize(self, __serializer)
            }
        }

        #[automatically_derived]
        impl #read_generics __odata::Deserialize<#input> for #ident #ty_generics #read_where {
            #[inline]
            fn deserialize<__D: __odata::Deserializer<#input>>(
                __deserializer: __D,
            ) -> __odata::Read<#input, Self, __D> {
                __odata::#deserialize(__deserializer)
            }
        }
    }
}
