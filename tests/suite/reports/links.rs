//! Tests relative and unusual links, and the pages of expanded navigation properties.

use odata_core::Collection;
use odata_core::request::RequestError;

use super::*;

fn page(context: Option<&str>, link: &str) -> Collection<User> {
    let mut page: Collection<User> = Vec::new().into();
    if let Some(context) = context {
        page.extra.insert("@odata.context", context);
    }
    page.extra.insert("@odata.nextLink", link);
    page
}

fn next(context: Option<&str>, link: &str) -> Result<String, RequestError> {
    let members = graph().entity_set::<User>("groups").key("g").collection(User::MEMBERS).list();
    members.next_page(&page(context, link)).map(|next| next.expect("a link").url().expect("a URL"))
}

#[test]
fn relative_link_without_context_is_relative_to_request() {
    for (link, expected) in [
        ("members?$skiptoken=x", "https://graph.microsoft.com/v1.0/groups/g/members?$skiptoken=x"),
        ("?$skiptoken=x", "https://graph.microsoft.com/v1.0/groups/g/members?$skiptoken=x"),
        ("./members?a=/../b", "https://graph.microsoft.com/v1.0/groups/g/members?a=/../b"),
        ("../../users?a", "https://graph.microsoft.com/v1.0/users?a"),
        ("../../../../../x", "https://graph.microsoft.com/x"),
        ("/beta/x", "https://graph.microsoft.com/beta/x"),
        ("//graph.microsoft.com/x", "https://graph.microsoft.com/x"),
        ("", "https://graph.microsoft.com/v1.0/groups/g/members"),
    ] {
        assert_eq!(next(None, link).as_deref(), Ok(expected), "{link}");
    }
    let filtered = graph().entity_set::<User>("users").list().header("a", "b");
    let second = filtered.next_page(&page(None, "?$skiptoken=1")).expect("allowed").expect("a link");
    let third = second.next_page(&page(None, "?$skiptoken=2")).expect("allowed").expect("a link");
    assert_eq!(url(&third), "https://graph.microsoft.com/v1.0/users?$skiptoken=2");
}

#[test]
fn relative_link_is_relative_to_context() {
    for (context, expected) in [
        ("https://graph.microsoft.com/v1.0/$metadata#users", "https://graph.microsoft.com/v1.0/users?a"),
        ("https://graph.microsoft.com/other/$metadata#users", "https://graph.microsoft.com/other/users?a"),
        // A relative context is relative to the request.
        ("../../$metadata#users", "https://graph.microsoft.com/v1.0/users?a"),
        ("/v2/$metadata#users", "https://graph.microsoft.com/v2/users?a"),
        ("$metadata#users", "https://graph.microsoft.com/v1.0/groups/g/users?a"),
        ("#users", "https://graph.microsoft.com/v1.0/groups/g/users?a"),
        // The context has the internal host name of a service behind a gateway, and is ignored.
        ("http://internal:8080/v1.0/$metadata#users", "https://graph.microsoft.com/v1.0/groups/g/users?a"),
    ] {
        assert_eq!(next(Some(context), "users?a").as_deref(), Ok(expected), "{context}");
    }
}

#[test]
fn invalid_characters_in_link_are_percent_encoded() {
    for (link, expected) in [
        (
            "https://graph.microsoft.com/v1.0/users?$filter=name eq \"x\"&$skiptoken=a%20b",
            "https://graph.microsoft.com/v1.0/users?$filter=name%20eq%20%22x%22&$skiptoken=a%20b",
        ),
        (
            "?$skiptoken=<a|b>`^{}",
            "https://graph.microsoft.com/v1.0/groups/g/members?$skiptoken=%3Ca%7Cb%3E%60%5E%7B%7D",
        ),
        ("größe", "https://graph.microsoft.com/v1.0/groups/g/gr%C3%B6%C3%9Fe"),
        ("?a='%C3%A9'%2f+~[1]", "https://graph.microsoft.com/v1.0/groups/g/members?a='%C3%A9'%2f+~[1]"),
        (" https://graph.microsoft.com/x\n", "https://graph.microsoft.com/x"),
    ] {
        let read = next(None, link);
        assert_eq!(read.as_deref(), Ok(expected), "{link}");
        expected.parse::<http::Uri>().expect("a URL");
    }
}

