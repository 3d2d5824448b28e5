//! The Rust types for the types of the `Edm` namespace.

use proc_macro2::TokenStream;
use quote::quote;

use super::naming::type_identifier;

/// Returns the Rust type for a type of the `Edm` namespace. Returns `None` if `name` isn't the name of a type in the `Edm` namespace. The
/// Rust type of abstract types such as `Edm.PrimitiveType` is `Untyped`.
pub(super) fn primitive(name: &str) -> Option<TokenStream> {
    let name = name.strip_prefix("Edm.")?;
    Some(match name {
        "Binary"
        | "Duration"
        | "Stream"
        | "Untyped"
        | "Geography"
        | "GeographyPoint"
        | "GeographyLineString"
        | "GeographyPolygon"
        | "GeographyMultiPoint"
        | "GeographyMultiLineString"
        | "GeographyMultiPolygon"
        | "GeographyCollection"
        | "Geometry"
        | "GeometryPoint"
        | "GeometryLineString"
        | "GeometryPolygon"
        | "GeometryMultiPoint"
        | "GeometryMultiLineString"
        | "GeometryMultiPolygon"
        | "GeometryCollection"
        | "String"
        | "Decimal" => {
            let name = type_identifier(name);
            quote!(#name)
        }
        "Boolean" => quote!(bool),
        "Byte" => quote!(u8),
        "SByte" => quote!(i8),
        "Int16" => quote!(i16),
        "Int32" => quote!(i32),
        "Int64" => quote!(i64),
        "Single" => quote!(f32),
        "Double" => quote!(f64),
        "Date" => quote!(NaiveDate),
        "TimeOfDay" => quote!(NaiveTime),
        "DateTimeOffset" => quote!(DateTime<Utc>),
        "Guid" => quote!(Uuid),
        "PrimitiveType"
        | "ComplexType"
        | "EntityType"
        | "AnnotationPath"
        | "AnyPropertyPath"
        | "ModelElementPath"
        | "NavigationPropertyPath"
        | "PropertyPath" => quote!(Untyped),
        _ => return None,
    })
}
