//! Reads a collection whose pages have at most ten items.

use odata_core::Collection;
use odata_core::query::QueryOptions;
use odata_core::request::Request;
use odata_interop::observatory::Readings;

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let list =
        || observatory.readings().list().query(&QueryOptions::new().order_by(Readings::NUMBER).count());
    checklist.item("pages: `items` returns each item once", async {
        let mut items = client.items(list());
        let mut numbers = Vec::new();
        while let Some(reading) = items.try_next().await? {
            numbers.push(reading.number.ok_or("no key")?);
        }
        assert_eq!(numbers, (0..35).collect::<Vec<_>>());
        Ok(())
    });
    checklist.item("pages: `pages` returns the pages of the service", async {
        let mut pages = client.pages(list());
        let mut sizes = Vec::new();
        while let Some(page) = pages.try_next().await? {
            sizes.push(page.value.len());
            assert_eq!(page.next_link().is_some(), sizes.len() < 4);
        }
        assert_eq!(sizes, [10, 10, 10, 5]);
        Ok(())
    });
    checklist.item("pages: a page size that the service ignores, and `$top` across pages", async {
        let page = client.send(&list().max_page_size(4)).await?;
        assert_eq!((page.value.len(), page.preference_applied("odata.maxpagesize")), (10, None));
        let mut items = client.items(list().query(&QueryOptions::new().order_by(Readings::NUMBER).top(12)));
        let mut number = 0;
        while items.try_next().await?.is_some() {
            number += 1;
        }
        assert_eq!(number, 12);
        Ok(())
    });
    checklist.item("pages: a stored next link", async {
        let mut pages = client.pages(list());
        assert_eq!(pages.try_next().await?.map(|page| page.value.len()), Some(10));
        let link = pages.next_link().ok_or("no link")?;
        let mut rest = client.items(Request::get::<Collection<Readings>>(observatory, &link));
        assert_eq!(rest.try_next().await?.and_then(|reading| reading.number), Some(10));
        Ok(())
    });
    checklist.item("pages: the items that match a filter", async {
        let options =
            QueryOptions::new().filter(Readings::NUMBER.ge(15)).order_by_descending(Readings::NUMBER);
        let mut items = client.items(observatory.readings().list().query(&options));
        let mut numbers = Vec::new();
        while let Some(reading) = items.try_next().await? {
            numbers.push(reading.number.ok_or("no key")?);
        }
        assert_eq!(numbers, (15..35).rev().collect::<Vec<_>>());
        Ok(())
    });
}
