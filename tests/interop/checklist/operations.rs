//! Calls actions and functions.

use odata_interop::observatory::SitePosition;
use odata_interop::observatory::operations::{
    Calibrate, Coldest, Hours, Largest, Park, Point, Scale, Separation,
};
use rust_decimal::Decimal;

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    bound(session, checklist);
    unbound(session, checklist);
}

fn bound(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let telescopes = observatory.telescopes();
    checklist.item("bound action: a complex parameter, and the changed entity", async {
        let to =
            SitePosition { right_ascension: Some(1.5), declination: Some(-45.0), ..SitePosition::default() };
        let pointed = client.send(&telescopes.key(2).call(&Point { to: Some(to) }).if_match("*")).await?;
        let pointed = pointed.into_value().ok_or("no entity")?;
        assert_eq!(
            (pointed.position_right_ascension, pointed.position_declination),
            (Some(1.5), Some(-45.0))
        );
        assert_eq!(client.send(&telescopes.key(2).get()).await?.position_declination, Some(-45.0));
        Ok(())
    });
    checklist.item("bound action: without parameters and result", async {
        assert_eq!(client.send(&telescopes.key(1).call(&Park {}).if_match("*")).await?.status(), 204);
        Ok(())
    });
    checklist.item("bound function: a decimal", async {
        let hours = client.send(&telescopes.key(1).call(&Hours { days: Some(3) })).await?.into_value();
        assert_eq!(hours.map(|hours| hours.value), Some(Decimal::new(638, 2)));
        Ok(())
    });
    checklist.item("bound function: bound to a collection", async {
        let largest = client.send(&telescopes.call(&Largest {})).await?.into_value().ok_or("no entity")?;
        assert_eq!((largest.id, largest.name.as_deref()), (Some(2), Some("South")));
        Ok(())
    });
}

fn unbound(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("unbound function: numbers", async {
        let call = observatory.separation(&Separation { a: Some(1.25), b: Some(-0.5) });
        assert_eq!(client.send(&call).await?.into_value().map(|value| value.value), Some(1.75));
        Ok(())
    });
    checklist.item("unbound function: a collection of entities", async {
        let coldest = client.send(&observatory.coldest(&Coldest { limit: Some(2) })).await?;
        let numbers: Vec<_> = coldest.value.iter().map(|reading| reading.number).collect();
        assert_eq!(numbers, [Some(0), Some(22)]);
        Ok(())
    });
    checklist.item("unbound action: collections", async {
        let scale = Scale { values: vec![Some(1), Some(-2), Some(0)], factor: Some(3) };
        let scaled = client.send(&observatory.scale(&scale)).await?.into_value();
        assert_eq!(scaled.value, [Some(3), Some(-6), Some(0)]);
        Ok(())
    });
    checklist.item("unbound action: complex values and 64-bit integers", async {
        let position = SitePosition { declination: Some(0.5), ..SitePosition::default() };
        let calibrate = Calibrate { position: Some(position.clone()), pulses: Some(i64::MAX) };
        let call = observatory.calibrate(&calibrate).ieee754_compatible();
        let result = client.send(&call).await?.into_value().ok_or("no value")?;
        assert_eq!(
            (result.position.and_then(|position| position.declination), result.pulses),
            (Some(0.5), Some(i64::MAX))
        );
        Ok(())
    });
}
