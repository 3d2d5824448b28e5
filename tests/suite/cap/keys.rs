//! Checks keys of all types in URLs and bodies.

use chrono::{DateTime, NaiveDate, Utc};
use odata_core::ODataEntity;
use odata_core::request::Key;
use uuid::Uuid;

use super::checklist::Checklist;
use super::client::Client;
use super::model::catalog::{Authors, Books, Moments, Rates, Stocks, Widgets};

pub const AUTHOR: Uuid = Uuid::from_u128(0x1111_1111_1111_4111_8111_1111_1111_1111);

pub fn check(client: &Client, checklist: &mut Checklist) {
    in_urls(client, checklist);
    in_bodies(client, checklist);
}

fn in_urls(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("key in a URL: Edm.Int32", || {
        let book = client.send(&catalog.books().key(201).get());
        assert_eq!(book.title.as_deref(), Some("Wuthering Heights"));
    });
    checklist.item("key in a URL: Edm.Guid", || {
        let author = client.send(&catalog.authors().key(AUTHOR).get());
        assert_eq!(author.name.as_deref(), Some("Emily Brontë"));
    });
    checklist.item("key in a URL: Edm.String with a slash, a space and a quote", || {
        let genres = catalog.genres();
        for (code, name) in [("a/b c", "Slash & Space"), ("O'G", "Quote"), ("fic", "Fiction")] {
            assert_eq!(client.send(&genres.key(code).get()).name.as_deref(), Some(name));
        }
    });
    checklist.item("key in a URL: Edm.DateTimeOffset", || {
        let at: DateTime<Utc> = "2024-05-06T07:08:09.123Z".parse().expect("a time");
        let moment = client.send(&catalog.moments().key(Key::by(Moments::AT, at)).get());
        assert_eq!(moment.note.as_deref(), Some("n"));
    });
    checklist.item("key in a URL: Edm.String and Edm.Int32", || {
        for (warehouse, book, quantity) in [("W/1", 201, 5), ("W'2", 202, 7)] {
            let key = Key::by(Stocks::WAREHOUSE, warehouse).and(Stocks::BOOK_ID, book);
            let stock = client.send(&catalog.stocks().key(key).get());
            assert_eq!(stock.quantity, Some(quantity));
        }
    });
    checklist.item("key in a URL: Edm.Date, Edm.String, Edm.Int64 and Edm.Guid", || {
        let key = Key::by(Rates::VALID_FROM, NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date"))
            .and(Rates::CURRENCY, "EUR")
            .and(Rates::BIG, 9_007_199_254_740_993)
            .and(Rates::ID, AUTHOR);
        let rate = client.send(&catalog.rates().key(key).get());
        assert_eq!(rate.rate.map(|rate| rate.to_string()).as_deref(), Some("1.234567"));
        assert_eq!(rate.big, Some(9_007_199_254_740_993));
    });
    checklist.item("key in a URL: an entity that doesn't exist", || {
        let error = client.send_rejected(&catalog.books().key(9999).get());
        assert_eq!(error.status(), 404);
    });
}

fn in_bodies(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("key in a create body: chosen by the client", || {
        let book = Books { id: Some(301), title: Some("Eleonora".to_owned()), ..Books::default() };
        let response = client.send(&catalog.books().create(&book.to_create().expect("a body")));
        assert_eq!(response.status(), 201);
        assert_eq!(response.as_ref().and_then(|book| book.id), Some(301));
        let body = Books::create().set(Books::ID, 302).set(Books::TITLE, "Ligeia");
        client.send(&catalog.books().create(&body));
        assert_eq!(client.send(&catalog.books().key(302).get()).title.as_deref(), Some("Ligeia"));
    });
    checklist.item("key in a create body: chosen by the service", || {
        let author = Authors { name: Some("Anne".to_owned()), ..Authors::default() };
        let created = client.send(&catalog.authors().create(&author.to_create().expect("a body")));
        assert!(created.as_ref().is_some_and(|author| author.id.is_some_and(|id| !id.is_nil())));
    });
    checklist.item("key in a create body: a UUID that the client generated", || {
        let id = Uuid::from_u128(0x0123_4567_89ab_4def_8123_4567_89ab_cdef);
        let author = Authors { id: Some(id), name: Some("Charlotte".to_owned()), ..Authors::default() };
        client.send(&catalog.authors().create(&author.to_create().expect("a body")));
        let read = client.send(&catalog.authors().key(id).get());
        assert_eq!(read.name.as_deref(), Some("Charlotte"));
    });
    checklist.item("key in a create body: several parts", || {
        let stock = Stocks {
            warehouse: Some("W3".to_owned()),
            book_id: Some(203),
            quantity: Some(1),
            ..Stocks::default()
        };
        client.send(&catalog.stocks().create(&stock.to_create().expect("a body")));
        let key = Key::by(Stocks::WAREHOUSE, "W3").and(Stocks::BOOK_ID, 203);
        assert_eq!(client.send(&catalog.stocks().key(key).get()).quantity, Some(1));
    });
    checklist.item("key in an update: not sent, and a changed key is an error", || {
        let widget = client.send(&catalog.widgets().key(AUTHOR).get()).into_value();
        let changed = Widgets { qty: Some(2), ..widget.clone() };
        let body = changed.changes_since(&widget).expect("a body");
        assert!(body.members().get("ID").is_none());
        let other = Widgets { id: Some(Uuid::nil()), ..changed };
        assert!(other.changes_since(&widget).is_err());
    });
}
