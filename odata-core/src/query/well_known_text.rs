//! Literals of spatial values in URLs, such as `geography'SRID=4326;Point(142.1 64.1)'`.

use crate::metadata::PrimitiveType;
use crate::untyped::Untyped;

/// Returns the literal of a GeoJSON object, or `None` if `primitive` isn't a spatial type or if the GeoJSON object is
/// invalid.
pub(super) fn literal(value: &Untyped, primitive: PrimitiveType) -> Option<String> {
    let name = primitive.qualified_name();
    let (prefix, default) = if name.starts_with("Edm.Geography") {
        ("geography", "4326")
    } else if name.starts_with("Edm.Geometry") {
        ("geometry", "0")
    } else {
        return None;
    };
    let named = || value.get("crs")?.get("properties")?.get("name")?.as_str()?.rsplit(':').next();
    Some(format!("{prefix}'SRID={};{}'", named().filter(is_number).unwrap_or(default), shape(value)?))
}

fn is_number(text: &&str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn shape(value: &Untyped) -> Option<String> {
    let name = value.get("type")?.as_str()?;
    // `Point(1 2)` has one pair of parentheses, but `MultiPoint((1 2),(3 4))` also has parentheses around each position.
    match name {
        "GeometryCollection" => {
            let shapes = value.get("geometries")?.as_collection()?.iter().map(shape);
            Some(format!("GeometryCollection({})", shapes.collect::<Option<Vec<_>>>()?.join(",")))
        }
        "Point" => Some(format!("Point({})", coordinates(value.get("coordinates")?)?)),
        "MultiPoint" => {
            let points = value.get("coordinates")?.as_collection()?.iter();
            let points = points.map(|point| Some(format!("({})", coordinates(point)?)));
            Some(format!("MultiPoint({})", points.collect::<Option<Vec<_>>>()?.join(",")))
        }
        "LineString" | "Polygon" | "MultiLineString" | "MultiPolygon" => {
            Some(format!("{name}{}", coordinates(value.get("coordinates")?)?))
        }
        _ => None,
    }
}

/// Formats the coordinates of a GeoJSON object, for example `[1,2]` as `1 2`, and `[[1,2],[3,4]]` as `(1 2,3 4)`.
fn coordinates(value: &Untyped) -> Option<String> {
    let elements = value.as_collection()?;
    let number = |element: &Untyped| match element {
        Untyped::Number(number) => Some(number.to_string()),
        _ => None,
    };
    if let [Untyped::Number(_), ..] = elements {
        return Some(elements.iter().map(number).collect::<Option<Vec<_>>>()?.join(" "));
    }
    let inner = elements.iter().map(coordinates).collect::<Option<Vec<_>>>()?;
    Some(format!("({})", inner.join(",")))
}
