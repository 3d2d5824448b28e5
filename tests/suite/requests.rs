//! Requests and their answers: paths, keys, headers, links, batches.

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
    #[odata(key)]
    id: Option<String>,
    #[odata(key)]
    number: i32,
    level: Option<Level>,
    size: Option<i64>,
    #[odata(navigation)]
    next: Option<Box<Plain>>,
}

/// Without members behind its sentinel.
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

fn answer(status: u16, body: &str) -> Response<String> {
    Response::builder().status(status).body(body.to_owned()).expect("an answer")
}

#[test]
fn keys_can_not_break_out_of_their_place() {
    for (key, segment, parentheses) in [
        ("1", "/1", "('1')"),
        ("')/..", "/')%2F..", "(''')%2F..')"),
        ("a/b?c#d%20e&f+g", "/a%2Fb%3Fc%23d%2520e%26f%2Bg", "('a%2Fb%3Fc%23d%2520e%26f%2Bg')"),
        ("größe 😀", "/gr%C3%B6%C3%9Fe%20%F0%9F%98%80", "('gr%C3%B6%C3%9Fe%20%F0%9F%98%80')"),
        ("\r\nHost: x", "/%0D%0AHost:%20x", "('%0D%0AHost:%20x')"),
        ("O'Neil", "/O'Neil", "('O''Neil')"),
    ] {
        let as_segment = service().entity_set::<Plain>("things").key(key);
        assert_eq!(url(&as_segment.get()), format!("https://graph.microsoft.com/v1.0/things{segment}"));
        let in_parentheses = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things").key(key);
        assert_eq!(
            url(&in_parentheses.get()),
            format!("https://graph.microsoft.com/v1.0/things{parentheses}")
        );
    }
    for key in ["", ".", "..", "$ref", "$count"] {
        let refused = service().entity_set::<Plain>("things").key(key).get().build().expect_err("no segment");
        assert_eq!(refused, RequestError::Key(key.to_owned()));
        let in_parentheses = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things").key(key);
        assert!(url(&in_parentheses.get()).ends_with(&format!("/things('{key}')")));
    }
}

#[test]
fn keys_of_several_properties_and_of_other_types() {
    let things = service().entity_set::<Plain>("things");
    let composite = Key::by(Plain::ID, "a'/b").and(Plain::NUMBER, 7);
    assert!(url(&things.key(composite).get()).ends_with("/things(id='a''%2Fb',number=7)"));
    assert!(url(&things.key(42).get()).ends_with("/things/42"));
    let numbered = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things");
    assert!(url(&numbered.key(42).get()).ends_with("/things(42)"));
    assert!(
        url(&numbered.key(uuid::Uuid::nil()).get())
            .ends_with("/things(00000000-0000-0000-0000-000000000000)")
    );
}

#[test]
fn paths_of_containment_types_and_singletons() {
    let cases = service().entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
    let operations = cases.key("c").collection(EdiscoveryCase::OPERATIONS);
    assert_eq!(
        operations.key("o").cast::<EdiscoveryExportOperation>().to_string(),
        "https://graph.microsoft.com/v1.0/security/cases/ediscoveryCases/c/operations/o/microsoft.graph.security.ediscoveryExportOperation"
    );
    let exports = operations.cast::<EdiscoveryExportOperation>();
    assert!(url(&exports.list()).ends_with("/operations/microsoft.graph.security.ediscoveryExportOperation"));
    let search = cases.key("c").collection(EdiscoveryCase::SEARCHES).key("s");
    let last = search.navigate(EdiscoverySearch::LAST_ESTIMATE_STATISTICS_OPERATION);
    assert!(url(&last.get()).ends_with("/searches/s/lastEstimateStatisticsOperation"));
    assert!(url(&service().singleton::<Plain>("me").delete()).ends_with("/v1.0/me"));
    assert!(url(&operations.delta()).ends_with("/operations/delta"));
    for path in ["", "a//b", "../a", "a/./b", "//a", "a/"] {
        let refused = service().entity_set::<Plain>(path).list().build().expect_err(path);
        assert_eq!(refused, RequestError::Path(path.to_owned()));
    }
    assert!(url(&service().entity_set::<Plain>("a b/c?d").list()).ends_with("/a%20b/c%3Fd"));
}

