//! Generation of the impls for a polymorphic enum. When the generated code reads a value, it selects the variant by
//! `@odata.type`. The generated code also converts the enum to its declared type, which is the type of the variant with
//! `#[odata(base)]`.

mod accessors;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Token, Type};

use super::bounds::{Bounds, ImplGenerics};
use super::{assertions, inheritance, input_lifetime, marker, serde};
use crate::model::{Item, Polymorphic, TypeVariant};

/// If a polymorphic enum has at most this number of variants, odata-core compares the type names one by one. An enum with more variants has
/// an index of the type names, unless the enum has generic parameters.
const MAX_WITHOUT_INDEX: usize = 8;

pub(super) fn expand(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let Some(base) = polymorphic.declared() else {
        return TokenStream::new();
    };
    let types = polymorphic.variants.iter().map(|variant| &variant.ty);
    let derived = polymorphic.derived().map(TypeVariant::unboxed);
    let generics =
        Bounds::new(&item.generics).base(Some(base.unboxed())).variants(derived).values(types).impls();
    let rules = assertions::on_variants(item, polymorphic);
    [
        assertions::import(&rules),
        public_impls(item, polymorphic, base, &generics),
        reading(item, polymorphic, base, &generics),
        upcasts(item, polymorphic, base, &generics),
        conversions_and_accessors(item, polymorphic),
        serde::impls(&item.ident, serde::Kind::Polymorphic(base.unboxed()), generics.all()),
        rules,
    ]
    .into_iter()
    .collect()
}

/// Generates the impls of the public traits, such as `ODataEntity`, and the impls that write a value.
fn public_impls(
    item: &Item,
    polymorphic: &Polymorphic,
    base: &TypeVariant,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, marker, declared, base_ident) =
        (&item.ident, marker(item.derive), base.unboxed(), &base.ident);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let types = polymorphic.variants.iter().map(|variant| match variant.unboxed() {
        _ if variant.ident == base.ident => {
            quote!(__odata::TypeSet::One(<#declared as __odata::ODataStructured>::METADATA))
        }
        _ => {
            let ty = variant.unboxed();
            quote!(<#ty as __odata::Variant>::TYPES)
        }
    });
    let index =
        (item.generics.params.is_empty() && polymorphic.variants.len() > MAX_WITHOUT_INDEX).then(|| {
            quote! {
                fn index() -> __odata::Option<&'static __odata::TypeIndex> {
                    static INDEX: __odata::TypeIndex = __odata::TypeIndex::new();
                    __odata::Some(&INDEX)
                }
            }
        });
    let idents: Vec<_> = polymorphic.variants.iter().map(|variant| &variant.ident).collect();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ODataStructured for #ident #ty_generics #where_clause {
            const METADATA: &'static __odata::StructuredType =
                <#declared as __odata::ODataStructured>::METADATA;

            type Partial = <#declared as __odata::BaseType>::Parts;

            #[inline]
            fn instance_type(&self) -> &'static __odata::StructuredType {
                match self {
                    #(Self::#idents(__value) => __odata::ODataStructured::instance_type(__value),)*
                }
            }
        }

        #[automatically_derived]
        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}

        #[automatically_derived]
        impl #impl_generics __odata::Variant for #ident #ty_generics #where_clause {
            type Declared = #declared;

            const TYPES: __odata::TypeSet = __odata::TypeSet::All(&[
                #(#types),*
            ]);

            #index
        }

        #[automatically_derived]
        impl #impl_generics __odata::Polymorphic for #ident #ty_generics #where_clause {
            #[inline]
            fn from_declared(__declared: #declared) -> Self {
                Self::#base_ident(__odata::From::from(__declared))
            }

            fn write_variant<__S: __odata::Serializer>(
                &self,
                __serializer: __S,
            ) -> __odata::Written<__S> {
                match self {
                    #(Self::#idents(__value) => __odata::ODataValue::write(__value, __serializer),)*
                }
            }
        }
    }
}

