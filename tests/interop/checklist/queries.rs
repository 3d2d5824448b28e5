//! Checks query options.

use chrono::DateTime;
use odata_core::query::QueryOptions;
use odata_interop::observatory::{Readings, Telescopes};
use rust_decimal::Decimal;

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("query: $filter, $orderby, $select and $count", async {
        let options = QueryOptions::new()
            .filter(Readings::TEMPERATURE.gt(20.0).and(Readings::NUMBER.lt(20)))
            .order_by_descending(Readings::TEMPERATURE)
            .select(Readings::NUMBER)
            .count();
        let page = client.send(&observatory.readings().list().query(&options)).await?;
        let numbers: Vec<_> = page.value.iter().filter_map(|reading| reading.number).collect();
        assert_eq!((numbers, page.count()), (vec![13, 4, 17], Some(3)));
        assert!(page.value.iter().all(|reading| reading.temperature.is_none()));
        Ok(())
    });
    checklist.item("query: literals of dates, decimals, strings and collections", async {
        let at = DateTime::from_timestamp_millis(1_709_251_620_125).ok_or("no time")?;
        let options = QueryOptions::new().filter(Readings::TAKEN_AT.eq(at));
        let found = client.send(&observatory.readings().list().query(&options)).await?;
        assert_eq!(found.value.iter().map(|reading| reading.number).collect::<Vec<_>>(), [Some(7)]);
        let filter = Telescopes::APERTURE.ge(Decimal::new(82, 1)).or(Telescopes::NAME.eq("O'Neil"));
        let options = QueryOptions::new().filter(filter);
        let found = client.send(&observatory.telescopes().list().query(&options)).await?;
        assert_eq!(found.value.iter().map(|telescope| telescope.id).collect::<Vec<_>>(), [Some(2)]);
        Ok(())
    });
    checklist.item("query: the number of matching entities", async {
        let options = QueryOptions::new().filter(Readings::NUMBER.is_in([3, 5, 99]));
        assert_eq!(client.send(&observatory.readings().count_matching(&options)).await?.into_value(), 2);
        Ok(())
    });
}
