//! Batches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use odata_core::ODataEntity;
use odata_core::request::{Batch, BatchPart, Response, ResponseError};
use odata_reqwest::ErrorKind;
use serde_json::{Value, json};

use crate::model::{User, client, fast, users};
use crate::server::{Action, Received, Reply, Server};

pub(crate) const BATCH: &str = "/v1.0/$batch";

pub(crate) fn requests(received: &Received) -> Vec<Value> {
    let body: Value = serde_json::from_slice(&received.body).expect("a body");
    body["requests"].as_array().expect("requests").clone()
}

pub(crate) fn ids(server: &Server) -> Vec<Vec<String>> {
    let id = |request: &Value| request["id"].as_str().expect("an id").to_owned();
    server.received(BATCH).iter().map(|received| requests(received).iter().map(id).collect()).collect()
}

pub(crate) fn reply(responses: &[Value]) -> Reply {
    Reply::json(json!({ "responses": responses }).to_string())
}

pub(crate) fn found(id: &str) -> Value {
    json!({ "id": id, "status": 200, "body": { "id": id } })
}

pub(crate) fn failed(id: &str, status: u16) -> Value {
    json!({ "id": id, "status": status, "headers": { "Retry-After": "0" }, "body": { "error": { "code": "c", "message": "m" } } })
}

/// Configures the server to respond with the given status codes for an `id`, and then with success. The responses are in
/// reverse order.
pub(crate) fn respond(server: &Server, statuses: &[(&str, &[u16])]) {
    let statuses: HashMap<String, Vec<u16>> = statuses
        .iter()
        .map(|(id, statuses)| ((*id).to_owned(), statuses.iter().rev().copied().collect()))
        .collect();
    let statuses = Arc::new(Mutex::new(statuses));
    server.handle(move |received| {
        let mut statuses = statuses.lock().expect("no panic");
        let mut response = |request: &Value| {
            let id = request["id"].as_str().expect("an id");
            statuses.get_mut(id).and_then(Vec::pop).map_or_else(|| found(id), |status| failed(id, status))
        };
        Some(reply(&requests(received).iter().rev().map(&mut response).collect::<Vec<_>>()).into())
    });
}

pub(crate) fn id_of(response: Result<Response<User>, ResponseError>) -> String {
    response.expect("a response").into_value().id.expect("an id")
}

#[tokio::test]
async fn batch_is_split_and_all_responses_are_returned() {
    let server = Server::start().await;
    respond(&server, &[]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts: Vec<BatchPart<User>> =
        (0..45).map(|key| batch.add(&users(&client).key(key.to_string()).get()).expect("a part")).collect();
    let response = client.send_batch(&batch).await.expect("a response");
    for part in &parts {
        assert_eq!(id_of(response.read(part)), part.id());
    }
    let sizes: Vec<usize> = ids(&server).iter().map(Vec::len).collect();
    assert_eq!((sizes, server.total()), (vec![20, 20, 5], 3));
}

#[tokio::test]
async fn groups_and_dependent_requests_stay_together() {
    let server = Server::start().await;
    respond(&server, &[]);
    let client = client(&server).with_max_batch_size(3);
    let user = |key: &str| users(&client).key(key).get();
    let mut batch = Batch::new(client.service());
    let first = batch.add(&user("1")).expect("a part");
    batch.add(&user("2")).expect("a part");
    let mut group = batch.group();
    group.add(&user("3")).expect("a part");
    group.add(&user("4")).expect("a part");
    batch.add_after(&user("5"), &first).expect("a part");
    batch.add(&first.entity().navigate(User::MANAGER).get()).expect("a part");
    client.send_batch(&batch).await.expect("a response");
    assert_eq!(ids(&server), [vec!["2", "3", "4"], vec!["1", "5", "6"]]);

    let small = client.clone().with_max_batch_size(2);
    let error = small.send_batch(&batch).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::BatchSize { requests: 3, limit: 2, .. }), "{error}");
    assert_eq!(server.total(), 2);
}

