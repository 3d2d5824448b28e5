//! Tests query options: the operators and literals of `$filter`, and the other system query options.

mod aggregation;
mod canonical;
mod debug_output;
mod expressions;
mod extended_options;
mod injection;
mod limits;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use odata_core::query::{Filter, QueryOptions, element};
use odata_core::spatial::{GeographyPoint, Geometry, GeometryCollection};
use odata_core::{Binary, Duration, Flags, ODataComplex, ODataEntity, ODataEnum};
use odata_examples::graph::{Entity, Identity, IdentitySet};
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, CaseOperationStatus, EdiscoveryCase,
    EdiscoveryExportOperation, EdiscoverySearch, ExportOptions,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::support::read;

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Kind {
    Good,
    #[odata(unknown)]
    Unknown(String),
}

/// A type with a property of every type that has URL literals.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Values {
    text: String,
    flag: bool,
    byte: u8,
    long: i64,
    decimal: Decimal,
    double: f64,
    single: f32,
    day: NaiveDate,
    time: NaiveTime,
    at: DateTime<FixedOffset>,
    when: Option<DateTime<Utc>>,
    duration: Duration,
    delta: TimeDelta,
    guid: Uuid,
    bytes: Binary,
    kind: Option<Kind>,
    point: GeographyPoint,
    shape: Geometry,
    shapes: GeometryCollection,
    phones: Vec<String>,
    inner: Option<Inner>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Inner {
    r#type: Option<String>,
    numbers: Option<Vec<i32>>,
}

#[track_caller]
fn assert_filter<O>(filter: &Filter<O>, expected: &str) {
    assert_eq!(filter.to_string(), expected);
}

#[test]
fn strings_are_quoted() {
    for (text, literal) in [
        ("O'Neil", "'O''Neil'"),
        ("' or 1 eq 1 or '", "''' or 1 eq 1 or '''"),
        ("')/..", "''')/..'"),
        ("100%&x=#/+\u{e9}\u{1f600}\"\\\n", "'100%&x=#/+\u{e9}\u{1f600}\"\\\n'"),
        ("", "''"),
    ] {
        assert_filter(&Values::TEXT.eq(text), &format!("text eq {literal}"));
        assert_filter(&Values::TEXT.contains(text), &format!("contains(text,{literal})"));
        assert_filter(&Values::KIND.eq(Kind::Unknown(text.to_owned())), &format!("kind eq n.kind{literal}"));
    }
}

#[test]
fn literals_of_every_type() {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).expect(text);
    assert_filter(&Values::FLAG.eq(true), "flag eq true");
    assert_filter(&Values::BYTE.lt(255), "byte lt 255");
    assert_filter(&Values::LONG.ge(i64::MIN), "long ge -9223372036854775808");
    assert_filter(&Values::DECIMAL.le(Decimal::MAX), "decimal le 79228162514264337593543950335");
    assert_filter(&Values::DOUBLE.gt(-1.5e300), "double gt -1.5e300");
    assert_filter(&Values::DOUBLE.ne(f64::INFINITY), "double ne INF");
    assert_filter(&Values::DOUBLE.ne(f64::NEG_INFINITY), "double ne -INF");
    assert_filter(&Values::SINGLE.eq(f32::NAN), "single eq NaN");
    assert_filter(&Values::DAY.eq(NaiveDate::from_ymd_opt(2022, 4, 12).expect("a day")), "day eq 2022-04-12");
    assert_filter(&Values::TIME.eq(NaiveTime::MIN), "time eq 00:00:00");
    assert_filter(&Values::AT.eq(at("2022-04-12T12:30:00+02:00")), "at eq 2022-04-12T12:30:00+02:00");
    assert_filter(&Values::WHEN.eq(at("2022-04-12T12:30:00Z").to_utc()), "when eq 2022-04-12T12:30:00Z");
    assert_filter(&Values::WHEN.eq(None), "when eq null");
    assert_filter(
        &Values::DURATION.eq("P1DT12H".parse::<Duration>().expect("a duration")),
        "duration eq duration'P1DT12H'",
    );
    assert_filter(&Values::DELTA.eq(TimeDelta::seconds(-90)), "delta eq duration'-PT1M30S'");
    assert_filter(&Values::GUID.eq(Uuid::nil()), "guid eq 00000000-0000-0000-0000-000000000000");
    assert_filter(&Values::BYTES.eq(Binary::new([0xff, 0xef, 0xbe])), "bytes eq binary'_---'");
    assert_filter(&Values::KIND.eq(Kind::Good), "kind eq n.kind'good'");
    assert_filter(
        &Values::POINT.eq(GeographyPoint::new(142.1, 64.1)),
        "point eq geography'SRID=4326;Point(142.1 64.1)'",
    );
}

