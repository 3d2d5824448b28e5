//! Generation of the impls for a struct: its metadata, its `Partial`, and the code that reads and writes its fields. A `Partial` stores the
//! properties while the struct is being read.

mod partial;
mod reading;
mod without_properties;
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
        public_impls(item, structure, &generics),
        typed_properties::of_struct(item, structure),
        with::expand(structure, &item.generics),
        impls(item, structure, &generics),
        serde::impls(&item.ident, serde::Kind::Structured(base), generics.all()),
        rules,
    ]
    .into_iter()
    .collect()
}

/// Generates the impls that read and write the struct, and the conversions to its base type.
fn impls(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let as_base_type = match without_properties::base_of(structure) {
        Some(base) => without_properties::expand(item, structure, base, generics),
        None => [
            partial::wrapper(item, structure, generics),
            writing::base_type(item, structure, generics),
            upcasts(item, structure, generics),
        ]
        .into_iter()
        .collect(),
    };
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let is_structured = quote_spanned!(base_span(structure)=> __odata::Structured);
    let can_be_read = reading::read_structured(item, structure, generics);
    quote! {
        #as_base_type

        #[automatically_derived]
        impl #impl_generics #is_structured for #ident #ty_generics #where_clause {}

        #can_be_read
    }
}

/// Returns the span of the `base` field's type, for generated code that uses the base type. If the struct has no base type, returns the
/// span of the derive macro.
///
/// All generated code that requires `BaseType` has the same tokens and the same span, so that the compiler reports a missing impl of
/// `BaseType` only once.
///
/// All uses of the generated variable `__partial` must have the same span. Because of macro hygiene, rustc may treat
/// two uses with different spans as two different variables.
fn base_span(structure: &Structure) -> Span {
    structure.base.as_ref().map_or_else(Span::call_site, |base| base.span)
}

/// Returns the path of an associated item of the trait `BaseType`, such as `<Entity as BaseType>::Parts`.
pub(super) fn base_item(base: &Role, item: &str) -> TokenStream {
    let (ty, item) = (&base.ty, Ident::new(item, base.span));
    quote_spanned!(base.span=> <#ty as __odata::BaseType>::#item)
}

/// Returns the type `<Self as BaseType>::Parts`, which stores the properties that have been read so far.
fn parts(structure: &Structure) -> TokenStream {
    quote_spanned!(base_span(structure)=> <Self as __odata::BaseType>::Parts)
}

/// Generates the metadata and the impls of the public traits.
fn public_impls(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let (ident, marker, parts) = (&item.ident, marker(item.derive), parts(structure));
    let metadata = metadata::structured(item.derive, structure, generics.declared);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let (metadata_static, metadata) =
        metadata::stored(&quote!(__odata::StructuredType), &metadata, generics.declared);
    let partial = quote_spanned!(base_span(structure)=> type Partial = #parts;);
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

/// Generates the conversions from a struct to its base type.
fn upcasts(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let Some(base) = &structure.base else { return TokenStream::new() };
    let (base_ident, parts, base_parts) = (&base.ident, parts(structure), base_item(base, "Parts"));
    let [by_reference, by_mutable_reference] = borrowed_base(base);
    inheritance::impls(
        &item.ident,
        [generics.declared, generics.declared, &generics.writing],
        &base.ty,
        &inheritance::Upcasts {
            by_reference,
            by_mutable_reference,
            by_value: quote!(self.#base_ident),
            partial_on: quote_spanned! {base_span(structure)=>
                fn partial_on(__base: #base_parts) -> #parts {
                    __odata::Partial::on(__base)
                }
            },
        },
    )
}

/// Returns the expressions that borrow the field with the base type, `&self.base` and `&mut self.base`.
fn borrowed_base(base: &Role) -> [TokenStream; 2] {
    let ident = &base.ident;
    [quote!(&self.#ident), quote!(&mut self.#ident)]
}

/// Generates the initializers of the fields with the attribute `skip`.
fn skipped_fields(structure: &Structure) -> TokenStream {
    let skipped = structure.skipped.iter().map(|ident| {
        let default = quote_spanned!(ident.span()=> ::core::default::Default::default());
        quote!(#ident: #default,)
    });
    skipped.collect()
}

/// Checks whether a type has the name `Extra`, with or without a module path.
fn is_extra(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Extra"))
}
