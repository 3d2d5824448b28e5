//! Programs without an async runtime.

use std::sync::{Arc, mpsc};
use std::thread;

use odata_core::ODataEntity;
use odata_core::request::Service;
use odata_reqwest::{AccessToken, Client, Error, Items, Pages};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::model::{User, fast, user, users};
use crate::server::{Reply, Server};

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Runs a server with two pages of users on another thread, until the returned sender is dropped.
fn start() -> (Client, oneshot::Sender<()>) {
    let (address, received) = mpsc::channel();
    let (sender, stopped) = oneshot::channel::<()>();
    thread::spawn(move || {
        runtime().block_on(async {
            let server = Server::start().await;
            server.handle(|received| {
                Some(match (&*received.method, &*received.url) {
                    ("POST", _) => Reply::new(201, r#"{"id": "1"}"#).into(),
                    (_, "/v1.0/users") => Reply::json(
                        r#"{"value": [{"id": "1"}, {"id": "2"}], "@odata.nextLink": "users?p=1"}"#,
                    )
                    .into(),
                    (_, "/v1.0/users?p=1") => Reply::json(r#"{"value": [{"id": "3"}]}"#).into(),
                    _ => Reply::json(r#"{"id": "1"}"#).into(),
                })
            });
            address.send(server.url("/v1.0")).expect("a receiver");
            drop(stopped.await);
        });
    });
    let service = Service::graph(&received.recv().expect("an address")).expect("a service");
    (Client::new(service).with_retry(fast()).with_token_provider(AccessToken::new("secret")), sender)
}

#[test]
fn streams_are_read_without_a_runtime() {
    let (client, stop) = start();
    let runtime = runtime();
    let mut pages = client.pages(users(&client).list());
    let mut lengths = Vec::new();
    while let Some(page) = runtime.block_on(pages.try_next()).expect("a page") {
        lengths.push(page.value.len());
    }
    let mut items = client.items(users(&client).list());
    let ids: Vec<_> =
        core::iter::from_fn(|| runtime.block_on(items.try_next()).expect("an item")?.id).collect();
    drop(stop);
    assert_eq!((lengths, ids), (vec![2, 1], ["1", "2", "3"].map(str::to_owned).to_vec()));
}

/// The connections of a client don't depend on the first runtime.
#[test]
fn client_is_used_in_several_runtimes() {
    let (client, stop) = start();
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    for _ in 0..8 {
        runtime().block_on(client.send(&create)).expect("a response");
        runtime().block_on(client.send(&user(&client).get())).expect("a response");
    }
    drop(stop);
}

#[test]
fn threads_share_a_client_and_a_runtime() {
    let (client, stop) = start();
    let runtime = Arc::new(runtime());
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let (client, runtime) = (client.clone(), Arc::clone(&runtime));
            thread::spawn(move || {
                runtime.block_on(client.send(&user(&client).get())).map(|user| user.into_value().id)
            })
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("no panic").expect("a response").as_deref(), Some("1"));
    }
    drop(stop);
}

#[test]
fn types_can_be_sent_to_other_threads() {
    const fn check<T: Send + Sync + 'static>() {}
    const fn check_send<T: Send + 'static>() {}
    check::<Client>();
    check::<Error>();
    check_send::<Pages<User>>();
    check_send::<Items<User>>();
}