#[tokio::test]
async fn only_throttled_requests_are_sent_again() {
    let server = Server::start().await;
    respond(&server, &[("2", &[429, 503]), ("4", &[429]), ("5", &[404])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts: Vec<BatchPart<User>> =
        (0..5).map(|key| batch.add(&users(&client).key(key.to_string()).get()).expect("a part")).collect();
    let response = client.send_batch(&batch).await.expect("a response");
    for part in &parts[..4] {
        assert_eq!(id_of(response.read(part)), part.id());
    }
    assert_eq!(response.read(&parts[4]).expect_err("an error").status().as_u16(), 404);
    assert_eq!(ids(&server), [vec!["1", "2", "3", "4", "5"], vec!["2", "4"], vec!["2"]]);
    assert!(response.warnings().is_empty());
}

#[tokio::test]
async fn group_and_dependent_requests_of_throttled_request_are_sent_again() {
    let server = Server::start().await;
    respond(&server, &[("1", &[429]), ("2", &[424]), ("3", &[200]), ("4", &[503])]);
    let client = client(&server);
    let user = |key: &str| users(&client).key(key).get();
    let mut batch = Batch::new(client.service());
    let first = batch.add(&user("1")).expect("a part");
    let second = batch.add_after(&user("2"), &first).expect("a part");
    let mut group = batch.group();
    let third = group.add(&user("3")).expect("a part");
    let fourth = group.add(&user("4")).expect("a part");
    let last = batch.add(&user("5")).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    for part in [first, second, third, fourth, last] {
        assert_eq!(id_of(response.read(&part)), part.id());
    }
    assert_eq!(ids(&server), [vec!["1", "2", "3", "4", "5"], vec!["1", "2", "3", "4"]]);
}

#[tokio::test]
async fn dependency_on_successful_request_is_removed() {
    let server = Server::start().await;
    respond(&server, &[("2", &[429]), ("3", &[429, 429, 429, 429, 429])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let first = batch.add(&users(&client).key("1").get()).expect("a part");
    let second = batch.add_after(&users(&client).key("2").get(), &first).expect("a part");
    let third = batch.add(&first.entity().navigate(User::MANAGER).get()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(id_of(response.read(&second)), "2");
    // `$1` isn't defined in another batch request.
    assert_eq!(response.read(&third).expect_err("an error").status().as_u16(), 429);
    assert_eq!(ids(&server), [vec!["1", "2", "3"], vec!["2"]]);
    let again = &requests(&server.received(BATCH)[1])[0];
    assert_eq!((again.get("dependsOn"), again["url"].as_str()), (None, Some("users/2")));
}

#[tokio::test]
async fn throttling_ends_at_the_limit_of_attempts() {
    let server = Server::start().await;
    respond(&server, &[("1", &[429; 10])]);
    let client = client(&server).with_retry(fast().max_attempts(3));
    let mut batch = Batch::new(client.service());
    let part = batch.add(&users(&client).key("1").get()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(response.read(&part).expect_err("an error").status().as_u16(), 429);
    assert_eq!(server.total(), 3);
}

#[tokio::test]
async fn responses_before_an_error_are_returned() {
    let server = Server::start().await;
    server.on(BATCH, [Action::Send(reply(&[found("1")])), Action::Close]);
    let client = client(&server).with_max_batch_size(1);
    let mut batch = Batch::new(client.service());
    let get = batch.add(&users(&client).key("1").get()).expect("a part");
    let create =
        batch.add(&users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"))).expect("a part");
    let error = client.send_batch(&batch).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
    let response = error.batch_response().expect("responses");
    assert_eq!(id_of(response.read(&get)), "1");
    assert!(matches!(response.read(&create), Err(ResponseError::BatchPart { .. })));
    // The second batch request contains a `POST` request, so it isn't sent again.
    assert_eq!(server.total(), 2);
}

#[tokio::test]
async fn batch_of_idempotent_requests_is_sent_again_after_connection_is_cut() {
    let server = Server::start().await;
    server.on(
        BATCH,
        [Action::Close, Action::Send(Reply::error(503, "busy", "Busy.")), Action::Send(reply(&[found("1")]))],
    );
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let part = batch.add(&users(&client).key("1").get()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!((id_of(response.read(&part)).as_str(), server.total()), ("1", 3));
}

#[tokio::test]
async fn requests_after_a_failed_request_are_not_sent() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[failed("1", 404)])]);
    let client = client(&server).with_max_batch_size(2);
    let mut batch = Batch::new(client.service());
    let parts: Vec<BatchPart<User>> =
        (0..4).map(|key| batch.add(&users(&client).key(key.to_string()).get()).expect("a part")).collect();
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(response.read(&parts[0]).expect_err("an error").status().as_u16(), 404);
    for part in &parts[1..] {
        assert!(matches!(response.read(part), Err(ResponseError::BatchPart { .. })));
    }
    assert_eq!(server.total(), 1);
}

/// The service stops after a throttled request, so the client sends the throttled request and all later requests.
#[tokio::test]
async fn requests_after_a_throttled_request_are_sent() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[found("1"), failed("2", 429)])]);
    respond(&server, &[]);
    let client = client(&server).with_max_batch_size(3);
    let mut batch = Batch::new(client.service());
    let parts: Vec<BatchPart<User>> =
        (0..5).map(|key| batch.add(&users(&client).key(key.to_string()).get()).expect("a part")).collect();
    let response = client.send_batch(&batch).await.expect("a response");
    for part in &parts {
        assert_eq!(id_of(response.read(part)), part.id());
    }
    assert_eq!(ids(&server), [vec!["1", "2", "3"], vec!["2", "3", "4"], vec!["5"]]);
}

#[tokio::test]
async fn remaining_responses_are_read() {
    let server = Server::start().await;
    let first = json!({ "responses": [found("2")], "@odata.nextLink": "$batch?page=2" });
    server.on(BATCH, [Reply::json(first.to_string())]);
    server.on("/v1.0/$batch?page=2", [Reply::error(503, "busy", "Busy."), reply(&[found("1")])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let first = batch.add(&users(&client).key("1").get()).expect("a part");
    let second = batch.add(&users(&client).key("2").get()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!((id_of(response.read(&first)).as_str(), id_of(response.read(&second)).as_str()), ("1", "2"));
    assert_eq!(response.next_link(), None);
    let rest = &server.received("/v1.0/$batch?page=2")[1];
    assert_eq!((rest.method.as_str(), rest.body.len(), server.total()), ("GET", 0, 3));
}
