//! Tests requests and responses: paths, keys, headers, links and batches.

mod any_link;
mod batch_groups;
mod bindings;
mod changes;
mod content;
mod debug;
mod function_parameters;
mod links;
mod monitors;
mod navigation;
mod operations;
mod paths;
mod responses;
mod unknown_members;

use http::{Response, StatusCode};
use odata_core::query::QueryOptions;
use odata_core::request::{
    Batch, Key, KeyForm, MetadataLevel, Request, RequestError, ResponseError, Service, Token,
};

use odata_core::{Collection, ODataComplex, ODataEntity, ODataEnum};
use odata_examples::security::{
    AnyCaseOperation, CaseOperation, EdiscoveryCase, EdiscoveryExportOperation, EdiscoverySearch,
};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Plain {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(key)]
    number: i32,
    level: Option<Level>,
    size: Option<i64>,
    #[odata(navigation)]
    next: Option<Box<Plain>>,
}

/// An enumeration without members after the sentinel.
#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Level {
    Low,
    UnknownFutureValue,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Parameters {
    level: Option<Level>,
}

fn service() -> Service {
    Service::new("https://graph.microsoft.com/v1.0").expect("a root").with_token(Token::new("secret"))
}

fn url<R>(request: &Request<R>) -> String {
    request.build().expect("a request").uri().to_string()
}

fn header(request: &http::Request<Vec<u8>>, name: &str) -> Option<String> {
    request.headers().get(name).map(|value| value.to_str().expect("text").to_owned())
}

fn response(status: u16, body: &str) -> Response<String> {
    Response::builder().status(status).body(body.to_owned()).expect("a response")
}

#[test]
fn query_options_are_percent_encoded() {
    let options = QueryOptions::new()
        .filter(Plain::ID.eq("a&b=c#d+e%f'g\u{e9}/?"))
        .search("x&y")
        .top(1)
        .custom("a=b", "c&d");
    let list = service().entity_set::<Plain>("things").list().query(&options);
    let query = url(&list).split_once('?').expect("a query").1.to_owned();
    assert_eq!(
        query,
        "$filter=id%20eq%20'a%26b=c%23d%2Be%25f''g%C3%A9/%3F'&$search=%22x%26y%22&$top=1&a%3Db=c%26d"
    );
}

