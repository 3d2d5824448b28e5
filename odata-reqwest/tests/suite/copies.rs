//! The number of copies of a body, compared with reqwest and `serde_json`.
//!
//! A copy is an additional allocation with the length of the body. The README contains the numbers.

use std::sync::mpsc;
use std::thread;

use odata_core::ODataEntity;
use odata_core::request::{Batch, Service};
use odata_reqwest::{Client, reqwest};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::model::{User, user};
use crate::server::{Received, Reply, Server};

/// The length of a body.
const LENGTH: usize = 1 << 20;

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn reply(received: &Received) -> Reply {
    match (received.method.as_str(), received.url.ends_with("$value")) {
        ("GET", true) => Reply::new(200, vec![7; LENGTH]),
        ("GET", false) => Reply::json(format!(r#"{{"displayName":"{}"}}"#, "x".repeat(LENGTH))),
        ("POST", _) => Reply::json(r#"{"responses":[{"id":"1","status":204}]}"#),
        _ => Reply::new(204, ""),
    }
}

/// Runs a server on another thread, whose allocations aren't counted, until the returned sender is dropped.
fn server() -> (String, oneshot::Sender<()>) {
    let (address, received) = mpsc::channel();
    let (sender, stopped) = oneshot::channel::<()>();
    thread::spawn(move || {
        runtime().block_on(async {
            let server = Server::start().await;
            server.handle(|received| Some(reply(received).into()));
            address.send(server.url("/v1.0")).expect("a receiver");
            drop(stopped.await);
        });
    });
    (received.recv().expect("an address"), sender)
}

/// Returns the number of bytes that are allocated while the future runs, divided by the length of the body. The result is the
/// minimum of several runs, because the buffers for a response depend on the sizes of the packets.
fn allocated<F: Future<Output = ()>>(runtime: &Runtime, run: impl Fn() -> F) -> f64 {
    // The first request opens the connection.
    runtime.block_on(run());
    let bytes = (0..5).map(|_| allocation_counter::measure(|| runtime.block_on(run())).bytes_total).min();
    let bytes = u32::try_from(bytes.expect("several runs")).expect("less than 4 GB");
    f64::from(bytes) / f64::from(u32::try_from(LENGTH).expect("less than 4 GB"))
}

/// The clients, and the runtime in which they send requests.
struct Clients {
    runtime: Runtime,
    odata: Client,
    plain: reqwest::Client,
    url: String,
    _stop: oneshot::Sender<()>,
}

impl Clients {
    fn new() -> Self {
        let (root, stop) = server();
        let odata = Client::new(Service::graph(&root).expect("a service"));
        let url = format!("{root}/users/1");
        Self { runtime: runtime(), odata, plain: reqwest::Client::new(), url, _stop: stop }
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> reqwest::Response {
        request.send().await.expect("a response").error_for_status().expect("success")
    }
}

#[test]
fn json_of_request_is_not_copied() {
    let clients = Clients::new();
    let Clients { runtime, odata, plain, url, .. } = &clients;
    let body = User::update().set(User::DISPLAY_NAME, "x".repeat(LENGTH));
    let update = user(odata).update(&body);
    let allocated_by_odata = allocated(runtime, || async {
        odata.send(&update).await.expect("a response");
    });
    let allocated_by_plain = allocated(runtime, || async {
        let body = serde_json::to_vec(&body).expect("JSON");
        clients.send(plain.patch(url).header("Content-Type", "application/json").body(body)).await;
    });
    let copies = allocated_by_odata - allocated_by_plain;
    assert!(copies.abs() < 0.1, "{allocated_by_odata} - {allocated_by_plain}");
}

#[test]
fn json_of_response_is_not_copied() {
    let clients = Clients::new();
    let Clients { runtime, odata, plain, url, .. } = &clients;
    let allocated_by_odata = allocated(runtime, || async {
        let user = odata.send(&user(odata).get()).await.expect("a response");
        assert_eq!(user.display_name.as_ref().map(String::len), Some(LENGTH));
    });
    let allocated_by_plain = allocated(runtime, || async {
        let body = clients.send(plain.get(url)).await.bytes().await.expect("a body");
        let user: User = serde_json::from_slice(&body).expect("a user");
        assert_eq!(user.display_name.as_ref().map(String::len), Some(LENGTH));
    });
    let copies = allocated_by_odata - allocated_by_plain;
    assert!(copies < 0.5, "{allocated_by_odata} - {allocated_by_plain}");
}

#[test]
fn content_is_copied_once() {
    let clients = Clients::new();
    let Clients { runtime, odata, plain, url, .. } = &clients;
    let url = &format!("{url}/$value");
    let content = || vec![7; LENGTH];
    let put_by_odata = allocated(runtime, || async {
        let put = user(odata).media().put(content(), "application/octet-stream");
        odata.send(&put).await.expect("a response");
    });
    let put_by_plain = allocated(runtime, || async {
        clients.send(plain.put(url).body(content())).await;
    });
    let copies = put_by_odata - put_by_plain;
    assert!((copies - 1.0).abs() < 0.1, "{put_by_odata} - {put_by_plain}");

    let get_by_odata = allocated(runtime, || async {
        let received = odata.send(&user(odata).media().get()).await.expect("a response");
        assert_eq!(received.value().len(), LENGTH);
    });
    let get_by_plain = allocated(runtime, || async {
        assert_eq!(clients.send(plain.get(url)).await.bytes().await.expect("a body").len(), LENGTH);
    });
    let copies = get_by_odata - get_by_plain;
    assert!((copies - 1.0).abs() < 0.5, "{get_by_odata} - {get_by_plain}");
}

/// The batch parses the JSON of a request to find references such as `$1`, and copies it to the JSON of the part and to the body of
/// the batch request.
#[test]
fn copies_of_json_in_batch_are_limited() {
    let clients = Clients::new();
    let Clients { runtime, odata, .. } = &clients;
    let body = User::update().set(User::DISPLAY_NAME, "x".repeat(LENGTH));
    let update = user(odata).update(&body);
    let alone = allocated(runtime, || async {
        odata.send(&update).await.expect("a response");
    });
    let in_batch = allocated(runtime, || async {
        let mut batch = Batch::new(odata.service());
        batch.add(&update).expect("a request");
        odata.send_batch(&batch).await.expect("a response");
    });
    let additional = in_batch - alone;
    assert!(additional < 3.5, "{in_batch} - {alone}");
}
