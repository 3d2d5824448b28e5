//! Calls the actions and functions of the service, except for the actions of drafts (module `drafts`).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::SingleValue;
use odata_core::request::{Batch, Response, ResponseError};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::checklist::Checklist;
use super::client::Client;
use super::keys::AUTHOR;
use super::model::catalog::operations::{
    AddTags, Best, ClearAll, ComplexResult, Discount, Echo, Fail, Find, Locate, Maybe, Names, NewBook,
    Nothing, Order, Ping, Ship, Similar, SubmitOrder, Sum, Touch, Upper,
};
use super::model::catalog::{ShopAddress, ShopGeo};

pub fn check(client: &Client, checklist: &mut Checklist) {
    actions_of_entities(client, checklist);
    functions_of_entities(client, checklist);
    unbound_actions(client, checklist);
    results_of_actions(client, checklist);
    unbound_functions(client, checklist);
    batches(client, checklist);
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// Returns the value of a nullable result.
fn single<T>(response: Response<Option<SingleValue<T>>>) -> Option<T> {
    response.into_value().map(|result| result.value)
}

fn actions_of_entities(client: &Client, checklist: &mut Checklist) {
    let books = client.catalog.books();
    checklist.item("action `addTags`: a collection, and an entity as the result", || {
        let call = books.key(203).call(&AddTags { tags: vec![Some("new".to_owned())] });
        let book = client.send(&call).into_value().expect("a book");
        assert!(book.tags.iter().flatten().flatten().any(|tag| tag == "new"));
    });
    checklist.item("action `ship`: complex parameters and a complex result", || {
        let to = ShopAddress {
            city: Some("Bern".to_owned()),
            zip: Some("3000".to_owned()),
            ..ShopAddress::default()
        };
        let call = books.key(203).call(&Ship { to: Some(to), ..Ship::default() });
        let address = client.send(&call).into_value().expect("an address");
        assert_eq!((address.city.as_deref(), address.zip.as_deref()), (Some("Bern"), Some("3000/0/")));
    });
    checklist.item("action `touch`: no result", || {
        assert_eq!(client.send(&books.key(203).call(&Touch {})).status(), 204);
    });
    checklist.item("action `order`: a result without a key, and an error", || {
        let order = |quantity| books.key(204).call(&Order { quantity: Some(quantity), note: None });
        let before = client.send(&books.key(204).get()).stock.expect("a stock");
        let ordered = client.send(&order(1)).into_value().expect("a result");
        assert_eq!((ordered.id, ordered.stock), (Some(204), Some(before - 1)));
        let ResponseError::Service { error, .. } = client.send_rejected(&order(before)) else {
            panic!("not an OData error")
        };
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("SOLD_OUT", Some("quantity")));
    });
    checklist.item("action `clearAll`: bound to a collection, with a parameter that is null", || {
        let call = |below| single(client.send(&books.call(&ClearAll { below })));
        assert_eq!((call(Some(7)), call(None)), (Some(7), Some(-1)));
    });
}

fn functions_of_entities(client: &Client, checklist: &mut Checklist) {
    let books = client.catalog.books();
    checklist.item("function `discount`: decimals", || {
        let price = client.send(&books.key(201).get()).price.expect("a price");
        let call = books.key(201).call(&Discount { percent: Some(decimal("10")) });
        assert_eq!(single(client.send(&call)), Some((price * decimal("0.9")).round_dp(2)));
    });
    checklist.item("function `similar`: a collection of entities", || {
        let similar = client.send(&books.key(201).call(&Similar { max: Some(3) }));
        assert_eq!(similar.value.len(), 3);
        assert!(similar.value.iter().all(|book| book.id.is_some()));
    });
    checklist.item("function `best`: bound to a collection", || {
        assert!(client.send(&books.call(&Best {})).into_value().is_some_and(|book| book.id.is_some()));
    });
}

fn unbound_actions(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("action `submitOrder`: a key, a decimal and 64 bits", || {
        let order = SubmitOrder {
            book: Some(201),
            quantity: Some(2),
            price: Some(decimal("0.01")),
            big: Some(9_007_199_254_740_993),
            ..SubmitOrder::default()
        };
        let call = catalog.submit_order(&order).ieee754_compatible();
        let result = client.send(&call).into_value().expect("a result");
        assert_eq!((result.stock, result.big), (Some(2), Some(9_007_199_254_740_993)));
        assert_eq!(result.total, Some(decimal("0.01")));
    });
    checklist.item("action `ping`: neither parameters nor a result", || {
        assert_eq!(client.send(&catalog.ping(&Ping {})).status(), 204);
    });
    checklist.item("action `newBook`: an entity as the result", || {
        let call = catalog.new_book(&NewBook { title: Some("Ligeia".to_owned()) });
        let book = client.send(&call).into_value().expect("a book");
        assert_eq!((book.id, book.title.as_deref()), (Some(4711), Some("Ligeia")));
    });
    checklist.item("action `upper`: a collection as a parameter and as the result", || {
        let words = ["a", "b'c"].map(|word| Some(word.to_owned())).to_vec();
        let upper = client.send(&catalog.upper(&Upper { words })).into_value();
        assert_eq!(upper.value, ["A", "B'C"].map(|word| Some(word.to_owned())));
    });
}

