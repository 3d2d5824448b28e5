//! Tests spatial types and streams.

use std::fmt::Debug;

use odata_core::spatial::{
    Geography, GeographyCollection, GeographyLineString, GeographyMultiLineString, GeographyMultiPoint,
    GeographyMultiPolygon, GeographyPoint, GeographyPolygon, Geometry, GeometryCollection, GeometryPoint,
};
use odata_core::{Extra, ODataComplex, ODataStructured, ODataValue, ReadValue, SingleValue, Stream, Untyped};

use crate::support::{assert_writes_back, error, read, write};

/// Checks that a value of the type is read and written back, and that invalid values are errors.
fn check<T: Debug + PartialEq + ODataValue + for<'de> ReadValue<'de>>(
    edm: &str,
    shape: &str,
    coordinates: &str,
) {
    assert_eq!(T::TYPE.to_string(), edm);
    let member = if shape == "GeometryCollection" { "geometries" } else { "coordinates" };
    let value =
        format!(r#"{{"type":"{shape}","{member}":{coordinates},"crs":{{"type":"name"}},"bbox":[1,2]}}"#);
    assert_writes_back::<SingleValue<T>>(&format!(r#"{{"value":{value}}}"#));

    let message = |value: &str| error::<SingleValue<T>>(&format!(r#"{{"value":{value}}}"#));
    assert!(
        message("5")
            .starts_with(&format!("`value`: invalid type: integer `5`, expected `{edm}`, a GeoJSON object"))
    );
    assert!(message(r#"{"type":"Circle"}"#).contains("`Circle` is not"));
    assert!(message("{}").contains("`` is not"));
    let without = message(&format!(r#"{{"type":"{shape}"}}"#));
    assert!(
        without.starts_with(&format!("`value`: `{member}` is missing or invalid for a `{shape}`")),
        "{without}"
    );
    let wrong = message(&format!(r#"{{"type":"{shape}","{member}":["1"]}}"#));
    assert!(wrong.contains("is missing or invalid for"), "{wrong}");
    let annotated = message(&value.replace("bbox", "@odata.type"));
    assert!(
        annotated.contains(&format!("a value of `{edm}` can't contain the annotation `@odata.type`")),
        "{annotated}"
    );
}

#[test]
fn valid_and_invalid_values_of_every_type() {
    check::<GeographyPoint>("Edm.GeographyPoint", "Point", "[-100.0,32.0,4]");
    check::<GeographyLineString>("Edm.GeographyLineString", "LineString", "[[1,2],[3,4]]");
    check::<GeographyPolygon>("Edm.GeographyPolygon", "Polygon", "[[[1,2],[3,4],[5,6],[1,2]]]");
    check::<GeographyMultiPoint>("Edm.GeographyMultiPoint", "MultiPoint", "[[1,2],[3,4]]");
    check::<GeographyMultiLineString>("Edm.GeographyMultiLineString", "MultiLineString", "[[[1,2],[3,4]]]");
    check::<GeographyMultiPolygon>("Edm.GeographyMultiPolygon", "MultiPolygon", "[[[[1,2],[3,4]]]]");
    check::<GeographyCollection>(
        "Edm.GeographyCollection",
        "GeometryCollection",
        r#"[{"type":"Point","coordinates":[1,2]}]"#,
    );
    check::<GeometryCollection>("Edm.GeometryCollection", "GeometryCollection", "[]");
    check::<Geography>("Edm.Geography", "Polygon", "[[[1,2]]]");
    check::<Geometry>("Edm.Geometry", "Point", "[1,2]");
}

#[test]
fn wrong_shape_is_error() {
    let point = r#"{"value":{"type":"Point","coordinates":[1,2]}}"#;
    let message = error::<SingleValue<GeographyPolygon>>(point);
    assert!(
        message.starts_with("`value`: `Point` is not the GeoJSON type of `Edm.GeographyPolygon`"),
        "{message}"
    );
}

#[test]
fn shapes_in_collection_are_checked() {
    let nested =
        |inner: &str| format!(r#"{{"value":{{"type":"GeometryCollection","geometries":[{inner}]}}}}"#);
    read::<SingleValue<GeometryCollection>>(&nested(r#"{"type":"Point","coordinates":[1,2]}"#));
    for wrong in [
        "{}",
        "1",
        r#"{"type":"Point","coordinates":[[1]]}"#,
        r#"{"type":"GeometryCollection","geometries":[{}]}"#,
    ] {
        error::<SingleValue<GeometryCollection>>(&nested(wrong));
    }
}

#[test]
fn position_must_have_two_numbers() {
    for coordinates in ["[]", "[1]", "[[1,2]]", "[1,null]"] {
        error::<SingleValue<GeographyPoint>>(&format!(
            r#"{{"value":{{"type":"Point","coordinates":{coordinates}}}}}"#
        ));
    }
    error::<SingleValue<GeographyLineString>>(r#"{"value":{"type":"LineString","coordinates":[[1,2],[3]]}}"#);
}

#[test]
fn point_has_constructor_and_accessors() {
    let point = GeometryPoint::new(1.5, -2.0);
    assert_eq!(
        (point.shape(), point.position(), point.reference_system()),
        ("Point", Some((1.5, -2.0)), None)
    );
    assert_eq!(
        write(&SingleValue::<GeometryPoint> { value: point, extra: Extra::new() }),
        r#"{"value":{"type":"Point","coordinates":[1.5,-2.0]}}"#
    );
}

#[test]
fn dynamic_geography_point_is_not_geometry() {
    let extra = Extra::from_iter([
        ("pin@odata.type", Untyped::from("#GeographyPoint")),
        ("pin", read(r#"{"type":"Point","coordinates":[1,2]}"#)),
    ]);
    assert!(matches!(extra.read_as::<GeographyPoint>("pin"), Some(Ok(_))));
    assert!(matches!(extra.read_as::<Geography>("pin"), Some(Ok(_))));
    assert!(matches!(extra.read_as::<Geometry>("pin"), Some(Err(_))));
    assert!(matches!(extra.read_as::<GeographyPolygon>("pin"), Some(Err(_))));
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Page {
    content: Option<Stream>,
    #[odata(extra)]
    extra: Extra,
}

#[test]
fn stream_has_links_and_inline_content() {
    assert_eq!(
        Page::METADATA.property_named("content").expect("declared").value_type().to_string(),
        "Edm.Stream"
    );
    let linked = assert_writes_back::<Page>(
        r#"{"content@odata.mediaReadLink":"r","content@odata.mediaEditLink":"e"}"#,
    );
    assert_eq!(linked.content, None);
    assert_eq!(
        (linked.extra.stream("content").read_link(), linked.extra.stream("content").edit_link()),
        (Some("r"), Some("e"))
    );
    assert_eq!(linked.extra.media().read_link(), None);

    let text =
        assert_writes_back::<Page>(r#"{"content@odata.mediaContentType":"text/plain","content":"a b"}"#);
    let stream = text.content.expect("inline");
    assert_eq!((stream.content().as_str(), stream.to_bytes()), (Some("a b"), None));
    let json = assert_writes_back::<Page>(
        r#"{"content@odata.mediaContentType":"application/json","content":{"a":[1]}}"#,
    );
    assert!(json.content.is_some_and(|stream| stream.content().get("a").is_some()));
}
