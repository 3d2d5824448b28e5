//! Tests the preference `include-unknown-enum-members` for types that have the same declared type.

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Color {
    UnknownFutureValue,
    Red,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Shape {
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Circle {
    #[odata(base)]
    shape: Shape,
    color: Option<Color>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Square {
    #[odata(base)]
    shape: Shape,
    size: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum ShapeOrCircle {
    #[odata(base)]
    Shape(Shape),
    Circle(Circle),
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum ShapeOrSquare {
    #[odata(base)]
    Shape(Shape),
    Square(Square),
}

/// The order of the requests matters, because the results are cached.
#[test]
fn preference_depends_on_variants_of_polymorphic_enum() {
    let preference = Some("include-unknown-enum-members".to_owned());
    let prefer = |request: http::Request<Vec<u8>>| header(&request, "prefer");
    for _ in 0..2 {
        let shapes = service().entity_set::<Shape>("shapes").list().build().expect("a request");
        assert_eq!(prefer(shapes), None);
        let squares = service().entity_set::<ShapeOrSquare>("shapes").list().build().expect("a request");
        assert_eq!(prefer(squares), None);
        let circles = service().entity_set::<ShapeOrCircle>("shapes").list().build().expect("a request");
        assert_eq!(prefer(circles), preference);
    }
}