/// Generates the impl of `ReadVariant`. After `@odata.type` was read, the generated function `read_rest` reads the remaining members of the
/// JSON object into the matching variant.
fn reading(
    item: &Item,
    polymorphic: &Polymorphic,
    base: &TypeVariant,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, declared, input) = (&item.ident, base.unboxed(), input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.reading.split_for_impl();
    // The arms are in reverse order, because rustc first instantiates the functions that the last arm calls. If the last arm were the newest
    // version of a type, whose base types are all older versions, models with many versions would exceed the recursion limit.
    let arms =
        polymorphic.variants.iter().enumerate().rev().filter(|(_, variant)| variant.ident != base.ident).map(
            |(index, variant)| {
                let (ident, ty, index) =
                    (&variant.ident, variant.unboxed(), Literal::usize_unsuffixed(index));
                let partial_from = derived_from(ty, declared, "partial_from");
                let arguments = quote!((__position, (__partial, #partial_from), __object, Self::#ident));
                let read = quote_spanned!(ty.span()=> __odata::read_variant::<#ty, _, _, _> #arguments);
                quote!(#index => #read,)
            },
        );
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ReadVariant<#input> for #ident #ty_generics #where_clause {
            #[inline]
            fn read_rest(
                __position: ::core::primitive::usize,
                __partial: Self::Partial,
                __object: &mut dyn __odata::Object<#input>,
            ) -> __odata::ReadResult<Self> {
                let (__variant, __position) = <Self as __odata::Variant>::locate(__position);
                match __variant {
                    #(#arms)*
                    _ => __odata::read_struct::<#declared>(__partial, __object)
                        .map(__odata::Polymorphic::from_declared),
                }
            }
        }
    }
}

/// Generates the conversions from a polymorphic enum to its declared type, which is the type of the variant with
/// `#[odata(base)]`. For example, an enum with the variants `#[odata(base)] User(User)` and `Guest(Guest)` is converted
/// to `User`.
fn upcasts(
    item: &Item,
    polymorphic: &Polymorphic,
    base: &TypeVariant,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let [by_reference, by_mutable_reference, by_value] =
        ["upcast_ref", "upcast_mut", "upcast"].map(|method| {
            let arms = polymorphic.variants.iter().map(|variant| {
                let (ident, ty) = (&variant.ident, variant.unboxed());
                let upcast = derived_from(ty, base.unboxed(), method);
                let unboxing = variant.unboxing().filter(|_| method == "upcast");
                quote!(Self::#ident(__value) => #upcast(#unboxing __value),)
            });
            quote!(match self { #(#arms)* })
        });
    inheritance::impls(
        &item.ident,
        [generics.declared, &generics.writing, &generics.writing],
        base.unboxed(),
        &inheritance::Upcasts {
            by_reference,
            by_mutable_reference,
            by_value,
            partial_on: partial_on(base.unboxed()),
        },
    )
}

impl TypeVariant {
    /// Returns the operator `*` for the expression `*__value`, which moves a value out of its `Box`. Returns `None` if the type of the
    /// variant isn't a `Box`.
    fn unboxing(&self) -> Option<Token![*]> {
        self.boxed.as_ref().map(|_| <Token![*]>::default())
    }
}

/// Returns the path of a function of the trait `DerivedFrom`, such as `<User as DerivedFrom<Entity, _>>::upcast`. The
/// parameter `ty` is the type of a variant, without `Box`.
///
/// All generated paths for the variant `User` have the same types and the same span. If `User` doesn't derive from
/// `Entity`, the compiler therefore reports only one error.
fn derived_from(ty: &Type, declared: &Type, function: &str) -> TokenStream {
    let function = format_ident!("{function}");
    quote_spanned!(ty.span()=> <#ty as __odata::DerivedFrom<#declared, _>>::#function)
}

/// Generates the function `partial_on` of the trait `Derived` for a polymorphic enum. The enum and its declared type
/// have the same `Partial`, so the generated `partial_on` returns its argument unchanged.
pub(super) fn partial_on(declared: &Type) -> TokenStream {
    let parts = quote!(<#declared as __odata::BaseType>::Parts);
    quote! {
        fn partial_on(__base: #parts) -> #parts {
            __base
        }
    }
}

/// Generates the `From` impl and the accessors of each variant. The generated code only depends on the variants, so it is generated even if
/// the enum has an error outside of the variants.
pub(super) fn conversions_and_accessors(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let accessors = polymorphic.has_accessors.then(|| accessors::expand(item, polymorphic));
    [Some(conversions(item, polymorphic)), accessors].into_iter().flatten().collect()
}

/// Generates an impl such as `From<User> for Enum` for each variant, such as `User(User)` or `User(Box<User>)`.
fn conversions(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let ident = &item.ident;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let conversions = polymorphic.variants.iter().map(|variant| {
        let (variant_ident, ty) = (&variant.ident, variant.unboxed());
        quote! {
            #[automatically_derived]
            impl #impl_generics __odata::From<#ty> for #ident #ty_generics #where_clause {
                #[inline]
                fn from(__value: #ty) -> Self {
                    Self::#variant_ident(__odata::From::from(__value))
                }
            }
        }
    });
    conversions.collect()
}
