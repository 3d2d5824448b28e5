//! Batches with failed, missing and invalid responses.

use odata_core::ODataEntity;
use odata_core::request::{Batch, BatchPart, BatchWarning, RequestError, ResponseError};
use odata_reqwest::{Client, ErrorKind, RetryPolicy};
use serde_json::json;

use crate::batches::{BATCH, failed, found, id_of, ids, reply, requests, respond};
use crate::model::{User, client, users};
use crate::server::{Reply, Server};

fn gets(batch: &mut Batch, client: &Client, count: usize) -> Vec<BatchPart<User>> {
    (0..count).map(|key| batch.add(&users(client).key(key.to_string()).get()).expect("a part")).collect()
}

/// The service stops after the throttled request `2`. Request `1` was planned for the second batch request.
#[tokio::test]
async fn unsent_requests_are_sent_after_the_service_stopped() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[failed("2", 429)])]);
    respond(&server, &[]);
    let client = client(&server).with_max_batch_size(3);
    let mut batch = Batch::new(client.service());
    let mut parts = gets(&mut batch, &client, 4);
    parts.push(batch.add_after(&users(&client).key("5").get(), &parts[0]).expect("a part"));
    let manager = batch.add(&parts[0].entity().navigate(User::MANAGER).get()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    for part in &parts {
        assert_eq!(id_of(response.read(part)), part.id());
    }
    assert!(response.read(&manager).expect("a response").is_some());
    assert_eq!(ids(&server), [vec!["2", "3", "4"], vec!["2", "3", "4"], vec!["1", "5", "6"]]);
    assert_eq!(requests(&server.received(BATCH)[2])[1]["dependsOn"], json!(["1"]));
}

/// Request `3` depends on a request that failed and on a throttled request.
#[tokio::test]
async fn dependent_of_failed_request_is_not_sent_again() {
    let server = Server::start().await;
    respond(&server, &[("1", &[404]), ("2", &[429]), ("3", &[424]), ("4", &[424])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts = gets(&mut batch, &client, 2);
    let third =
        batch.add_after_all(&users(&client).key("3").get(), &[parts[0].id(), parts[1].id()]).expect("a part");
    let fourth = batch.add_after(&users(&client).key("4").get(), &third).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(id_of(response.read(&parts[1])), "2");
    for (part, status) in [(&parts[0], 404), (&third, 424), (&fourth, 424)] {
        assert_eq!(response.read(part).expect_err("an error").status().as_u16(), status);
    }
    assert_eq!(ids(&server), [vec!["1", "2", "3", "4"], vec!["2"]]);
}

/// Request `2` uses the result of request `1`, which has succeeded. So neither request `2` nor its group nor its dependents can
/// be sent again.
#[tokio::test]
async fn group_is_not_sent_again_without_all_its_requests() {
    let server = Server::start().await;
    respond(&server, &[("2", &[429]), ("3", &[424]), ("4", &[424]), ("5", &[429])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let first = gets(&mut batch, &client, 1).remove(0);
    let mut group = batch.group();
    let second = group.add(&first.entity().navigate(User::MANAGER).get()).expect("a part");
    let third = group.add(&users(&client).key("3").get()).expect("a part");
    let fourth = batch.add_after(&users(&client).key("4").get(), &third).expect("a part");
    let fifth = gets(&mut batch, &client, 1).remove(0);
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!((id_of(response.read(&first)), id_of(response.read(&fifth))), ("1".into(), "5".into()));
    for (part, status) in [(&third, 424), (&fourth, 424)] {
        assert_eq!(response.read(part).expect_err("an error").status().as_u16(), status);
    }
    assert_eq!(response.read(&second).expect_err("an error").status().as_u16(), 429);
    assert_eq!(ids(&server), [vec!["1", "2", "3", "4", "5"], vec!["5"]]);
}

/// The service hasn't stopped, because it has returned the response to a later request.
#[tokio::test]
async fn missing_responses_are_errors() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[found("3"), found("1")])]);
    respond(&server, &[]);
    let client = client(&server).with_max_batch_size(3);
    let mut batch = Batch::new(client.service());
    let parts = gets(&mut batch, &client, 4);
    let response = client.send_batch(&batch).await.expect("a response");
    for part in [&parts[0], &parts[2], &parts[3]] {
        assert_eq!(id_of(response.read(part)), part.id());
    }
    assert!(matches!(response.read(&parts[1]), Err(ResponseError::BatchPart { .. })));
    assert_eq!(ids(&server), [vec!["1", "2", "3"], vec!["4"]]);
}

/// Request `2` may have been executed, so it isn't sent again.
#[tokio::test]
async fn request_without_response_between_responses_is_not_sent_again() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[failed("1", 429), found("3")])]);
    respond(&server, &[]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts = gets(&mut batch, &client, 3);
    let response = client.send_batch(&batch).await.expect("a response");
    assert!(matches!(response.read(&parts[1]), Err(ResponseError::BatchPart { .. })));
    assert_eq!(ids(&server), [vec!["1", "2", "3"], vec!["1"]]);
}

#[tokio::test]
async fn requests_after_a_failed_request_are_sent_if_the_batch_continues() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[failed("1", 404)])]);
    respond(&server, &[]);
    let client = client(&server).with_max_batch_size(2);
    let mut batch = Batch::new(client.service()).continue_on_error();
    let parts = gets(&mut batch, &client, 3);
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(id_of(response.read(&parts[2])), "3");
    assert_eq!(ids(&server), [vec!["1", "2"], vec!["3"]]);
    assert_eq!(server.received(BATCH)[1].header("prefer"), Some("odata.continue-on-error"));
}

