//! Spans and events.

use core::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use odata_reqwest::AccessToken;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::model::{client, user};
use crate::server::{Reply, Server};

/// Records the fields of all spans and events as text.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<String>>);

struct Fields<'r>(&'r mut String);

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
        span.record(&mut Fields(&mut self.0.lock().expect("no panic")));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().expect("no panic")));
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Fields(&mut self.0.lock().expect("no panic")));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn spans_have_template_status_and_attempts() {
    let recorder = Recorder::default();
    let guard = tracing::subscriber::set_default(recorder.clone());
    let server = Server::start().await;
    server.on("/v1.0/users/1", [Reply::error(503, "busy", "Busy."), Reply::json(r#"{"id": "1"}"#)]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    client.send(&user(&client).get()).await.expect("a response");
    drop(guard);

    let text = recorder.0.lock().expect("no panic").clone();
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
