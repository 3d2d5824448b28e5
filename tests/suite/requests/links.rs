//! Tests next links and delta links, which lead to another origin only if it is allowed.

use super::*;

fn next_url(service: &Service, context: &str, link: &str) -> Result<String, RequestError> {
    let list = service.entity_set::<Plain>("things").list();
    let page = format!(r#"{{"@odata.context": "{context}", "value": [], "@odata.nextLink": "{link}"}}"#);
    let page: Collection<Plain> = crate::support::read(&page);
    list.next_page(&page).map(|next| next.expect("a link").url().expect("a url"))
}

#[test]
fn links_to_same_origin_are_followed() {
    let context = "https://graph.microsoft.com/v1.0/$metadata#things";
    for (link, expected) in [
        (
            "https://graph.microsoft.com/v1.0/things?$skiptoken=x%2Fy",
            "https://graph.microsoft.com/v1.0/things?$skiptoken=x%2Fy",
        ),
        ("https://GRAPH.microsoft.com:443/beta/x", "https://GRAPH.microsoft.com:443/beta/x"),
        ("things?$skiptoken=x", "https://graph.microsoft.com/v1.0/things?$skiptoken=x"),
        (
            "things?u=https://other.example/",
            "https://graph.microsoft.com/v1.0/things?u=https://other.example/",
        ),
        ("/beta/things?$skiptoken=x", "https://graph.microsoft.com/beta/things?$skiptoken=x"),
        ("//graph.microsoft.com/x", "https://graph.microsoft.com/x"),
    ] {
        assert_eq!(next_url(&service(), context, link).as_deref(), Ok(expected), "{link}");
        // If the context URL is absent or has another origin, a relative link is resolved against the URL of the request.
        assert_eq!(
            next_url(&service(), "https://other.example/$metadata", link).as_deref(),
            Ok(expected),
            "{link}"
        );
        assert_eq!(next_url(&service(), "$metadata#things", link).as_deref(), Ok(expected), "{link}");
    }
}

#[test]
fn unusual_contexts_and_links_stay_at_same_origin() {
    let root = "https://graph.microsoft.com";
    for context in [&format!("{root}?x=/"), &format!("{root}#a/b"), root, "://", "/"] {
        for link in ["users", "/users", "?x", "#", "", "//", "a b"] {
            if let Ok(url) = next_url(&service(), context, link) {
                assert!(url.starts_with(&format!("{root}/")), "{context} {link} {url}");
            }
        }
    }
}

#[test]
fn links_to_another_origin_are_rejected_unless_allowed() {
    for link in [
        "https://other.example/things",
        "http://graph.microsoft.com/v1.0/things",
        "https://graph.microsoft.com:8443/v1.0/things",
        "https://graph.microsoft.com:99999/v1.0/things",
        "https://graph.microsoft.com.other.example/",
        "https://graph.microsoft.com@other.example/",
        "https://other.example/graph.microsoft.com",
        "//other.example/things",
        "///other.example/things",
        "ftp://graph.microsoft.com/x",
        "https:other.example",
        "https:/other.example",
        r"https://graph.microsoft.com\\@other.example/",
    ] {
        match next_url(&service(), "", link) {
            Err(error) => assert!(matches!(error, RequestError::Origin(_) | RequestError::Url(_)), "{link}"),
            // A relative link stays at the origin of the service.
            Ok(url) => assert!(url.starts_with("https://graph.microsoft.com/"), "{link} {url}"),
        }
    }
    let allowing = service().allow_origin("https://other.example").expect("an origin");
    assert_eq!(next_url(&allowing, "", "https://other.example/x").as_deref(), Ok("https://other.example/x"));
    assert!(next_url(&allowing, "", "https://another.example/x").is_err());
    let message = next_url(&service(), "", "https://other.example/x").expect_err("rejected").to_string();
    assert_eq!(
        message,
        "the link `https://other.example/x` has another origin than the service: if the token may be sent to this origin, call `Service::allow_origin`"
    );
}

#[test]
fn next_page_request_has_same_headers() {
    let list =
        service().entity_set::<AnyCaseOperation>("operations").list().max_page_size(2).ieee754_compatible();
    let page: Collection<AnyCaseOperation> = crate::support::read(
        r#"{"value": [], "@odata.nextLink": "operations?x", "@odata.deltaLink": "operations?d"}"#,
    );
    let next = list.next_page(&page).expect("allowed").expect("a link").build().expect("a request");
    let first = list.build().expect("a request");
    for name in ["prefer", "accept", "authorization"] {
        assert_eq!(header(&next, name), header(&first, name), "{name}");
    }
    let changes = list.changes(&page).expect("allowed").expect("a link");
    assert!(url(&changes).ends_with("/v1.0/operations?d"));
    let end: Collection<AnyCaseOperation> = Vec::new().into();
    assert!(list.next_page(&end).expect("no link").is_none());
}
