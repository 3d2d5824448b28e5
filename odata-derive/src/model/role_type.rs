//! Types that a base, an extra, a variant or an unknown member can't have, as far as they are known by their names.

use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

use crate::errors::Errors;

fn is_exactly(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Path(path) => {
            path.qself.is_none() && path.path.segments.len() == 1 && path.path.segments[0].ident == *ident
        }
        Type::Group(group) => is_exactly(&group.elem, ident),
        _ => false,
    }
}

/// Whether the base type is the struct that derives from it.
pub(super) fn is_itself(ty: &Type, item: &Ident, errors: &Errors) -> bool {
    // `super::User` is another.
    let is_itself = is_exactly(ty, item);
    if is_itself {
        errors.over(ty, format!("`{item}` is its own base type"), "name the type that it derives from");
    }
    is_itself
}

/// Whether the type may be a struct that is a base type. A name that the user gave to anything else is found out by the compiler.
pub(super) fn may_be_base(ty: &Type, generics: &Generics, errors: &Errors) -> bool {
    if generics.type_params().any(|parameter| is_exactly(ty, &parameter.ident)) {
        errors.over(
            ty,
            format!("`{}` is a parameter, which can be no base type", written(ty)),
            "write the name of the base type's struct",
        );
        return false;
    }
    let Some((name, inner)) = name_and_argument(ty) else {
        errors.over(ty, "the base type is not a struct", "write the name of the base type's struct");
        return false;
    };
    let help = |what: &str| format!("{what}: the base type's struct stands in the field itself");
    match (name.as_str(), inner) {
        ("Option" | "Box" | "Rc" | "Arc" | "Vec" | "Cow", Some(inner)) => {
            let inner = written(inner);
            errors.over(ty, format!("the base type stands in `{name}`"), help(&format!("write `{inner}`")));
            false
        }
        (name, None) if is_value(name) => {
            errors.over(
                ty,
                format!("`{name}` is not a struct, so it is no base type"),
                "a base type is a struct that derives `ODataEntity` or `ODataComplex` itself",
            );
            false
        }
        _ => true,
    }
}

/// Whether the type may be the runtime's `Extra`, perhaps by another name.
pub(super) fn may_be_extra(ty: &Type, errors: &Errors) -> bool {
    let known = name_and_argument(ty).map(|(name, _)| name);
    let is_other = known
        .as_deref()
        .is_none_or(|name| is_value(name) || name == "Box" || (is_container(name) && name != "Extra"));
    if is_other {
        errors.over(
            ty,
            format!("`extra` is an `Extra`, not `{}`", written(ty)),
            "write `odata_core::Extra`: it keeps the order and the annotations of what is not declared",
        );
    }
    !is_other
}

/// Whether the type may be a structured type, or a value of one of several.
pub(super) fn may_be_variant(held: &Type, (item, variant): (&Ident, &Ident), errors: &Errors) -> bool {
    if is_exactly(held, item) {
        errors.over(held, format!("`{item}` is a variant of itself"), "name a type that it may be of");
        return false;
    }
    let name = name_and_argument(held).map(|(name, _)| name);
    let is_other = name.as_deref().is_none_or(|name| is_value(name) || is_container(name));
    if is_other {
        errors.over(
            held,
            format!("the variant `{variant}` holds `{}`, which is not a structured type", written(held)),
            format!("write `{variant}(Type)`, with a struct that derives `ODataEntity` or `ODataComplex`"),
        );
    }
    !is_other
}

/// Whether the type may keep the name of an unknown member.
pub(super) fn may_keep_name(ty: &Type, variant: &Ident, errors: &Errors) -> bool {
    let known = name_and_argument(ty);
    let is_text = known.as_ref().is_some_and(|(name, inner)| match inner {
        None => name == "String" || !is_value(name),
        Some(_) => matches!(name.as_str(), "Box" | "Rc" | "Arc") || !(is_container(name) || name == "Cow"),
    });
    if !is_text {
        errors.over(
            ty,
            format!("`{}` can't keep the name of an unknown member", written(ty)),
            format!("write `{variant}(String)`: any name may come"),
        );
    }
    is_text
}

/// Whether the compiler knows the type's size.
pub(super) fn has_size(ty: &Type, errors: &Errors) -> bool {
    let help = match ty {
        Type::Path(path) if path.path.is_ident("str") => "write `String`",
        Type::Slice(_) => "write `Vec<_>`",
        Type::TraitObject(_) => "write the type of the value",
        _ => return true,
    };
    errors.over(ty, format!("`{}` has no size", written(ty)), help);
    false
}

/// Whether the type may be that of a property.
pub(super) fn may_be_property(ty: &Type, errors: &Errors) -> bool {
    if matches!(name_and_argument(ty), Some((name, None)) if name == "Extra") {
        errors.over(ty, "an `Extra` is no property", "add `#[odata(extra)]` to the field");
        return false;
    }
    if borrows_for_ever(ty) {
        errors.over(
            ty,
            format!("`{}` can't be borrowed from an input", written(ty)),
            "write `String`, or give the struct a lifetime to borrow for",
        );
        return false;
    }
    true
}

/// Whether it is `&'static str` or `Cow<'static, str>`, perhaps in something else.
fn borrows_for_ever(ty: &Type) -> bool {
    let is_static = |lifetime: &syn::Lifetime| lifetime.ident == "static";
    match ty {
        Type::Reference(reference) => reference.lifetime.as_ref().is_some_and(is_static),
        Type::Group(group) => borrows_for_ever(&group.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| match &last.arguments {
            PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().any(|argument| match argument {
                    GenericArgument::Lifetime(lifetime) => last.ident == "Cow" && is_static(lifetime),
                    GenericArgument::Type(ty) => borrows_for_ever(ty),
                    _ => false,
                })
            }
            _ => false,
        }),
        _ => false,
    }
}

fn written(ty: &Type) -> String {
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
    .fold(quote::quote!(#ty).to_string(), |written, (apart, together)| written.replace(apart, together))
}

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

/// The last name of a path, and its only type argument.
fn name_and_argument(ty: &Type) -> Option<(String, Option<&Type>)> {
    let path = match ty {
        Type::Path(path) => path,
        // A `$type:ty` of a `macro_rules!` macro.
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
