//! Types that a base or an extra can't have, as far as they are known by their names.

use syn::{GenericArgument, Ident, PathArguments, Type};

use crate::errors::Errors;

/// Whether the type may be a struct that is a base type. A name that the user gave to anything else is found out by the compiler.
pub(super) fn may_be_base(ty: &Type, item: &Ident, errors: &Errors) -> bool {
    let Some((name, inner)) = name_and_argument(ty) else {
        errors.over(ty, "the base type is not a struct", "write the name of the base type's struct");
        return false;
    };
    let help = |what: &str| format!("{what}: the base type's struct stands in the field itself");
    match (name.as_str(), inner) {
        ("Option" | "Box" | "Rc" | "Arc" | "Vec" | "Cow", Some(inner)) => {
            let inner = quote::quote!(#inner);
            errors.over(ty, format!("the base type stands in `{name}`"), help(&format!("write `{inner}`")));
            false
        }
        (name, None) if *item == name => {
            errors.over(ty, format!("`{name}` is its own base type"), "name the type that it derives from");
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
    let is_other = known.as_deref().is_none_or(|name| {
        is_value(name)
            || matches!(
                name,
                "Option" | "Box" | "Vec" | "HashMap" | "BTreeMap" | "Map" | "Value" | "Untyped" | "Json"
            )
    });
    if is_other {
        let written = quote::quote!(#ty).to_string().replace(' ', "");
        errors.over(
            ty,
            format!("`extra` is an `Extra`, not `{written}`"),
            "write `odata_core::Extra`: it keeps the order and the annotations of what is not declared",
        );
    }
    !is_other
}

fn is_value(name: &str) -> bool {
    const VALUES: [&str; 15] = [
        "bool",
        "u8",
        "i8",
        "u16",
        "i16",
        "u32",
        "i32",
        "u64",
        "i64",
        "f32",
        "f64",
        "str",
        "String",
        "DateTime",
        "NaiveDate",
    ];
    VALUES.contains(&name)
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
