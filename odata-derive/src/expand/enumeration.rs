//! An enum of members: its table of members, and the way between variants and positions in it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{assertions, bounds, serde};
use crate::model::{Enumeration, Item};

pub(super) fn expand(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let as_value = if enumeration.flags.is_some() {
        let ident = &item.ident;
        quote! {
            #[automatically_derived]
            impl __odata::Flag for #ident {}

            #[automatically_derived]
            impl ::core::ops::BitOr for #ident {
                type Output = __odata::Flags<Self>;

                #[inline]
                fn bitor(self, __other: Self) -> __odata::Flags<Self> {
                    ::core::convert::From::from([self, __other])
                }
            }
        }
    } else {
        bridge(item)
    };
    [
        description(item, enumeration),
        members(item, enumeration),
        text(item),
        as_value,
        assertions::on_flags(item, enumeration),
    ]
    .into_iter()
    .collect()
}

/// The impl of `ODataEnum`.
fn description(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let ident = &item.ident;
    let metadata = metadata(enumeration);
    let idents: Vec<_> = enumeration.members.iter().map(|member| &member.ident).collect();
    let positions: Vec<_> = (0..idents.len()).map(Literal::usize_unsuffixed).collect();
    let unknown = enumeration.unknown.as_ref().map(|(ident, _)| ident);
    let payload = enumeration.unknown.as_ref().map(|(_, payload)| payload);
    let no_position = unknown.map(|unknown| quote!(Self::#unknown(_) => ::core::option::Option::None,));
    let unknown_text = match unknown {
        None => quote!(::core::option::Option::None),
        Some(unknown) if idents.is_empty() => quote!(match self {
            Self::#unknown(__text) => ::core::option::Option::Some(<#payload as __odata::private::UnknownText>::as_text(__text)),
        }),
        Some(unknown) => quote!(match self {
            Self::#unknown(__text) => ::core::option::Option::Some(<#payload as __odata::private::UnknownText>::as_text(__text)),
            _ => ::core::option::Option::None,
        }),
    };
    let from_unknown = match unknown {
        None => quote!(::core::option::Option::None),
        Some(unknown) => {
            quote!(::core::option::Option::Some(Self::#unknown(<#payload as __odata::private::UnknownText>::of_text(__text))))
        }
    };
    quote! {
        static __METADATA: __odata::private::EnumerationType = #metadata;

        #[automatically_derived]
        impl __odata::ODataEnum for #ident {
            const METADATA: &'static __odata::private::EnumerationType = &__METADATA;

            #[inline]
            fn position(&self) -> ::core::option::Option<::core::primitive::usize> {
                match self {
                    #(Self::#idents => ::core::option::Option::Some(#positions),)*
                    #no_position
                }
            }

            #[inline]
            fn at_position(__position: ::core::primitive::usize) -> ::core::option::Option<Self> {
                match __position {
                    #(#positions => ::core::option::Option::Some(Self::#idents),)*
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn unknown(&self) -> ::core::option::Option<&::core::primitive::str> {
                #unknown_text
            }

            #[inline]
            fn from_unknown(__text: &::core::primitive::str) -> ::core::option::Option<Self> {
                #from_unknown
            }
        }
    }
}

/// The expression of type `&'static EnumerationType`.
fn metadata(enumeration: &Enumeration) -> TokenStream {
    let qualified_name = &enumeration.qualified_name;
    let names = enumeration.members.iter().map(|member| &member.name.value);
    let values = enumeration.members.iter().map(|member| &member.value);
    let sentinel =
        enumeration.sentinel.map(Literal::usize_unsuffixed).map(|position| quote!(.with_sentinel(#position)));
    let flags = enumeration.flags.map(|_| quote!(.with_flags()));
    quote! {
        __odata::private::EnumerationType::new(#qualified_name, &[
            #(__odata::private::Member::new(#names, #values)),*
        ]) #sentinel #flags
    }
}

/// What is there without an import.
fn members(item: &Item, enumeration: &Enumeration) -> TokenStream {
    let (ident, vis) = (&item.ident, &item.vis);
    let idents = enumeration.members.iter().map(|member| &member.ident);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #ident {
            /// All members in declaration order.
            #vis const MEMBERS: &'static [Self] = &[#(Self::#idents),*];

            /// The name on the wire.
            #[must_use]
            #[inline]
            #vis fn as_str(&self) -> &::core::primitive::str {
                __odata::ODataEnum::as_str(self)
            }
        }
    }
}

/// `Display` and `FromStr`.
fn text(item: &Item) -> TokenStream {
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
            fn from_str(__text: &::core::primitive::str) -> ::core::result::Result<Self, __odata::UnknownMember> {
                __odata::ODataEnum::from_text(__text)
            }
        }
    }
}

/// `ODataValue`, `ReadValue` and serde's traits.
fn bridge(item: &Item) -> TokenStream {
    let kind = quote!(__odata::private::TypeKind::Enumeration(<Self as __odata::ODataEnum>::metadata));
    let writing = serde::writing(
        &item.ident,
        (&item.generics, &item.generics),
        &quote!(__odata::private::ValueType::new(#kind)),
        &quote!(__odata::private::write_enumeration(self, __serializer)),
    );
    let reading_generics = bounds::with_input(item.generics.clone());
    let reading = serde::reading(
        &item.ident,
        (&item.generics, &reading_generics),
        &quote!(__odata::private::read_enumeration(__value)),
    );
    quote!(#writing #reading)
}