#[test]
fn a_root_is_an_absolute_url_without_more() {
    for root in [
        "",
        "graph.microsoft.com",
        "/v1.0",
        "ftp://host",
        "https://host?x",
        "https://host/#x",
        "https://me@host/",
        "https://host:99999",
        "https://host:x",
    ] {
        assert_eq!(Service::new(root).expect_err(root), RequestError::Root(root.to_owned()));
    }
    for root in ["http://localhost:8080", "https://host/", "https://host/a/b/"] {
        let service = Service::new(root).expect(root);
        assert!(url(&service.singleton::<Plain>("me").get()).ends_with("/me"));
        assert!(!url(&service.singleton::<Plain>("me").get()).ends_with("//me"));
    }
}

#[test]
fn options_of_a_query_are_percent_encoded() {
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
fn headers_say_what_is_wanted() {
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
    assert!(!format!("{own:?}").contains("other"));
    let bad =
        service().entity_set::<Plain>("things").list().header("x", "a\nb").build().expect_err("a line break");
    assert_eq!(bad, RequestError::Header("x".to_owned()));
}

#[test]
fn members_behind_a_sentinel_are_asked_for_wherever_a_type_reaches_some() {
    let prefers = |request: http::Request<Vec<u8>>| header(&request, "prefer");
    let cases = service().entity_set::<EdiscoveryCase>("cases");
    let asked = Some("include-unknown-enum-members".to_owned());
    assert_eq!(prefers(cases.list().build().expect("a request")), asked, "through `operations`");
    let operations = cases.key("1").collection(EdiscoveryCase::OPERATIONS);
    assert_eq!(prefers(operations.key("1").get().build().expect("a request")), asked);
    assert_eq!(prefers(operations.create(&CaseOperation::create()).build().expect("a request")), asked);
    let plain = service().entity_set::<Plain>("things");
    assert_eq!(prefers(plain.list().build().expect("a request")), None, "the sentinel is the last member");
    let sentinel = plain.key("1").action("n.raise", &Parameters { level: Some(Level::UnknownFutureValue) });
    assert!(matches!(sentinel.build(), Err(RequestError::Body(_))));
    let misread = plain.key("1").action_without_parameters("..").build().expect_err("no segment");
    assert_eq!(misread, RequestError::Path("..".to_owned()));
    let action = plain.key("1").action("n.raise", &Parameters { level: Some(Level::Low) });
    let action = action.build().expect("a request");
    assert_eq!((action.method().as_str(), action.body().as_slice()), ("POST", &br#"{"level":"low"}"#[..]));
}

/// Another struct of the same name in OData, with a member behind the sentinel.
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
fn types_of_one_name_are_told_apart() {
    let prefers = |request: &http::Request<Vec<u8>>| header(request, "prefer").is_some();
    let plain = service().entity_set::<Plain>("things").list().build().expect("a request");
    let other = service().entity_set::<namesake::Plain>("things").list().build().expect("a request");
    assert_eq!((prefers(&plain), prefers(&other)), (false, true));
}

#[test]
fn actions_references_and_properties() {
    let things = service().entity_set::<Plain>("things");
    let copy = things.key("1").action_without_parameters("n.copy").returning_value::<Plain>();
    assert_eq!(url(&copy), "https://graph.microsoft.com/v1.0/things/1/n.copy");
    assert!(copy.build().expect("a request").body().is_empty());
    assert_eq!(copy.read(&answer(200, r#"{"number": 3}"#)).map(|copy| copy.number), Ok(3));
    let all = things.action("n.lower", &Parameters { level: None }).returning::<Collection<Plain>>();
    assert_eq!(all.read(&answer(200, r#"{"value": []}"#)).map(|all| all.value.len()), Ok(0));

    let add = things.add_reference(&things.key("2")).build().expect("a request");
    assert_eq!((add.method().as_str(), add.uri().path()), ("POST", "/v1.0/things/$ref"));
    assert_eq!(add.body(), br#"{"@odata.id":"https://graph.microsoft.com/v1.0/things/2"}"#);
    let next = things.key("1").navigate(Plain::NEXT);
    assert_eq!(next.set_reference(&things.key("2")).build().expect("a request").method(), "PUT");
    assert!(url(&next.remove_reference()).ends_with("/things/1/next/$ref"));
    assert!(next.set_reference(&things.key("")).build().is_err());

    let size = things.key("1").property(Plain::SIZE);
    assert!(url(&size).ends_with("/things/1/size"));
    let read = size.read(&answer(200, r#"{"value": "9"}"#)).expect("a value").expect("not null");
    assert_eq!(read.value, Some(9));
    assert_eq!(size.read(&answer(204, "")), Ok(None));
    let cast = things.cast::<CaseOperation>().list().build().expect_err("another line").to_string();
    assert_eq!(cast, "`microsoft.graph.security.caseOperation` is neither `n.plain` nor derived from it");
}

#[test]
fn a_throttled_answer_has_its_headers() {
    let mut throttled = answer(429, r#"{"error": {"code": "TooManyRequests", "message": ""}}"#);
    throttled.headers_mut().insert("retry-after", "5".parse().expect("a header"));
    let error = service().entity_set::<Plain>("things").list().read(&throttled).expect_err("refused");
    assert_eq!(error.header("Retry-After"), Some("5"));
}

#[test]
fn the_token_is_shown_nowhere() {
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
    let refused = service().with_token(Token::new("sec\nret")).singleton::<Plain>("me").get().build();
    assert_eq!(
        refused.expect_err("no header").to_string(),
        "the value of the header `authorization` has a character that no header has"
    );
}

#[test]
fn a_body_of_another_line_of_types_or_with_a_sentinel_is_not_sent() {
    let operations = service().entity_set::<AnyCaseOperation>("operations");
    operations.create(&EdiscoveryExportOperation::create()).build().expect("a derived type");
    let other = operations.create(&Plain::create()).build().expect_err("another type");
    assert_eq!(
        other.to_string(),
        "`n.plain` is neither `microsoft.graph.security.caseOperation` nor derived from it"
    );
    let sentinel = service()
        .entity_set::<Plain>("things")
        .create(&Plain::create().set(Plain::LEVEL, Level::UnknownFutureValue));
    assert!(matches!(sentinel.build(), Err(RequestError::Body(_))));
}

#[test]
fn answers_are_read_or_say_what_they_are() {
    let things = service().entity_set::<Plain>("things");
    let read = things.key("1").get().read(&answer(200, r#"{"id": "1", "number": 2}"#)).expect("an entity");
    assert_eq!(read.number, 2);
    let created =
        things.create(&Plain::create()).read(&answer(201, r#"{"id": "1", "number": 2}"#)).expect("created");
    assert_eq!(created.map(|created| created.number), Some(2));
    assert_eq!(things.create(&Plain::create()).read(&answer(204, "")), Ok(None));
    assert_eq!(things.key("1").delete().read(&answer(204, "")), Ok(()));

    let graph = r#"{"error": {"code": "NotFound", "message": "No.", "innerError": {"request-id": "r", "client-request-id": "c"}}}"#;
    let error = things.key("1").get().read(&answer(404, graph)).expect_err("refused");
    assert_eq!(error.to_string(), "404 Not Found: `NotFound`: No. (request `r`)");
    assert!(matches!(&error, ResponseError::Service { client_request_id: Some(id), .. } if id == "c"));
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
}

#[test]
fn a_body_that_is_no_json_is_shown_by_its_beginning() {
    let get = service().entity_set::<Plain>("things").key("1").get();
    let page = format!("<html>{}</html>", "é".repeat(1000));
    let mut html = answer(502, &page);
    html.headers_mut().insert("content-type", "text/html".parse().expect("a header"));
    let error = get.read(&html).expect_err("refused").to_string();
    assert!(
        error.starts_with(
            "502 Bad Gateway, without an error of OData; a body of `text/html` begins `<html>éé"
        ),
        "{error}"
    );
    assert!(error.len() < 600 && error.ends_with("…`"), "{error}");
    let empty = get.read(&answer(502, "")).expect_err("refused").to_string();
    assert_eq!(empty, "502 Bad Gateway, without an error of OData; the body is empty");
    let cut_off = Response::builder().status(500).body(&b"\xff\xfe\xf0\x9f"[..]).expect("an answer");
    assert!(matches!(get.read(&cut_off), Err(ResponseError::Refused { .. })));
    let login = get.read(&answer(200, "<html>please log in</html>")).expect_err("no JSON").to_string();
    assert!(
        login.starts_with("200 OK, but the body is not what was asked for: expected value at line 1"),
        "{login}"
    );
    let nothing = get.read(&answer(200, "")).expect_err("no JSON").to_string();
    assert!(nothing.ends_with("; the body is empty"), "{nothing}");
    let wrong = get.read(&answer(200, r#"{"number": "x"}"#)).expect_err("no number").to_string();
    assert!(wrong.contains("`number` (property of `n.plain`)"), "{wrong}");
}

fn next_url(service: &Service, context: &str, link: &str) -> Result<String, RequestError> {
    let list = service.entity_set::<Plain>("things").list();
    let page = format!(r#"{{"@odata.context": "{context}", "value": [], "@odata.nextLink": "{link}"}}"#);
    let page: Collection<Plain> = serde_json::from_str(&page).expect("a page");
    list.next_page(&page).map(|next| next.expect("a link").url().expect("a url"))
}

#[test]
fn links_to_the_same_origin_are_followed() {
    let context = "https://graph.microsoft.com/v1.0/$metadata#things";
    for (link, expected) in [
        (
            "https://graph.microsoft.com/v1.0/things?$skiptoken=x%2Fy",
            "https://graph.microsoft.com/v1.0/things?$skiptoken=x%2Fy",
        ),
        ("https://GRAPH.microsoft.com:443/beta/x", "https://GRAPH.microsoft.com:443/beta/x"),
        ("things?$skiptoken=x", "https://graph.microsoft.com/v1.0/things?$skiptoken=x"),
        (
            "things?u=https://other.example/",
            "https://graph.microsoft.com/v1.0/things?u=https://other.example/",
        ),
        ("/beta/things?$skiptoken=x", "https://graph.microsoft.com/beta/things?$skiptoken=x"),
        ("//graph.microsoft.com/x", "https://graph.microsoft.com/x"),
    ] {
        assert_eq!(next_url(&service(), context, link).as_deref(), Ok(expected), "{link}");
        // Without a context, or with one from elsewhere, a relative link is relative to the root.
        assert_eq!(
            next_url(&service(), "https://other.example/$metadata", link).as_deref(),
            Ok(expected),
            "{link}"
        );
        assert_eq!(next_url(&service(), "$metadata#things", link).as_deref(), Ok(expected), "{link}");
    }
}

#[test]
fn no_context_and_no_link_is_a_panic() {
    let root = "https://graph.microsoft.com";
    for context in [&format!("{root}?x=/"), &format!("{root}#a/b"), root, "://", "/"] {
        for link in ["users", "/users", "?x", "#", "", "//", "a b"] {
            if let Ok(url) = next_url(&service(), context, link) {
                assert!(url.starts_with(&format!("{root}/")), "{context} {link} {url}");
            }
        }
    }
    assert_eq!(next_url(&service(), "", "users?a b"), Err(RequestError::Url("users?a b".to_owned())));
}

#[test]
fn links_to_another_origin_are_refused_unless_allowed() {
    for link in [
        "https://other.example/things",
        "http://graph.microsoft.com/v1.0/things",
        "https://graph.microsoft.com:8443/v1.0/things",
        "https://graph.microsoft.com.other.example/",
        "https://graph.microsoft.com@other.example/",
        "https://other.example/graph.microsoft.com",
        "//other.example/things",
        "///other.example/things",
        "ftp://graph.microsoft.com/x",
        "https:other.example",
        "https:/other.example",
        r"https://graph.microsoft.com\\@other.example/",
    ] {
        match next_url(&service(), "", link) {
            Err(error) => assert!(matches!(error, RequestError::Origin(_) | RequestError::Url(_)), "{link}"),
            // What is no absolute URL stays below the root.
            Ok(url) => assert!(url.starts_with("https://graph.microsoft.com/"), "{link} {url}"),
        }
    }
    let allowing = service().allow_origin("https://other.example").expect("an origin");
    assert_eq!(next_url(&allowing, "", "https://other.example/x").as_deref(), Ok("https://other.example/x"));
    assert!(next_url(&allowing, "", "https://another.example/x").is_err());
    let message = next_url(&service(), "", "https://other.example/x").expect_err("refused").to_string();
    assert_eq!(
        message,
        "`https://other.example/x` leads to another origin, which would get the token: allow it with `Service::allow_origin`"
    );
}

#[test]
fn the_next_page_is_asked_for_with_the_same_preferences() {
    let list =
        service().entity_set::<AnyCaseOperation>("operations").list().max_page_size(2).ieee754_compatible();
    let page: Collection<AnyCaseOperation> = serde_json::from_str(
        r#"{"value": [], "@odata.nextLink": "operations?x", "@odata.deltaLink": "operations?d"}"#,
    )
    .expect("a page");
    let next = list.next_page(&page).expect("allowed").expect("a link").build().expect("a request");
    let first = list.build().expect("a request");
    for name in ["prefer", "accept", "authorization"] {
        assert_eq!(header(&next, name), header(&first, name), "{name}");
    }
    let changes = list.changes::<AnyCaseOperation>(&page).expect("allowed").expect("a link");
    assert!(url(&changes).ends_with("/v1.0/operations?d"));
    let end: Collection<AnyCaseOperation> = Vec::new().into();
    assert!(list.next_page(&end).expect("nothing to refuse").is_none());
}

#[test]
fn the_parts_of_a_batch_are_told_apart_by_their_identifiers() {
    let things = service().entity_set::<Plain>("things");
    let mut batch = Batch::new(&service());
    let create = batch
        .add(&things.create(&Plain::create().set(Plain::SIZE, 9).set(Plain::NUMBER, 1)).ieee754_compatible())
        .expect("a part");
    let get = batch.add_after(&things.key("a/b").get(), &create).expect("a part");
    let lost = batch.add(&things.key("2").delete()).expect("a part");
    let request = batch.build().expect("a batch");
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/v1.0/$batch"));
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bearer secret"));
    assert_eq!(
        String::from_utf8_lossy(request.body()),
        concat!(
            r##"{"requests":[{"id":"1","method":"POST","url":"/things","headers":{"accept":"application/json;IEEE754Compatible=true","##,
            r##""content-type":"application/json;IEEE754Compatible=true"},"body":{"@odata.type":"#n.plain","size":"9","number":1}},"##,
            r#"{"id":"2","method":"GET","url":"/things/a%2Fb","dependsOn":["1"],"headers":{"accept":"application/json"}},"#,
            r#"{"id":"3","method":"DELETE","url":"/things/2","headers":{"accept":"application/json"}}]}"#,
        )
    );
    let answers = batch.read(&answer(
        200,
        r#"{"responses": [
            {"id": "2", "status": 502, "headers": {"Content-Type": "text/html", "bad header": "x"}, "body": "<html>"},
            {"id": 1, "status": 201, "headers": {}, "body": {"id": "x", "number": 1}}
        ]}"#,
    ));
    let answers = answers.expect("answers");
    assert_eq!(answers.read(&create).expect("created").map(|created| created.number), Some(1));
    let error = answers.read(&get).expect_err("refused").to_string();
    assert_eq!(error, "502 Bad Gateway, without an error of OData; a body of `text/html` begins `<html>`");
    assert_eq!(answers.read(&lost), Err(ResponseError::Unanswered("3".to_owned())));
    for broken in [
        "",
        "[]",
        "{}",
        r#"{"responses": [{"status": 200}]}"#,
        r#"{"responses": [{"id": "1", "status": 99999}]}"#,
    ] {
        assert!(
            matches!(batch.read(&answer(200, broken)), Err(ResponseError::Unreadable { .. })),
            "{broken}"
        );
    }
    batch.add(&things.list().header("Authorization", "Basic other")).expect("a part");
    assert!(!String::from_utf8_lossy(batch.build().expect("a batch").body()).contains("other"));
    let elsewhere = Service::new("https://other.example").expect("a root").singleton::<Plain>("me").get();
    assert!(matches!(batch.add(&elsewhere), Err(RequestError::Origin(_))));
    let beside =
        Service::new("https://graph.microsoft.com/v1.0x").expect("a root").singleton::<Plain>("me").get();
    assert!(matches!(batch.add(&beside), Err(RequestError::Origin(_))));
}
