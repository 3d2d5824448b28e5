//! The memory that paging allocates.

use std::sync::mpsc;
use std::thread;

use odata_core::request::Service;
use odata_reqwest::Client;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::model::users;
use crate::server::{Reply, Server};

/// Runs a server with endless pages on another thread, until the returned sender is dropped.
fn server() -> (String, oneshot::Sender<()>) {
    let (address, received) = mpsc::channel();
    let (sender, stopped) = oneshot::channel::<()>();
    thread::spawn(move || {
        runtime().block_on(async {
            let server = Server::start().await;
            server.handle(|received| {
                let number: u32 =
                    received.url.split_once("page=").map_or(0, |(_, number)| number.parse().unwrap_or(0));
                let next = number + 1;
                let users = format!(r#"{{"id": "{number}", "displayName": "{}"}}"#, "x".repeat(1000));
                let body =
                    format!(r#"{{"value": [{users}, {users}], "@odata.nextLink": "users?page={next}"}}"#);
                Some(Reply::json(body).into())
            });
            address.send(server.url("/v1.0")).expect("a receiver");
            drop(stopped.await);
        });
    });
    (received.recv().expect("an address"), sender)
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Returns the maximum number of bytes that are allocated while the items of `pages` pages are read.
fn peak(url: &str, pages: usize) -> u64 {
    let runtime = runtime();
    let client = Client::new(Service::graph(url).expect("a service"));
    let info = allocation_counter::measure(|| {
        runtime.block_on(async {
            let mut items = client.items(users(&client).list());
            for position in 0..pages * 2 {
                let user = items.try_next().await.expect("an item").expect("an item");
                assert_eq!(user.id, Some((position / 2).to_string()));
            }
        });
    });
    info.bytes_max
}

/// The 10,000 pages have 20 MB.
#[test]
fn ten_thousand_pages_are_read_in_constant_memory() {
    let (url, stop) = server();
    let few = peak(&url, 20);
    let many = peak(&url, 10_000);
    drop(stop);
    assert!(few > 2_000, "{few}");
    assert!(many < few + 50_000, "{many} bytes for 10,000 pages, {few} bytes for 20 pages");
}
