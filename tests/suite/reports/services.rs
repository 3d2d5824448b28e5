//! Tests the settings of a service: headers, versions and tokens.

use std::sync::atomic::{AtomicU32, Ordering};

use odata_core::Base64Alphabet;
use odata_core::EnumLiterals;
use odata_core::request::{Batch, KeyForm, ODataVersion, RequestError, Token};

use super::*;

fn get(service: &Service) -> Request<User> {
    service.entity_set::<User>("users").key("1").get()
}

fn built<R>(request: &Request<R>) -> http::Request<Vec<u8>> {
    request.build().expect("a request")
}

#[test]
fn version_headers_can_be_disabled() {
    let update = |service: &Service| {
        built(&service.entity_set::<User>("users").key("1").update(&User::update().set(User::NAME, "x")))
    };
    let versions = |request: &http::Request<Vec<u8>>| {
        (header(request, "odata-maxversion"), header(request, "odata-version"))
    };
    let some = |version: &str| Some(version.to_owned());
    assert_eq!(versions(&built(&get(&graph()))), (some("4.01"), None));
    assert_eq!(versions(&update(&graph())), (some("4.01"), some("4.0")));
    assert_eq!(versions(&update(&graph().with_max_version(ODataVersion::V4_0))), (some("4.0"), some("4.0")));
    assert_eq!(versions(&update(&graph().with_max_version(None))), (None, None));
    let own = built(&get(&graph()).header("OData-MaxVersion", "4.0"));
    assert_eq!(header(&own, "odata-maxversion").as_deref(), Some("4.0"));
}

#[test]
fn service_headers_are_sent_with_every_request() {
    let counter = AtomicU32::new(0);
    let service = graph()
        .with_header("ConsistencyLevel", "session")
        .with_header("consistencylevel", "eventual")
        .with_header("User-Agent", "example/1.0")
        .with_header_fn("client-request-id", move || counter.fetch_add(1, Ordering::Relaxed).to_string());
    let request = get(&service);
    for id in ["0", "1"] {
        let built = built(&request);
        assert_eq!(header(&built, "consistencylevel").as_deref(), Some("eventual"));
        assert_eq!(header(&built, "user-agent").as_deref(), Some("example/1.0"));
        assert_eq!(header(&built, "client-request-id").as_deref(), Some(id));
    }
    let own = built(&get(&service).header("User-Agent", "other"));
    assert_eq!(header(&own, "user-agent").as_deref(), Some("other"));
    let mut batch = Batch::new(&service);
    batch.add(&get(&service)).expect("a part");
    let batch = batch.build().expect("a batch");
    assert!(String::from_utf8_lossy(batch.body()).contains(r#""consistencylevel":"eventual""#));
    assert_eq!(header(&batch, "user-agent").as_deref(), Some("example/1.0"));
    let invalid = get(&graph().with_header("a b", "x")).build().expect_err("a space in the name");
    assert_eq!(invalid, RequestError::Header("a b".to_owned()));
}

#[test]
fn existing_requests_send_replaced_token() {
    let token = Token::new("first");
    let service = graph().with_token(token.clone());
    let request = get(&service);
    let mut batch = Batch::new(&service);
    batch.add(&request).expect("a part");
    let sent = |request: &http::Request<Vec<u8>>| header(request, "authorization");
    assert_eq!(sent(&built(&request)).as_deref(), Some("Bearer first"));
    token.replace("second");
    assert_eq!(sent(&built(&request)).as_deref(), Some("Bearer second"));
    assert_eq!(sent(&batch.build().expect("a batch")).as_deref(), Some("Bearer second"));
    assert!(!String::from_utf8_lossy(batch.build().expect("a batch").body()).contains("second"));

    let counter = AtomicU32::new(0);
    let refreshed = Token::from_fn(move || format!("t{}", counter.fetch_add(1, Ordering::Relaxed)));
    let request = get(&graph().with_token(refreshed.clone()));
    assert_eq!(sent(&built(&request)).as_deref(), Some("Bearer t0"));
    assert_eq!(sent(&built(&request)).as_deref(), Some("Bearer t1"));
    refreshed.replace("fixed");
    assert_eq!(sent(&built(&request)).as_deref(), Some("Bearer fixed"));
    token.replace("");
    assert_eq!(get(&service).build().expect_err("no token"), RequestError::Token);
}

#[test]
fn debug_and_errors_do_not_reveal_secrets() {
    let secret = "s3cret";
    let service = graph()
        .with_token(Token::from_fn(move || secret.to_owned()))
        .with_header("X-Api-Key", secret)
        .with_header("Authorization", format!("Basic {secret}"));
    let request = get(&service);
    let sent = built(&request);
    assert_eq!(header(&sent, "authorization").as_deref(), Some("Bearer s3cret"));
    assert!(sent.headers()["authorization"].is_sensitive());
    for shown in
        [format!("{service:?}"), format!("{request:?}"), format!("{:?}", service.entity_set::<User>("x"))]
    {
        assert!(!shown.contains(secret), "{shown}");
    }
    let broken = get(&graph().with_token(Token::new("s3\ncret"))).build().expect_err("a line break");
    assert!(!broken.to_string().contains("cret`"), "{broken}");
}

#[test]
fn service_settings_can_be_changed() {
    let service = Service::graph("https://host/")
        .expect("a root")
        .with_keys(KeyForm::Parentheses)
        .with_base64(Base64Alphabet::UrlSafe)
        .with_enum_literals(EnumLiterals::Qualified);
    assert_eq!(service.root(), "https://host");
    assert_eq!(url(&get(&service)), "https://host/users('1')");
    assert!(matches!(Service::graph("host"), Err(RequestError::Root(_))));
}
