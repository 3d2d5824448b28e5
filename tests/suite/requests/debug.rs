//! Tests the `Debug` output of requests, paths, services and responses.

use odata_core::request::{EntitySet, Import, ResponseParts, Singleton};

use super::*;

const SECRET: &str = "s3cret";

fn service_with_secrets() -> Service {
    Service::new("https://host/service")
        .expect("a root")
        .with_token(Token::new(SECRET))
        .with_header("X-Api-Key", "an earlier value")
        .with_header("x-api-key", SECRET)
        .with_header_fn("X-Signature", || SECRET.to_owned())
}

fn parts() -> ResponseParts {
    let received = Response::builder().header("ETag", "W/1").header("Set-Cookie", SECRET).body("");
    let delete = service().singleton::<Plain>("me").delete();
    delete.read(&received.expect("a response")).expect("deleted").parts().clone()
}

#[test]
fn debug_shows_content_without_secrets() {
    let service = service_with_secrets();
    let things = service.entity_set::<Plain>("things");
    let thing = things.key("1");
    let get = thing.get().header("Authorization", SECRET).header("Cookie", SECRET);
    let built = get.build().expect("a request");
    let mut batch = Batch::new(&service);
    batch.add(&get).expect("a part");
    batch.add(&thing.delete()).expect("a part");
    for (debug, expected) in [
        (format!("{:?}", Token::new(SECRET)), "Token(…)"),
        (format!("{:?}", Token::from_fn(|| SECRET.to_owned())), "Token(…)"),
        (format!("{things:?}"), r#"CollectionPath(Ok("https://host/service/things"))"#),
        (format!("{thing:?}"), r#"EntityPath(Ok("https://host/service/things/1"))"#),
        (format!("{:?}", things.key("")), r#"EntityPath(Err(Key("")))"#),
        (format!("{:?}", thing.media()), r#"MediaPath(Ok("https://host/service/things/1/$value"))"#),
        (format!("{:?}", thing.value(Plain::SIZE)), r#"ValuePath(Ok("https://host/service/things/1/size"))"#),
        (format!("{get:?}"), r#"Request { method: GET, url: Ok("https://host/service/things/1"), .. }"#),
        (format!("{:?}", things.key("").delete()), r#"Request { method: DELETE, url: Err(Key("")), .. }"#),
        (format!("{batch:?}"), "Batch { parts: 2, .. }"),
        (format!("{:?}", EntitySet::<Plain>::default()), "EntitySet"),
        (format!("{:?}", Singleton::<Plain>::default()), "Singleton"),
        (format!("{:?}", Import::<Plain>::default()), "Import"),
        (
            format!("{:?}", parts()),
            r#"ResponseParts { status: 200, headers: {"etag": "W/1", "set-cookie": Sensitive} }"#,
        ),
    ] {
        assert_eq!(debug, expected);
    }
    for (debug, expected) in [
        (format!("{service:?}"), r#"root: "https://host/service", token: Some(Token(…))"#),
        (format!("{service:?}"), r#"headers: {"x-api-key", "X-Signature"}"#),
        (format!("{built:?}"), r#""authorization": Sensitive"#),
        (format!("{built:?}"), r#""cookie": Sensitive"#),
    ] {
        assert!(debug.contains(expected), "{debug}");
    }
    assert!(!format!("{service:?}").contains(SECRET));
}
