//! Spans and events.

use core::cell::RefCell;
use core::fmt::{Debug, Write as _};
use std::sync::Once;

use odata_core::request::Request;
use odata_reqwest::AccessToken;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::model::{User, client, fast, user, users};
use crate::server::{Action, Reply, Server};

thread_local! {
    /// The fields of all spans and events of this test, which runs on its own thread.
    static TEXT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Records the fields of all spans and events as text. It is the global subscriber, because tracing caches whether the
/// subscribers of all threads need a span.
struct Recorder;

struct Fields<'r>(&'r mut String);

fn record(record: impl FnOnce(&mut dyn Visit)) {
    TEXT.with_borrow_mut(|text| {
        if let Some(text) = text {
            record(&mut Fields(text));
        }
    });
}

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{field}={value:?};").expect("a write");
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        record(|visitor| span.record(visitor));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        record(|visitor| values.record(visitor));
    }

    fn event(&self, event: &Event<'_>) {
        record(|visitor| event.record(visitor));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Records the fields of all following spans and events on this thread.
pub(crate) fn start() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing::subscriber::set_global_default(Recorder).expect("the only subscriber"));
    TEXT.set(Some(String::new()));
}

/// Returns the recorded fields.
pub(crate) fn finish() -> String {
    TEXT.take().unwrap_or_default()
}

#[tokio::test]
async fn spans_have_template_status_and_attempts() {
    start();
    let server = Server::start().await;
    server.on("/v1.0/users/1", [Reply::error(503, "busy", "Busy."), Reply::json(r#"{"id": "1"}"#)]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    client.send(&user(&client).get()).await.expect("a response");

    let text = finish();
    for field in [
        "http.request.method=GET;",
        "url.template=/users/{key};",
        "http.response.status_code=200;",
        "attempts=2;",
        "duration_ms=",
        "client_request_id=\"",
        "status=503;",
    ] {
        assert!(text.contains(field), "`{field}` is missing in {text}");
    }
    assert!(!text.contains("secret") && !text.contains("users/1"), "{text}");
}

/// The span of a failed request also has the number of attempts and the duration. The template of a link has no keys.
#[tokio::test]
async fn spans_of_failed_requests_have_attempts() {
    start();
    let server = Server::start().await;
    server.on("/v1.0/users/1", (0..2).map(|_| Action::Close));
    server
        .on("/v1.0/users", [Reply::json(r#"{"value": [], "@odata.nextLink": "users?$skiptoken=private"}"#)]);
    server.on("/v1.0/users?$skiptoken=private", [Reply::error(404, "notFound", "No page.")]);
    let client = client(&server).with_retry(fast().max_attempts(2));
    client.send(&user(&client).get()).await.expect_err("an error");
    let lost = finish();
    assert!(lost.contains("attempts=2;") && lost.contains("duration_ms="), "{lost}");
    assert!(!lost.contains("status_code="), "{lost}");

    start();
    client.items(users(&client).list()).try_next().await.expect_err("an error");
    let rejected = finish();
    assert_eq!(rejected.matches("url.template=/users;").count(), 2, "{rejected}");
    assert!(
        rejected.contains("http.response.status_code=404;") && !rejected.contains("private"),
        "{rejected}"
    );

    start();
    let link = server.url("/v1.0/users?$deltatoken=private");
    client.send(&Request::get::<User>(client.service(), &link)).await.expect_err("an error");
    let link = finish();
    assert!(link.contains("url.template={url};") && !link.contains("private"), "{link}");
    assert_eq!(server.total(), 5);
}
