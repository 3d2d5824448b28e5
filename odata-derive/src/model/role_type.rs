//! Checks that reject invalid types of fields and enum variants, such as `i32` for a `base` field or `String` for an
//! `extra` field.
//!
//! A derive macro only sees the name of a type, so the checks in this module only reject types with well-known names,
//! such as `i32`. The compiler rejects other invalid types, such as a base type `User` without a derive macro.

use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

use crate::errors::Errors;

/// Checks whether a type has the given name and no module path. For the name `User`, returns `true` for the types
/// `User` and `User<T>`, but not for `super::User`.
fn is_exactly(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Path(path) => {
            path.qself.is_none() && path.path.segments.len() == 1 && path.path.segments[0].ident == *ident
        }
        Type::Group(group) => is_exactly(&group.elem, ident),
        _ => false,
    }
}

/// Returns `true` and reports an error if the type of a `base` field is the struct itself.
pub(super) fn is_itself(ty: &Type, item: &Ident, errors: &Errors) -> bool {
    // A type with a module path, such as `super::User`, is a different type.
    let is_itself = is_exactly(ty, item);
    if is_itself {
        errors.over(
            ty,
            format!("`{item}` can't be its own base type: use the type that `{item}` derives from"),
            "",
        );
    }
    is_itself
}

/// Checks whether a type can be a base type. Returns `false` and reports an error for a type such as `i32` or `Option<User>`.
pub(super) fn can_be_base(ty: &Type, generics: &Generics, errors: &Errors) -> bool {
    if generics.type_params().any(|parameter| is_exactly(ty, &parameter.ident)) {
        errors.over(
            ty,
            format!(
                "type parameter `{}` can't be a base type: use a struct that derives `ODataEntity` or `ODataComplex`",
                formatted(ty)
            ),
            "",
        );
        return false;
    }
    let Some((name, inner)) = name_and_argument(ty) else {
        errors.over(
            ty,
            format!(
                "the base type must be a struct that derives `ODataEntity` or `ODataComplex`, not `{}`",
                formatted(ty)
            ),
            "",
        );
        return false;
    };
    match (name.as_str(), inner) {
        ("Option" | "Box" | "Rc" | "Arc" | "Vec" | "Cow", Some(inner)) => {
            let inner = formatted(inner);
            errors.over(
                ty,
                format!("the base type can't be wrapped in `{name}`: use `{inner}` as the type of the field"),
                "",
            );
            false
        }
        (name, None) if is_value(name) => {
            errors.over(
                ty,
                format!(
                    "`{name}` can't be a base type: use a struct that derives `ODataEntity` or `ODataComplex`"
                ),
                "",
            );
            false
        }
        _ => true,
    }
}

/// Checks whether an `extra` field can have the given type, which must be `Extra` or an alias of `Extra`. Returns
/// `false` and reports an error for a well-known type such as `String`, which can't be an alias of `Extra`. Returns
/// `true` for an unknown name such as `MyExtra`, which may be an alias of `Extra`.
pub(super) fn can_be_extra(ty: &Type, errors: &Errors) -> bool {
    let known = name_and_argument(ty).map(|(name, _)| name);
    let is_invalid = known
        .as_deref()
        .is_none_or(|name| is_value(name) || name == "Box" || (is_container(name) && name != "Extra"));
    if is_invalid {
        errors.over(
            ty,
            format!("a field with `extra` must have the type `Extra`, not `{}`", formatted(ty)),
            "use `odata_core::Extra`, which preserves undeclared properties and annotations in their order",
        );
    }
    !is_invalid
}

/// Checks whether a type can be the type of a variant of a polymorphic enum. Returns `false` and reports an error for a type such as `i32`
/// or `Vec<User>`.
pub(super) fn can_be_variant(ty: &Type, (item, variant): (&Ident, &Ident), errors: &Errors) -> bool {
    if is_exactly(ty, item) {
        errors.over(
            ty,
            format!("`{item}` can't be a variant of itself: use a struct or another polymorphic enum"),
            "",
        );
        return false;
    }
    let name = name_and_argument(ty).map(|(name, _)| name);
    let is_invalid = name.as_deref().is_none_or(|name| is_value(name) || is_container(name));
    if is_invalid {
        errors.over(
            ty,
            format!(
                "variant `{variant}` can't have the type `{}`: use a struct that derives `ODataEntity` or `ODataComplex`",
                formatted(ty)
            ),
            "",
        );
    }
    !is_invalid
}

