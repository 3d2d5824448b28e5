//! The bridge to serde: every type that is an OData value is read and written by serde's formats.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Ident, Type};

use super::input_lifetime;

/// The kind that a type is a value as.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// With the base type, if there is one.
    Structured(Option<&'a Type>),
    /// With the declared type.
    Polymorphic(&'a Type),
    Enumeration,
    /// There are mistakes.
    Mistaken,
}

/// The impls of `PropertyType`, `Serialize` and `Deserialize`, given the parameters of the item, of impls that write and of those
/// that read. `#[inline]`, they are compiled where a format enters them, and not once more by themselves.
pub(super) fn bridge(
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
        Kind::Mistaken => (quote!(MistakenKind), "mistaken"),
    };
    let [serialize, deserialize] =
        ["serialize", "deserialize"].map(|of| format_ident!("{of}_{function}", span = Span::call_site()));
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
