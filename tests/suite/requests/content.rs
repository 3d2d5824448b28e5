//! Tests counts, raw values, media entities and stream properties.

use odata_core::{Binary, Stream};

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Picture {
    #[odata(key, computed)]
    id: Option<i32>,
    name: Option<String>,
    level: Option<Level>,
    hash: Option<Binary>,
    thumbnail: Option<Stream>,
}

fn pictures() -> odata_core::request::CollectionPath<Picture> {
    Service::new("https://host/service").expect("a root").entity_set("pictures")
}

fn bytes(status: u16, body: &[u8]) -> Response<Vec<u8>> {
    Response::builder().status(status).body(body.to_vec()).expect("a response")
}

#[test]
fn count_is_number_in_plain_text() {
    let count = pictures().count();
    let request = count.build().expect("a request");
    assert_eq!(
        (request.uri().path(), header(&request, "accept").as_deref()),
        ("/service/pictures/$count", Some("text/plain"))
    );
    for body in ["31", "\u{feff}31", "31\r\n"] {
        assert_eq!(count.read(&response(200, body)).expect(body).into_value(), 31);
    }
    let error = count.read(&response(200, "many")).expect_err("no number").to_string();
    assert!(error.contains("`many` is not a count"), "{error}");
    assert!(matches!(count.read(&response(200, "")), Err(ResponseError::NoContent { .. })));
}

#[test]
fn count_accepts_filter_and_search_only() {
    let options = QueryOptions::new().filter(Picture::NAME.eq("a&b")).search("x");
    assert_eq!(
        url(&pictures().count_matching(&options)),
        "https://host/service/pictures/$count?$filter=name%20eq%20'a%26b'&$search=%22x%22"
    );
    for (options, name) in [
        (QueryOptions::new().top(1), "$top"),
        (QueryOptions::new().select(Picture::NAME), "$select"),
        (QueryOptions::new().custom("OrderBy", "name"), "OrderBy"),
    ] {
        let error = pictures().count_matching(&options).build().expect_err(name).to_string();
        assert_eq!(error, format!("`{name}` can't be combined with `/$count`: remove this query option"));
    }
}

#[test]
fn raw_values_are_text_or_bytes() {
    let picture = pictures().key(1);
    let name = picture.raw_value(Picture::NAME);
    assert_eq!(url(&name), "https://host/service/pictures/1/name/$value");
    assert_eq!(name.read(&response(200, "null")).expect("a text").into_value().as_deref(), Some("null"));
    assert_eq!(name.read(&response(200, "")).expect("an empty text").into_value().as_deref(), Some(""));
    assert_eq!(name.read(&response(204, "")).expect("null").into_value(), None);
    assert!(name.read(&bytes(200, b"\xFF")).is_err(), "not UTF-8");
    let level: Option<String> =
        picture.raw_value(Picture::LEVEL).read(&response(200, "low")).expect("a text").into_value();
    assert_eq!(level.as_deref(), Some("low"));
    let hash = picture.raw_value(Picture::HASH).read(&bytes(200, b"\xFF\0")).expect("bytes").into_value();
    assert_eq!(hash.as_deref(), Some(&b"\xFF\0"[..]));
}

#[test]
fn raw_values_have_etags() {
    let name = pictures().key(1).raw_value(Picture::NAME);
    let received =
        Response::builder().header("ETag", "W/\"1\"").header("Content-Type", "text/plain").body("a");
    let read = name.read(&received.expect("a response")).expect("a text");
    assert_eq!((read.etag(), read.content_type()), (Some("W/\"1\""), Some("text/plain")));
    let unchanged = name.if_none_match("W/\"1\"");
    assert_eq!(header(&unchanged.build().expect("a request"), "if-none-match").as_deref(), Some("W/\"1\""));
    assert!(unchanged.read(&response(304, "")).expect("unchanged").is_not_modified());

    let set = pictures().key(1).set_raw_value(Picture::NAME, "b\u{e9}").if_match("W/\"1\"");
    let request = set.build().expect("a request");
    assert_eq!((request.method().as_str(), request.body().as_slice()), ("PUT", "b\u{e9}".as_bytes()));
    assert_eq!(header(&request, "if-match").as_deref(), Some("W/\"1\""));
    assert_eq!(header(&request, "content-type").as_deref(), Some("text/plain;charset=utf-8"));
    let saved = Response::builder().status(204).header("ETag", "W/\"2\"").body("").expect("a response");
    assert_eq!(set.read(&saved).expect("saved").etag(), Some("W/\"2\""));
    let conflict = set.read(&response(412, "")).expect_err("another ETag");
    assert_eq!(conflict.status(), StatusCode::PRECONDITION_FAILED);
    let hash = pictures().key(1).set_raw_value(Picture::HASH, [0xff, 0x00]).build().expect("a request");
    assert_eq!(header(&hash, "content-type").as_deref(), Some("application/octet-stream"));
    assert_eq!(hash.body(), &[0xff, 0x00]);
}

