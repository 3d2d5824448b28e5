//! A struct: its table of properties, its partial, and the glue between its fields and the runtime.

mod adds_nothing;
mod partial;
mod reading;
mod writing;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::bounds::{Bounds, ImplGenerics};
use super::{assertions, inheritance, marker, metadata, serde, typed_properties, with};
use crate::model::{Item, Role, Structure};

pub(super) fn expand(item: &Item, structure: &Structure) -> TokenStream {
    let plain = structure.properties.iter().filter(|property| property.with.is_none());
    let generics = Bounds::new(&item.generics)
        .base(structure.base.as_ref().map(|base| &base.ty).filter(|_| !item.generics.params.is_empty()))
        .extra(structure.extra.as_ref().map(|extra| &extra.ty).filter(|ty| !is_extra(ty)))
        .values(plain.map(|property| &property.ty))
        .impls();
    let rules = assertions::on_structure(item, structure);
    let base = structure.base.as_ref().map(|base| &base.ty);
    [
        assertions::import(&rules),
        description(item, structure, &generics),
        typed_properties::of_struct(item, structure),
        with::expand(structure, &item.generics),
        impls(item, structure, &generics),
        serde::bridge(&item.ident, serde::Kind::Structured(base), generics.all()),
        rules,
    ]
    .into_iter()
    .collect()
}

/// The struct and its partial, its properties and its base type.
fn impls(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let as_base_type = match adds_nothing::to_base(structure) {
        Some(base) => adds_nothing::expand(item, structure, base, generics),
        None => [
            partial::wrapper(item, structure, generics),
            writing::structured(item, structure, generics),
            upwards(item, structure, generics),
        ]
        .into_iter()
        .collect(),
    };
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let is_structured = quote_spanned!(place(structure)=> __odata::Structured);
    let can_be_read = reading::read_structured(item, structure, generics);
    quote! {
        #as_base_type

        #[automatically_derived]
        impl #impl_generics #is_structured for #ident #ty_generics #where_clause {}

        #can_be_read
    }
}

/// The place of whatever the base type is part of: its own. An expansion asks nothing of it but that it is a `BaseType`, always
/// there and in the same words; so one that is none is one error.
///
/// A macro of the user's may have written the type: then a name at its place is another than the same name elsewhere.
fn place(structure: &Structure) -> Span {
    structure.base.as_ref().map_or_else(Span::call_site, |base| base.place)
}

/// What the base type has as a `BaseType`.
pub(super) fn of_base(base: &Role, item: &str) -> TokenStream {
    let (ty, item) = (&base.ty, Ident::new(item, base.place));
    quote_spanned!(base.place=> <#ty as __odata::BaseType>::#item)
}

/// The partial: that of the base type, or one which it is part of.
fn parts(structure: &Structure) -> TokenStream {
    quote_spanned!(place(structure)=> <Self as __odata::BaseType>::Parts)
}

/// The metadata, and the traits that users see.
fn description(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let (ident, marker, parts) = (&item.ident, marker(item.derive), parts(structure));
    let metadata = metadata::structured(item.derive, structure, generics.declared);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    // A static is one thing in the whole program; a constant is one in each unit of code that uses it.
    let (metadata_static, metadata) = if generics.declared.params.is_empty() {
        (quote!(static __METADATA: __odata::StructuredType = #metadata;), quote!(&__METADATA))
    } else {
        (TokenStream::new(), quote!(&#metadata))
    };
    let partial = quote_spanned!(place(structure)=> type Partial = #parts;);
    quote! {
        #metadata_static

        #[automatically_derived]
        impl #impl_generics __odata::ODataStructured for #ident #ty_generics #where_clause {
            const METADATA: &'static __odata::StructuredType = #metadata;

            #partial
        }

        #[automatically_derived]
        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}
    }
}

/// The way to the base type.
fn upwards(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let Some(base) = &structure.base else { return TokenStream::new() };
    let (base_ident, parts, base_parts) = (&base.ident, parts(structure), of_base(base, "Parts"));
    let [by_reference, by_mutable_reference] = by_reference(base);
    inheritance::upwards(
        &item.ident,
        [generics.declared, generics.declared, &generics.writing],
        &base.ty,
        &inheritance::Ways {
            by_reference,
            by_mutable_reference,
            by_value: quote!(self.#base_ident),
            partial_on: quote_spanned! {place(structure)=>
                fn partial_on(__base: #base_parts) -> #parts {
                    __odata::Partial::on(__base)
                }
            },
        },
    )
}

/// The base type in `self`.
fn by_reference(base: &Role) -> [TokenStream; 2] {
    let ident = &base.ident;
    [quote!(&self.#ident), quote!(&mut self.#ident)]
}

/// The fields that are no properties, for the expression of a value.
fn skipped(structure: &Structure) -> TokenStream {
    let skipped = structure.skipped.iter().map(|ident| {
        let default = quote_spanned!(ident.span()=> ::core::default::Default::default());
        quote!(#ident: #default,)
    });
    skipped.collect()
}

/// Whether it goes by the name of the runtime's own type.
fn is_extra(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Extra"))
}