#[tokio::test]
async fn duplicate_and_unknown_responses_are_reported() {
    let server = Server::start().await;
    server.on(BATCH, [reply(&[found("1"), found("1"), found("2"), found("9"), json!({ "status": 200 })])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts = gets(&mut batch, &client, 2);
    let response = client.send_batch(&batch).await.expect("a response");
    assert!(matches!(response.read(&parts[0]), Err(ResponseError::BatchPart { .. })));
    assert_eq!(id_of(response.read(&parts[1])), "2");
    let unmatched = |warning: &BatchWarning| matches!(warning, BatchWarning::Unmatched { .. });
    assert!(response.warnings().len() == 2 && response.warnings().iter().all(unmatched));
    assert_eq!(server.total(), 1);
}

#[tokio::test]
async fn responses_with_other_bodies_are_returned() {
    let server = Server::start().await;
    let content =
        json!({ "id": "1", "status": 200, "headers": { "Content-Type": "image/png" }, "body": "_9g=" });
    let count =
        json!({ "id": "2", "status": 200, "headers": { "content-type": "text/plain" }, "body": "31" });
    server.on(BATCH, [reply(&[json!({ "id": "3", "status": 204, "body": null }), count, content])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let media = batch.add(&users(&client).key("1").media().get()).expect("a part");
    let count = batch.add(&users(&client).count()).expect("a part");
    let deletion = batch.add(&users(&client).key("1").delete()).expect("a part");
    let response = client.send_batch(&batch).await.expect("a response");
    assert_eq!(response.read(&media).expect("content").into_value(), [0xFF, 0xD8]);
    assert_eq!(response.read(&count).expect("a count").into_value(), 31);
    assert_eq!(response.read(&deletion).expect("no content").status().as_u16(), 204);
}

/// The time in `Retry-After` exceeds the limit, so the request isn't sent again.
#[tokio::test]
async fn retry_after_of_a_request_is_read_in_any_form() {
    for headers in [
        json!({ "Retry-After": "3600" }),
        json!({ "retry-after": 3600 }),
        json!({ "RETRY-AFTER": ["3600"] }),
        json!({ "retry-After": "Wed, 21 Oct 2099 07:28:00 GMT" }),
    ] {
        let server = Server::start().await;
        server.on(BATCH, [reply(&[json!({ "id": "1", "status": "429", "headers": headers })])]);
        let client = client(&server);
        let mut batch = Batch::new(client.service());
        let part = gets(&mut batch, &client, 1).remove(0);
        let response = client.send_batch(&batch).await.expect("a response");
        assert_eq!(response.read(&part).expect_err("an error").status().as_u16(), 429);
        assert_eq!(server.total(), 1);
    }
}

#[tokio::test]
async fn whole_batch_is_throttled_or_rejected() {
    let server = Server::start().await;
    server.on(
        BATCH,
        [Reply::error(429, "busy", "Busy.").header("Retry-After", "0"), Reply::error(503, "busy", "Busy.")],
    );
    server.on(BATCH, [reply(&[found("1")]), Reply::error(413, "tooLarge", "Too large.")]);
    let client = client(&server).with_max_batch_size(1);
    let mut batch = Batch::new(client.service());
    let first = gets(&mut batch, &client, 1).remove(0);
    batch.add(&users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"))).expect("a part");
    let error = client.send_batch(&batch).await.expect_err("an error");
    assert_eq!((error.status().map(|status| status.as_u16()), error.attempts()), (Some(413), 1));
    assert_eq!(id_of(error.batch_response().expect("responses").read(&first)), "1");
    assert_eq!(ids(&server), [vec!["1"], vec!["1"], vec!["1"], vec!["2"]]);
}

#[tokio::test]
async fn invalid_links_are_errors_with_the_first_responses() {
    let (server, other) = (Server::start().await, Server::start().await);
    let page =
        |link: &str| Reply::json(json!({ "responses": [found("1")], "@odata.nextLink": link }).to_string());
    server.on(BATCH, [page(&other.url("/v1.0/$batch?page=2")), page("$batch")]);
    let client = client(&server).with_retry(RetryPolicy::none());
    let mut batch = Batch::new(client.service());
    let part = gets(&mut batch, &client, 2).remove(0);
    let origin = client.send_batch(&batch).await.expect_err("an error");
    assert!(matches!(origin.kind(), ErrorKind::Request(RequestError::Origin(_))), "{origin}");
    let cycle = client.send_batch(&batch).await.expect_err("an error");
    assert!(matches!(cycle.kind(), ErrorKind::PageLoop(_)), "{cycle}");
    for error in [origin, cycle] {
        assert_eq!(id_of(error.batch_response().expect("responses").read(&part)), "1");
    }
    assert_eq!((server.total(), other.connections()), (2, 0));
}

#[tokio::test]
async fn pages_with_the_same_response_are_reported() {
    let server = Server::start().await;
    let first = json!({ "responses": [found("1")], "@odata.nextLink": server.url("/v1.0/$batch?page=2") });
    server.on(BATCH, [Reply::json(first.to_string())]);
    server.on("/v1.0/$batch?page=2", [reply(&[found("1"), found("2")])]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    let parts = gets(&mut batch, &client, 2);
    let response = client.send_batch(&batch).await.expect("a response");
    assert!(matches!(response.read(&parts[0]), Err(ResponseError::BatchPart { .. })));
    assert_eq!((id_of(response.read(&parts[1])).as_str(), response.next_link()), ("2", None));
}
