//! Tests atomicity groups, references to earlier requests, and bodies that aren't JSON in batches.

use odata_core::{Stream, Untyped};
use serde_json::{Value, json};

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Order {
    #[odata(key, computed)]
    id: Option<i32>,
    name: Option<String>,
    scan: Option<Stream>,
    #[odata(navigation)]
    previous: Option<Box<Order>>,
    #[odata(navigation)]
    items: Option<Vec<Order>>,
}

fn orders() -> odata_core::request::CollectionPath<Order> {
    Service::new("https://host/service").expect("a root").entity_set("orders")
}

fn batch() -> Batch {
    Batch::new(&Service::new("https://host/service").expect("a root"))
}

fn requests(batch: &Batch) -> Value {
    let request = batch.build().expect("a request");
    serde_json::from_slice::<Value>(request.body()).expect("JSON")["requests"].take()
}

#[test]
fn requests_of_group_are_adjacent_and_named() {
    let mut batch = batch();
    let mut first = batch.group();
    let create = first.add(&orders().create(&Order::create())).expect("a part");
    first.add_after(&orders().key(1).delete(), &create).expect("a part");
    let mut second = batch.group();
    assert_eq!(second.id(), "g2");
    let other = second.add_after(&orders().key(2).delete(), &create).expect("a part");
    batch.add_after(&orders().list(), &other).expect("a part");
    let requests = requests(&batch);
    let groups: Vec<_> = (0..4).map(|part| requests[part]["atomicityGroup"].clone()).collect();
    assert_eq!(json!(groups), json!(["g1", "g1", "g2", null]));
    let dependencies: Vec<_> = (0..4).map(|part| requests[part]["dependsOn"].clone()).collect();
    assert_eq!(json!(dependencies), json!([null, ["1"], ["1", "g1"], ["3", "g2"]]));
}

#[test]
fn some_requests_are_built_without_their_other_dependencies() {
    let mut batch = batch();
    let create = batch.add(&orders().create(&Order::create())).expect("a part");
    let mut group = batch.group();
    let deletion = group.add(&orders().key(1).delete()).expect("a part");
    let items = batch.add_after(&create.entity().to(Order::ITEMS).list(), &deletion).expect("a part");
    let last = &batch.requests()[2];
    assert_eq!((last.id(), last.method().as_str(), last.group()), (items.id(), "GET", None));
    assert_eq!(
        (last.depends_on(), last.references()),
        (&["2", "g1", "1"].map(str::to_owned)[..], &["1".to_owned()][..])
    );

    let built = |ids: &[&str]| {
        let request = batch.build_only(ids).expect("a request");
        serde_json::from_slice::<Value>(request.body()).expect("JSON")["requests"].take()
    };
    assert_eq!(built(&[items.id(), create.id()])[1]["dependsOn"], json!(["1"]));
    assert_eq!(built(&[items.id()])[0].get("dependsOn"), None);
    assert_eq!((built(&["1", "2", "3"]), built(&[])), (requests(&batch), json!([])));
    for unknown in ["0", "4", "g1", "01"] {
        assert!(matches!(batch.build_only(&[unknown]), Err(RequestError::BatchReference(_))), "{unknown}");
    }
}

#[test]
fn request_refers_to_result_of_earlier_request() {
    let mut batch = batch();
    let create = batch.add(&orders().create(&Order::create().set(Order::NAME, "a"))).expect("a part");
    let order = create.entity();
    batch.add(&order.to(Order::ITEMS).create(&Order::create())).expect("a part");
    batch.add(&order.get().query(&QueryOptions::new().select(Order::NAME))).expect("a part");
    let bound = Order::create().bind(Order::PREVIOUS, &order).bind_all(Order::ITEMS, [&order]);
    batch.add(&orders().create(&bound)).expect("a part");
    batch.add(&orders().key(2).to(Order::PREVIOUS).set_reference(&order)).expect("a part");
    let requests = requests(&batch);
    let urls: Vec<_> = (1..5).map(|part| requests[part]["url"].clone()).collect();
    assert_eq!(json!(urls), json!(["$1/items", "$1?$select=name", "orders", "orders/2/previous/$ref"]));
    assert!((1..5).all(|part| requests[part]["dependsOn"] == json!(["1"])), "{requests}");
    assert_eq!(requests[3]["body"]["previous@odata.bind"], "$1");
    assert_eq!(requests[3]["body"]["items@odata.bind"], json!(["$1"]));
    assert_eq!(requests[4]["body"]["@odata.id"], "$1");
}

