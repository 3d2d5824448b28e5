//! Checks conditional requests.

use odata_core::ODataEntity;
use odata_core::request::Batch;
use odata_interop::observatory::Telescopes;

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    reads(session, checklist);
    changes(session, checklist);
    conflicts(session, checklist);
}

fn reads(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let path = observatory.telescopes().key(1);
    checklist.item("ETag: the header and the entity contain the ETag", async {
        let read = client.send(&path.get()).await?;
        let revision = read.revision.ok_or("no revision")?;
        assert_eq!(read.etag(), Some(format!("W/\"{revision}\"").as_str()));
        assert_eq!(read.extra.etag(), read.etag());
        Ok(())
    });
    checklist.item("ETag: `If-None-Match` for an unchanged entity returns status code 304", async {
        let etag = client.send(&path.get()).await?.etag().ok_or("no ETag")?.to_owned();
        let response = client.send(&path.get().if_none_match(etag)).await?;
        assert_eq!((response.status().as_u16(), response.is_not_modified()), (304, true));
        let response = client.send(&path.get().if_none_match("W/\"other\"")).await?;
        assert_eq!(response.into_value().modified().and_then(|read| read.id), Some(1));
        Ok(())
    });
}

fn changes(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let path = observatory.telescopes().key(1);
    checklist.item("ETag: an update with the current ETag returns a new ETag", async {
        let etag = client.send(&path.get()).await?.etag().ok_or("no ETag")?.to_owned();
        let update = path.update(&Telescopes::update().set(Telescopes::PULSES, 1)).if_match(&*etag);
        let updated = client.send(&update).await?;
        assert!(updated.etag().is_some_and(|new| new != etag));
        assert_eq!(client.send(&path.get()).await?.etag(), updated.etag());
        Ok(())
    });
    checklist.item("ETag: an update without `If-Match` returns status code 428", async {
        let update = path.update(&Telescopes::update().set(Telescopes::PULSES, 2));
        assert_eq!(session.send_rejected(&update).await.status(), Some(428.try_into()?));
        assert_eq!(client.send(&path.get()).await?.pulses, Some(1));
        Ok(())
    });
}

fn conflicts(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let path = observatory.telescopes().key(1);
    let rename = |name: &str| path.update(&Telescopes::update().set(Telescopes::NAME, name));
    checklist.item("ETag: the second of two concurrent updates returns status code 412", async {
        let etag = client.send(&path.get()).await?.etag().ok_or("no ETag")?.to_owned();
        client.send(&rename("first").if_match(&*etag)).await?;
        let error = session.send_rejected(&rename("second").if_match(&*etag)).await;
        assert_eq!((error.status(), error.attempts()), (Some(412.try_into()?), 1));
        assert_eq!(client.send(&path.get()).await?.name.as_deref(), Some("first"));
        let error = session.send_rejected(&path.delete().if_match(etag)).await;
        assert_eq!(error.status(), Some(412.try_into()?));
        Ok(())
    });
    checklist.item("ETag: a conflict in a batch", async {
        let mut batch = Batch::new(observatory);
        let stale = batch.add(&rename("stale").if_match("W/\"stale\""))?;
        let read = batch.add(&path.get())?;
        let response = client.send_batch(&batch).await?;
        assert_eq!(response.read(&stale).err().ok_or("accepted")?.status(), 412);
        assert_eq!(response.read(&read)?.name.as_deref(), Some("first"));
        Ok(())
    });
}
