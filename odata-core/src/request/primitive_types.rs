//! A list of the Rust types that represent primitive values. Macros implement traits for each type in the list.

/// Calls the macro `$callback` with a list of Rust types. The types represent the primitive values that can be the
/// result or the binding of an operation.
macro_rules! with_primitive_types {
    ($callback:ident) => {
        $callback! {
            bool, u8, i8, i16, i32, i64, f32, f64, String, Box<str>, std::sync::Arc<str>,
            chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>, chrono::NaiveDate, chrono::NaiveTime,
            chrono::TimeDelta, crate::Duration, crate::Binary, crate::Untyped,
            crate::spatial::Geography, crate::spatial::GeographyPoint, crate::spatial::GeographyLineString,
            crate::spatial::GeographyPolygon, crate::spatial::GeographyMultiPoint,
            crate::spatial::GeographyMultiLineString, crate::spatial::GeographyMultiPolygon,
            crate::spatial::GeographyCollection, crate::spatial::Geometry, crate::spatial::GeometryPoint,
            crate::spatial::GeometryLineString, crate::spatial::GeometryPolygon, crate::spatial::GeometryMultiPoint,
            crate::spatial::GeometryMultiLineString, crate::spatial::GeometryMultiPolygon,
            crate::spatial::GeometryCollection,
            #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
            #[cfg(feature = "uuid")] uuid::Uuid,
        }
    };
}

pub(super) use with_primitive_types;
