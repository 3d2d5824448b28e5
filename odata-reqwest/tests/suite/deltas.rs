//! Delta responses.

use odata_core::request::{Request, RequestError};
use odata_core::{Change, Delta};
use odata_reqwest::{AccessToken, ErrorKind, ResyncAction};

use crate::model::{User, client, users};
use crate::server::{Reply, Server};

const DELTA: &str = "/v1.0/users/delta";

fn gone(code: &str) -> Reply {
    Reply::error(410, code, "Resync required.")
}

#[tokio::test]
async fn changes_end_with_the_link_to_store() {
    let server = Server::start().await;
    server.on(DELTA, [Reply::json(r#"{"value": [{"id": "1"}], "@odata.nextLink": "delta?$skiptoken=a"}"#)]);
    let last = r#"{"value": [{"id": "2", "@removed": {"reason": "deleted"}}], "@odata.deltaLink": "delta?$deltatoken=b"}"#;
    server.on("/v1.0/users/delta?$skiptoken=a", [Reply::error(503, "busy", "Busy."), Reply::json(last)]);
    server.on(
        "/v1.0/users/delta?$deltatoken=b",
        [Reply::json(r#"{"value": [], "@odata.deltaLink": "delta?$deltatoken=c"}"#)],
    );
    let client = client(&server);
    let mut changes = client.changes(users(&client).delta());
    let first = changes.try_next().await.expect("a change");
    assert!(matches!(first, Some(Change::Changed(user)) if user.id.as_deref() == Some("1")));
    assert_eq!(changes.delta_link(), None);
    let second = changes.try_next().await.expect("a change");
    assert!(matches!(second, Some(Change::Removed(removed)) if removed.id() == Some("2")));
    assert_eq!(changes.delta_link(), None);
    assert_eq!(changes.try_next().await.expect("the end"), None);
    let link = changes.delta_link().expect("a link").to_owned();
    assert_eq!(link, server.url("/v1.0/users/delta?$deltatoken=b"));

    let mut changes = client.changes(Request::get::<Delta<User>>(client.service(), &link));
    assert_eq!(changes.try_next().await.expect("the end"), None);
    assert_eq!(changes.delta_link(), Some(server.url("/v1.0/users/delta?$deltatoken=c").as_str()));
    assert_eq!((server.total(), server.unused()), (4, 0));
}

#[tokio::test]
async fn tracked_list_ends_with_the_link_to_store() {
    let server = Server::start().await;
    server.on(
        "/v1.0/users",
        [Reply::json(r#"{"value": [{"id": "1"}], "@odata.deltaLink": "users?$deltatoken=a"}"#)],
    );
    let client = client(&server);
    let mut users = client.changes(users(&client).list().track_changes());
    assert_eq!(users.try_next().await.expect("a user").and_then(|user| user.id).as_deref(), Some("1"));
    assert_eq!(users.try_next().await.expect("the end"), None);
    assert_eq!(users.delta_link(), Some(server.url("/v1.0/users?$deltatoken=a").as_str()));
}

#[tokio::test]
async fn missing_delta_link_is_an_error_after_the_changes() {
    let server = Server::start().await;
    server.on(DELTA, [Reply::json(r#"{"value": [{"id": "1"}]}"#)]);
    let client = client(&server);
    let mut changes = client.changes(users(&client).delta());
    assert!(changes.try_next().await.expect("a change").is_some());
    let error = changes.try_next().await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::NoDeltaLink), "{error}");
    assert_eq!((changes.try_next().await.expect("the end"), changes.delta_link()), (None, None));
    assert_eq!(server.total(), 1);
}

#[tokio::test]
async fn expired_link_has_a_resync() {
    for (code, action) in [
        ("resyncChangesApplyDifferences", ResyncAction::ApplyDifferences),
        ("resyncChangesUploadDifferences", ResyncAction::UploadDifferences),
        ("syncStateNotFound", ResyncAction::Replace),
    ] {
        let server = Server::start().await;
        server.on(
            "/v1.0/users/delta?$deltatoken=old",
            [gone(code).header("Location", "/v1.0/users/delta?$deltatoken=")],
        );
        server.on(
            "/v1.0/users/delta?$deltatoken=",
            [Reply::json(r#"{"value": [{"id": "1"}], "@odata.deltaLink": "delta?$deltatoken=new"}"#)],
        );
        let client = client(&server);
        let stored = server.url("/v1.0/users/delta?$deltatoken=old");
        let mut changes = client.changes(Request::get::<Delta<User>>(client.service(), &stored));
        let error = changes.try_next().await.expect_err("an error");
        let resync = error.resync().expect("a resync");
        assert_eq!((resync.action(), error.attempts(), changes.delta_link()), (action, 1, None));

        let link = resync.link().expect("a link");
        assert_eq!(link, server.url("/v1.0/users/delta?$deltatoken="));
        let mut changes = client.changes(Request::get::<Delta<User>>(client.service(), link));
        assert!(changes.try_next().await.expect("a change").is_some());
        assert_eq!(changes.try_next().await.expect("the end"), None);
        assert_eq!((server.total(), server.unused()), (2, 0));
    }
}

#[tokio::test]
async fn expired_link_without_location_starts_again() {
    let server = Server::start().await;
    server.on(DELTA, [gone("resyncRequired"), Reply::error(404, "notFound", "No user.")]);
    let client = client(&server);
    let error = client.changes(users(&client).delta()).try_next().await.expect_err("an error");
    assert_eq!(
        error.resync().map(|resync| (resync.link().is_none(), resync.action())),
        Some((true, ResyncAction::Replace))
    );
    let error = client.changes(users(&client).delta()).try_next().await.expect_err("an error");
    assert_eq!((error.resync(), server.count(DELTA)), (None, 2));
}

/// Some services send the action as the code of an inner error.
#[tokio::test]
async fn action_can_be_the_code_of_an_inner_error() {
    for (code, action) in [
        ("resyncApplyDifferences", ResyncAction::ApplyDifferences),
        ("resyncChangesUploadDifferences", ResyncAction::UploadDifferences),
        ("other", ResyncAction::Replace),
    ] {
        for name in ["innererror", "innerError"] {
            let server = Server::start().await;
            let inner = format!(r#"{{"code": "syncError", "{name}": {{"code": "{code}"}}}}"#);
            let body =
                format!(r#"{{"error": {{"code": "resyncRequired", "message": "x", "{name}": {inner}}}}}"#);
            server.on(DELTA, [Reply::new(410, body)]);
            let client = client(&server);
            let error = client.changes(users(&client).delta()).try_next().await.expect_err("an error");
            assert_eq!(error.resync().map(|resync| resync.action()), Some(action), "{code}");
            assert_eq!(server.count(DELTA), 1);
        }
    }
}

/// The link expires while the pages are read.
#[tokio::test]
async fn resync_after_some_pages() {
    let (server, other) = (Server::start().await, Server::start().await);
    server.on(DELTA, [Reply::json(r#"{"value": [{"id": "1"}], "@odata.nextLink": "delta?$skiptoken=a"}"#)]);
    let link = other.url("/v1.0/users/delta?$deltatoken=");
    server.on("/v1.0/users/delta?$skiptoken=a", [gone("resyncRequired").header("Location", &link)]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    let mut changes = client.changes(users(&client).delta());
    assert!(changes.try_next().await.expect("a change").is_some());
    let error = changes.try_next().await.expect_err("an error");
    assert_eq!((changes.try_next().await.expect("the end"), changes.delta_link()), (None, None));
    let resync = error.resync().expect("a resync");
    assert_eq!(resync.link(), Some(&*link));
    // A link to another origin isn't followed.
    let mut changes = client.changes(Request::get::<Delta<User>>(client.service(), &link));
    let error = changes.try_next().await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Request(RequestError::Origin(_))), "{error}");
    assert_eq!((server.total(), other.connections()), (2, 0));
}

/// The changes of the last page aren't lost.
#[tokio::test]
async fn delta_link_to_another_origin_is_an_error_after_the_changes() {
    let server = Server::start().await;
    let link = "https://other.example/delta?$deltatoken=a";
    let page = format!(r#"{{"value": [{{"id": "1"}}, {{"id": "2"}}], "@odata.deltaLink": "{link}"}}"#);
    server.on(DELTA, [Reply::json(page)]);
    let client = client(&server);
    let mut changes = client.changes(users(&client).delta());
    for _ in 0..2 {
        assert!(changes.try_next().await.expect("a change").is_some());
    }
    let error = changes.try_next().await.expect_err("an error");
    assert!(
        matches!(error.kind(), ErrorKind::Request(RequestError::Origin(found)) if found == link),
        "{error}"
    );
    assert_eq!((changes.try_next().await.expect("the end"), changes.delta_link()), (None, None));
    assert_eq!(server.total(), 1);
}
