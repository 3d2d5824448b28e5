//! Spans and events.

use core::cell::RefCell;
use core::fmt::{Debug, Write as _};

use odata_reqwest::AccessToken;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::model::{client, user};
use crate::server::{Reply, Server};

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
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("odata_reqwest")
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

#[tokio::test]
async fn spans_have_template_status_and_attempts() {
    tracing::subscriber::set_global_default(Recorder).expect("the only subscriber");
    TEXT.set(Some(String::new()));
    let server = Server::start().await;
    server.on("/v1.0/users/1", [Reply::error(503, "busy", "Busy."), Reply::json(r#"{"id": "1"}"#)]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    client.send(&user(&client).get()).await.expect("a response");

    let text = TEXT.take().unwrap_or_default();
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
