//! The spatial types of OData, from `Edm.Geography` to `Edm.GeometryCollection`, in the GeoJSON format.
//!
//! ```
//! use odata_core::ODataComplex;
//! use odata_core::spatial::GeographyPoint;
//!
//! #[derive(Debug, PartialEq, ODataComplex)]
//! #[odata(namespace = "example")]
//! struct Warehouse {
//!     pin: Option<GeographyPoint>,
//! }
//!
//! let payload = r#"{"pin":{"type":"Point","coordinates":[142.1,64.1]}}"#;
//! let warehouse: Warehouse = serde_json::from_str(payload)?;
//! assert_eq!(warehouse.pin.as_ref().and_then(|pin| pin.position()), Some((142.1, 64.1)));
//! assert_eq!(warehouse, Warehouse { pin: Some(GeographyPoint::new(142.1, 64.1)) });
//! assert_eq!(serde_json::to_string(&warehouse)?, payload);
//! # Ok::<(), serde_json::Error>(())
//! ```

use core::fmt;
use core::ops::Deref;

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;

use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::untyped::{Members, Untyped};
use crate::value::{ODataValue, ReadValue};

/// The geometry types of GeoJSON (RFC 7946), with the nesting depth of each type's `coordinates` array. A
/// `GeometryCollection` contains other geometries instead of coordinates.
const SHAPES: [(&str, usize); 7] = [
    ("Point", 1),
    ("LineString", 2),
    ("Polygon", 3),
    ("MultiPoint", 2),
    ("MultiLineString", 3),
    ("MultiPolygon", 4),
    (COLLECTION, 0),
];

const COLLECTION: &str = "GeometryCollection";

/// A GeoJSON object with one of the geometry types that OData supports. All members of the object are preserved.
///
/// The spatial types, such as [`GeographyPoint`] and [`GeometryCollection`], dereference to `GeoJson`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GeoJson(Members);

impl GeoJson {
    /// Returns the geometry type of the GeoJSON object, such as `Point`.
    #[must_use]
    pub fn shape(&self) -> &str {
        shape_of(&self.0)
    }

    /// Returns the coordinates of the geometry, or `None` for a `GeometryCollection`.
    ///
    /// In `coordinates`, the longitude (or x) of a position precedes its latitude (or y). The coordinates of a `Point`
    /// are an array of numbers. The coordinates of a `Polygon`, for example, are nested arrays of numbers.
    #[must_use]
    pub fn coordinates(&self) -> Option<&Untyped> {
        self.0.get("coordinates")
    }

    /// Returns the coordinates of a `Point` (longitude and latitude, or x and y), or `None` for other geometry types.
    #[must_use]
    pub fn position(&self) -> Option<(f64, f64)> {
        match self.coordinates()?.as_collection()? {
            [first, second, ..] => Some((first.as_f64()?, second.as_f64()?)),
            _ => None,
        }
    }

    /// Returns the geometries in a `GeometryCollection`, or `None` for other geometry types.
    #[must_use]
    pub fn geometries(&self) -> Option<&[Untyped]> {
        self.0.get("geometries")?.as_collection()
    }

    /// Returns the name of the coordinate reference system (`crs`), for example `EPSG:4326`.
    #[must_use]
    pub fn reference_system(&self) -> Option<&str> {
        self.0.get("crs")?.get("properties")?.get("name")?.as_str()
    }

    /// Returns all members of the GeoJSON object.
    #[must_use]
    pub const fn members(&self) -> &Members {
        &self.0
    }

    fn point(first: f64, second: f64) -> Self {
        let mut members = Members::default();
        members.insert("type", "Point");
        members.insert("coordinates", vec![first, second]);
        Self(members)
    }

    /// Checks that a value is a GeoJSON object with the geometry type `shape`. If `shape` is `None`, any geometry type
    /// is accepted.
    fn checked(value: Untyped, expected: PrimitiveType, shape: Option<&str>) -> Result<Self, ReadError> {
        let expected = expected.qualified_name();
        let Untyped::Object(members) = value else {
            return Err(ReadError::invalid_type(
                value.unexpected(),
                &format!("`{expected}`, a GeoJSON object").as_str(),
            ));
        };
        if let Some((name, _)) = members.iter().find(|(name, _)| name.contains('@')) {
            let message = format!(
                "the GeoJSON object of a value of `{expected}` can't contain the annotation `{name}`: write the \
                 annotation next to the property"
            );
            return Err(ReadError::custom(message));
        }
        let object = Self(members);
        if shape.is_some_and(|shape| shape != object.shape()) {
            let message = format!("`{}` is not the GeoJSON type of `{expected}`", object.shape());
            return Err(ReadError::custom(message));
        }
        check_shape(&object.0)?;
        Ok(object)
    }
}

