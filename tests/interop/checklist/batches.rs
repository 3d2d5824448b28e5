//! Sends batches.

use odata_core::ODataEntity;
use odata_core::request::{Batch, Request};
use odata_interop::observatory::operations::Separation;
use odata_interop::observatory::{Images, Telescopes};

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    single_requests(session, checklist);
    groups(session, checklist);
    references(session, checklist);
    sizes(session, checklist);
}

/// Returns a request that creates an image.
fn create(session: &Session, id: i32) -> Request<Option<Images>> {
    session.observatory.images().create(&Images::create().set(Images::ID, id).set(Images::CAPTION, "batch"))
}

fn single_requests(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("batch: an entity, a count, a function and an error", async {
        let mut batch = Batch::new(observatory);
        let telescope = batch.add(&observatory.telescopes().key(1).get())?;
        let count = batch.add(&observatory.readings().count())?;
        let separation = batch.add(&observatory.separation(&Separation { a: Some(3.0), b: Some(1.0) }))?;
        let missing = batch.add(&observatory.images().key(404).get())?;
        let response = client.send_batch(&batch).await?;
        assert_eq!(response.read(&telescope)?.name.as_deref(), Some("North"));
        assert_eq!(response.read(&count)?.into_value(), 35);
        assert_eq!(response.read(&separation)?.into_value().map(|value| value.value), Some(2.0));
        let error = response.read(&missing).err().ok_or("accepted")?;
        let code = error.odata_error().map(|error| error.code.as_str());
        assert_eq!((error.status().as_u16(), code), (404, Some("404")));
        Ok(())
    });
}

fn groups(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let images = observatory.images();
    checklist.item("batch: all requests of an atomicity group are executed", async {
        let mut batch = Batch::new(observatory);
        let mut group = batch.group();
        let first = group.add(&create(session, 20))?;
        let second = group.add(&create(session, 21))?;
        let read = batch.add_after(&images.key(21).get(), &second)?;
        let response = client.send_batch(&batch).await?;
        assert_eq!(
            (response.read(&first)?.status().as_u16(), response.read(&second)?.status().as_u16()),
            (201, 201)
        );
        assert_eq!(response.read(&read)?.caption.as_deref(), Some("batch"));
        Ok(())
    });
    checklist.item("batch: no request of a failed atomicity group is executed", async {
        let mut batch = Batch::new(observatory);
        let mut group = batch.group();
        let undone = group.add(&create(session, 22))?;
        let invalid =
            group.add(&observatory.telescopes().create(&Telescopes::create().set(Telescopes::ID, 22)))?;
        let other = batch.add(&create(session, 23))?;
        let response = client.send_batch(&batch).await?;
        let error = response.read(&undone).err().ok_or("the group failed")?.to_string();
        assert_eq!(error, "request `1` of the batch: request `2` of the same atomicity group failed");
        let error = response.read(&invalid).err().ok_or("the name is missing")?;
        let error = error.odata_error().ok_or("no OData error")?;
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("ASSERT_MANDATORY", Some("name")));
        assert_eq!(response.read(&other)?.status(), 201, "the request isn't in the group");
        assert_eq!(session.send_rejected(&images.key(22).get()).await.status(), Some(404.try_into()?));
        Ok(())
    });
}

fn references(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("batch: a request refers to the entity that an earlier request created", async {
        let mut batch = Batch::new(observatory);
        let created = batch.add(&create(session, 24))?;
        let rename = created.entity().update(&Images::update().set(Images::CAPTION, "renamed"));
        let renamed = batch.add_after(&rename, &created)?;
        let response = client.send_batch(&batch).await?;
        assert_eq!(response.read(&created)?.status(), 201);
        assert_eq!(response.read(&renamed)?.status(), 200);
        let read = client.send(&observatory.images().key(24).get()).await?;
        assert_eq!(read.caption.as_deref(), Some("renamed"));
        Ok(())
    });
}

fn sizes(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("batch: 12 requests in batch requests with at most 5 requests", async {
        let mut batch = Batch::new(observatory);
        let parts: Result<Vec<_>, _> =
            (0..12).map(|number| batch.add(&observatory.readings().key(number).get())).collect();
        let response = client.clone().with_max_batch_size(5).send_batch(&batch).await?;
        for (number, part) in (0..).zip(&parts?) {
            assert_eq!(response.read(part)?.number, Some(number));
        }
        Ok(())
    });
}