#[test]
fn request_settings_are_sent_as_headers() {
    let request = service()
        .entity_set::<Plain>("things")
        .key("1")
        .update(&Plain::update().set(Plain::SIZE, 5))
        .if_match("W/\"1\"")
        .return_minimal()
        .return_representation()
        .max_page_size(5)
        .ieee754_compatible()
        .metadata(MetadataLevel::Full)
        .header("ConsistencyLevel", "eventual")
        .build()
        .expect("a request");
    assert_eq!(request.method(), "PATCH");
    assert_eq!(
        header(&request, "accept").as_deref(),
        Some("application/json;odata.metadata=full;IEEE754Compatible=true")
    );
    assert_eq!(header(&request, "content-type").as_deref(), Some("application/json;IEEE754Compatible=true"));
    assert_eq!(header(&request, "prefer").as_deref(), Some("return=representation, odata.maxpagesize=5"));
    assert_eq!(header(&request, "if-match").as_deref(), Some("W/\"1\""));
    assert_eq!(header(&request, "consistencylevel").as_deref(), Some("eventual"));
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bearer secret"));
    assert_eq!(request.body(), br##"{"@odata.type":"#n.plain","size":"5"}"##);

    let delete = service().entity_set::<Plain>("things").key("1").delete().build().expect("a request");
    assert_eq!(
        (delete.method().as_str(), header(&delete, "content-type"), delete.body().len()),
        ("DELETE", None, 0)
    );
    let own = service()
        .entity_set::<Plain>("things")
        .list()
        .header("Accept", "application/xml")
        .header("Authorization", "Basic other")
        .prefer("return=minimal")
        .prefer("return = representation")
        .build()
        .expect("a request");
    assert_eq!(
        (header(&own, "accept").as_deref(), own.headers().get_all("accept").iter().count()),
        (Some("application/xml"), 1)
    );
    assert_eq!(header(&own, "prefer").as_deref(), Some("return = representation"));
    assert_eq!(header(&own, "authorization").as_deref(), Some("Basic other"), "not the token of the service");
    assert!(!format!("{own:?}").contains("other"));
    let bad =
        service().entity_set::<Plain>("things").list().header("x", "a\nb").build().expect_err("a line break");
    assert_eq!(bad, RequestError::Header("x".to_owned()));
}

#[test]
fn prefer_header_requests_members_after_sentinel() {
    let prefers = |request: http::Request<Vec<u8>>| header(&request, "prefer");
    let cases = service().entity_set::<EdiscoveryCase>("cases");
    let preference = Some("include-unknown-enum-members".to_owned());
    assert_eq!(prefers(cases.list().build().expect("a request")), preference, "through `operations`");
    let operations = cases.key("1").collection(EdiscoveryCase::OPERATIONS);
    assert_eq!(prefers(operations.key("1").get().build().expect("a request")), preference);
    assert_eq!(prefers(operations.create(&CaseOperation::create()).build().expect("a request")), preference);
    let plain = service().entity_set::<Plain>("things");
    assert_eq!(prefers(plain.list().build().expect("a request")), None, "the sentinel is the last member");
    let sentinel = plain.key("1").action("n.raise", &Parameters { level: Some(Level::UnknownFutureValue) });
    assert!(matches!(sentinel.build(), Err(RequestError::Body(_))));
    let invalid = plain.key("1").action_without_parameters("..").build().expect_err("no segment");
    assert_eq!(invalid, RequestError::Path("..".to_owned()));
    let action = plain.key("1").action("n.raise", &Parameters { level: Some(Level::Low) });
    let action = action.build().expect("a request");
    assert_eq!((action.method().as_str(), action.body().as_slice()), ("POST", &br#"{"level":"low"}"#[..]));
}

/// Types with the same OData names as above, but with a member after the sentinel.
mod namesake {
    use odata_core::{ODataEntity, ODataEnum};

    #[derive(Clone, Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    pub struct Plain {
        level: Option<Level>,
    }

    #[derive(Clone, Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "n")]
    enum Level {
        UnknownFutureValue,
        High,
    }
}

#[test]
fn types_with_same_name_are_distinguished() {
    let prefers = |request: &http::Request<Vec<u8>>| header(request, "prefer").is_some();
    let plain = service().entity_set::<Plain>("things").list().build().expect("a request");
    let other = service().entity_set::<namesake::Plain>("things").list().build().expect("a request");
    assert_eq!((prefers(&plain), prefers(&other)), (false, true));
}

#[test]
fn debug_and_errors_do_not_reveal_token() {
    let list = service().entity_set::<Plain>("things").list();
    let request = list.build().expect("a request");
    let batch = Batch::new(&service());
    for shown in [
        format!("{:?}", service()),
        format!("{list:?}"),
        format!("{request:?}"),
        format!("{:?}", Token::new("secret")),
        format!("{batch:?}"),
    ] {
        assert!(!shown.contains("secret"), "{shown}");
    }
    let rejected = service().with_token(Token::new("sec\nret")).singleton::<Plain>("me").get().build();
    assert_eq!(
        rejected.expect_err("no header").to_string(),
        "the header `authorization` has a character that is not allowed in its name or value"
    );
}

#[test]
fn body_of_unrelated_type_or_with_sentinel_is_error() {
    let operations = service().entity_set::<AnyCaseOperation>("operations");
    operations.create(&EdiscoveryExportOperation::create()).build().expect("a derived type");
    let other = operations.create(&Plain::create()).build().expect_err("another type");
    assert_eq!(
        other.to_string(),
        "the type `n.plain` of the body or of the cast is neither `microsoft.graph.security.caseOperation` nor derived from it"
    );
    let sentinel = service()
        .entity_set::<Plain>("things")
        .create(&Plain::create().set(Plain::LEVEL, Level::UnknownFutureValue));
    assert!(matches!(sentinel.build(), Err(RequestError::Body(_))));
}
