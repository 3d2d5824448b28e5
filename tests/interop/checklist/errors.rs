//! Checks the errors of the service.

use odata_core::ODataEntity;
use odata_core::query::{Filter, QueryOptions};
use odata_interop::observatory::operations::{Point, ShutDown};
use odata_interop::observatory::{SitePosition, Telescopes};
use rust_decimal::Decimal;

use crate::checklist::Checklist;
use crate::session::{Session, service_error};

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    constraints(session, checklist);
    operations(session, checklist);
    requests(session, checklist);
}

fn constraints(session: &Session, checklist: &mut Checklist) {
    let telescopes = session.observatory.telescopes();
    let create = || Telescopes::create().set(Telescopes::ID, 30);
    checklist.item("error: a required property is missing", async {
        let error = session.send_rejected(&telescopes.create(&create())).await;
        assert_eq!(error.status(), Some(400.try_into()?));
        let error = service_error(&error);
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("ASSERT_MANDATORY", Some("name")));
        Ok(())
    });
    checklist.item("error: a value is out of range", async {
        let body = create().set(Telescopes::NAME, "Large").set(Telescopes::APERTURE, Decimal::from(41));
        let error = session.send_rejected(&telescopes.create(&body)).await;
        let error = service_error(&error);
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("ASSERT_RANGE", Some("aperture")));
        Ok(())
    });
    checklist.item("error: several properties are invalid", async {
        let body = create().set(Telescopes::APERTURE, Decimal::from(-1));
        let error = session.send_rejected(&telescopes.create(&body)).await;
        let details = service_error(&error).details.iter();
        let mut targets: Vec<_> = details.map(|detail| detail.target.as_deref()).collect();
        targets.sort_unstable();
        assert_eq!(targets, [Some("aperture"), Some("name")]);
        Ok(())
    });
    checklist.item("error: an entity with the key exists", async {
        let body = Telescopes::create().set(Telescopes::ID, 1).set(Telescopes::NAME, "North");
        let error = session.send_rejected(&telescopes.create(&body)).await;
        assert_eq!(error.status(), Some(409.try_into()?));
        let error = service_error(&error);
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("DUPLICATE_KEY", Some("ID")));
        Ok(())
    });
}

fn operations(session: &Session, checklist: &mut Checklist) {
    let observatory = &session.observatory;
    checklist.item("error: an action with its own code and target", async {
        let to = SitePosition { declination: Some(91.0), ..SitePosition::default() };
        let call = observatory.telescopes().key(2).call(&Point { to: Some(to) }).if_match("*");
        let error = session.send_rejected(&call).await;
        assert_eq!(error.status(), Some(409.try_into()?));
        let error = service_error(&error);
        assert_eq!((error.code.as_str(), error.target.as_deref()), ("BELOW_HORIZON", Some("to/declination")));
        assert_eq!(error.message, "the telescope cannot point there");
        Ok(())
    });
    checklist.item("error: an action with several details", async {
        let error = session.send_rejected(&observatory.shut_down(&ShutDown::default())).await;
        let details = service_error(&error).details.iter();
        let details: Vec<_> =
            details.map(|detail| (detail.code.as_str(), detail.target.as_deref())).collect();
        assert_eq!(details, [("NO_REASON", Some("reason")), ("NO_PERMISSION", None)]);
        Ok(())
    });
}

fn requests(session: &Session, checklist: &mut Checklist) {
    let telescopes = session.observatory.telescopes();
    checklist.item("error: the entity doesn't exist", async {
        let error = session.send_rejected(&telescopes.key(404).get()).await;
        assert_eq!((error.status(), error.attempts()), (Some(404.try_into()?), 1));
        let message = error.to_string();
        assert!(message.starts_with("`GET http://127.0.0.1:"), "{message}");
        assert!(message.contains("/Telescopes(404)` failed after 1 attempt: 404 Not Found"), "{message}");
        Ok(())
    });
    checklist.item("error: an invalid filter", async {
        let options = QueryOptions::new().filter(Filter::raw("colour eq 'red'"));
        let error = session.send_rejected(&telescopes.list().query(&options)).await;
        assert_eq!(error.status(), Some(400.try_into()?));
        assert!(service_error(&error).message.contains("colour"), "{error}");
        Ok(())
    });
}
