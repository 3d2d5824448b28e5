//! Checks counts, raw values, streams, replaced entities, links and atomicity groups.

use odata_core::query::QueryOptions;
use odata_core::request::{Batch, Request};
use odata_core::{Collection, ODataEntity};

use super::checklist::Checklist;
use super::client::Client;
use super::model::catalog::{Authors, Books, Documents, Genres, PagedBooks};

pub fn check(client: &Client, checklist: &mut Checklist) {
    counts(client, checklist);
    content(client, checklist);
    changes(client, checklist);
    links(client, checklist);
    groups(client, checklist);
}

fn counts(client: &Client, checklist: &mut Checklist) {
    let books = client.catalog.books();
    checklist.item("count: a collection and a navigation property", || {
        assert!(client.send(&books.count()).into_value() >= 8);
        assert_eq!(client.send(&books.key(201).to(Books::CHAPTERS).count()).into_value(), 2);
    });
    checklist.item("count: with $filter and $search", || {
        let options = QueryOptions::new().filter(Books::ID.le(208));
        assert_eq!(client.send(&books.count_matching(&options)).into_value(), 8);
        assert_eq!(client.send(&books.count_matching(&options.search("Raven"))).into_value(), 1);
    });
}

fn content(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let book = catalog.books().key(207);
    checklist.item("raw value: a string, a number, bytes and null", || {
        assert_eq!(client.send(&book.raw_value(Books::TITLE)).into_value().as_deref(), Some("Eleonora"));
        assert_eq!(
            client.send(&book.raw_value(Books::BIG)).into_value().as_deref(),
            Some("9007199254740993")
        );
        let isbn = client.send(&book.raw_value(Books::ISBN)).into_value();
        assert_eq!(isbn.as_deref(), Some(&[0xff, 0xe0, 0x00, 0x3e, 0x3f][..]));
        let null = client.send(&book.raw_value(Books::IMAGE_NAME));
        assert_eq!((null.status().as_u16(), null.value()), (204, &None));
    });
    checklist.item("stream: put, get and delete", || {
        let image = book.stream(Books::IMAGE);
        assert_eq!(client.send(&image.get()).into_value(), None);
        client.send(&image.put([0xff, 0xd8, 0x00], "image/jpeg"));
        let read = client.send(&image.get());
        assert_eq!(read.content_type(), Some("image/jpeg"));
        assert_eq!(read.value().as_deref(), Some(&[0xff, 0xd8, 0x00][..]));
        let entity = client.send(&book.get());
        assert_eq!(entity.extra.stream("image").content_type(), Some("image/jpeg"));
        client.send(&image.delete());
        assert_eq!(client.send(&image.get()).into_value(), None);
    });
    checklist.item("stream: a document of a fixed media type", || {
        let document = catalog.documents().key(super::keys::AUTHOR);
        let content = document.stream(Documents::CONTENT);
        client.send(&content.put("%PDF", "application/pdf"));
        let read = client.send(&content.get());
        assert_eq!(
            (read.content_type(), read.value().as_deref()),
            (Some("application/pdf"), Some(&b"%PDF"[..]))
        );
    });
}

fn changes(client: &Client, checklist: &mut Checklist) {
    let genres = client.catalog.genres();
    checklist.item("PUT: creates and replaces an entity", || {
        let body = |name: &str| Genres::create().set(Genres::CODE, "put").set(Genres::NAME, name);
        assert_eq!(client.send(&genres.key("put").replace(&body("first"))).status(), 201);
        assert_eq!(client.send(&genres.key("put").replace(&body("second"))).status(), 200);
        assert_eq!(client.send(&genres.key("put").get()).name.as_deref(), Some("second"));
    });
    checklist.item("PATCH: updates an entity with a create body", || {
        // The service doesn't create entities with `PATCH`.
        let body = Genres::create().set(Genres::NAME, "upsert");
        assert_eq!(client.send(&genres.key("put").upsert(&body)).status(), 200);
        assert_eq!(client.send(&genres.key("put").get()).name.as_deref(), Some("upsert"));
        let missing = genres.key("missing").update(&Genres::update().set(Genres::NAME, "x")).if_match("*");
        assert!(matches!(client.send_rejected(&missing).status().as_u16(), 404 | 412));
    });
}

fn links(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("link: a stored next link and a path as a string", || {
        let first = client.send(&catalog.paged_books().list());
        let stored = first.next_link().expect("a link").to_owned();
        let second = client.send(&Request::get::<Collection<PagedBooks>>(catalog, &stored));
        assert_eq!(second.value[0].id, Some(204));
        let count = client.send(&Request::get::<i64>(catalog, "Books(201)/chapters/$count"));
        assert_eq!(count.into_value(), 2);
    });
    checklist.item("link: the URL in `Location`", || {
        let create = catalog.genres().create(&Genres::create().set(Genres::CODE, "at"));
        let created = client.send(&create);
        let genre = catalog.entity_at::<Genres>(created.location().expect("a URL"));
        assert_eq!(client.send(&genre.get()).code.as_deref(), Some("at"));
        client.send(&genre.delete());
    });
    checklist.item("navigation: to one and to many entities", || {
        let book = catalog.books().key(201);
        let author = client.send(&book.to(Books::AUTHOR).get()).into_value().expect("an author");
        assert_eq!(author.name.as_deref(), Some("Emily Brontë"));
        let books = client.send(&book.to(Books::AUTHOR).to(Authors::BOOKS).list());
        assert!(books.iter().any(|book| book.id == Some(201)));
    });
}

fn groups(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let genres = catalog.genres();
    let create = |code: &str| genres.create(&Genres::create().set(Genres::CODE, code));
    let send = |batch: &Batch| {
        batch.read(&client.exchange(batch.build().expect("a request"))).expect("a batch response")
    };
    checklist.item("batch: a group, and references to its results", || {
        let mut batch = Batch::new(catalog);
        let mut group = batch.group();
        let parent = group.add(&create("group1")).expect("a part");
        group.add(&create("group2")).expect("a part");
        let children = parent.entity().to(Genres::CHILDREN);
        let child =
            batch.add(&children.create(&Genres::create().set(Genres::CODE, "group3"))).expect("a part");
        let count = batch.add_after(&genres.count(), &child).expect("a part");
        let response = send(&batch);
        assert_eq!(response.read(&parent).expect("created").status(), 201);
        let child = response.read(&child).expect("created").into_value().expect("a genre");
        assert_eq!(child.parent_code.as_deref(), Some("group1"));
        assert!(response.read(&count).expect("a count").into_value() >= 6);
    });
    checklist.item("batch: a group that fails", || {
        let mut batch = Batch::new(catalog);
        let mut group = batch.group();
        let valid = group.add(&create("undone")).expect("a part");
        let duplicate = group.add(&create("fic")).expect("a part");
        let read = batch.add(&genres.key("undone").get()).expect("a part");
        let response = send(&batch);
        assert_eq!(
            response.http_response(&valid).expect("a response").status(),
            201,
            "the status before the rollback"
        );
        let error = response.read(&valid).expect_err("undone").to_string();
        assert_eq!(error, "request `1` of the batch: request `2` of the same atomicity group failed");
        assert!(response.read(&duplicate).expect_err("a duplicate").status().as_u16() >= 400);
        assert_eq!(response.read(&read).expect_err("no genre").status(), 404);
    });
}
