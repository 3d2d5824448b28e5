//! Checks query options, pages and expanded navigation properties.

use odata_core::query::{Filter, QueryOptions, element};

use super::checklist::Checklist;
use super::client::Client;
use super::model::catalog::{Authors, Books, BooksSizes, Genres, Reviews};

pub fn check(client: &Client, checklist: &mut Checklist) {
    filters(client, checklist);
    options(client, checklist);
    pages(client, checklist);
}

fn filters(client: &Client, checklist: &mut Checklist) {
    let books = client.catalog.books();
    let ids = |filter: Filter<Books>| {
        let options = QueryOptions::new().filter(filter.and(Books::ID.lt(300))).order_by(Books::ID);
        let page = client.send(&books.list().query(&options));
        page.value.iter().filter_map(|book| book.id).collect::<Vec<_>>()
    };
    checklist.item("filter: strings with quotes, ampersands and other reserved characters", || {
        assert_eq!(ids(Books::TITLE.eq("O'Neil & 100% + #1 ünïcode")), [203]);
        assert_eq!(ids(Books::TITLE.starts_with("O'Neil")), [203]);
        assert_eq!(ids(Books::TITLE.contains("#1")), [203]);
    });
    checklist.item("filter: precedence of and, or and not", || {
        let filter = Books::ID.eq(201).or(Books::ID.eq(202)).and(!Books::TITLE.starts_with("At"));
        assert_eq!(ids(filter), [201]);
    });
    checklist.item("filter: 64 bits, decimals, dates, times and GUIDs", || {
        let time = chrono::NaiveTime::from_hms_opt(8, 30, 0).expect("a time");
        assert_eq!(ids(Books::BIG.eq(9_007_199_254_740_993).and(Books::ID.eq(201))), [201]);
        assert_eq!(ids(Books::PRICE.le(rust_decimal::Decimal::new(1050, 2))), [201]);
        assert_eq!(ids(Books::OPENS.eq(time).and(Books::ID.eq(204))), [204]);
        assert_eq!(ids(Books::GUID.eq(super::keys::AUTHOR).and(Books::ID.le(202))), [201, 202]);
    });
    checklist.item("filter: through a navigation property and into a collection", || {
        assert_eq!(ids(Books::AUTHOR.then(Authors::NAME).starts_with("Flann").and(Books::ID.le(202))), [202]);
        assert_eq!(ids(Books::REVIEWS.any(Reviews::STARS.eq(4)).and(Books::ID.le(204))), [204]);
    });
    checklist.item("filter: null and in", || {
        assert!(ids(Books::LEVEL.is_null()).is_empty());
        assert_eq!(ids(Books::ID.is_in([201, 205])), [201, 205]);
    });
    checklist.item("filter: conditions on nullable elements compile", || {
        let size = Books::SIZES.any(BooksSizes::MM.eq(5));
        assert_eq!(size.to_string(), "sizes/any(a:a/mm eq 5)");
        let tag = Books::TAGS.any_value(element().eq("x"));
        assert_eq!(tag.to_string(), "tags/any(a:a eq 'x')");
    });
}

fn options(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let books = catalog.books();
    checklist.item("options: $select, $orderby, $top, $skip, $count and $search", || {
        let options = QueryOptions::new()
            .filter(Books::ID.lt(300))
            .select(Books::ID)
            .select(Books::TITLE)
            .order_by_descending(Books::ID)
            .top(2)
            .skip(1)
            .count();
        let page = client.send(&books.list().query(&options));
        assert_eq!(page.count(), Some(8));
        assert_eq!(page.value.iter().filter_map(|book| book.id).collect::<Vec<_>>(), [207, 206]);
        let found = client.send(&books.list().query(&QueryOptions::new().search("Raven")));
        assert_eq!(found.value.iter().filter_map(|book| book.id).collect::<Vec<_>>(), [206]);
    });
    checklist.item("options: $expand with nested options", || {
        let nested = QueryOptions::new().filter(Reviews::TEXT.eq("great")).select(Reviews::TEXT).top(1);
        let options = QueryOptions::new().expand_with(Books::REVIEWS, nested).expand(Books::AUTHOR);
        let book = client.send(&books.key(201).get().query(&options));
        let texts: Vec<_> = book.reviews.iter().flatten().map(|review| review.text.as_deref()).collect();
        assert_eq!(texts, [Some("great")]);
        assert_eq!(book.author.as_ref().and_then(|author| author.name.as_deref()), Some("Emily Brontë"));
    });
    checklist.item("options: a raw nested filter is encoded once", || {
        let nested = QueryOptions::new().custom("$filter", "contains(name,'O''B')");
        let options = QueryOptions::new().expand_with(Books::AUTHOR, nested);
        client.send(&books.key(201).get().query(&options));
        let nested = QueryOptions::new().custom("$filter", "contains(name,'Quo')");
        let options = QueryOptions::new().expand_with(Genres::CHILDREN, nested);
        let genre = client.send(&catalog.genres().key("fic").get().query(&options));
        assert_eq!(genre.children.iter().flatten().count(), 1);
    });
}

fn pages(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("pages: a relative next link, until the last page", || {
        let mut request = catalog.paged_books().list();
        let mut titles = 0;
        let mut pages = 0;
        loop {
            let page = client.send(&request);
            titles += page.value.len();
            pages += 1;
            match request.next_page(&page).expect("a link to the same origin") {
                Some(next) if pages < 20 => request = next,
                _ => break,
            }
        }
        assert!(titles >= 8 && pages >= 3, "{titles} titles on {pages} pages");
    });
    checklist.item("pages: an expanded navigation property", || {
        let books = catalog.books();
        let request = books.key(201).get().query(&QueryOptions::new().expand(Books::CHAPTERS));
        let book = client.send(&request);
        let mut chapters = book.chapters.iter().flatten().count();
        if let Some(rest) = request.next_page_of(&book, book.value(), Books::CHAPTERS).expect("a link") {
            chapters += client.send(&rest).value.len();
        }
        assert_eq!(chapters, 2);
    });
}
