//! A field that is a property: what is said of it, and how it is read, finished and written.
//!
//! There are three kinds. One with a module of the user's goes through that module. One whose type may be no OData value, for
//! all that is known of it, goes through `<Type as PropertyValue<'_>>::…` alone, each time with the span of the type: if it is
//! none, that is one error on it. All others go through the functions behind these, which the compiler is quicker with: those
//! of known types, and those whose type has a parameter, because the impls that write know the parameter as an
//! `ODataValue` only.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Type};

use super::property_type::at_innermost;
use super::{bounds, with};
use crate::model::{Absent, KeyAccess, Property, argument_of};

/// A property of an item with these parameters.
pub(super) struct PropertyOf<'i> {
    pub(super) property: &'i Property,
    pub(super) generics: &'i Generics,
}

impl PropertyOf<'_> {
    /// The expression of the `Property` in the metadata.
    pub(super) fn description(&self) -> TokenStream {
        let Property { name, key, dependent, immutable, navigation, contained, .. } = self.property;
        let (name, value_type) = (&name.value, self.value_type());
        let is_required = key.as_ref().is_some_and(|key| key.has(KeyAccess::Required));
        let annotations = [
            key.as_ref().map(|_| quote!(.key())),
            is_required.then(|| quote!(.required())),
            dependent.map(|_| quote!(.dependent())),
            self.property.is_computed().then(|| quote!(.computed())),
            immutable.map(|_| quote!(.immutable())),
            navigation.map(|_| quote!(.navigation())),
            contained.map(|_| quote!(.contained())),
        ];
        let annotations = annotations.into_iter().flatten();
        quote!(__odata::Property::new(#name, #value_type) #(#annotations)*)
    }

    fn value_type(&self) -> TokenStream {
        let ty = &self.property.ty;
        if self.property.with.is_some() {
            quote!(__odata::ValueType::new(__odata::TypeKind::Untyped).nullable())
        } else if self.is_value() {
            quote!(<#ty as __odata::ODataValue>::TYPE)
        } else {
            let ty = at_innermost(ty);
            quote!(<#ty as __odata::PropertyValue<'_>>::TYPE)
        }
    }

    /// The expression that reads `value` into a place in the partial.
    pub(super) fn read(&self, place: &TokenStream) -> TokenStream {
        let ty = &self.property.ty;
        if self.property.with.is_some() {
            let with = with::ident(self.property);
            quote!(__odata::read_property_with::<#with, #ty>(&mut #place, __value))
        } else {
            let read = if self.is_empty_by_itself() { "read_into" } else { "read_property" };
            let read = Ident::new(read, Span::call_site());
            let of = if self.is_value() {
                quote!(__odata)
            } else {
                let ty = at_innermost(ty);
                quote!(<#ty as __odata::PropertyValue<'_>>)
            };
            quote!(#of::#read(&mut #place, __value))
        }
    }

    /// The expression of the value, made of what is in a place in the partial.
    pub(super) fn finish(&self, place: &TokenStream) -> TokenStream {
        let Property { ty, name, absent, with, .. } = self.property;
        let name = &name.value;
        let owner = quote!(<Self as __odata::ODataStructured>::METADATA);
        match (absent, with) {
            (Absent::Default, _) => {
                let or_default = quote_spanned!(ty.span()=> __odata::Option::unwrap_or_default);
                quote!(#or_default(#place))
            }
            (Absent::Function(function), _) => {
                quote!(__odata::Option::unwrap_or_else(#place, #function))
            }
            (Absent::ByType, None) if self.is_empty_by_itself() => place.clone(),
            (Absent::ByType, Some(_)) => quote!(__odata::finish_required(#place, #name, #owner)?),
            (Absent::ByType, None) if self.is_value() => {
                quote!(__odata::finish_property(#place, #name, #owner)?)
            }
            (Absent::ByType, None) => {
                let ty = at_innermost(ty);
                quote!(<#ty as __odata::PropertyValue<'_>>::finish(#place, #name, #owner)?)
            }
        }
    }

    /// The expression that writes from `self` to `writer`.
    pub(super) fn write(&self) -> TokenStream {
        let Property { ident, ty, name, .. } = self.property;
        let name = &name.value;
        if self.property.with.is_some() {
            let with = with::ident(self.property);
            quote!(__writer.property_with::<#with, #ty>(#name, &self.#ident))
        } else if self.is_value() {
            quote!(__writer.property(#name, &self.#ident))
        } else {
            let ty = at_innermost(ty);
            quote!(<#ty as __odata::PropertyValue<'_>>::write_property(&self.#ident, #name, __writer))
        }
    }

    /// The type of the place in the partial.
    ///
    /// An `Option` that does not come is `None` and a `Vec` is empty, so these are their own places.
    pub(super) fn place(&self) -> TokenStream {
        let ty = &self.property.ty;
        if self.is_empty_by_itself() { quote!(#ty) } else { quote!(__odata::Option<#ty>) }
    }

    fn is_empty_by_itself(&self) -> bool {
        let Property { ty, with: None, absent: Absent::ByType, .. } = self.property else { return false };
        element_of(ty, &["Option", "Vec"]).is_some()
    }

    /// Whether the type is an OData value for certain, or is asked to be one as far as its parameters go.
    fn is_value(&self) -> bool {
        is_known(&self.property.ty)
            || bounds::mentioned_by(&self.property.ty, self.generics).type_params().next().is_some()
    }
}

/// Whether it is `Option<Vec<DateTime<Utc>>>` or the like.
fn is_known(ty: &Type) -> bool {
    if let Some(element) = element_of(ty, &["Option", "Vec"]) {
        return is_known(element);
    }
    let Type::Path(path) = ty else { return false };
    path.path.segments.len() == 1
        && matches!(
            path.path.segments[0].ident.to_string().as_str(),
            "bool"
                | "u8"
                | "i8"
                | "i16"
                | "i32"
                | "i64"
                | "f32"
                | "f64"
                | "String"
                | "NaiveDate"
                | "NaiveTime"
                | "DateTime"
        )
}

/// The only argument of a type that is written by one of these names alone.
fn element_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let is_alone = matches!(ty, Type::Path(path) if path.path.segments.len() == 1);
    argument_of(ty, names).filter(|_| is_alone)
}
