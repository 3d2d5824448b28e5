//! Checks batch requests.

use odata_core::ODataEntity;
use odata_core::request::Batch;

use super::checklist::Checklist;
use super::client::Client;
use super::model::catalog::Genres;

pub fn check(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let books = catalog.books();
    let genres = catalog.genres();
    checklist.item("batch: reads, a create, a null and an error", || {
        let mut batch = Batch::new(catalog);
        let read = batch.add(&books.key(201).get()).expect("a part");
        let create = batch.add(&genres.create(&Genres::create().set(Genres::CODE, "new"))).expect("a part");
        let null = batch.add(&genres.key("fic").navigate(Genres::PARENT).get()).expect("a part");
        let missing = batch.add(&books.key(9999).get()).expect("a part");
        let response =
            batch.read(&client.exchange(batch.build().expect("a request"))).expect("a batch response");

        assert_eq!(response.read(&read).expect("a book").title.as_deref(), Some("Wuthering Heights"));
        let created = response.read(&create).expect("a genre");
        assert_eq!(created.status(), 201);
        assert!(created.location().is_some());
        assert_eq!(response.read(&null).expect("nothing").value(), &None);
        assert_eq!(response.read(&missing).expect_err("no book").status(), 404);
    });
    checklist.item("batch: a request that depends on another request", || {
        let mut batch = Batch::new(catalog);
        let create = batch.add(&genres.create(&Genres::create().set(Genres::CODE, "next"))).expect("a part");
        let read = batch.add_after(&genres.key("next").get(), &create).expect("a part");
        let response =
            batch.read(&client.exchange(batch.build().expect("a request"))).expect("a batch response");
        assert_eq!(response.read(&read).expect("a genre").code.as_deref(), Some("next"));
    });
}