#[test]
fn stream_is_read_written_and_deleted() {
    let thumbnail = pictures().key(1).stream(Picture::THUMBNAIL);
    let get = thumbnail.get();
    let request = get.build().expect("a request");
    assert_eq!(
        (request.uri().path(), header(&request, "accept").as_deref()),
        ("/service/pictures/1/thumbnail", Some("*/*"))
    );
    let received = Response::builder().header("ETag", "W/\"1\"").body(b"\xFF\xD8").expect("a response");
    let read = get.read(&received).expect("content");
    assert_eq!((read.etag(), read.value().as_deref()), (Some("W/\"1\""), Some(&b"\xFF\xD8"[..])));
    assert_eq!(get.read(&response(204, "")).expect("null").into_value(), None);
    assert_eq!(get.read(&response(200, "")).expect("no bytes").into_value(), Some(Vec::new()));
    assert_eq!(get.read(&response(404, "")).expect_err("no entity").status(), StatusCode::NOT_FOUND);

    let put =
        thumbnail.put(b"\xFF\xD8".as_slice(), "image/jpeg").if_match("W/\"1\"").build().expect("a request");
    assert_eq!((put.method().as_str(), put.body().as_slice()), ("PUT", &b"\xFF\xD8"[..]));
    assert_eq!(header(&put, "content-type").as_deref(), Some("image/jpeg"));
    assert_eq!(header(&put, "if-match").as_deref(), Some("W/\"1\""));
    assert_eq!(header(&put, "odata-version"), None, "the body isn't OData");
    assert_eq!(thumbnail.delete().build().expect("a request").method(), "DELETE");
}

#[test]
fn unchanged_content_is_not_modified() {
    let get = pictures().key(1).media().get().if_none_match("W/\"1\"");
    assert!(get.read(&response(304, "")).expect("unchanged").is_not_modified());
    let changed = get.read(&bytes(200, b"\xFF")).expect("content").into_value().modified();
    assert_eq!(changed.as_deref(), Some(&b"\xFF"[..]));
    let optional = pictures().key(1).media().get().optional();
    assert_eq!(optional.read(&response(204, "")).expect("null").into_value(), None);
    assert_eq!(
        optional.read(&response(200, "null")).expect("content").into_value().as_deref(),
        Some(&b"null"[..])
    );
    let count = pictures().count().if_none_match("x").read(&response(200, "3")).expect("a count");
    assert_eq!(count.into_value().modified(), Some(3));
}

#[test]
fn content_can_be_http_message() {
    let received = Response::builder().header("Content-Type", "application/http").body("HTTP/1.1 204\n\n");
    let read = pictures().key(1).media().get().read(&received.expect("a response")).expect("content");
    assert_eq!(read.value().as_slice(), b"HTTP/1.1 204\n\n");
}

#[test]
fn stream_property_is_not_a_json_value() {
    let picture = pictures().key(1);
    let error = picture.property(Picture::THUMBNAIL).build().expect_err("a stream").to_string();
    assert_eq!(error, "`thumbnail` is a stream property: use `stream`");
    assert!(
        picture
            .set_property(Picture::THUMBNAIL, Stream::from(odata_core::Untyped::from("x")))
            .build()
            .is_err()
    );
}

#[test]
fn media_entity_is_created_read_and_replaced() {
    let create = pictures().create_media("<svg/>", "image/svg+xml; charset=utf-8").header("Slug", "a.svg");
    let request = create.build().expect("a request");
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/service/pictures"));
    assert_eq!(
        (request.body().as_slice(), header(&request, "slug").as_deref()),
        (&b"<svg/>"[..], Some("a.svg"))
    );
    let created = create.read(&response(201, r#"{"id": 7}"#)).expect("a picture").into_value();
    assert_eq!(created.and_then(|picture| picture.id), Some(7));

    let media = pictures().key(7).media();
    assert_eq!(media.to_string(), "https://host/service/pictures/7/$value");
    assert!(matches!(media.get().read(&response(204, "")), Err(ResponseError::NoContent { .. })));
    let saved = media.put("x", "text/plain").returning_value::<Picture>();
    assert_eq!(saved.read(&response(200, r#"{"id": 7}"#)).expect("a picture").id, Some(7));
}

#[test]
fn media_type_of_content_is_checked() {
    for media_type in ["", "jpeg", "image/", "/", "image/j peg"] {
        let error = pictures().key(1).media().put("x", media_type).build().expect_err(media_type);
        assert_eq!(
            error.to_string(),
            format!("`{media_type}` is not a media type: use a media type such as `image/jpeg`")
        );
    }
    let error = pictures().key(1).media().put("x", "image/\n").build().expect_err("a line break");
    assert!(matches!(error, RequestError::Header(_)), "{error}");
    let service =
        Service::new("https://host").expect("a root").with_header("Content-Type", "application/json");
    let put = service.singleton::<Picture>("p").media().put("x", "image/png").build().expect("a request");
    assert_eq!(header(&put, "content-type").as_deref(), Some("image/png"), "not the header of the service");
    let own =
        service.singleton::<Picture>("p").media().put("x", "image/png").header("Content-Type", "image/gif");
    assert_eq!(header(&own.build().expect("a request"), "content-type").as_deref(), Some("image/gif"));
}
