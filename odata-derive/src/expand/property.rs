//! Generation of the code for a property: its metadata, and the expressions that read and write its value.
//!
//! The generated code depends on the type and the attributes of the property:
//!
//! - A property with `with = "module"` is read and written by the functions of the module.
//! - A property of a type such as `User` is read and written by functions of the trait `PropertyValue`, such as
//!   `<User as PropertyValue<'_>>::finish`. All generated paths with `User` have the same span, so that the compiler
//!   reports only one error if `User` isn't an OData value.
//! - A property of a primitive type such as `String` is read and written by functions such as `finish_property`, which
//!   compile faster than the functions of `PropertyValue`.
//! - A property of a generic type such as `Vec<T>` is also read and written by functions such as `finish_property`. The
//!   trait `PropertyValue` can't be used to write a property of a generic type, because the bound `T: ODataValue`
//!   doesn't imply `PropertyValue`.

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
    /// Returns an expression of the type `Property` for the metadata of the property.
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

    /// Returns the expression that reads the value of the property and stores it in `slot`, such as `__own.0`. The slot stores the value
    /// until the struct is created.
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

    /// Returns the expression for the value of the field: the value in `slot`, or the default if the property is
    /// absent. The generated code returns an error if a property without a default is absent.
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

    /// Returns the expression that writes the value of the field.
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

    /// Returns the type of the tuple item that stores the property's value while the struct is being read.
    ///
    /// For example, the value of an `i32` field is stored as an `Option<i32>`, which is `None` until the property has
    /// been read. The value of an `Option<T>` or `Vec<T>` field is stored without an additional `Option`, because an
    /// absent property is the same as `None` or an empty `Vec`.
    pub(super) fn slot(&self) -> TokenStream {
        let ty = &self.property.ty;
        if self.is_own_slot() { quote!(#ty) } else { quote!(__odata::Option<#ty>) }
    }

    fn is_own_slot(&self) -> bool {
        let Property { ty, with: None, absent: Absent::ByType, .. } = self.property else { return false };
        element_of(ty, &["Option", "Vec"]).is_some()
    }

    /// Checks whether generated code can assume that the type of the property implements `ODataValue`.
    ///
    /// - Returns `true` for a primitive type such as `String`.
    /// - Returns `true` for a generic type such as `Vec<T>`, because the generated impls have the bound
    ///   `T: ODataValue`.
    /// - Returns `false` for a type such as `User`, because `User` may lack a derive macro.
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

/// Returns the generic argument `T` of a type such as `Option<T>`, if the name of the type is in `names`. Returns
/// `None` for a type with a module path, such as `my_module::Option<T>`, which may not be the standard library's
/// `Option<T>`.
fn element_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let is_without_path = matches!(ty, Type::Path(path) if path.path.segments.len() == 1);
    argument_of(ty, names).filter(|_| is_without_path)
}
