//! Checks drafts: entities whose key has a boolean property, and the actions that edit and activate them.

use odata_core::ODataEntity;
use odata_core::request::{EntityPath, Key};
use uuid::Uuid;

use super::checklist::Checklist;
use super::client::Client;
use super::keys::AUTHOR;
use super::model::catalog::{
    Bookings, DraftAdministrativeData, Travels, TravelsDraftEditParameters, TravelsDraftPrepareParameters,
};

fn travel(client: &Client, id: Uuid, is_active: bool) -> EntityPath<Travels> {
    let key = Key::by(Travels::ID, id).and(Travels::IS_ACTIVE_ENTITY, is_active);
    client.service.entity_set::<Travels>("Travels").key(key)
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
        let travels = client.service.entity_set::<Travels>("Travels");
        let draft = client.send(&travels.create(&new.to_create().expect("a body")));
        assert_eq!(draft.as_ref().and_then(|draft| draft.is_active_entity), Some(false));
        id = draft.as_ref().and_then(|draft| draft.id).expect("a key");
        let bookings = client.send(&travel(client, id, false).collection(Travels::BOOKINGS).list());
        assert_eq!(bookings.value.len(), 1);
    });
    checklist.item("drafts: change, prepare, activate", || {
        let draft = travel(client, id, false);
        client.send(&draft.update(&Travels::update().set(Travels::DESCRIPTION, "d")));
        let prepare = draft.action("Catalog.draftPrepare", &TravelsDraftPrepareParameters::default());
        client.send(&prepare.returning_value::<Travels>());
        let activate = draft.action_without_parameters("Catalog.draftActivate").returning_value::<Travels>();
        let active = client.send(&activate);
        assert_eq!((active.status().as_u16(), active.is_active_entity), (201, Some(true)));
        assert_eq!(active.description.as_deref(), Some("d"));
    });
    checklist.item("drafts: edit the active entity, and its administrative data", || {
        let parameters = TravelsDraftEditParameters { preserve_changes: Some(true), ..Default::default() };
        let edit =
            travel(client, id, true).action("Catalog.draftEdit", &parameters).returning_value::<Travels>();
        assert_eq!(client.send(&edit).is_active_entity, Some(false));
        let administration: Option<DraftAdministrativeData> = client
            .send(&travel(client, id, false).navigate(Travels::DRAFT_ADMINISTRATIVE_DATA).get())
            .into_value();
        assert!(administration.is_some());
    });
    checklist.item("drafts: discard the draft and delete the active entity", || {
        client.send(&travel(client, id, false).delete());
        client.send(&travel(client, id, true).delete());
        assert_eq!(client.send_rejected(&travel(client, id, true).get()).status(), 404);
    });
}
