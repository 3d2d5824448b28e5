//! Generation of the impls for an enumeration, such as `ODataEnum` and `FromStr`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{assertions, bounds, serde};
use crate::model::{Enumeration, Item};

pub(super) fn expand(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let value_impls = if enumeration.flags.is_some() {
        let ident = &item.ident;
        quote! {
            #[automatically_derived]
            impl __odata::Flag for #ident {}

            #[automatically_derived]
            impl ::core::ops::BitOr for #ident {
                type Output = __odata::Flags<Self>;

                #[inline]
                fn bitor(self, __other: Self) -> __odata::Flags<Self> {
                    __odata::From::from([self, __other])
                }
            }
        }
    } else {
        let reading = bounds::with_input(item.generics.clone());
        serde::impls(&item.ident, serde::Kind::Enumeration, [&item.generics, &item.generics, &reading])
    };
    [
        odata_enum(item, enumeration),
        inherent_impl(item, enumeration),
        string_conversions(item),
        value_impls,
        assertions::on_flags(item, enumeration),
    ]
    .into_iter()
    .collect()
}

/// Generates the impl of `ODataEnum`.
fn odata_enum(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let ident = &item.ident;
    let metadata = metadata(enumeration);
    let idents: Vec<_> = enumeration.members.iter().map(|member| &member.ident).collect();
    let positions: Vec<_> = (0..idents.len()).map(Literal::usize_unsuffixed).collect();
    let unknown = enumeration.unknown.as_ref().map(|(ident, _)| ident);
    let payload = enumeration.unknown.as_ref().map(|(_, payload)| payload);
    let no_position = unknown.map(|unknown| quote!(Self::#unknown(_) => __odata::None,));
    let unknown_name = match unknown {
        None => quote!(__odata::None),
        Some(unknown) if idents.is_empty() => quote!(match self {
            Self::#unknown(__text) => __odata::Some(<#payload as __odata::UnknownText>::as_text(__text)),
        }),
        Some(unknown) => quote!(match self {
            Self::#unknown(__text) => __odata::Some(<#payload as __odata::UnknownText>::as_text(__text)),
            _ => __odata::None,
        }),
    };
    let from_unknown = match unknown {
        None => quote!(__odata::None),
        Some(unknown) => {
            quote!(__odata::Some(Self::#unknown(<#payload as __odata::UnknownText>::of_text(__text))))
        }
    };
    quote! {
        static __METADATA: __odata::EnumerationType = #metadata;

        #[automatically_derived]
        impl __odata::ODataEnum for #ident {
            const METADATA: &'static __odata::EnumerationType = &__METADATA;

            #[inline]
            fn position(&self) -> __odata::Option<::core::primitive::usize> {
                match self {
                    #(Self::#idents => __odata::Some(#positions),)*
                    #no_position
                }
            }

            #[inline]
            fn from_position(__position: ::core::primitive::usize) -> __odata::Option<Self> {
                match __position {
                    #(#positions => __odata::Some(Self::#idents),)*
                    _ => __odata::None,
                }
            }

            #[inline]
            fn unknown(&self) -> __odata::Option<&::core::primitive::str> {
                #unknown_name
            }

            #[inline]
            fn from_unknown(__text: &::core::primitive::str) -> __odata::Option<Self> {
                #from_unknown
            }
        }
    }
}

/// Returns an expression of the type `EnumerationType` for the metadata of an enumeration.
fn metadata(enumeration: &Enumeration) -> TokenStream {
    let qualified_name = &enumeration.qualified_name;
    let names = enumeration.members.iter().map(|member| &member.name.value);
    let values = enumeration.members.iter().map(|member| &member.value);
    let sentinel =
        enumeration.sentinel.map(Literal::usize_unsuffixed).map(|position| quote!(.with_sentinel(#position)));
    let flags = enumeration.flags.map(|_| quote!(.with_flags()));
    quote! {
        __odata::EnumerationType::new(#qualified_name, &[
            #(__odata::Member::new(#names, #values)),*
        ]) #sentinel #flags
    }
}

/// Generates the constant `MEMBERS` and the method `as_str`, which callers can use without importing a trait.
fn inherent_impl(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let (ident, vis) = (&item.ident, &item.vis);
    let idents = enumeration.members.iter().map(|member| &member.ident);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #ident {
            /// All declared members, in declaration order.
            #vis const MEMBERS: &'static [Self] = &[#(Self::#idents),*];

            /// Returns the name of the member in JSON and in URLs.
            #[must_use]
            #[inline]
            #vis fn as_str(&self) -> &::core::primitive::str {
                __odata::ODataEnum::as_str(self)
            }
        }
    }
}

/// Generates the impls of `Display` and `FromStr`.
fn string_conversions(item: &Item) -> TokenStream {
    let ident = &item.ident;
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            #[inline]
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.pad(__odata::ODataEnum::as_str(self))
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = __odata::UnknownMember;

            #[inline]
            fn from_str(__text: &::core::primitive::str) -> __odata::Result<Self, __odata::UnknownMember> {
                __odata::ODataEnum::from_text(__text)
            }
        }
    }
}
