//! Checks the `$metadata` of the service.

use crate::checklist::Checklist;
use crate::session::Session;

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    checklist.item("metadata: the committed `metadata.xml` is current", async {
        let response = client.send(&observatory.media_at("$metadata").get()).await?;
        assert!(response.content_type().is_some_and(|media_type| media_type.starts_with("application/xml")));
        let document = String::from_utf8(response.into_value().ok_or("no document")?)?;
        let committed = include_str!("../metadata.xml");
        assert!(document == committed, "replace `metadata.xml` with the `$metadata` of the service");
        Ok(())
    });
}
