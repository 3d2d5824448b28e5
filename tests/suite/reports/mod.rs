//! Tests of problems that users of OData clients reported, grouped by topic.

mod aliases;
mod batches;
mod binary;
mod bodies;
mod crates;
mod filters;
mod keys;
mod links;
mod names;
mod numbers;
mod polymorphic;
mod properties;
mod property_constants;
mod query_options;
mod request_headers;
mod responses;
mod services;
mod untyped;
mod url_keys;
mod wire_names;

use http::Response;
use odata_core::body::Body;
use odata_core::request::{Request, Service};
use odata_core::{Extra, ODataComplex, ODataEntity};
use serde_json::Value;

use crate::support::{read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key, computed)]
    id: Option<String>,
    name: Option<String>,
    size: Option<i64>,
    mailbox_settings: Option<MailboxSettings>,
    #[odata(navigation)]
    manager: Option<Box<User>>,
    #[odata(navigation)]
    members: Option<Vec<User>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct MailboxSettings {
    time_zone: Option<String>,
    #[odata(navigation)]
    owner: Option<Box<User>>,
    #[odata(extra)]
    extra: Extra,
}

/// Converts a body to JSON without `@odata.type`.
#[track_caller]
fn json_without_type<T, P>(body: &Body<T, P>) -> Value {
    let mut value: Value = read(&write(body));
    value.as_object_mut().expect("an object").remove("@odata.type");
    value
}

fn graph() -> Service {
    Service::new("https://graph.microsoft.com/v1.0").expect("a root")
}

fn response(status: u16, body: &str) -> Response<String> {
    Response::builder().status(status).body(body.to_owned()).expect("a response")
}

fn with_header(mut response: Response<String>, name: &'static str, value: &str) -> Response<String> {
    response.headers_mut().append(name, value.parse().expect("a value"));
    response
}

fn header(request: &http::Request<Vec<u8>>, name: &str) -> Option<String> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().map(|value| value.to_str().expect("text").to_owned());
    assert!(values.next().is_none(), "`{name}` occurs twice");
    value
}

fn url<R>(request: &Request<R>) -> String {
    request.build().expect("a request").uri().to_string()
}
