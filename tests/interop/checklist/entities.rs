//! Creates, reads, updates and deletes entities.

use chrono::NaiveDate;
use odata_core::ODataEntity;
use odata_core::request::ODataVersion;
use odata_interop::observatory::{Images, Telescopes};
use rust_decimal::Decimal;

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    create(session, checklist);
    read(session, checklist);
    update(session, checklist);
    delete(session, checklist);
}

/// Returns a telescope with a value for each property that the client sets.
fn telescope(id: i32) -> Telescopes {
    Telescopes {
        id: Some(id),
        name: Some("O'Neil & \"Söhne\" / 100 %".to_owned()),
        aperture: Some(Decimal::new(12_345, 3)),
        position_right_ascension: Some(-0.1),
        position_declination: Some(1e-7),
        filters: Some(vec![Some("U".to_owned()), None, Some(String::new())]),
        installed: NaiveDate::from_ymd_opt(2024, 2, 29),
        pulses: Some(i64::MIN),
        ..Telescopes::default()
    }
}

fn create(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let telescopes = observatory.telescopes();
    checklist.item("create: status code 201, `Location`, and the created entity", async {
        let sent = telescope(10);
        let created = client.send(&telescopes.create(&sent.to_create()?).ieee754_compatible()).await?;
        assert_eq!(created.status(), 201);
        assert_eq!(created.location(), Some("Telescopes(10)"));
        let created = created.into_value().ok_or("no entity")?;
        assert!(created.revision.is_some(), "the service sets the revision");
        let known = Telescopes { revision: None, extra: sent.extra.clone(), ..created };
        assert_eq!(known, sent);
        Ok(())
    });
    checklist.item("create: the URL in `Location` is the URL of the entity", async {
        let create = Telescopes::create().set(Telescopes::ID, 11).set(Telescopes::NAME, "East");
        let created = client.send(&telescopes.create(&create)).await?;
        let path = observatory.entity_at::<Telescopes>(created.location().ok_or("no `Location`")?);
        assert_eq!(client.send(&path.get()).await?.name.as_deref(), Some("East"));
        Ok(())
    });
}

fn read(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let telescopes = observatory.telescopes();
    checklist.item("read: decimals, 64-bit integers, dates and collections", async {
        let read = client.send(&telescopes.key(1).get()).await?;
        assert_eq!(
            (read.status().as_u16(), read.header("odata-version")),
            (200, Some(ODataVersion::V4_0.as_str()))
        );
        assert_eq!(read.aperture, Some(Decimal::new(2125, 3)));
        assert_eq!(read.pulses, Some(9_007_199_254_740_993));
        assert_eq!(read.installed, NaiveDate::from_ymd_opt(1999, 12, 31));
        assert_eq!(read.filters, Some(vec![Some("B".to_owned()), Some("V'".to_owned())]));
        assert_eq!((read.position_right_ascension, read.position_declination), (Some(12.5), Some(-4.25)));
        Ok(())
    });
    checklist.item("read: a property and its raw value", async {
        let name = client.send(&telescopes.key(2).property(Telescopes::NAME)).await?.into_value();
        assert_eq!(name.and_then(|name| name.value).as_deref(), Some("South"));
        let pulses = client.send(&telescopes.key(1).raw_value(Telescopes::PULSES)).await?.into_value();
        assert_eq!(pulses.as_deref(), Some("9007199254740993"));
        let null = client.send(&telescopes.key(2).property(Telescopes::POSITION_DECLINATION)).await?;
        assert_eq!(null.into_value().and_then(|value| value.value), None);
        Ok(())
    });
}

fn update(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let path = observatory.telescopes().key(10);
    checklist.item("update: only the changed properties", async {
        let original = client.send(&path.get()).await?.into_value();
        let changed = Telescopes { name: Some("West".to_owned()), pulses: Some(5), ..original.clone() };
        let body = changed.changes_since(&original)?;
        let etag = original.extra.etag().ok_or("no ETag")?;
        let updated =
            client.send(&path.update(&body).if_match(etag)).await?.into_value().ok_or("no entity")?;
        assert_eq!((updated.name.as_deref(), updated.pulses), (Some("West"), Some(5)));
        assert_eq!((updated.aperture, updated.filters), (original.aperture, original.filters));
        Ok(())
    });
    checklist.item("update: null clears a property", async {
        let clear = Telescopes::update().null(Telescopes::INSTALLED);
        client.send(&path.update(&clear).if_match("*")).await?;
        let read = client.send(&path.get()).await?;
        assert_eq!((read.installed, read.pulses), (None, Some(5)));
        Ok(())
    });
    checklist.item("replace: `PUT` creates and replaces an entity", async {
        let path = observatory.images().key(12);
        let body = |caption: &str| Images::create().set(Images::ID, 12).set(Images::CAPTION, caption);
        assert_eq!(client.send(&path.replace(&body("created"))).await?.status(), 201);
        assert_eq!(client.send(&path.get()).await?.caption.as_deref(), Some("created"));
        assert_eq!(client.send(&path.replace(&body("replaced"))).await?.status(), 200);
        assert_eq!(client.send(&path.get()).await?.caption.as_deref(), Some("replaced"));
        Ok(())
    });
}

fn delete(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("delete: status code 204, and the entity doesn't exist", async {
        for id in [10, 11] {
            let path = observatory.telescopes().key(id);
            assert_eq!(client.send(&path.delete().if_match("*")).await?.status(), 204);
            assert_eq!(session.send_rejected(&path.get()).await.status(), Some(404.try_into()?));
        }
        assert_eq!(client.send(&observatory.telescopes().count()).await?.into_value(), 2);
        Ok(())
    });
}
