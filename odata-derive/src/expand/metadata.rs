//! Generation of the metadata of a type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Generics;

use super::{properties_of, property_table, type_annotation};
use crate::model::{Derive, KeyAccess, KeyPath, Structure, TypeAnnotationMode};

/// If a type has at most this number of properties, odata-core compares the property names one by one. A type with more properties has a
/// lookup table.
const MAX_WITHOUT_TABLE: usize = 8;

/// Returns an expression of the type `StructuredType` for the metadata of a struct.
pub(super) fn structured(derive: Derive, structure: &Structure, generics: &Generics) -> TokenStream {
    let annotation = type_annotation(&structure.qualified_name);
    let hash = hash(&structure.qualified_name);
    let constructor = if derive == Derive::Complex { quote!(complex) } else { quote!(entity) };
    let base = structure.base.as_ref().map(|base| {
        let ty = &base.ty;
        if generics.params.is_empty() {
            quote!(.with_base_of(__odata::Described::<#ty>::TYPE.metadata()))
        } else {
            quote!(.with_base(<#ty as __odata::ODataStructured>::METADATA))
        }
    });
    let alias = structure.alias.as_ref().map(|alias| quote!(.with_alias(#alias)));
    let key_paths = structure
        .key_paths
        .iter()
        .map(|KeyPath { path, alias }| quote!(__odata::KeyPath::new(#path, #alias)));
    let key_paths = (!structure.key_paths.is_empty()).then(|| quote!(.with_key_paths(&[#(#key_paths),*])));
    let key_access = structure.inherited_key.as_ref().map(|access| {
        let access = match access.value {
            KeyAccess::Computed => quote!(Computed),
            KeyAccess::Optional => quote!(Optional),
            KeyAccess::Required => quote!(Required),
        };
        quote!(.with_key_access(__odata::KeyAccess::#access))
    });
    let properties = properties_of(structure, generics).map(|property| property.metadata());
    let properties = quote!(&[#(#properties),*]);
    let properties = (!structure.properties.is_empty()).then(|| quote!(.with_properties(#properties)));
    let table = table(structure);
    let is_abstract = structure.is_abstract.then(|| quote!(.with_abstract()));
    let any_version = structure.has_any_version.then(|| quote!(.with_any_version()));
    let extra = structure.extra.as_ref().map(|_| quote!(.with_extra()));
    let denies_unknown = structure.denies_unknown.then(|| quote!(.with_deny_unknown()));
    let type_annotation = structure.type_annotation.map(|rule| {
        let rule = match rule {
            TypeAnnotationMode::Always => quote!(Always),
            TypeAnnotationMode::Derived => quote!(Derived),
            TypeAnnotationMode::Never => quote!(Never),
        };
        quote!(.with_type_annotation_mode(__odata::TypeAnnotationMode::#rule))
    });
    quote! {
        __odata::StructuredType::#constructor(#annotation)
            .with_hash(#hash) #alias #base #key_paths #key_access #properties #table #is_abstract #any_version #type_annotation #denies_unknown #extra
    }
}

/// Returns the declaration of a `static` that contains the metadata, and the expression `&__METADATA`, which refers to the `static`.
///
/// A `static` exists once in the program, but a constant is copied into each codegen unit that uses the constant. The metadata of a generic
/// type is written inline, because a `static` can't use generic parameters.
pub(super) fn stored(
    ty: &TokenStream,
    metadata: &TokenStream,
    generics: &Generics,
) -> (TokenStream, TokenStream) {
    if generics.params.is_empty() {
        (quote!(static __METADATA: #ty = #metadata;), quote!(&__METADATA))
    } else {
        (TokenStream::new(), quote!(&#metadata))
    }
}

/// Returns the method call `.with_table(…)`, which adds the lookup table of the properties to the metadata. Returns `None` if there are at
/// most [`MAX_WITHOUT_TABLE`] properties.
fn table(structure: &Structure) -> Option<TokenStream> {
    let names = structure.properties.iter().map(|property| property.name.value.as_str());
    let table =
        Some(names).filter(|names| names.len() > MAX_WITHOUT_TABLE).and_then(property_table::table)?;
    let entries = table.into_iter().map(Literal::u16_unsuffixed);
    Some(quote!(.with_table(&[#(#entries),*])))
}

/// Returns the 64-bit FNV-1a hash of a name.
fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
