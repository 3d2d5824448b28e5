//! Delta responses.

use odata_core::request::Request;
use odata_core::{Change, Delta};
use odata_reqwest::{ErrorKind, ResyncAction};

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