#[test]
fn malicious_links_do_not_lead_to_another_origin() {
    for link in [
        "https://other.example/x",
        "HTTPS://other.example/x",
        "//other.example/x",
        "///other.example/x",
        r"\\other.example/x",
        r"/\other.example/x",
        r"https:\\other.example/x",
        r"https:/\other.example/x",
        r"https://graph.microsoft.com\@other.example/x",
        "https://graph.microsoft.com@other.example/x",
        "https://user:password@graph.microsoft.com/x",
        "https://graph.microsoft.com:443@other.example/x",
        "https://graph.microsoft.com.other.example/x",
        "https://graph.microsoft.com%2eother.example/x",
        "https://graph.microsoft.com%00.other.example/x",
        "https://graph.microsoft.com\t.other.example/x",
        "ht\ntps://other.example/x",
        "https:other.example/x",
        "https:/other.example/x",
        "https:///other.example/x",
        "https:?x",
        "http://graph.microsoft.com/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:,x",
        "..//other.example/x",
        "..\\..\\other.example",
        "/..//other.example/x",
        "#@other.example",
        ":@other.example",
    ] {
        let contexts = [None, Some("https://graph.microsoft.com/v1.0/$metadata"), Some(link)];
        for context in contexts {
            match next(context, link) {
                Err(error) => {
                    assert!(matches!(error, RequestError::Origin(_) | RequestError::Url(_)), "{link}");
                }
                Ok(url) => {
                    let uri: http::Uri = url.parse().expect("a URL");
                    assert_eq!(
                        uri.authority().map(http::uri::Authority::as_str),
                        Some("graph.microsoft.com"),
                        "{link}"
                    );
                    assert_eq!(uri.scheme_str(), Some("https"), "{link}");
                    assert!(!url.contains('\\'), "{link}");
                }
            }
        }
    }
}

#[test]
fn next_page_of_expanded_navigation_property() {
    let list = graph().entity_set::<User>("users").list().max_page_size(2);
    let body = r#"{
        "@odata.context": "../$metadata#users",
        "value": [
            {"members": [{"id": "2", "members": [], "members@odata.nextLink": "/v1.0/users/2/members?a"}], "members@odata.nextLink": "x/members?a b"},
            {"@odata.context": "https://graph.microsoft.com/beta/$metadata#users", "members@nextLink": "users/1/members"},
            {"members": []}
        ]
    }"#;
    let page = list.read(&response(200, body)).expect("a page");
    let members = list.next_page_of(&page, &page.value[0], User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&members), "https://graph.microsoft.com/x/members?a%20b");
    assert_eq!(
        header(&members.build().expect("a request"), "prefer").as_deref(),
        Some("odata.maxpagesize=2")
    );
    let rest: Collection<User> =
        members.read(&response(200, r#"{"value": [{"id": "3"}]}"#)).expect("a page").into_value();
    assert_eq!(rest.value[0].id.as_deref(), Some("3"));

    let nested = &page.value[0].members.as_ref().expect("members")[0];
    let nested = list.next_page_of(&page, nested, User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&nested), "https://graph.microsoft.com/v1.0/users/2/members?a");
    let own = list.next_page_of(&page, &page.value[1], User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&own), "https://graph.microsoft.com/beta/users/1/members");
    assert!(list.next_page_of(&page, &page.value[2], User::MEMBERS).expect("no link").is_none());

    let get = graph().entity_set::<User>("users").key("1").get();
    let user = get
        .read(&response(200, r#"{"members": [], "members@odata.nextLink": "1/members?a"}"#))
        .expect("a user");
    let members = get.next_page_of(&user, user.value(), User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&members), "https://graph.microsoft.com/v1.0/users/1/members?a");
}