/// Checks that a GeoJSON object has the `coordinates` or `geometries` that its geometry type requires.
fn check_shape(members: &Members) -> Result<(), ReadError> {
    let name = shape_of(members);
    let Some((_, depth)) = SHAPES.iter().find(|(shape, _)| *shape == name) else {
        return Err(ReadError::custom(format_args!("`{name}` is not a geometry type of GeoJSON")));
    };
    let member = if name == COLLECTION { "geometries" } else { "coordinates" };
    match members.get(member) {
        Some(Untyped::Collection(shapes)) if name == COLLECTION && shapes.iter().all(is_object) => {
            shapes.iter().filter_map(Untyped::as_object).try_for_each(check_shape)
        }
        Some(coordinates) if name != COLLECTION && are_coordinates(coordinates, *depth) => Ok(()),
        _ => Err(ReadError::custom(format_args!("`{member}` is missing or invalid for a `{name}`"))),
    }
}

fn shape_of(members: &Members) -> &str {
    members.get("type").and_then(Untyped::as_str).unwrap_or_default()
}

fn is_object(value: &Untyped) -> bool {
    value.as_object().is_some()
}

/// Checks whether a value consists of numbers in `depth` nested arrays.
fn are_coordinates(value: &Untyped, depth: usize) -> bool {
    match (value, depth) {
        (Untyped::Number(_), 0) => true,
        // A position has at least two numbers.
        (Untyped::Collection(elements), 1..) => {
            (depth > 1 || elements.len() >= 2)
                && elements.iter().all(|element| are_coordinates(element, depth - 1))
        }
        _ => false,
    }
}

macro_rules! spatial_types {
    ($($name:ident, $shape:expr;)*) => {$(
        #[doc = concat!("A value of the type `Edm.", stringify!($name), "`.")]
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(GeoJson);

        impl Deref for $name {
            type Target = GeoJson;

            fn deref(&self) -> &GeoJson {
                &self.0
            }
        }

        impl TryFrom<Untyped> for $name {
            type Error = ReadError;

            fn try_from(value: Untyped) -> Result<Self, ReadError> {
                GeoJson::checked(value, PrimitiveType::$name, $shape).map(Self)
            }
        }

        impl From<$name> for Untyped {
            fn from(value: $name) -> Self {
                Self::Object(value.0.0)
            }
        }

        impl ODataValue for $name {
            const TYPE: ValueType = ValueType::primitive(PrimitiveType::$name);

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0.0, serializer)
            }
        }

        impl<'de> ReadValue<'de> for $name {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::try_from(Untyped::read(deserializer)?).map_err(D::Error::custom)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0.0).finish()
            }
        }
    )*};
}

spatial_types! {
    Geography, None;
    GeographyPoint, Some("Point");
    GeographyLineString, Some("LineString");
    GeographyPolygon, Some("Polygon");
    GeographyMultiPoint, Some("MultiPoint");
    GeographyMultiLineString, Some("MultiLineString");
    GeographyMultiPolygon, Some("MultiPolygon");
    GeographyCollection, Some(COLLECTION);
    Geometry, None;
    GeometryPoint, Some("Point");
    GeometryLineString, Some("LineString");
    GeometryPolygon, Some("Polygon");
    GeometryMultiPoint, Some("MultiPoint");
    GeometryMultiLineString, Some("MultiLineString");
    GeometryMultiPolygon, Some("MultiPolygon");
    GeometryCollection, Some(COLLECTION);
}

impl GeographyPoint {
    /// Creates a point on the earth from a longitude and a latitude in degrees.
    #[must_use]
    pub fn new(longitude: f64, latitude: f64) -> Self {
        Self(GeoJson::point(longitude, latitude))
    }
}

impl GeometryPoint {
    /// Creates a point in the plane from its x and y coordinates.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self(GeoJson::point(x, y))
    }
}
