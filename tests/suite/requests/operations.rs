//! Tests calls of actions and functions: their URLs, their bodies and their results.

use odata_core::request::{EntitySet, Import, Service, Singleton};
use odata_core::spatial::GeographyPoint;
use odata_core::{
    Extra, Flags, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum, ODataFunction,
    ODataOperation, SingleValue, Stream,
};
use odata_examples::graph::Entity;
use odata_examples::security::{
    AddToReviewSet, AdditionalDataOptions, AdditionalOptions, ApplyHold, ApplyTags, AsHierarchy, Close,
    EdiscoveryCase, EdiscoveryReviewSet, EdiscoveryReviewTag, EdiscoverySearch, EstimateStatistics,
    ExportCriteria, ExportFileStructure, ExportFormat, ExportOptions, ExportReport, ExportResult, PurgeAreas,
    PurgeData, PurgeType, RemoveHold, Reopen, ReviewSetExport, ReviewSetQueryExport, Search, Tag,
};
use serde_json::{Value, json};

use super::response;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    person: Person,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Point {
    x: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "n")]
enum Color {
    Red,
    UnknownFutureValue,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "i32")]
struct Score {
    name: Option<String>,
    numbers: Vec<i64>,
    point: Option<Point>,
    color: Option<Color>,
    #[odata(optional)]
    limit: Option<i32>,
}

impl Score {
    fn new() -> Self {
        Self { name: None, numbers: Vec::new(), point: None, color: None, limit: None }
    }
}

fn service() -> Service {
    Service::new("https://host").expect("a root")
}

fn url(function: &Score) -> String {
    let people = service().entity_set::<Person>("people");
    people.key("1").call(function).url().expect("a URL")
}

#[test]
fn parameters_of_functions_are_literals_or_aliases() {
    let prefix = "https://host/people/1/n.score";
    assert_eq!(
        url(&Score::new()),
        format!("{prefix}(name=null,numbers=@numbers,point=null,color=null)?@numbers=%5B%5D")
    );
    let score = Score {
        name: Some("O'Neil & co?".to_owned()),
        numbers: vec![1, -2],
        point: Some(Point { x: 1 }),
        color: Some(Color::Red),
        limit: Some(3),
    };
    assert_eq!(
        url(&score),
        format!(
            "{prefix}(name='O''Neil%20%26%20co%3F',numbers=@numbers,point=@point,color=n.color'red',limit=3)\
             ?@numbers=%5B1,-2%5D&@point=%7B%22x%22:1%7D"
        ),
    );
}

#[test]
fn values_with_slashes_and_long_values_are_aliases() {
    let slash = Score { name: Some("a/b".to_owned()), ..Score::new() };
    assert!(url(&slash).contains("(name=@name,") && url(&slash).contains("?@name='a/b'&"), "{}", url(&slash));
    let long = Score { name: Some("x".repeat(200)), ..Score::new() };
    assert!(url(&long).contains("(name=@name,"), "{}", url(&long));
    // The longest literal in a path has 128 bytes, including the quotes.
    for (length, is_alias) in [(126, false), (127, true)] {
        let name = Score { name: Some("x".repeat(length)), ..Score::new() };
        assert_eq!(url(&name).contains("(name=@name,"), is_alias, "{length}");
    }
}

#[test]
fn sentinel_is_rejected_in_parameters_of_functions() {
    let score = Score { color: Some(Color::UnknownFutureValue), ..Score::new() };
    let people = service().entity_set::<Person>("people");
    let error = people.key("1").call(&score).url().expect_err("a sentinel").to_string();
    assert!(error.starts_with("`color` can't be `unknownFutureValue` in a request"), "{error}");
}

#[test]
fn operations_of_base_types_are_called_on_paths_of_derived_types() {
    let guests = service().entity_set::<Person>("people").key("1").cast::<Guest>();
    let url = guests.call(&Score::new()).url().expect("a URL");
    assert!(url.starts_with("https://host/people/1/n.guest/n.score("), "{url}");
}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Option<String>", import = "motto")]
struct FindMotto;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Option<Person>")]
struct Friend;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Stream")]
struct Photo;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Option<Stream>")]
struct Badge;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Vec<Person>", returns = "Vec<Option<i32>>")]
struct Scores;

