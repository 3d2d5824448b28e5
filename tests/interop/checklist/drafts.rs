//! Creates, edits, activates and discards drafts.

use odata_core::ODataEntity;
use odata_core::query::QueryOptions;
use odata_core::request::{EntityPath, Key};
use odata_interop::observatory::operations::{DraftActivate, DraftEdit, ObservationsDraftPrepare, Start};
use odata_interop::observatory::{Exposures, Observations};
use uuid::Uuid;

use crate::checklist::Checklist;
use crate::session::{Session, service_error};

/// The key of the observation that the checks create.
const ID: Uuid = Uuid::from_u128(0x0b5e_0000_0000_4000_8000_0000_0000_0001);

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    create(session, checklist);
    activate(session, checklist);
    edit(session, checklist);
}

fn observation(session: &Session, is_active: bool) -> EntityPath<Observations> {
    let key = Key::by(Observations::ID, ID).and(Observations::IS_ACTIVE_ENTITY, is_active);
    session.observatory.observations().key(key)
}

fn create(session: &Session, checklist: &mut Checklist) {
    let client = &session.client;
    checklist.item("draft: created with a child entity", async {
        let exposure = Exposures { seconds: Some(30), filter: Some("B".to_owned()), ..Exposures::default() };
        let new = Observations {
            id: Some(ID),
            exposures: Some(vec![exposure]),
            telescope_id: Some(1),
            ..Observations::default()
        };
        let created = client.send(&session.observatory.observations().create(&new.to_create()?)).await?;
        assert_eq!(created.status(), 201);
        let draft = created.into_value().ok_or("no entity")?;
        assert_eq!((draft.is_active_entity, draft.has_active_entity), (Some(false), Some(false)));
        assert_eq!(draft.state.as_deref(), Some("planned"), "the default value");
        let expand = QueryOptions::new().expand(Observations::EXPOSURES).expand(Observations::TELESCOPE);
        let read = client.send(&observation(session, false).get().query(&expand)).await?;
        assert_eq!(read.telescope.as_ref().and_then(|telescope| telescope.name.as_deref()), Some("North"));
        let seconds: Vec<_> = read.exposures.iter().flatten().map(|exposure| exposure.seconds).collect();
        assert_eq!(seconds, [Some(30)]);
        Ok(())
    });
    checklist.item("draft: isn't an active entity", async {
        let error = session.send_rejected(&observation(session, true).get()).await;
        assert_eq!(error.status(), Some(404.try_into()?));
        Ok(())
    });
    checklist.item("draft: a child entity is added", async {
        let exposures = observation(session, false).to(Observations::EXPOSURES);
        let body = Exposures::create().set(Exposures::SECONDS, 7200);
        let created = client.send(&exposures.create(&body)).await?.into_value().ok_or("no entity")?;
        assert_eq!((created.seconds, created.is_active_entity), (Some(7200), Some(false)));
        assert_eq!(client.send(&exposures.count()).await?.into_value(), 2);
        Ok(())
    });
}

fn activate(session: &Session, checklist: &mut Checklist) {
    let client = &session.client;
    checklist.item("draft: can't be activated while it is invalid", async {
        let error = session.send_rejected(&observation(session, false).call(&DraftActivate {})).await;
        assert_eq!(error.status(), Some(400.try_into()?));
        let error = service_error(&error);
        let codes: Vec<_> = error.details.iter().map(|detail| detail.code.as_str()).collect();
        assert_eq!(codes, ["ASSERT_MANDATORY", "ASSERT_RANGE"], "{error:?}");
        Ok(())
    });
    checklist.item("draft: changed, prepared and activated", async {
        let draft = observation(session, false);
        client.send(&draft.update(&Observations::update().set(Observations::TITLE, "Moon"))).await?;
        let options = QueryOptions::new().filter(Exposures::SECONDS.gt(3600));
        let invalid = client.send(&draft.to(Observations::EXPOSURES).list().query(&options)).await?;
        let id = invalid.value.first().and_then(|exposure| exposure.id).ok_or("no exposure")?;
        let key = Key::by(Exposures::ID, id).and(Exposures::IS_ACTIVE_ENTITY, false);
        let exposure = session.observatory.exposures().key(key);
        client.send(&exposure.update(&Exposures::update().set(Exposures::SECONDS, 3600))).await?;
        client.send(&draft.call(&ObservationsDraftPrepare::default())).await?;
        let activated = client.send(&draft.call(&DraftActivate {})).await?;
        assert_eq!(activated.status(), 201);
        let active = activated.into_value().ok_or("no entity")?;
        assert_eq!((active.is_active_entity, active.title.as_deref()), (Some(true), Some("Moon")));
        assert_eq!(session.send_rejected(&draft.get()).await.status(), Some(404.try_into()?));
        Ok(())
    });
    checklist.item("draft: an action of the active entity", async {
        let started = client.send(&observation(session, true).call(&Start {})).await?;
        assert_eq!(started.into_value().and_then(|started| started.state).as_deref(), Some("running"));
        Ok(())
    });
}

fn edit(session: &Session, checklist: &mut Checklist) {
    let client = &session.client;
    checklist.item("draft: the active entity is edited, and has a draft", async {
        let active = observation(session, true);
        let edit = DraftEdit { preserve_changes: Some(true) };
        let draft = client.send(&active.call(&edit)).await?.into_value().ok_or("no entity")?;
        assert_eq!((draft.is_active_entity, draft.has_active_entity), (Some(false), Some(true)));
        let change = Observations::update().set(Observations::TITLE, "Mars");
        client.send(&observation(session, false).update(&change)).await?;
        let read = client.send(&active.get()).await?;
        assert_eq!((read.title.as_deref(), read.has_draft_entity), (Some("Moon"), Some(true)));
        let sibling = client.send(&active.to(Observations::SIBLING_ENTITY).get()).await?.into_value();
        assert_eq!(sibling.and_then(|draft| draft.title).as_deref(), Some("Mars"));
        Ok(())
    });
    checklist.item("draft: discarded, and the active entity is deleted", async {
        assert_eq!(client.send(&observation(session, false).delete()).await?.status(), 204);
        let active = observation(session, true);
        assert_eq!(client.send(&active.get()).await?.title.as_deref(), Some("Moon"));
        assert_eq!(client.send(&active.delete()).await?.status(), 204);
        assert_eq!(client.send(&session.observatory.exposures().count()).await?.into_value(), 0);
        Ok(())
    });
}
