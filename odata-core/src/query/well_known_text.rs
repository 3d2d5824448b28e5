//! Spatial values as a URL has them: `geography'SRID=4326;Point(142.1 64.1)'`.

use crate::metadata::PrimitiveType;
use crate::untyped::Untyped;

pub(super) fn literal(value: &Untyped, primitive: PrimitiveType) -> String {
    let is_geography = primitive.qualified_name().starts_with("Edm.Geography");
    let (name, default) = if is_geography { ("geography", "4326") } else { ("geometry", "0") };
    let named = || value.get("crs")?.get("properties")?.get("name")?.as_str()?.rsplit(':').next();
    format!("{name}'SRID={};{}'", named().filter(is_number).unwrap_or(default), shape(value))
}

fn is_number(text: &&str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn shape(value: &Untyped) -> String {
    let name = value.get("type").and_then(Untyped::as_str).unwrap_or_default();
    let coordinates = value.get("coordinates").map(coordinates).unwrap_or_default();
    // The coordinates of a point have no parentheses of their own; those of each point of several have.
    match name {
        "GeometryCollection" => {
            let shapes = value.get("geometries").and_then(Untyped::as_collection).unwrap_or_default();
            format!("Collection({})", shapes.iter().map(shape).collect::<Vec<_>>().join(","))
        }
        "Point" => format!("Point({coordinates})"),
        "MultiPoint" => {
            let points = value.get("coordinates").and_then(Untyped::as_collection).unwrap_or_default();
            let points: Vec<_> =
                points.iter().map(|point| format!("({})", self::coordinates(point))).collect();
            format!("MultiPoint({})", points.join(","))
        }
        name => format!("{name}{coordinates}"),
    }
}

/// `1 2` of a position, `(1 2,3 4)` of several, `((1 2,3 4),(5 6,7 8))` of several of these.
fn coordinates(value: &Untyped) -> String {
    let Some(elements) = value.as_collection() else { return String::new() };
    if elements.iter().all(|element| matches!(element, Untyped::Number(_))) {
        let numbers = elements.iter().filter_map(|element| match element {
            Untyped::Number(number) => Some(number.to_string()),
            _ => None,
        });
        return numbers.collect::<Vec<_>>().join(" ");
    }
    let inner: Vec<_> = elements.iter().map(coordinates).collect();
    format!("({})", inner.join(","))
}
