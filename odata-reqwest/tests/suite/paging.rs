//! Pages and items.

use std::pin::Pin;

use futures_core::Stream;
use odata_core::Collection;
use odata_core::request::{Request, RequestError};
use odata_reqwest::{AccessToken, ErrorKind};

use crate::model::{User, client, users};
use crate::server::{Action, Received, Reply, Server};

const USERS: &str = "/v1.0/users";

/// Returns a page with two users and a link to the next page.
fn page(number: usize, last: usize) -> Reply {
    let link = if number < last {
        format!(r#", "@odata.nextLink": "users?page={}""#, number + 1)
    } else {
        String::new()
    };
    Reply::json(format!(r#"{{"value": [{{"id": "{number}a"}}, {{"id": "{number}b"}}]{link}}}"#))
}

fn number(received: &Received) -> usize {
    received.url.split_once("page=").map_or(0, |(_, number)| number.parse().expect("a number"))
}

fn url(number: usize) -> String {
    if number == 0 { USERS.to_owned() } else { format!("{USERS}?page={number}") }
}

fn ids(numbers: core::ops::RangeInclusive<usize>) -> Vec<String> {
    numbers.flat_map(|number| [format!("{number}a"), format!("{number}b")]).collect()
}

#[tokio::test]
async fn items_of_all_pages_are_returned_once() {
    let server = Server::start().await;
    server.handle(|received| Some(page(number(received), 3).into()));
    // Each page fails in another way first.
    let head = page(0, 3).head_length();
    server.on(USERS, [Action::Close]);
    server.on(&url(1), [Action::Send(Reply::error(429, "busy", "Busy."))]);
    server.on(&url(2), [Action::Cut(page(2, 3), head + 30)]);
    server.on(&url(3), [Action::Send(Reply::error(503, "busy", "Busy.")), Action::Close]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    let mut items = client.items(users(&client).list().max_page_size(2));
    let mut received = Vec::new();
    while let Some(user) = items.try_next().await.expect("an item") {
        received.push(user.id.expect("an id"));
    }
    assert_eq!(received, ids(0..=3));
    assert_eq!((0..=3).map(|number| server.count(&url(number))).collect::<Vec<_>>(), [2, 2, 2, 3]);
    let last = &server.received(&url(3))[2];
    assert_eq!(last.header("prefer"), Some("odata.maxpagesize=2"));
    assert_eq!(last.header("authorization"), Some("Bearer secret"));
    assert_eq!((items.page_link(), items.try_next().await.expect("the end")), (None, None));
}

#[tokio::test]
async fn pages_continue_at_a_link_after_an_error() {
    let server = Server::start().await;
    server.handle(|received| Some(page(number(received), 2).into()));
    server.on(&url(1), [Reply::error(400, "bad", "Bad.")]);
    let client = client(&server);
    let mut pages = client.pages(users(&client).list());
    assert_eq!(pages.try_next().await.expect("a page").map(|page| page.value.len()), Some(2));
    pages.try_next().await.expect_err("an error");
    assert!(pages.try_next().await.expect("the end").is_none());

    let link = pages.next_link().expect("a link");
    assert_eq!(link, server.url(&url(1)));
    let mut rest = client.pages(Request::get::<Collection<User>>(client.service(), &link));
    let mut count = 0;
    while let Some(page) = rest.try_next().await.expect("a page") {
        count += page.value.len();
    }
    assert_eq!((count, server.count(&url(1)), server.total()), (4, 2, 4));
}

#[tokio::test]
async fn items_continue_on_the_same_page() {
    let server = Server::start().await;
    server.handle(|received| Some(page(number(received), 1).into()));
    let client = client(&server);
    let mut items = client.items(users(&client).list());
    assert_eq!((items.page_link(), items.page_offset()), (Some(server.url(USERS)), 0));
    items.try_next().await.expect("an item");
    assert_eq!((items.page_link(), items.page_offset()), (Some(server.url(USERS)), 1));
    items.try_next().await.expect("an item");
    assert_eq!((items.page_link(), items.page_offset()), (Some(server.url(&url(1))), 0));
    assert_eq!(server.total(), 1);
}

#[tokio::test]
async fn link_to_another_origin_is_an_error_after_the_page() {
    let (server, other) = (Server::start().await, Server::start().await);
    let link = other.url("/users");
    server.on(USERS, [Reply::json(format!(r#"{{"value": [{{"id": "1"}}], "@odata.nextLink": "{link}"}}"#))]);
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    let mut items = client.items(users(&client).list());
    assert!(items.try_next().await.expect("an item").is_some());
    let error = items.try_next().await.expect_err("an error");
    assert!(
        matches!(error.kind(), ErrorKind::Request(RequestError::Origin(found)) if *found == link),
        "{error}"
    );
    assert_eq!((server.total(), other.connections()), (1, 0));
}

#[tokio::test]
async fn page_that_links_to_itself_is_an_error() {
    let server = Server::start().await;
    server.handle(|received| {
        let next = match number(received) {
            0 => 1,
            _ => number(received),
        };
        Some(Reply::json(format!(r#"{{"value": [], "@odata.nextLink": "users?page={next}"}}"#)).into())
    });
    let client = client(&server);
    let error = client.items(users(&client).list()).try_next().await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::PageLoop(link) if *link == server.url(&url(1))), "{error}");
    assert_eq!((server.count(USERS), server.count(&url(1))), (1, 1));
}

#[tokio::test]
async fn cycle_of_pages_is_an_error() {
    let server = Server::start().await;
    server.handle(|received| {
        let next = (number(received) + 1) % 5;
        Some(Reply::json(format!(r#"{{"value": [], "@odata.nextLink": "users?page={next}"}}"#)).into())
    });
    let client = client(&server);
    let error = client.items(users(&client).list()).try_next().await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::PageLoop(_)), "{error}");
    assert!(server.total() <= 15, "{}", server.total());
}

#[tokio::test]
async fn pages_are_a_stream() {
    let server = Server::start().await;
    server.handle(|received| Some(page(number(received), 1).into()));
    let client = client(&server);
    let mut pages = client.pages(users(&client).list());
    let mut count = 0;
    while let Some(page) = core::future::poll_fn(|context| Pin::new(&mut pages).poll_next(context)).await {
        count += page.expect("a page").value.len();
    }
    assert_eq!((count, server.total()), (4, 2));
}

/// Each link leads to the second page. The fragment isn't sent.
#[tokio::test]
async fn links_are_resolved() {
    for link in [
        "users?page=1",
        "?page=1",
        "/v1.0/users?page=1",
        "./users?page=1#part",
        "../v1.0/users?page=1",
        "https:",
        "absolute",
        "context",
    ] {
        let server = Server::start().await;
        let absolute = format!("{}#part", server.url(&url(1)));
        let (link, context) = match link {
            "https:" => (absolute.replace("http://", "//"), String::new()),
            "absolute" => (absolute.replace("http://", "HTTP://"), String::new()),
            "context" => {
                let context = server.url("/v1.0/$metadata#users");
                ("users?page=1".to_owned(), format!(r#""@odata.context": "{context}", "#))
            }
            link => (link.to_owned(), String::new()),
        };
        server.on(USERS, [Reply::json(format!(r#"{{{context}"value": [], "@odata.nextLink": "{link}"}}"#))]);
        server.on(&url(1), [page(1, 1)]);
        let client = client(&server);
        let mut items = client.items(users(&client).list());
        let mut count = 0;
        while items.try_next().await.expect("an item").is_some() {
            count += 1;
        }
        assert_eq!((count, server.count(&url(1)), server.total()), (2, 1, 2), "{link}");
    }
}

#[tokio::test]
async fn unusable_links_are_errors_after_the_page() {
    for link in ["http://", "http://user@127.0.0.1/users", "mailto:a@b", "//other.example/users", "http://[/"]
    {
        let server = Server::start().await;
        server.on(
            USERS,
            [Reply::json(format!(r#"{{"value": [{{"id": "1"}}], "@odata.nextLink": "{link}"}}"#))],
        );
        let client = client(&server);
        let mut items = client.items(users(&client).list());
        assert!(items.try_next().await.expect("an item").is_some(), "{link}");
        let error = items.try_next().await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Request(_)), "{link}: {error}");
        assert!(items.try_next().await.expect("the end").is_none());
        assert_eq!(server.total(), 1, "{link}");
    }
}

/// A link to the same page with another fragment, and an empty link, lead back to the same page.
#[tokio::test]
async fn link_to_the_same_page_is_an_error() {
    for link in ["users#part", "#", "", "users"] {
        let server = Server::start().await;
        server.on(
            USERS,
            [Reply::json(format!(r#"{{"value": [{{"id": "1"}}], "@odata.nextLink": "{link}"}}"#))],
        );
        let client = client(&server);
        let mut items = client.items(users(&client).list());
        assert!(items.try_next().await.expect("an item").is_some(), "{link}");
        let error = items.try_next().await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::PageLoop(_)), "{link}: {error}");
        assert_eq!(server.total(), 1, "{link}");
    }
}

#[tokio::test]
async fn null_link_is_the_end() {
    let server = Server::start().await;
    server.on(USERS, [Reply::json(r#"{"value": [{"id": "1"}], "@odata.nextLink": null}"#)]);
    let client = client(&server);
    let mut items = client.items(users(&client).list());
    assert!(items.try_next().await.expect("an item").is_some());
    assert!(items.try_next().await.expect("the end").is_none());
    assert_eq!((server.total(), items.page_link()), (1, None));
}
