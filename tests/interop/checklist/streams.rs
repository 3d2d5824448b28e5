//! Uploads and downloads the content of a stream property.

use odata_interop::observatory::Images;

use crate::checklist::Checklist;
use crate::session::Session;

/// Content with all bytes, which is larger than the buffers of the client.
fn content() -> Vec<u8> {
    (0..1_000_003_u32).map(|number| u8::try_from(number % 251).unwrap_or(0)).collect()
}

pub(crate) fn check(session: &Session, checklist: &mut Checklist) {
    let Session { client, observatory } = session;
    let image = observatory.images().key(1);
    let stream = image.stream(Images::CONTENT);
    checklist.item("stream: null returns status code 204 without bytes", async {
        assert_eq!(client.send(&stream.get()).await?.into_value(), None);
        let mut download = client.download(&stream.get()).await?;
        assert_eq!((download.status().as_u16(), download.try_next().await?), (204, None));
        Ok(())
    });
    checklist.item("stream: upload and download", async {
        assert_eq!(client.send(&stream.put(content(), "image/png")).await?.status(), 204);
        let mut download = client.download(&stream.get()).await?;
        assert_eq!((download.status().as_u16(), download.content_type()), (200, Some("image/png")));
        let (mut received, mut parts) = (Vec::new(), 0);
        while let Some(part) = download.try_next().await? {
            received.extend_from_slice(&part);
            parts += 1;
        }
        assert!(received == content(), "{} bytes", received.len());
        assert!(parts > 1, "the content is received in several parts");
        Ok(())
    });
    checklist.item("stream: the entity contains the media type instead of the content", async {
        let read = client.send(&image.get()).await?;
        assert_eq!(read.extra.stream("content").content_type(), Some("image/png"));
        assert_eq!((read.media_type.as_deref(), read.caption.as_deref()), (Some("image/png"), Some("Moon")));
        Ok(())
    });
    checklist.item("stream: replace and delete", async {
        client.send(&stream.put([0xff, 0xd8, 0x00], "image/jpeg")).await?;
        let read = client.send(&stream.get()).await?;
        assert_eq!(
            (read.content_type(), read.value().as_deref()),
            (Some("image/jpeg"), Some(&[0xff, 0xd8, 0x00][..]))
        );
        assert_eq!(client.send(&stream.delete()).await?.status(), 204);
        assert_eq!(client.send(&stream.get()).await?.into_value(), None);
        Ok(())
    });
}