#[test]
fn reference_to_request_of_another_batch_is_error() {
    let mut first = batch();
    let create = first.add(&orders().create(&Order::create())).expect("a part");
    let error = batch().add(&create.entity().get()).expect_err("another batch");
    assert_eq!(
        error.to_string(),
        "`$1` doesn't refer to an earlier request of this batch: add the other request before"
    );
    let error = create.entity().get().build().expect_err("no batch");
    assert_eq!(
        error.to_string(),
        "the URL `$1` refers to a request in a batch: add the request to this batch"
    );
    let bound = Order::create().bind(Order::PREVIOUS, create.entity());
    assert!(matches!(batch().add(&orders().create(&bound)), Err(RequestError::BatchReference(_))));
}

#[test]
fn request_depends_on_all_references_in_arrays() {
    let mut batch = batch();
    let first = batch.add(&orders().create(&Order::create())).expect("a part").entity();
    let second = batch.add(&orders().create(&Order::create())).expect("a part").entity();
    let bound = Order::create().bind_all(Order::ITEMS, [&first, &second]);
    batch.add(&orders().create(&bound)).expect("a part");
    let links: Untyped =
        crate::support::read(r#"[{"order": {"@odata.id": "$2"}}, {"@odata.id": "$1/items"}]"#);
    batch.add(&orders().create(&Order::create().dynamic("related", links))).expect("a part");
    let requests = requests(&batch);
    assert_eq!(requests[2]["dependsOn"], json!(["1", "2"]));
    assert_eq!(requests[3]["dependsOn"], json!(["2", "1"]));
}

#[test]
fn system_resource_is_not_a_reference_to_a_request() {
    let mut batch = batch();
    let service = Service::new("https://host/service").expect("a root");
    batch.add(&Request::get::<Collection<Order>>(&service, "$all")).expect("a part");
    let request = &requests(&batch)[0];
    assert_eq!((&request["url"], &request["dependsOn"]), (&json!("$all"), &Value::Null));
}

#[test]
fn relative_link_of_reference_requires_context() {
    let create = batch().add(&orders().create(&Order::create())).expect("a part");
    let items = create.entity().to(Order::ITEMS).list();
    let link = "/service/orders/1/items?$skip=1";
    let page = |context: &str| {
        crate::support::read(&format!(r#"{{{context}"value": [], "@odata.nextLink": "{link}"}}"#))
    };
    let error = items.next_page(&page("")).expect_err("no absolute URL");
    assert_eq!(error, RequestError::Url(link.to_owned()));
    let page = page(r#""@odata.context": "https://host/service/$metadata#orders","#);
    let next = items.next_page(&page).expect("allowed").expect("a link");
    assert_eq!(url(&next), format!("https://host{link}"));
}

#[test]
fn request_depends_on_several_requests() {
    let mut batch = batch();
    let first = batch.add(&orders().key(1).delete()).expect("a part");
    let second = batch.group().add(&orders().key(2).delete()).expect("a part");
    batch.add_after_all(&orders().count(), &[first.id(), second.id(), first.id()]).expect("a part");
    assert_eq!(requests(&batch)[2]["dependsOn"], json!(["1", "2", "g1"]));
    for id in ["4", "0", "-1", "g1", ""] {
        let error = batch.add_after_all(&orders().count(), &[id]).expect_err(id);
        assert_eq!(error, RequestError::BatchReference(id.to_owned()));
    }
    assert_eq!(requests(&batch).as_array().map(Vec::len), Some(3), "a rejected request isn't added");
}

#[test]
fn batch_request_has_own_headers() {
    let batch = batch().continue_on_error().prefer("respond-async").header("client-request-id", "7");
    let request = batch.build().expect("a request");
    assert_eq!(header(&request, "prefer").as_deref(), Some("odata.continue-on-error, respond-async"));
    assert_eq!(header(&request, "client-request-id").as_deref(), Some("7"));
    assert_eq!(header(&request, "content-type").as_deref(), Some("application/json"));
}

#[test]
fn failed_request_fails_whole_group() {
    let mut batch = batch();
    let mut group = batch.group();
    let create = group.add(&orders().create(&Order::create())).expect("a part");
    let delete = group.add(&orders().key(1).delete()).expect("a part");
    let list = batch.add(&orders().list()).expect("a part");
    let read = |status: u16| {
        let body = json!({ "responses": [
            { "id": "1", "status": 201, "atomicityGroup": "g1", "body": { "id": 5 } },
            { "id": "2", "status": status, "atomicityGroup": "g1" },
            { "id": "3", "status": 200, "body": { "value": [] } },
        ]});
        batch.read(&response(200, &body.to_string())).expect("responses")
    };
    let succeeded = read(204);
    assert_eq!(succeeded.read(&create).expect("created").as_ref().and_then(|order| order.id), Some(5));
    succeeded.read(&delete).expect("deleted");
    let failed = read(409);
    let error = failed.read(&create).expect_err("not created").to_string();
    assert_eq!(error, "request `1` of the batch: request `2` of the same atomicity group failed");
    assert_eq!(failed.read(&delete).expect_err("conflict").status(), StatusCode::CONFLICT);
    failed.read(&list).expect("not in the group");
}

#[test]
fn bodies_of_other_media_types_are_strings() {
    let mut batch = batch();
    let scan = orders().key(1).stream(Order::SCAN);
    batch.add(&scan.put(b"\xFF\xD8\xFF".as_slice(), "image/jpeg")).expect("a part");
    batch.add(&scan.put("a\u{e9}", "Text/plain")).expect("a part");
    batch.add(&scan.put(r#"{"a":1}"#, "application/json")).expect("a part");
    let get = batch.add(&scan.get()).expect("a part");
    let count = batch.add(&orders().count()).expect("a part");
    let error = batch.add(&scan.put(b"\xFF".as_slice(), "text/plain")).expect_err("not UTF-8");
    assert!(matches!(error, RequestError::TextEncoding(_)), "{error}");
    let requests = requests(&batch);
    let bodies: Vec<_> = (0..3).map(|part| requests[part]["body"].clone()).collect();
    assert_eq!(json!(bodies), json!(["_9j_", "aé", {"a": 1}]));

    let body = json!({ "responses": [
        { "id": "4", "status": 200, "headers": { "content-type": "image/jpeg" }, "body": "_9j_" },
        { "id": "5", "status": 200, "headers": { "content-type": "text/plain" }, "body": 31 },
    ]});
    let responses = batch.read(&response(200, &body.to_string())).expect("responses");
    assert_eq!(responses.read(&get).expect("content").into_value().as_deref(), Some(&b"\xFF\xD8\xFF"[..]));
    assert_eq!(responses.read(&count).expect("a count").into_value(), 31);
}

#[test]
fn condition_refers_to_etag_of_earlier_request() {
    let mut batch = batch();
    let read = batch.add(&orders().key(1).get()).expect("a part");
    let rename = orders().key(1).update(&Order::update().set(Order::NAME, "a")).if_match(read.etag());
    batch.add(&rename).expect("a part");
    batch.group().add(&orders().key(1).get().if_none_match(read.etag())).expect("a part");
    let requests = requests(&batch);
    assert_eq!(
        (&requests[1]["headers"]["if-match"], &requests[1]["dependsOn"]),
        (&json!("$1"), &json!(["1"]))
    );
    assert_eq!(requests[2]["headers"]["if-none-match"], "$1");
    assert_eq!(requests[2]["dependsOn"], json!(["1"]));

    let error = rename.build().expect_err("no batch").to_string();
    assert_eq!(error, "the ETag `$1` refers to a request in a batch: add the request to this batch");
    let other = Batch::new(&Service::new("https://host/service").expect("a root")).add(&rename);
    assert_eq!(other.expect_err("another batch"), RequestError::BatchReference("1".to_owned()));
    let quoted = orders().key(1).delete().if_match("\"$1\"");
    assert_eq!(header(&quoted.build().expect("a request"), "if-match").as_deref(), Some("\"$1\""));
}