fn results_of_actions(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("action `maybe`: a result that is null", || {
        let response = client.send(&catalog.maybe(&Maybe {}));
        assert_eq!((response.status().as_u16(), response.value()), (204, &None));
    });
    checklist.item("action `complexResult`: a complex value without a wrapper", || {
        let outcome = client.send(&catalog.complex_result(&ComplexResult {})).into_value().expect("a value");
        assert_eq!(outcome.ok, Some(true));
        assert_eq!(outcome.address.as_ref().and_then(|address| address.city.as_deref()), Some("C"));
    });
    checklist.item("action `fail`: an error with a status code, a code, a target and details", || {
        let fail = catalog.fail(&Fail { status: Some(400), details: Some(true) });
        let ResponseError::Service { error, .. } = client.send_rejected(&fail) else {
            panic!("not an OData error")
        };
        assert_eq!(error.code, "MULTIPLE_ERRORS");
        let details: Vec<_> =
            error.details.iter().map(|detail| (detail.code.as_str(), detail.target.as_deref())).collect();
        assert_eq!(details, [("400", Some("a/b")), ("E2", Some("c"))]);
        let conflict = catalog.fail(&Fail { status: Some(409), details: None });
        assert_eq!(client.send_rejected(&conflict).status(), 409);
    });
}

fn unbound_functions(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("function `sum`: numbers", || {
        assert_eq!(single(client.send(&catalog.sum(&Sum { a: Some(40), b: Some(2) }))), Some(42));
    });
    checklist.item("function `echo`: parameters of ten types", || {
        let time: DateTime<Utc> = "2024-05-06T07:08:09Z".parse().expect("a time");
        let echo = Echo {
            s: Some("O'Neil / & 100% ü?#".to_owned()),
            d: NaiveDate::from_ymd_opt(2024, 2, 29),
            t: NaiveTime::from_hms_opt(8, 30, 1),
            dt: Some(time),
            ts: Some(time),
            g: Some(AUTHOR),
            n: Some(decimal("12.5")),
            b: Some(true),
            big: Some(9_007_199_254_740_993),
            f: Some(0.25),
        };
        let text = single(client.send(&catalog.echo(&echo))).expect("a string");
        let echoed: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            (&echoed["s"], &echoed["d"], &echoed["t"]),
            (&json!("O'Neil / & 100% ü?#"), &json!("2024-02-29"), &json!("08:30:01"))
        );
        assert_eq!((&echoed["g"], &echoed["b"]), (&json!(AUTHOR.to_string()), &json!(true)));
        assert!(echoed["big"].to_string().contains("9007199254740993"), "{text}");
        assert!(text.contains("12.5") && text.contains("0.25"), "{text}");
        assert!(text.contains("2024-05-06T07:08:09"), "{text}");
    });
    checklist.item("function `find`: a collection as a parameter", || {
        let find = Find { text: Some("O'N".to_owned()), ids: vec![Some(201), Some(203)] };
        let found = client.send(&catalog.find(&find)).into_value();
        assert_eq!(found.value.iter().filter_map(|book| book.id).collect::<Vec<_>>(), [201, 203]);
    });
    checklist.item("function `locate`: a complex value as a parameter", || {
        let at = ShopGeo { lat: Some(46.5), lon: Some(7.5), ..ShopGeo::default() };
        let address =
            client.send(&catalog.locate(&Locate { at: Some(at) })).into_value().expect("an address");
        assert_eq!(address.city.as_deref(), Some("Town"));
    });
    checklist.item("function `names`: a collection of strings", || {
        let names = client.send(&catalog.names(&Names {})).into_value();
        assert_eq!(names.value, ["a", "b'c", "ü"].map(|name| Some(name.to_owned())));
    });
    checklist.item("function `nothing`: a result that is null", || {
        assert_eq!(client.send(&catalog.nothing(&Nothing {})).into_value(), None);
    });
}

fn batches(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    checklist.item("batch: actions in a group, functions, a count and a singleton", || {
        let mut batch = Batch::new(catalog);
        let mut group = batch.group();
        let touch = group.add(&catalog.books().key(201).call(&Touch {})).expect("a part");
        let ping = group.add(&catalog.ping(&Ping {})).expect("a part");
        let sum = batch.add(&catalog.sum(&Sum { a: Some(1), b: Some(2) })).expect("a part");
        let null = batch.add(&catalog.nothing(&Nothing {})).expect("a part");
        let count = batch.add(&catalog.books().count()).expect("a part");
        // The module `responses` deletes the singleton.
        let motd = batch.add(&catalog.motd().get()).expect("a part");
        let received = client.exchange(batch.build().expect("a request"));
        let response = batch.read(&received).expect("a batch response");
        assert_eq!(response.read(&touch).expect("no content").status(), 204);
        assert_eq!(response.read(&ping).expect("no content").status(), 204);
        assert_eq!(single(response.read(&sum).expect("a number")), Some(3));
        assert_eq!(response.read(&null).expect("nothing").into_value(), None);
        assert!(response.read(&count).expect("a count").into_value() >= 8);
        assert_eq!(response.read(&motd).expect("nothing").value(), &None);
    });
}
