//! Generation of stub impls for an invalid item. The stub impls never run, because the derive macro also generates a
//! `compile_error!`. Without the stub impls, the compiler would report an error for each use of the item, and editors
//! couldn't complete code that uses the item.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Ident, Type};

use super::bounds::{Bounds, ImplGenerics};
use super::{
    container, inheritance, input_lifetime, marker, operation, polymorphic, serde, structure,
    typed_properties,
};
use crate::model::{Body, Derive, Item, TypeVariant};

pub(super) fn expand(item: &Item) -> TokenStream {
    // There are no stub impls for a generic enum, because it can't have the constant `MEMBERS`.
    let is_generic_enum = item.derive == Derive::Enum && !item.generics.params.is_empty();
    if let Body::Container(container) = &item.body {
        return container::stub(item, container);
    }
    if item.derive == Derive::Container {
        return TokenStream::new();
    }
    if matches!(item.derive, Derive::Action | Derive::Function) {
        let operation = match &item.body {
            Body::Operation(operation) => Some(&**operation),
            _ => None,
        };
        return operation::stub(item, operation);
    }
    if is_generic_enum || matches!(item.body, Body::NotImplementable) {
        return TokenStream::new();
    }
    let stub = Stub { ident: &item.ident, generics: bounds_of(item).impls() };
    let serde_impls = serde::impls(&item.ident, serde::Kind::Invalid, stub.generics.all());
    let own = match (&item.body, item.derive) {
        (_, Derive::Enum) => stub.enumeration(),
        (Body::Polymorphic(polymorphic), _) => {
            let declared = polymorphic.declared().map(TypeVariant::unboxed);
            let partial = declared.map(|declared| quote!(<#declared as __odata::BaseType>::Parts));
            let upcasts = declared.map(|declared| {
                let upcasts = stub.upcasts(declared, polymorphic::partial_on(declared));
                let variant = stub.variant(declared);
                quote!(#upcasts #variant)
            });
            let conversions =
                polymorphic.is_complete.then(|| polymorphic::conversions_and_accessors(item, polymorphic));
            [
                stub.structured(item.derive, &partial.unwrap_or_else(|| quote!(()))),
                upcasts.unwrap_or_default(),
                conversions.unwrap_or_default(),
            ]
            .into_iter()
            .collect()
        }
        (Body::Structure(structure), _) => {
            let upcasts = structure.base.as_ref().map(|base| {
                let (parts, never) = (structure::base_item(base, "Parts"), never());
                let span = base.span;
                stub.upcasts(
                    &base.ty,
                    quote_spanned!(span=> fn partial_on(_: #parts) -> Self::Partial { #never }),
                )
            });
            let constants = typed_properties::of_struct(item, structure);
            [stub.own_structure(item.derive), upcasts.unwrap_or_default(), constants].into_iter().collect()
        }
        (
            Body::Enumeration(_)
            | Body::Operation(_)
            | Body::Container(_)
            | Body::Unusable
            | Body::NotImplementable,
            _,
        ) => stub.own_structure(item.derive),
    };
    quote!(#serde_impls #own)
}

/// Returns the bounds of the stub impls for an invalid item. The stub impls of a polymorphic enum use its declared
/// type, such as `Entity`, and therefore have the bound `Entity: Structured`.
fn bounds_of(item: &Item) -> Bounds<'_> {
    let declared = match &item.body {
        Body::Polymorphic(polymorphic) => polymorphic.declared().map(TypeVariant::unboxed),
        _ => None,
    };
    Bounds::new(&item.generics).base(declared)
}

struct Stub<'i> {
    ident: &'i Ident,
    generics: ImplGenerics<'i>,
}

impl Stub<'_> {
    /// Generates stub impls of traits such as `ODataEntity` for an invalid item, so that other code can use the item
    /// without further compiler errors.
    fn structured(&self, derive: Derive, partial: &TokenStream) -> TokenStream {
        let (ident, marker) = (self.ident, marker(derive));
        let (_, ty_generics, _) = self.generics.declared.split_for_impl();
        let (impl_generics, _, where_clause) = self.generics.writing.split_for_impl();
        quote! {
            impl #impl_generics __odata::ODataStructured for #ident #ty_generics #where_clause {
                const METADATA: &'static __odata::StructuredType =
                    &__odata::StructuredType::entity("#");

                type Partial = #partial;
            }

            impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}
        }
    }

    /// Generates the stub impls of a struct with errors. Without the stub impls, each use of the struct as a base type
    /// or in a variant would cause further compiler errors.
    fn own_structure(&self, derive: Derive) -> TokenStream {
        let structured = self.structured(derive, &quote!(<Self as __odata::BaseType>::Parts));
        let (ident, input, never) = (self.ident, input_lifetime(), never());
        let (_, ty_generics, _) = self.generics.declared.split_for_impl();
        let (impl_generics, _, where_clause) = self.generics.writing.split_for_impl();
        let (read_generics, _, read_where) = self.generics.reading.split_for_impl();
        quote! {
            #structured

            impl #impl_generics __odata::Structured for #ident #ty_generics #where_clause {}

            impl #impl_generics __odata::BaseType for #ident #ty_generics #where_clause {
                type Own = ();

                type Parts = __odata::Partial<Self, (), ()>;

                fn finish(
                    _: Self::Parts,
                    _: &mut __odata::Extra,
                ) -> __odata::ReadResult<Self> {
                    #never
                }

                fn write_properties<'__w, __M: __odata::SerializeMap>(
                    &'__w self,
                    _: &mut __odata::PropertyWriter<'__w, __M>,
                ) {
                    #never
                }
            }

            impl #read_generics __odata::ReadStructured<#input> for #ident #ty_generics #read_where {
            }
        }
    }

    /// Generates stub impls of `Variant` and `ReadVariant` for an invalid polymorphic enum. The stub impls prevent
    /// further compiler errors in other polymorphic enums that use the invalid enum as the type of a variant.
    fn variant(&self, declared: &Type) -> TokenStream {
        let (ident, input, never) = (self.ident, input_lifetime(), never());
        let (_, ty_generics, _) = self.generics.declared.split_for_impl();
        let (impl_generics, _, where_clause) = self.generics.writing.split_for_impl();
        let (read_generics, _, read_where) = self.generics.reading.split_for_impl();
        quote! {
            impl #impl_generics __odata::Variant for #ident #ty_generics #where_clause {
                type Declared = #declared;

                const TYPES: __odata::TypeSet = __odata::TypeSet::All(&[]);
            }

            impl #read_generics __odata::ReadVariant<#input> for #ident #ty_generics #read_where {
                fn read_rest(
                    _: ::core::primitive::usize,
                    _: Self::Partial,
                    _: &mut dyn __odata::Object<#input>,
                ) -> __odata::ReadResult<Self> {
                    #never
                }
            }
        }
    }

    /// Generates stub conversions from an item to its base type.
    fn upcasts(&self, base: &Type, partial_on: TokenStream) -> TokenStream {
        let never = never();
        inheritance::impls(
            self.ident,
            [self.generics.declared, self.generics.declared, &self.generics.writing],
            base,
            &inheritance::Upcasts {
                by_reference: never.clone(),
                by_mutable_reference: never.clone(),
                by_value: never,
                partial_on,
            },
        )
    }

    /// Generates the stub impls of an enumeration.
    fn enumeration(&self) -> TokenStream {
        let (ident, never) = (self.ident, never());
        let (_, ty_generics, _) = self.generics.declared.split_for_impl();
        let (impl_generics, _, where_clause) = self.generics.writing.split_for_impl();
        quote! {
            impl #impl_generics __odata::ODataEnum for #ident #ty_generics #where_clause {
                const METADATA: &'static __odata::EnumerationType =
                    &__odata::EnumerationType::new("", &[]);

                fn position(&self) -> __odata::Option<::core::primitive::usize> {
                    #never
                }

                fn from_position(_: ::core::primitive::usize) -> __odata::Option<Self> {
                    #never
                }

                fn unknown(&self) -> __odata::Option<&::core::primitive::str> {
                    #never
                }

                fn from_unknown(_: &::core::primitive::str) -> __odata::Option<Self> {
                    #never
                }
            }

            impl #impl_generics __odata::Flag for #ident #ty_generics #where_clause {}

            #[allow(dead_code)]
            impl #impl_generics #ident #ty_generics #where_clause {
                /// All declared members, in declaration order.
                pub const MEMBERS: &'static [Self] = &[];

                /// Returns the name of the member in JSON and in URLs.
                pub fn as_str(&self) -> &::core::primitive::str {
                    #never
                }
            }

            impl #impl_generics ::core::fmt::Display for #ident #ty_generics #where_clause {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #never
                }
            }

            impl #impl_generics ::core::str::FromStr for #ident #ty_generics #where_clause {
                type Err = __odata::UnknownMember;

                fn from_str(_: &::core::primitive::str) -> __odata::Result<Self, __odata::UnknownMember> {
                    #never
                }
            }
        }
    }
}

/// Returns the body of the functions in stub impls. The functions are never called, so the body is `unreachable!(…)`.
fn never() -> TokenStream {
    quote!(::core::unreachable!("an item with errors never compiles"))
}
