//! The memory that paging allocates.

use std::sync::mpsc;
use std::thread;

use odata_core::request::Service;
use odata_reqwest::Client;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::model::{user, users};
use crate::server::{Reply, Server};

/// The length of a download or an upload: 16 parts of 320 KiB.
const CONTENT_LENGTH: usize = 16 * 320 * 1024;

/// Returns the response to a part of an upload.
fn upload_reply(part: usize) -> Reply {
    if part == 15 {
        return Reply::new(201, "");
    }
    Reply::new(202, format!(r#"{{"nextExpectedRanges": ["{}-"]}}"#, (part + 1) * 320 * 1024))
}

/// Runs a server with endless pages on another thread, until the returned sender is dropped.
fn server() -> (String, oneshot::Sender<()>) {
    let (address, received) = mpsc::channel();
    let (sender, stopped) = oneshot::channel::<()>();
    thread::spawn(move || {
        runtime().block_on(async {
            let server = Server::start().await;
            server.on("/v1.0/users/1/$value", [Reply::new(200, vec![7; CONTENT_LENGTH])]);
            server.on("/up", (0..16).map(upload_reply));
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

#[test]
fn bodies_of_downloads_and_uploads_are_not_stored() {
    let (url, stop) = server();
    let runtime = runtime();
    let client = Client::new(Service::graph(&url).expect("a service"));
    let download = allocation_counter::measure(|| {
        runtime.block_on(async {
            let download = client.download(&user(&client).media().get()).await.expect("a download");
            let written = download.write_to(&mut tokio::io::sink()).await.expect("all bytes");
            assert_eq!(usize::try_from(written), Ok(CONTENT_LENGTH));
        });
    });
    let upload = allocation_counter::measure(|| {
        runtime.block_on(async {
            let url = url.replace("/v1.0", "/up");
            let length = u64::try_from(CONTENT_LENGTH).expect("a length");
            let upload = client.upload::<()>(&url, length).part_size(320 * 1024);
            upload.send(tokio::io::repeat(7)).await.expect("a response");
        });
    });
    drop(stop);
    let limit = u64::try_from(CONTENT_LENGTH / 3).expect("a length");
    assert!(download.bytes_max < limit && upload.bytes_max < limit, "{download:?} {upload:?}");
}
