//! Checks collections, single values and errors.

use chrono::{DateTime, Utc};
use odata_core::{Collection, Extra, ODataComplex, ODataEntity, ODataError, SingleValue};

use super::structured::Customer;
use super::test_cases::TestCases;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct Event {
    id: DateTime<Utc>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS")]
struct ServiceDocumentItem {
    name: String,
    title: Option<String>,
    kind: Option<String>,
    url: String,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", tag = "never")]
struct Job {
    id: String,
    error: Option<PublicError>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS")]
struct PublicError {
    code: Option<String>,
    message: Option<String>,
}

type Page = Collection<Customer<i32>>;

pub fn check(cases: &TestCases) {
    pages(cases);
    single_values(cases);
    errors(cases);
}

fn pages(cases: &TestCases) {
    cases.accepts_equivalent("count-as-string", |read: Page| assert_eq!(read.count(), Some(42)));
    cases.accepts("page", |read: Page| {
        assert_eq!((read.value.len(), read.count(), read.next_link().is_some()), (3, Some(37), true));
    });
    cases.accepts("page-relative-nextlink", |read: Collection<Event>| {
        assert!(read.next_link().is_some_and(|link| link.starts_with("EdmDateTimeSet?")));
    });
    cases.accepts("page-empty-with-nextlink", |read: Page| {
        assert!(read.value.is_empty() && read.next_link().is_some());
    });
    cases.reads_reportable("page-both-links", |read: Page| {
        assert_eq!((read.next_link(), read.delta_link()), (Some("http://a/"), Some("http://b/")));
    });
    cases.accepts("annotations", |read: Collection<Customer<String>>| {
        assert_eq!(read.extra.get_str("@com.example.customer.setkind"), Some("VIPs"));
        let extra = &read.value[0].extra;
        assert!(extra.annotation("Orders", "com.example.display.style#simple").is_some());
    });
    cases.accepts("annotation-tips", |read: Page| assert_eq!(read.extra.len(), 2));
    cases.accepts("odn-annotation-after-value", |read: Page| {
        assert_eq!((read.extra.len(), read.next_link()), (3, Some("http://tempuri.org/")));
    });
    cases.accepts("entity-references", |read: Page| {
        assert!(read.iter().map(|item| item.extra.id()).eq([Some("Orders(10643)"), Some("Orders(10759)")]));
    });
    cases.accepts("service-document", |read: Collection<ServiceDocumentItem>| {
        assert_eq!((read.value.len(), read.value[1].kind.as_deref()), (5, None));
    });
}

fn single_values(cases: &TestCases) {
    cases.accepts("property-primitive", |read: SingleValue<String>| assert_eq!(read.value, "Pilar Ackerman"));
    cases.accepts("property-collection", |read: SingleValue<Vec<String>>| assert_eq!(read.value.len(), 3));
}

fn errors(cases: &TestCases) {
    cases.accepts("error", |read: ODataError| {
        assert_eq!(read.code, "err123");
        assert_eq!(read.details[0].target.as_deref(), Some("$search"));
        assert!(read.inner_error.is_some());
    });
    cases.accepts("error-annotated", |read: ODataError| {
        assert!(read.extra.get("@OtherVocab.additionalTargets").is_some());
    });
    cases.accepts_equivalent("error-graph", |read: ODataError| {
        assert_eq!(read.request_id(), Some("9e6b9230-113c-49de-8f7d-ecb90d35b0de"));
        assert_eq!(read.client_request_id(), read.request_id());
    });
    cases.accepts("error-empty", |read: ODataError| assert_eq!((&*read.code, &*read.message), ("", "")));
    cases.accepts("error-on-200", |read: Job| {
        assert_eq!(read.error.expect("a property").code.as_deref(), Some("x"));
    });
    cases.accepts("odn-error-annotation-object", |read: ODataError| {
        assert!(read.extra.get("@sample.error").is_some());
    });
    cases.reads_reportable("odn-error-odata-type", |read: ODataError| {
        assert_eq!(read.extra.type_name(), Some("NS.ODataError"));
    });
}
