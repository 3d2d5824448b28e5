//! The geo functions.

use crate::query::Filter;
use crate::query::comparand::Comparand;
use crate::spatial::{
    GeographyLineString, GeographyPoint, GeographyPolygon, GeometryLineString, GeometryPoint, GeometryPolygon,
};
use crate::typed_property::{Operand, ToExpression};

/// The geo functions (URL conventions 4.01, clause 5.1.1.11).
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::spatial::GeographyPoint;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Shop { location: Option<GeographyPoint> }
/// let near = Shop::LOCATION.geo_distance(GeographyPoint::new(8.6, 49.3)).lt(1000.0);
/// assert_eq!(near.to_string(), "geo.distance(location,geography'SRID=4326;Point(8.6 49.3)') lt 1000.0");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `geo.distance(property,point)`, the shortest distance between two points.
    #[must_use]
    pub fn geo_distance<R: Comparand<O, P, I>, P, I>(&self, point: R) -> Operand<R::Owner, f64>
    where
        V: PointValue<Point = P>,
    {
        self.call_with("geo.distance", [point.into_expression()])
    }

    /// Builds `geo.length(property)`, the length of a line.
    #[must_use]
    pub fn geo_length(&self) -> Operand<O, f64>
    where
        V: LineValue,
    {
        self.call("geo.length")
    }

    /// Builds `geo.intersects(property,polygon)`: the point is inside the polygon, or on its border.
    pub fn geo_intersects<R: Comparand<O, P, I>, P, I>(&self, polygon: R) -> Filter<R::Owner>
    where
        V: PointValue<Polygon = P>,
    {
        self.test_with("geo.intersects", polygon.into_expression())
    }
}

/// A Rust type for points: `GeographyPoint` or `GeometryPoint`. Methods such as [`geo_distance`](Operand::geo_distance)
/// require this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a point: use a value of the type `GeographyPoint` or `GeometryPoint`",
    label = "requires a value of the type `Edm.GeographyPoint` or `Edm.GeometryPoint`"
)]
pub trait PointValue {
    /// The type of the point without `Option`: `GeographyPoint` or `GeometryPoint`.
    type Point;

    /// The corresponding polygon type: `GeographyPolygon` for a `GeographyPoint`, and `GeometryPolygon` for a
    /// `GeometryPoint`.
    type Polygon;
}

impl PointValue for GeographyPoint {
    type Point = Self;
    type Polygon = GeographyPolygon;
}

impl PointValue for GeometryPoint {
    type Point = Self;
    type Polygon = GeometryPolygon;
}

impl<T: PointValue> PointValue for Option<T> {
    type Point = T::Point;
    type Polygon = T::Polygon;
}

/// A Rust type for lines: `GeographyLineString` or `GeometryLineString`. [`geo_length`](Operand::geo_length) requires
/// this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a line: use a value of the type `GeographyLineString` or `GeometryLineString`",
    label = "requires a value of the type `Edm.GeographyLineString` or `Edm.GeometryLineString`"
)]
pub trait LineValue {}

impl LineValue for GeographyLineString {}
impl LineValue for GeometryLineString {}
impl<T: LineValue> LineValue for Option<T> {}
