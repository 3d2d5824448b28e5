//! A struct: its table of properties, its partial, and the glue between its fields and the runtime.

mod partial;
mod reading;
mod writing;

use proc_macro2::TokenStream;
use quote::quote;

use super::bounds::{Bounds, ImplGenerics};
use super::{assertions, inheritance, marker, metadata, serde, typed_properties, with};
use crate::model::{Item, Structure};
use syn::Type;

pub(super) fn expand(item: &Item, structure: &Structure) -> TokenStream {
    let plain = structure.properties.iter().filter(|property| property.with.is_none());
    let generics = Bounds::new(&item.generics)
        .base(structure.base.as_ref().map(|base| &base.ty))
        .extra(structure.extra.as_ref().map(|extra| &extra.ty).filter(|ty| !is_extra(ty)))
        .values(plain.map(|property| &property.ty))
        .impls();
    [
        description(item, structure, &generics),
        typed_properties::of_struct(item, structure),
        assertions::on_structure(item, structure),
        with::expand(structure, &item.generics),
        partial::declaration(item, structure, &generics),
        writing::structured(item, structure, &generics),
        reading::read_structured(item, structure, &generics),
        upwards(item, structure, &generics),
        bridge(item, &generics),
    ]
    .into_iter()
    .collect()
}

/// The metadata, and the traits that users see.
fn description(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let (ident, marker) = (&item.ident, marker(item.derive));
    let metadata = metadata::structured(item.derive, structure, generics.declared);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    // A static is one thing in the whole program; a constant is one in each unit of code that uses it.
    let (metadata_static, metadata) = if generics.declared.params.is_empty() {
        (quote!(static __METADATA: __odata::private::StructuredType = #metadata;), quote!(&__METADATA))
    } else {
        (TokenStream::new(), quote!(&#metadata))
    };
    quote! {
        #metadata_static

        #[automatically_derived]
        impl #impl_generics __odata::ODataStructured for #ident #ty_generics #where_clause {
            const METADATA: &'static __odata::private::StructuredType = #metadata;
        }

        #[automatically_derived]
        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}
    }
}

/// The way to the base type, for values and for partials.
fn upwards(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let Some(base) = &structure.base else { return TokenStream::new() };
    let (ident, base_ident, ty) = (&item.ident, &base.ident, &base.ty);
    let empty = partial::empty(item, structure);
    inheritance::upwards(
        ident,
        [generics.declared, generics.declared, &generics.writing],
        &quote!(#ty),
        &inheritance::Ways {
            by_reference: quote!(&self.#base_ident),
            by_mutable_reference: quote!(&mut self.#base_ident),
            by_value: quote!(__derived.#base_ident),
            partial: quote!((__base, #empty)),
        },
    )
}

/// `ODataValue`, `ReadValue` and serde's traits.
fn bridge(item: &Item, generics: &ImplGenerics<'_>) -> TokenStream {
    let structured =
        quote!(__odata::private::TypeKind::Structured(<Self as __odata::ODataStructured>::metadata));
    let writing = serde::writing(
        &item.ident,
        (generics.declared, &generics.writing),
        &quote!(__odata::private::ValueType::new(#structured)),
        &quote!(__odata::private::write_structured(self, __serializer)),
    );
    let reading = serde::reading(
        &item.ident,
        (generics.declared, &generics.reading),
        &quote!(__odata::private::read_structured(__value)),
    );
    quote!(#writing #reading)
}

/// Whether it goes by the name of the runtime's own type.
fn is_extra(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Extra"))
}