/// Checks whether the type in an `#[odata(unknown)]` variant, such as `String` in `Unknown(String)`, can store the name
/// of an unknown enumeration member. Returns `false` and reports an error for a type that isn't a string, such as `i32`
/// or `Option<String>`.
pub(super) fn can_store_name(ty: &Type, variant: &Ident, errors: &Errors) -> bool {
    let known = name_and_argument(ty);
    let is_string = known.as_ref().is_some_and(|(name, inner)| match inner {
        None => name == "String" || !is_value(name),
        Some(_) => matches!(name.as_str(), "Box" | "Rc" | "Arc") || !(is_container(name) || name == "Cow"),
    });
    if !is_string {
        errors.over(
            ty,
            format!(
                "`{}` can't store the name of an unknown enumeration member: write `{variant}(String)`",
                formatted(ty)
            ),
            "",
        );
    }
    is_string
}

/// Checks whether the size of a type is known at compile time. Returns `false` and reports an error for an unsized type, such as `str` or
/// `[u8]`.
pub(super) fn has_size(ty: &Type, errors: &Errors) -> bool {
    let fix = match ty {
        Type::Path(path) if path.path.is_ident("str") => "use `String`",
        Type::Slice(_) => "use `Vec<_>`",
        Type::TraitObject(_) => "use a concrete type",
        _ => return true,
    };
    errors.over(ty, format!("the size of `{}` is not known at compile time: {fix}", formatted(ty)), "");
    false
}

/// Checks whether a type can be the type of a property. Returns `false` and reports an error for `Extra`, which
/// requires the attribute `extra`, and for a type such as `&'static str`, which can't be deserialized.
pub(super) fn can_be_property(ty: &Type, errors: &Errors) -> bool {
    if matches!(name_and_argument(ty), Some((name, None)) if name == "Extra") {
        errors.over(
            ty,
            "a field of the type `Extra` must be marked `#[odata(extra)]`",
            "an `Extra` preserves undeclared properties and annotations",
        );
        return false;
    }
    if borrows_static(ty) {
        errors.over(
            ty,
            format!(
                "a value of the type `{}` can't be read, because the input isn't `'static`: use `String`",
                formatted(ty)
            ),
            "to borrow from the input, use a lifetime parameter of the struct instead of `'static`",
        );
        return false;
    }
    true
}

/// Checks whether a type is or contains `&'static str` or `Cow<'static, str>`. A `&'static str` can't be deserialized, because the input
/// doesn't live long enough.
fn borrows_static(ty: &Type) -> bool {
    let is_static = |lifetime: &syn::Lifetime| lifetime.ident == "static";
    match ty {
        Type::Reference(reference) => reference.lifetime.as_ref().is_some_and(is_static),
        Type::Group(group) => borrows_static(&group.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| match &last.arguments {
            PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().any(|argument| match argument {
                    GenericArgument::Lifetime(lifetime) => last.ident == "Cow" && is_static(lifetime),
                    GenericArgument::Type(ty) => borrows_static(ty),
                    _ => false,
                })
            }
            _ => false,
        }),
        _ => false,
    }
}

/// Formats a type for an error message.
pub(super) fn formatted(ty: &Type) -> String {
    [
        (" < ", "<"),
        (" > ", ">"),
        (" >", ">"),
        (" :: ", "::"),
        ("& ", "&"),
        (" ,", ","),
        ("[ ", "["),
        (" ]", "]"),
    ]
    .iter()
    .fold(quote::quote!(#ty).to_string(), |formatted, (spaced, compact)| formatted.replace(spaced, compact))
}

/// Checks whether `name` is the name of a well-known generic type, such as `Vec`, or of a type for JSON with any
/// structure, such as `Value`.
fn is_container(name: &str) -> bool {
    matches!(
        name,
        "Option"
            | "Vec"
            | "VecDeque"
            | "HashMap"
            | "BTreeMap"
            | "Map"
            | "Value"
            | "Untyped"
            | "Json"
            | "Flags"
            | "Extra"
    )
}

/// Checks whether `name` is a well-known primitive type, such as `i32`.
fn is_value(name: &str) -> bool {
    matches!(
        name,
        "bool"
            | "char"
            | "u8"
            | "i8"
            | "u16"
            | "i16"
            | "u32"
            | "i32"
            | "u64"
            | "i64"
            | "usize"
            | "isize"
            | "f32"
            | "f64"
            | "str"
            | "String"
            | "DateTime"
            | "NaiveDate"
            | "Guid"
            | "Uuid"
            | "Decimal"
    )
}

/// Returns the name and the first type argument of a type. For example, returns `Vec` and `u8` for `std::vec::Vec<u8>`. Returns `None` if
/// the type isn't a path.
fn name_and_argument(ty: &Type) -> Option<(String, Option<&Type>)> {
    let path = match ty {
        Type::Path(path) => path,
        // The type is a `$type:ty` of a `macro_rules!` macro.
        Type::Group(group) => return name_and_argument(&group.elem),
        _ => return None,
    };
    let segment = path.path.segments.last()?;
    let argument = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
        }
        _ => None,
    };
    Some((segment.ident.to_string(), argument))
}
