//! Checks drafts: entities whose key has a boolean property, and the actions that edit and activate them.

use odata_core::ODataEntity;
use odata_core::request::{EntityPath, Key};
use uuid::Uuid;

use super::checklist::Checklist;
use super::client::Client;
use super::keys::AUTHOR;
use super::model::catalog::operations::{
    Accept, BookingsDraftPrepare, DraftActivate, DraftEdit, TravelsDraftPrepare,
};
use super::model::catalog::{Bookings, DraftAdministrativeData, Travels};

fn travel(client: &Client, id: Uuid, is_active: bool) -> EntityPath<Travels> {
    let key = Key::by(Travels::ID, id).and(Travels::IS_ACTIVE_ENTITY, is_active);
    client.catalog.travels().key(key)
}

pub fn check(client: &Client, checklist: &mut Checklist) {
    checklist.item("drafts: an active entity by a key with Edm.Guid and Edm.Boolean", || {
        let active = client.send(&travel(client, AUTHOR, true).get());
        assert_eq!(active.description.as_deref(), Some("to Rome"));
    });
    let mut id = Uuid::nil();
    checklist.item("drafts: create with a new child entity", || {
        let booking = Bookings { flight: Some("X1".to_owned()), ..Bookings::default() };
        let new = Travels {
            begin_date: chrono::NaiveDate::from_ymd_opt(2026, 5, 5),
            bookings: Some(vec![booking]),
            ..Travels::default()
        };
        let travels = client.catalog.travels();
        let draft = client.send(&travels.create(&new.to_create().expect("a body")));
        assert_eq!(draft.as_ref().and_then(|draft| draft.is_active_entity), Some(false));
        id = draft.as_ref().and_then(|draft| draft.id).expect("a key");
        let bookings = client.send(&travel(client, id, false).collection(Travels::BOOKINGS).list());
        assert_eq!(bookings.value.len(), 1);
    });
    checklist.item("drafts: change, prepare, activate", || {
        let draft = travel(client, id, false);
        client.send(&draft.update(&Travels::update().set(Travels::DESCRIPTION, "d")));
        assert!(client.send(&draft.call(&TravelsDraftPrepare::default())).is_some());
        let response = client.send(&draft.call(&DraftActivate {}));
        assert_eq!(response.status(), 201);
        let active = response.into_value().expect("a travel");
        assert_eq!((active.is_active_entity, active.description.as_deref()), (Some(true), Some("d")));
    });
    checklist.item("drafts: edit the active entity, and its administrative data", || {
        let edit = DraftEdit { preserve_changes: Some(true) };
        let draft = client.send(&travel(client, id, true).call(&edit)).into_value().expect("a draft");
        assert_eq!(draft.is_active_entity, Some(false));
        let administration: Option<DraftAdministrativeData> = client
            .send(&travel(client, id, false).navigate(Travels::DRAFT_ADMINISTRATIVE_DATA).get())
            .into_value();
        assert!(administration.is_some());
    });
    checklist.item("drafts: an action of an active entity, and of a child entity of a draft", || {
        let accepted = client.send(&travel(client, AUTHOR, true).call(&Accept {})).into_value();
        assert_eq!(accepted.expect("a travel").description.as_deref(), Some("to Rome"));
        let bookings = travel(client, id, false).to(Travels::BOOKINGS);
        let booking = client.send(&bookings.list()).into_value().value.remove(0);
        let key = Key::by(Bookings::ID, booking.id.expect("a key")).and(Bookings::IS_ACTIVE_ENTITY, false);
        // The service declares the action, but rejects it for a child entity.
        let error = client.send_rejected(&bookings.key(key).call(&BookingsDraftPrepare::default()));
        assert!(error.to_string().contains("can only be called on the root draft entity"), "{error}");
    });
    checklist.item("drafts: discard the draft and delete the active entity", || {
        client.send(&travel(client, id, false).delete());
        client.send(&travel(client, id, true).delete());
        assert_eq!(client.send_rejected(&travel(client, id, true).get()).status(), 404);
    });
}
