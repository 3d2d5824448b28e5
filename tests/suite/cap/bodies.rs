//! Checks the bodies of create requests and update requests.

use odata_core::query::QueryOptions;
use odata_core::{Binary, ODataEntity};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::checklist::Checklist;
use super::client::Client;
use super::keys::AUTHOR;
use super::model::catalog::{Books, BooksChapters, Parts, Widgets};

pub fn check(client: &Client, checklist: &mut Checklist) {
    deep_inserts(client, checklist);
    values(client, checklist);
    updates(client, checklist);
}

fn deep_inserts(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("deep insert: keys that the client generated", || {
        let [widget_id, first, second] =
            [1, 2, 3].map(|number| Uuid::from_u128(0x4000_8000_0000_0000_0000 + number));
        let part =
            |id, label: &str| Parts { id: Some(id), label: Some(label.to_owned()), ..Parts::default() };
        let widget = Widgets {
            id: Some(widget_id),
            name: Some("deep".to_owned()),
            parts: Some(vec![part(first, "a"), part(second, "b")]),
            ..Widgets::default()
        };
        let widgets = catalog.widgets();
        client.send(&widgets.create(&widget.to_create().expect("a body")));
        let expanded = QueryOptions::new().expand(Widgets::PARTS);
        let read = client.send(&widgets.key(widget_id).get().query(&expanded));
        let mut ids: Vec<_> = read.parts.iter().flatten().filter_map(|part| part.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, [first, second]);
    });
    checklist.item("deep insert: children whose key contains the key of the parent", || {
        let chapter = |pos, title: &str| BooksChapters {
            pos: Some(pos),
            title: Some(title.to_owned()),
            ..BooksChapters::default()
        };
        let book = Books {
            id: Some(310),
            title: Some("chapters".to_owned()),
            chapters: Some(vec![chapter(1, "One"), chapter(2, "Two")]),
            ..Books::default()
        };
        let books = catalog.books();
        client.send(&books.create(&book.to_create().expect("a body")));
        let chapters = client.send(&books.key(310).collection(Books::CHAPTERS).list());
        assert!(!chapters.value.is_empty());
        assert_eq!(chapters.value[0].up__id, Some(310));
    });
    checklist.item("deep insert: an existing entity is an error", || {
        let existing = client.send(&catalog.widgets().key(AUTHOR).get()).into_value();
        let part =
            Parts { widget: Some(Box::new(existing)), label: Some("x".to_owned()), ..Parts::default() };
        let error = part.to_create().expect_err("an entity that exists").to_string();
        assert!(error.starts_with("`widget` is an existing entity, since it has `@odata.etag`"), "{error}");
    });
    checklist.item("binding: a reference to an existing entity", || {
        let authors = catalog.authors();
        let body = Books::create()
            .set(Books::ID, 311)
            .set(Books::TITLE, "bound")
            .bind(Books::AUTHOR, format!("Authors({AUTHOR})"));
        let books = catalog.books();
        client.send(&books.create(&body));
        let author = client.send(&books.key(311).navigate(Books::AUTHOR).get());
        assert_eq!(author.as_ref().and_then(|author| author.id), Some(AUTHOR));
        assert!(client.send(&authors.key(AUTHOR).get()).name.is_some());
    });
}

fn values(client: &Client, checklist: &mut Checklist) {
    let books = client.catalog.books();
    let round_trip = |number: i32, book: Books| {
        // Without `IEEE754Compatible=true`, this service reads numbers as doubles: it rejects `0.0000001` and rounds large integers.
        let book = Books { id: Some(number), title: Some("values".to_owned()), ..book };
        client.send(&books.create(&book.to_create().expect("a body")).ieee754_compatible());
        client.send(&books.key(number).get().ieee754_compatible()).into_value()
    };
    checklist.item("decimals: seven digits, without an exponent", || {
        for (number, text) in
            [(320, "0.0000001"), (321, "1234567.1234567"), (322, "-0.0000005"), (323, "100000")]
        {
            let exact: Decimal = text.parse().expect("a decimal");
            let read = round_trip(number, Books { exact: Some(exact), ..Books::default() });
            assert_eq!(read.exact, Some(exact), "{text}");
        }
    });
    checklist.item("integers: 64 bits", || {
        let read = round_trip(
            324,
            Books { big: Some(i64::MAX), tiny: Some(255), small: Some(-32768), ..Books::default() },
        );
        assert_eq!((read.big, read.tiny, read.small), (Some(i64::MAX), Some(255), Some(-32768)));
    });
    checklist.item("integers and decimals as numbers", || {
        let book = Books {
            id: Some(325),
            title: Some("numbers".to_owned()),
            big: Some(9_007_199_254_740_991),
            exact: Some("0.000005".parse().expect("a decimal")),
            ..Books::default()
        };
        client.send(&books.create(&book.to_create().expect("a body")));
        let read = client.send(&books.key(325).get());
        assert_eq!((read.big, read.exact), (book.big, book.exact));
    });
    checklist.item("binary values", || {
        let bytes = [0xff, 0xe0, 0x00, 0x3e, 0x3f];
        let read = round_trip(326, Books { isbn: Some(bytes.into()), ..Books::default() });
        assert_eq!(read.isbn.as_deref(), Some(&bytes[..]));
        let stored = client.send(&books.key(201).get());
        assert_eq!(stored.isbn, Some(Binary::from(bytes)));
    });
    checklist.item("collections: empty", || {
        let read = round_trip(327, Books { tags: Some(vec![]), ..Books::default() });
        assert_eq!(read.tags, Some(vec![]));
    });
}

fn updates(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let widgets = catalog.widgets();
    checklist.item("update: only the changed properties, with an ETag", || {
        let response = client.send(&widgets.key(AUTHOR).get());
        let etag = response.extra.etag().expect("an ETag").to_owned();
        assert_eq!(response.etag(), Some(etag.as_str()));
        let original = response.into_value();
        let changed = Widgets { qty: Some(7), ..original.clone() };
        let body = changed.changes_since(&original).expect("a body");
        assert_eq!(body.members().len(), 2, "the type and the change: {body:?}");
        let updated = client.send(&widgets.key(AUTHOR).update(&body).if_match(etag));
        assert_eq!(updated.as_ref().and_then(|widget| widget.qty), Some(7));
    });
    checklist.item("update: an outdated ETag returns status code 412", || {
        let body = Widgets::update().set(Widgets::QTY, 8);
        let error = client.send_rejected(&widgets.key(AUTHOR).update(&body).if_match("W/\"999\""));
        assert_eq!(error.status(), 412);
    });
    checklist.item("update: null clears a property", || {
        let books = catalog.books();
        client.send(&books.key(202).update(&Books::update().null(Books::DESCR)));
        assert_eq!(client.send(&books.key(202).get()).descr, None);
    });
    checklist.item("update: a navigation property that changed is an error", || {
        let original = Widgets { parts: Some(vec![]), ..Widgets::default() };
        let changed = Widgets { parts: Some(vec![Parts::default()]), ..Widgets::default() };
        assert!(changed.changes_since(&original).is_err());
        assert!(changed.deep_changes_since(&original).is_ok());
    });
}
