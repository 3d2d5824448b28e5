//! A list of the Rust types that represent primitive values, such as `i32` and `Duration`.

/// Calls the macro `$callback` with the Rust types that represent primitive values. Used to implement traits such as
/// `OperationResult` for every primitive type.
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