#[test]
fn response_type_depends_on_result_type() {
    let motto = service().call(&FindMotto);
    assert_eq!(motto.url().expect("a URL"), "https://host/motto()");
    for null in ["", r#"{"value": null}"#, r#"{"@odata.context": "c", "@odata.null": true}"#] {
        let read = motto.read(&response(if null.is_empty() { 204 } else { 200 }, null)).expect("null");
        assert_eq!(read.into_value(), None, "{null}");
    }
    let read = motto.read(&response(200, r#"{"value": "carpe"}"#)).expect("a string").into_value();
    assert_eq!(read.map(|read| read.value).as_deref(), Some("carpe"));

    let people = service().entity_set::<Person>("people");
    let friend = people.key("1").call(&Friend);
    assert_eq!(friend.read(&response(204, "")).expect("null").into_value(), None);
    let read = friend.read(&response(200, r#"{"id": "2"}"#)).expect("a person").into_value();
    assert_eq!(read.and_then(|person| person.id).as_deref(), Some("2"));

    let scores = people.call(&Scores).read(&response(200, r#"{"value": [1, null]}"#)).expect("scores");
    assert_eq!(scores.value, [Some(1), None]);

    let photo = people.key("1").call(&Photo);
    assert_eq!(photo.build().expect("a request").headers()["accept"], "*/*");
    let received = http::Response::builder().status(200).body([0xff, 0xd8, 0x00]).expect("a response");
    assert_eq!(photo.read(&received).expect("bytes").into_value(), [0xff, 0xd8, 0x00]);
}

#[test]
fn nullable_stream_is_read_as_bytes() {
    let badge = service().entity_set::<Person>("people").key("1").call(&Badge);
    assert_eq!(badge.build().expect("a request").headers()["accept"], "*/*");
    let received = http::Response::builder().status(200).body([0xff, 0xd8, 0x00]).expect("a response");
    assert_eq!(badge.read(&received).expect("bytes").into_value().as_deref(), Some(&[0xff, 0xd8, 0x00][..]));
    assert_eq!(badge.read(&response(204, "")).expect("null").into_value(), None);
}

#[test]
fn accepted_action_has_monitor_url_and_retry_after() {
    let case = service().singleton::<EdiscoveryCase>("case");
    let accepted = http::Response::builder()
        .status(202)
        .header("Location", "https://host/operations/7")
        .header("Retry-After", "30")
        .body("")
        .expect("a response");
    let read = case.call(&Close {}).read(&accepted).expect("accepted");
    assert_eq!(read.location(), Some("https://host/operations/7"));
    assert!(read.retry_after().is_some());
}

#[test]
fn metadata_describes_operations() {
    let metadata = Score::METADATA;
    assert_eq!(metadata.qualified_name(), "n.score");
    assert_eq!(metadata.binding().expect("bound").to_string(), "n.person");
    assert_eq!(metadata.result().expect("a result").to_string(), "Edm.Int32");
    let parameters = metadata.parameters().iter();
    let parameters: Vec<_> =
        parameters.map(|it| (it.name(), it.value_type().to_string(), it.is_optional())).collect();
    assert_eq!(parameters[1], ("numbers", "Collection(Edm.Int64)".to_owned(), false));
    assert_eq!(parameters[4], ("limit", "Edm.Int32".to_owned(), true));
    assert_eq!(FindMotto::METADATA.import(), Some("motto"));
}

#[derive(Clone, Debug, ODataContainer)]
#[odata(namespace = "n")]
struct Directory {
    service: Service,
    people: EntitySet<Person>,
    me: Singleton<Option<Person>>,
    motto: Import<FindMotto>,
    #[odata(name = "saying")]
    saying: Import<FindMotto>,
}

#[test]
fn containers_have_methods_for_their_members() {
    let directory = Directory::new(service());
    assert_eq!(directory.people().key("1").to_string(), "https://host/people/1");
    assert_eq!(directory.me().get().read(&response(204, "")).expect("null").into_value(), None);
    assert_eq!(directory.motto(&FindMotto).url().expect("a URL"), "https://host/motto()");
    let second = directory.saying(&FindMotto).url().expect("a URL");
    assert_eq!(second, "https://host/saying()", "an operation can have several imports");
    assert_eq!(directory.root(), "https://host");
    let metadata = <Directory as ODataContainer>::METADATA;
    assert_eq!(metadata.qualified_name(), "n.Directory");
    let names: Vec<_> = metadata.members().iter().map(odata_core::metadata::ContainerMember::name).collect();
    assert_eq!(names, ["people", "me", "motto", "saying"]);
}

/// Returns the path and the body of the request for an operation of eDiscovery.
fn sent<R>(request: &odata_core::request::Request<R>) -> (String, Value) {
    let request = request.build().expect("a request");
    let body = if request.body().is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(request.body()).expect("JSON")
    };
    let path = request.uri().path().to_owned();
    (path.rsplit('/').next().expect("a segment").to_owned(), body)
}

/// The bodies are the examples of the documentation of Microsoft Graph. The module `ediscovery_data` compares the bodies of calls
/// with the documented bodies. There are no files with the bodies of these actions:
///
/// - <https://learn.microsoft.com/graph/api/security-ediscoverycase-close>
/// - <https://learn.microsoft.com/graph/api/security-ediscoverycase-reopen>
/// - <https://learn.microsoft.com/graph/api/security-ediscoverysearch-estimatestatistics>
/// - <https://learn.microsoft.com/graph/api/security-ediscoverysearch-purgedata>
/// - <https://learn.microsoft.com/graph/api/security-ediscoveryreviewtag-ashierarchy>
#[test]
fn actions_of_ediscovery_have_documented_bodies() {
    let case = Service::graph("https://host").expect("a root").singleton::<EdiscoveryCase>("case");
    let search = case.collection(EdiscoveryCase::SEARCHES).key("s");
    let review_set = case.collection(EdiscoveryCase::REVIEW_SETS).key("r");
    let query = review_set.collection(EdiscoveryReviewSet::QUERIES).key("q");
    let custodians = case.collection(EdiscoveryCase::CUSTODIANS);
    let name = |name: &str| format!("microsoft.graph.security.{name}");

    assert_eq!(sent(&case.call(&Close {})), (name("close"), Value::Null));
    assert_eq!(sent(&case.call(&Reopen {})), (name("reopen"), Value::Null));
    let ids = vec!["0053a61a3b6c42738f7606791716a22a".to_owned()];
    let hold = json!({"ids": ids});
    assert_eq!(sent(&custodians.call(&ApplyHold { ids: ids.clone() })), (name("applyHold"), hold.clone()));
    assert_eq!(sent(&custodians.call(&RemoveHold { ids })), (name("removeHold"), hold));
    let export = ExportResult {
        display_name: Some("Export 1 - simple PST".to_owned()),
        export_criteria: Some(ExportCriteria::SearchHits.into()),
        additional_options: Some(AdditionalOptions::None.into()),
        export_format: Some(ExportFormat::Pst),
        ..ExportResult::default()
    };
    let body = json!({"displayName": "Export 1 - simple PST", "exportCriteria": "searchHits", "additionalOptions": "none", "exportFormat": "pst"});
    assert_eq!(sent(&search.call(&export)), (name("exportResult"), body));
    let report = ExportReport { display_name: Some("Report".to_owned()), ..ExportReport::default() };
    assert_eq!(sent(&search.call(&report)), (name("exportReport"), json!({"displayName": "Report"})));
    assert_eq!(sent(&search.call(&EstimateStatistics::default())), (name("estimateStatistics"), Value::Null));
    let purge = PurgeData {
        purge_type: Some(PurgeType::Recoverable),
        purge_areas: Some(PurgeAreas::TeamsMessages.into()),
    };
    let body = json!({"purgeType": "recoverable", "purgeAreas": "teamsMessages"});
    assert_eq!(sent(&search.call(&purge)), (name("purgeData"), body));
    let options = Flags::from([ExportOptions::OriginalFiles, ExportOptions::Tags]);
    let export = ReviewSetExport {
        output_name: "Export via API".to_owned(),
        description: Some("Export for the Contoso investigation".to_owned()),
        export_options: Some(options.clone()),
        export_structure: Some(ExportFileStructure::Directory),
    };
    let body = json!({"outputName": "Export via API", "description": "Export for the Contoso investigation", "exportOptions": "originalFiles,tags", "exportStructure": "directory"});
    assert_eq!(sent(&review_set.call(&export)), (name("export"), body.clone()));
    let export = ReviewSetQueryExport {
        output_name: "Export via API".to_owned(),
        description: Some("Export for the Contoso investigation".to_owned()),
        export_options: Some(options),
        export_structure: Some(ExportFileStructure::Directory),
    };
    assert_eq!(sent(&query.call(&export)), (name("export"), body));
    let entity = |id: &str| Entity { id: Some(id.to_owned()), ..Entity::default() };
    let add = AddToReviewSet {
        search: EdiscoverySearch {
            search: Search { entity: entity("c17e91d6-6bc0-4ecb-b388-269ea3d4ffb7"), ..Search::default() },
            ..EdiscoverySearch::default()
        },
        additional_data_options: Some(AdditionalDataOptions::LinkedFiles.into()),
        ..AddToReviewSet::default()
    };
    let body = json!({"search": {"id": "c17e91d6-6bc0-4ecb-b388-269ea3d4ffb7"}, "additionalDataOptions": "linkedFiles"});
    assert_eq!(sent(&review_set.call(&add)), (name("addToReviewSet"), body));
    let tag = EdiscoveryReviewTag {
        tag: Tag { entity: entity("d3d99dc704a74801b792b3e1e722aa0d"), ..Tag::default() },
        ..EdiscoveryReviewTag::default()
    };
    let body = json!({"tagsToAdd": [{"id": "d3d99dc704a74801b792b3e1e722aa0d"}]});
    let apply = ApplyTags { tags_to_add: Some(vec![tag]), tags_to_remove: None };
    assert_eq!(sent(&query.call(&apply)), (name("applyTags"), body));
    let tags = case.collection(EdiscoveryCase::TAGS).call(&AsHierarchy {});
    assert_eq!(sent(&tags), (format!("{}()", name("asHierarchy")), Value::Null));
    let page =
        tags.read(&response(200, r#"{"value": [{"id": "1", "childTags": [{"id": "2"}]}]}"#)).expect("tags");
    assert_eq!(page.value[0].child_tags.as_ref().map(Vec::len), Some(1));
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct PointInSpace {
    #[odata(base)]
    point: Point,
    z: i32,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyPoint {
    #[odata(base)]
    Point(Point),
    PointInSpace(PointInSpace),
}

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "Person")]
struct Visit {
    places: Vec<AnyPoint>,
    with: Option<Entity>,
}

#[test]
fn parameters_of_derived_types_have_type_annotations() {
    let point = Point { x: 1 };
    let places =
        vec![AnyPoint::PointInSpace(PointInSpace { point: point.clone(), z: 2 }), AnyPoint::Point(point)];
    let with = Entity { extra: Extra::from_iter([("@odata.id", "people/2")]), ..Entity::default() };
    let visit = Visit { places, with: Some(with) };
    let (_, body) = sent(&service().entity_set::<Person>("people").key("1").call(&visit));
    assert_eq!(
        body,
        json!({
            "places": [{"@odata.type": "#n.pointInSpace", "x": 1, "z": 2}, {"x": 1}],
            "with": {"@odata.id": "people/2"},
        })
    );
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Shape {
    #[odata(key)]
    id: i32,
    origin: Option<Point>,
    corners: Option<Vec<Point>>,
    label: Option<String>,
    colors: Vec<Color>,
}

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "Point")]
struct Move {
    by: i32,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Vec<Point>", returns = "f64")]
struct Area;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "String", returns = "String")]
struct Translate {
    language: String,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Vec<Color>", returns = "Color")]
struct Mix;

#[test]
fn operations_of_complex_and_primitive_values_are_called_on_properties() {
    let shape = service().entity_set::<Shape>("shapes").key(1);
    let moved = shape.value(Shape::ORIGIN).call(&Move { by: 2 });
    let request = moved.build().expect("a request");
    assert_eq!(
        (request.uri().path(), request.body().as_slice()),
        ("/shapes/1/origin/n.move", &br#"{"by":2}"#[..])
    );
    let url = |request: odata_core::request::Request<SingleValue<f64>>| request.url().expect("a URL");
    assert_eq!(url(shape.value(Shape::CORNERS).call(&Area)), "https://host/shapes/1/corners/n.area()");
    let translated = shape.value(Shape::LABEL).call(&Translate { language: "fr".to_owned() });
    assert_eq!(translated.url().expect("a URL"), "https://host/shapes/1/label/n.translate(language='fr')");
    let mixed = shape.value(Shape::COLORS).call(&Mix);
    assert_eq!(mixed.url().expect("a URL"), "https://host/shapes/1/colors/n.mix()");
    assert_eq!(mixed.read(&response(200, r#"{"value": "red"}"#)).expect("a color").value, Color::Red);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Days {
    Monday = 1,
    Tuesday = 2,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Flags<Days>")]
struct OpenDays {
    except: Flags<Days>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Vec<Flags<Days>>")]
struct Weeks;

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Option<Flags<Days>>")]
struct BestDays;

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "GeographyPoint")]
struct Nearest {
    to: GeographyPoint,
}

#[test]
fn flags_and_spatial_values_are_parameters_and_results() {
    let days = service().call(&OpenDays { except: Flags::from([Days::Monday, Days::Tuesday]) });
    assert_eq!(days.url().expect("a URL"), "https://host/openDays(except=n.days'monday,tuesday')");
    let read = days.read(&response(200, r#"{"value": "monday,tuesday"}"#)).expect("days");
    assert!(read.value.contains(&Days::Tuesday));
    let weeks = service().call(&Weeks).read(&response(200, r#"{"value": ["monday"]}"#)).expect("weeks");
    assert_eq!(weeks.value, [Flags::from([Days::Monday])]);
    assert_eq!(service().call(&BestDays).read(&response(204, "")).expect("null").into_value(), None);

    let point = GeographyPoint::new(7.5, 47.5);
    let nearest = service().call(&Nearest { to: point.clone() });
    let url = nearest.url().expect("a URL");
    assert_eq!(url, "https://host/nearest(to=geography'SRID=4326%3BPoint(7.5%2047.5)')");
    let body = r#"{"value": {"type": "Point", "coordinates": [7.5, 47.5]}}"#;
    assert_eq!(nearest.read(&response(200, body)).expect("a point").value, point);
}
