//! Checks responses without content, entities without a key, values without the wrapper `value`, and errors.

use odata_core::query::QueryOptions;

use super::checklist::Checklist;
use super::client::Client;
use super::model::catalog::{Books, Genres};

pub fn check(client: &Client, checklist: &mut Checklist) {
    nulls(client, checklist);
    values(client, checklist);
    errors(client, checklist);
}

fn nulls(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let genres = catalog.genres();
    checklist.item("null: a navigation property", || {
        let response = client.send(&genres.key("fic").navigate(Genres::PARENT).get());
        assert_eq!((response.status().as_u16(), response.value()), (204, &None));
        let parent = client.send(&genres.key("O'G").navigate(Genres::PARENT).get());
        assert_eq!(parent.as_ref().and_then(|parent| parent.code.as_deref()), Some("fic"));
    });
    checklist.item("null: the value of a property", || {
        let response = client.send(&catalog.books().key(201).property(Books::READONLY));
        assert!(response.as_ref().is_none_or(|value| value.value.as_deref() == Some("ro")));
    });
    checklist.item("null: a singleton, before and after it is deleted", || {
        let settings = client.send(&catalog.settings().get());
        assert_eq!(settings.theme.as_deref(), Some("dark"));
        let motd = catalog.motd();
        assert!(client.send(&motd.get()).is_some());
        client.send(&motd.delete());
        let response = client.send(&motd.get());
        assert_eq!((response.status().as_u16(), response.value()), (204, &None));
    });
}

fn values(client: &Client, checklist: &mut Checklist) {
    let catalog = &client.catalog;
    let books = catalog.books();
    checklist.item("complex property with a wrapper", || {
        let props = client.send(&books.key(201).property(Books::PROPS)).into_value().expect("a value").value;
        assert_eq!(props.expect("a value").extra.get_str("colour"), Some("red"));
    });
    checklist.item("collection of primitive and of complex values as a property", || {
        let tags = client.send(&books.key(201).property(Books::TAGS)).into_value().expect("a value").value;
        assert_eq!(tags.expect("tags"), [Some("x".to_owned()), Some("y'z".to_owned())]);
        let sizes = client.send(&books.key(201).property(Books::SIZES)).into_value().expect("a value").value;
        assert_eq!(sizes.expect("sizes")[0].as_ref().and_then(|size| size.mm), Some(5));
    });
    checklist.item("entities without their keys ($select, $apply)", || {
        let selected = client.send(&books.list().query(&QueryOptions::new().select(Books::DESCR).top(1)));
        assert!(selected.value[0].descr.is_some());
        let apply =
            QueryOptions::new().custom("$apply", "groupby((genre_code),aggregate(stock with sum as total))");
        let groups = client.send(&books.list().query(&apply));
        assert!(groups.value.iter().all(|group| group.id.is_none() && group.extra.get("total").is_some()));
        assert!(groups.value.len() >= 2);
    });
    checklist.item("status and headers of a response", || {
        let response = client.send(&catalog.widgets().key(super::keys::AUTHOR).get());
        assert_eq!(response.header("odata-version"), Some("4.0"));
        assert!(response.content_type().is_some_and(|media_type| media_type.starts_with("application/json")));
    });
}

fn errors(client: &Client, checklist: &mut Checklist) {
    checklist.item("error: the headers of the response", || {
        let error = client.send_rejected(&client.catalog.books().key(9999).get());
        assert_eq!(error.header("odata-version"), Some("4.0"));
    });
}