#[test]
fn spatial_literals_are_well_known_text() {
    for (payload, expected) in [
        (r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "geometry'SRID=0;LineString(1 2,3 4)'"),
        (
            r#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}"#,
            "geometry'SRID=0;Polygon((1 2,3 4,1 2))'",
        ),
        (r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, "geometry'SRID=0;MultiPoint((1 2),(3 4))'"),
        (
            r#"{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"EPSG:1234"}}}"#,
            "geometry'SRID=1234;Point(1 2)'",
        ),
        (
            r#"{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"EPSG:1' or 1 eq 1"}}}"#,
            "geometry'SRID=0;Point(1 2)'",
        ),
    ] {
        let shape: odata_core::Untyped = read(payload);
        assert_filter(
            &Values::SHAPE.eq(Geometry::try_from(shape).expect("a shape")),
            &format!("shape eq {expected}"),
        );
    }
    // A point has no member `geometries`, so the literal doesn't contain it.
    let disguised: odata_core::Untyped = read(
        r#"{"type":"Point","coordinates":[1,2],"geometries":[{"type":"X') or true or geo.distance(pin,geography'"}]}"#,
    );
    let disguised = GeographyPoint::try_from(disguised).expect("a point");
    assert_filter(&Values::POINT.eq(disguised), "point eq geography'SRID=4326;Point(1 2)'");
    let shapes: odata_core::Untyped =
        read(r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#);
    let shapes = GeometryCollection::try_from(shapes).expect("shapes");
    assert_filter(&Values::SHAPES.eq(shapes), "shapes eq geometry'SRID=0;GeometryCollection(Point(1 2))'");
}

#[test]
fn conditions_have_necessary_parentheses() {
    let [a, b, c] = [1, 2, 3].map(|number| Values::BYTE.eq(number));
    assert_filter(&a.clone().and(b.clone()).or(c.clone()), "byte eq 1 and byte eq 2 or byte eq 3");
    assert_filter(&a.clone().or(b.clone()).and(c.clone()), "(byte eq 1 or byte eq 2) and byte eq 3");
    assert_filter(&a.clone().and(b.clone().or(c)), "byte eq 1 and (byte eq 2 or byte eq 3)");
    assert_filter(&!a.clone(), "not (byte eq 1)");
    assert_filter(&!a.and(!b), "not (byte eq 1 and not (byte eq 2))");
    assert_filter(&!Values::TEXT.contains("x"), "not contains(text,'x')");
    assert_filter(&!!Values::FLAG.eq(true), "not (not (flag eq true))");
}

#[test]
fn string_and_date_functions() {
    assert_filter(&Values::TEXT.starts_with("a"), "startswith(text,'a')");
    assert_filter(&Values::TEXT.to_lower().ends_with("z"), "endswith(tolower(text),'z')");
    assert_filter(&Values::TEXT.trim().to_upper().eq("A"), "toupper(trim(text)) eq 'A'");
    assert_filter(&Values::TEXT.length().gt(5), "length(text) gt 5");
    assert_filter(&Values::WHEN.year().eq(2022), "year(when) eq 2022");
    assert_filter(&Values::AT.month().le(6), "month(at) le 6");
    assert_filter(&Values::DAY.day().eq(1), "day(day) eq 1");
    assert_filter(&Values::AT.date().eq(NaiveDate::MIN), "date(at) eq -262143-01-01");
}

#[test]
fn null_in_and_has_operators() {
    assert_filter(&Values::WHEN.is_null(), "when eq null");
    assert_filter(&Values::WHEN.is_not_null(), "when ne null");
    assert_filter(&Values::TEXT.is_in(["a", "b'"]), "text in ('a','b''')");
    assert_filter(&Values::TEXT.is_in(Vec::<String>::new()), "false");
    assert_filter(&Values::KIND.is_in([Kind::Good]), "kind in (n.kind'good')");
    let options = EdiscoveryExportOperation::EXPORT_OPTIONS;
    assert_filter(
        &options.has(ExportOptions::Tags),
        "exportOptions has microsoft.graph.security.exportOptions'tags'",
    );
    let both = Flags::from([ExportOptions::Tags, ExportOptions::Text]);
    assert_filter(&options.has(both), "exportOptions has microsoft.graph.security.exportOptions'tags,text'");
}

#[test]
fn lambda_operators() {
    let running = CaseOperation::STATUS.eq(CaseOperationStatus::Running);
    assert_filter(
        &EdiscoveryCase::OPERATIONS.any(running.clone().and(Entity::ID.ne("1"))),
        "operations/any(a:a/status eq microsoft.graph.security.caseOperationStatus'running' and a/id ne '1')",
    );
    assert_filter(&EdiscoveryCase::OPERATIONS.is_not_empty(), "operations/any()");
    assert_filter(&Values::PHONES.any_value(element().starts_with("+1")), "phones/any(a:startswith(a,'+1'))");
    assert_filter(
        &Values::INNER.then(Inner::NUMBERS).all_values(element().gt(1)),
        "inner/numbers/all(a:a gt 1)",
    );
    let nested = EdiscoveryCase::SEARCHES.any(EdiscoverySearch::NONCUSTODIAL_SOURCES.is_not_empty());
    assert_filter(&nested, "searches/any(a:a/noncustodialSources/any())");
}

#[test]
fn deeply_nested_lambda_operators() {
    let mut condition = Tree::KIDS.is_not_empty();
    for _ in 0..300 {
        condition = Tree::KIDS.any(condition);
    }
    assert!(condition.to_string().ends_with(&format!("v300/kids/any(){}", ")".repeat(300))));
}

#[test]
fn long_calculation_needs_little_stack() {
    let calculate = || {
        let mut sum = Values::LONG.add(1);
        for _ in 0..2000 {
            sum = sum.add(1);
        }
        sum.to_string()
    };
    let thread = std::thread::Builder::new().stack_size(256 << 10).spawn(calculate).expect("a thread");
    let sum = thread.join().expect("an expression");
    assert_eq!(sum, format!("long{}", " add 1".repeat(2001)));
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Tree {
    #[odata(navigation)]
    kids: Vec<Tree>,
}

#[test]
fn nested_properties_and_properties_of_derived_types() {
    let name = CaseOperation::CREATED_BY.then(IdentitySet::USER).then(Identity::DISPLAY_NAME);
    assert_filter(&name.eq("Pat"), "createdBy/user/displayName eq 'Pat'");
    assert_filter(&Values::INNER.then(Inner::TYPE).is_null(), "inner/type eq null");
    let output = EdiscoveryExportOperation::OUTPUT_NAME.of_base::<CaseOperation, _>();
    let options = QueryOptions::<AnyCaseOperation>::new().filter(output.eq("x")).select(output);
    assert_eq!(
        options.to_string(),
        "$filter=microsoft.graph.security.ediscoveryExportOperation/outputName eq 'x'\
         &$select=microsoft.graph.security.ediscoveryExportOperation/outputName",
    );
}

#[test]
fn options_are_written_in_fixed_order() {
    let inner = QueryOptions::new()
        .select(CaseOperation::STATUS)
        .filter(CaseOperation::ACTION.eq(CaseAction::Index))
        .order_by(CaseOperation::PERCENT_PROGRESS)
        .top(2);
    let options = QueryOptions::<EdiscoveryCase>::new()
        .select(EdiscoveryCase::EXTERNAL_ID)
        .select(Entity::ID)
        .expand_with(EdiscoveryCase::OPERATIONS, inner)
        .expand_with(EdiscoveryCase::TAGS, QueryOptions::new())
        .expand(EdiscoveryCase::SEARCHES)
        .order_by(EdiscoveryCase::CLOSED_DATE_TIME)
        .order_by_descending(Entity::ID)
        .search(r#"a "b" \ c"#)
        .top(10)
        .skip(20)
        .count()
        .custom("api", "x");
    assert_eq!(
        options.to_string(),
        concat!(
            r#"$search="a \"b\" \\ c"&$select=externalId,id&$expand=operations($filter=action eq microsoft.graph.security.caseAction'index';"#,
            "$select=status;$orderby=percentProgress;$top=2),tags,searches&$orderby=closedDateTime,id desc&$top=10&$skip=20&$count=true&api=x",
        )
    );
    assert_eq!(options.clone().to_string(), options.to_string());
    let once = QueryOptions::<EdiscoveryCase>::new()
        .expand(EdiscoveryCase::TAGS)
        .expand_with(EdiscoveryCase::TAGS, QueryOptions::new().top(1).custom("$top", 2));
    assert_eq!(once.to_string(), "$expand=tags($top=2)");
    assert_eq!(QueryOptions::<Values>::default().to_string(), "");
}
