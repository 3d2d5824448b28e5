//! Generation of the code for a property: the metadata of the property, and the code that reads the property, creates the value of the
//! field, and writes the property.
//!
//! There are three kinds of properties:
//!
//! - A property with `with = "module"` uses the functions of the module.
//! - A property whose type possibly doesn't implement `ODataValue` only uses `<Type as PropertyValue<'_>>::…`, each time with the span of
//!   the type. If the type doesn't implement `ODataValue`, the compiler reports a single error at the type.
//! - The code for all other properties calls the underlying functions directly, which compiles faster. These are properties with well-known
//!   types, and properties whose types mention a generic parameter, because the impls that write values only require that the parameter
//!   implements `ODataValue`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Type};

use super::property_type::at_innermost;
use super::{bounds, with};
use crate::model::{Absent, KeyAccess, Property, argument_of};

/// A property of a struct, together with the generic parameters of the struct.
pub(super) struct PropertyOf<'i> {
    pub(super) property: &'i Property,
    pub(super) generics: &'i Generics,
}

impl PropertyOf<'_> {
    /// Returns an expression of the type `Property` for the metadata.
    pub(super) fn metadata(&self) -> TokenStream {
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

    /// Returns the expression that reads `__value` into a slot, which stores the value until the struct is created.
    pub(super) fn read(&self, slot: &TokenStream) -> TokenStream {
        let ty = &self.property.ty;
        if self.property.with.is_some() {
            let with = with::ident(self.property);
            quote!(__odata::read_property_with::<#with, #ty>(&mut #slot, __value))
        } else {
            let read = if self.is_own_slot() { "read_into" } else { "read_property" };
            let read = Ident::new(read, Span::call_site());
            let prefix = if self.is_value() {
                quote!(__odata)
            } else {
                let ty = at_innermost(ty);
                quote!(<#ty as __odata::PropertyValue<'_>>)
            };
            quote!(#prefix::#read(&mut #slot, __value))
        }
    }

    /// Returns the expression that creates the value of the field from the slot of the property.
    pub(super) fn finish(&self, slot: &TokenStream) -> TokenStream {
        let Property { ty, name, absent, with, .. } = self.property;
        let name = &name.value;
        let owner = quote!(<Self as __odata::ODataStructured>::METADATA);
        match (absent, with) {
            (Absent::Default, _) => {
                let or_default = quote_spanned!(ty.span()=> __odata::Option::unwrap_or_default);
                quote!(#or_default(#slot))
            }
            (Absent::Function(function), _) => {
                quote!(__odata::Option::unwrap_or_else(#slot, #function))
            }
            (Absent::ByType, None) if self.is_own_slot() => slot.clone(),
            (Absent::ByType, Some(_)) => quote!(__odata::finish_required(#slot, #name, #owner)?),
            (Absent::ByType, None) if self.is_value() => {
                quote!(__odata::finish_property(#slot, #name, #owner)?)
            }
            (Absent::ByType, None) => {
                let ty = at_innermost(ty);
                quote!(<#ty as __odata::PropertyValue<'_>>::finish(#slot, #name, #owner)?)
            }
        }
    }

    /// Returns the expression that writes the field of `self` to `__writer`.
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

    /// Returns the type of the slot, which stores the value of the property until the struct is created.
    ///
    /// The slot of an `Option` or a `Vec` has the type of the field, because an absent `Option` is `None` and an absent `Vec` is empty. Other
    /// slots are `Option<Type>`.
    pub(super) fn slot(&self) -> TokenStream {
        let ty = &self.property.ty;
        if self.is_own_slot() { quote!(#ty) } else { quote!(__odata::Option<#ty>) }
    }

    fn is_own_slot(&self) -> bool {
        let Property { ty, with: None, absent: Absent::ByType, .. } = self.property else { return false };
        element_of(ty, &["Option", "Vec"]).is_some()
    }

    /// Checks whether the type certainly implements `ODataValue`, because it is well-known or because of the bounds on its generic
    /// parameters.
    fn is_value(&self) -> bool {
        is_well_known(&self.property.ty)
            || bounds::mentioned_by(&self.property.ty, self.generics).type_params().next().is_some()
    }
}

/// Checks whether a type is a well-known primitive type, possibly in `Option` or `Vec`, such as `Option<Vec<DateTime<Utc>>>`.
fn is_well_known(ty: &Type) -> bool {
    if let Some(element) = element_of(ty, &["Option", "Vec"]) {
        return is_well_known(element);
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

/// Returns the generic argument of a type with one of these names and without a module path: `T` for `Option<T>`, but nothing for
/// `std::option::Option<T>`.
fn element_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let is_without_path = matches!(ty, Type::Path(path) if path.path.segments.len() == 1);
    argument_of(ty, names).filter(|_| is_without_path)
}