#[test]
fn next_page_of_nested_entity_is_relative_to_context_of_response() {
    let context = r#""@odata.context": "https://graph.microsoft.com/beta/$metadata#x""#;
    let nested = r#"{"members": [], "members@odata.nextLink": "users/2/members?a"}"#;
    let expected = "https://graph.microsoft.com/beta/users/2/members?a";
    let manager = response(200, &format!(r#"{{{context}, "manager": {nested}}}"#));
    let user = graph().entity_set::<User>("users").key("1");

    let get = user.get();
    let read = get.read(&manager).expect("a user");
    let nested_user = read.manager.as_deref().expect("a manager");
    let members = get.next_page_of(&read, nested_user, User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&members), expected);

    let get = user.navigate(User::MANAGER).get();
    let read = get.read(&manager).expect("a user");
    let nested_user = read.as_ref().and_then(|user| user.manager.as_deref()).expect("a manager");
    let members = get.next_page_of(&read, nested_user, User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&members), expected);

    let get = user.property(User::MAILBOX_SETTINGS);
    let read = get.read(&response(200, &format!(r#"{{{context}, "owner": {nested}}}"#))).expect("settings");
    let settings = read.as_ref().and_then(|read| read.value.as_ref()).expect("settings");
    let nested_user = settings.owner.as_deref().expect("an owner");
    let members = get.next_page_of(&read, nested_user, User::MEMBERS).expect("allowed").expect("a link");
    assert_eq!(url(&members), expected);
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "n")]
struct WithoutExtra {
    #[odata(navigation)]
    members: Option<Vec<User>>,
}

#[test]
fn next_page_of_type_without_extra_is_error() {
    let get = graph().singleton::<WithoutExtra>("me").get();
    let read =
        get.read(&response(200, r#"{"members": [], "members@odata.nextLink": "x"}"#)).expect("an entity");
    let error = get.next_page_of(&read, read.value(), WithoutExtra::MEMBERS).expect_err("the link is lost");
    assert_eq!(
        error.to_string(),
        "the type `n.withoutExtra` doesn't preserve the annotation `members@odata.nextLink`: add a field with `#[odata(extra)]` to its root type"
    );
}

#[test]
fn options_are_added_to_query_of_link() {
    let list = graph().entity_set::<User>("users").list();
    let next = list.next_page(&page(None, "?$skiptoken=x")).expect("allowed").expect("a link");
    let options = odata_core::query::QueryOptions::new().top(5);
    assert_eq!(url(&next.query(&options)), "https://graph.microsoft.com/v1.0/users?$skiptoken=x&$top=5");
}

#[test]
fn changes_request_returns_delta() {
    let delta = graph().entity_set::<User>("users").delta();
    let page = delta
        .read(&response(200, r#"{"value": [{"id": "1"}], "@odata.deltaLink": "delta?x"}"#))
        .expect("a delta");
    let changes = delta.changes(&page).expect("allowed").expect("a link");
    let again = changes.changes(&page).expect("allowed").expect("a link");
    assert_eq!(url(&again), "https://graph.microsoft.com/v1.0/users/delta?x");
    let list = graph().entity_set::<User>("users").list();
    let users = list.read(&response(200, r#"{"value": [], "@odata.deltaLink": "users?x"}"#)).expect("a page");
    let changes = list.changes(&users).expect("allowed").expect("a link");
    let read = changes.read(&response(200, r#"{"value": [{"@removed": {}, "id": "1"}]}"#)).expect("a delta");
    assert_eq!(read.value.len(), 1);
}

#[test]
fn links_of_an_instance_are_accessible() {
    let user: User =
        read(r#"{"@odata.readLink": "users/1", "@odata.editLink": "users/2", "@odata.id": "users/3"}"#);
    assert_eq!(user.extra.read_link(), Some("users/1"));
    assert_eq!(user.extra.edit_link(), Some("users/2"));
    assert_eq!(user.extra.id(), Some("users/3"));
    assert_eq!(User::default().extra.read_link(), None);
}
