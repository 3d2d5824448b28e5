//! What a service puts around values: pages, single values, errors.

use odata_core::{Collection, Lenient, ODataError, SingleValue};
use odata_examples::security::{AnyCaseOperation, CaseOperation};

use crate::support::{assert_writes_back, error, read, write};

#[test]
fn a_page_is_read_whatever_the_order_of_its_members() {
    let page: Collection<CaseOperation> = assert_writes_back(
        r##"{"@odata.count": 31, "value": [{"@odata.type": "#microsoft.graph.security.caseOperation", "id": "1"}],
            "@odata.nextLink": "n", "@odata.context": "c", "@microsoft.graph.tips": "t"}"##,
    );
    assert_eq!((page.count(), page.next_link(), page.context()), (Some(31), Some("n"), Some("c")));
    assert_eq!((page.iter().count(), page.delta_link()), (1, None));
    let in_4_01: Collection<CaseOperation> = read(r#"{"@count": "31", "value": [], "@deltaLink": "d"}"#);
    assert_eq!((in_4_01.count(), in_4_01.delta_link()), (Some(31), Some("d")));
}

#[test]
fn a_page_without_its_items_is_an_error() {
    assert_eq!(
        error::<Collection<CaseOperation>>(r#"{"@odata.count": 1}"#),
        "missing property `value` of a collection: an object with an array `value` at line 1 column 19"
    );
    assert!(
        error::<Collection<CaseOperation>>(r#"{"value": [], "value": []}"#)
            .starts_with("duplicate property `value`")
    );
    assert!(
        error::<Collection<CaseOperation>>(r#"{"value": null}"#).starts_with("`value`: invalid type: null")
    );
}

#[test]
fn one_wrong_item_of_many_leaves_the_others() {
    let items: Vec<String> = (0..1000)
        .map(|number| match number {
            700 => r#"{"createdBy": {"user": {"id": 5}}}"#.to_owned(),
            800 => "null".to_owned(),
            _ => format!(r#"{{"id": "{number}"}}"#),
        })
        .collect();
    let payload = format!(r#"{{"value": [{}]}}"#, items.join(","));
    let page: Collection<Lenient<AnyCaseOperation>> = read(&payload);
    assert_eq!(read::<Collection<Lenient<AnyCaseOperation>>>(&write(&page)), page);
    let (items, errors) = page.into_items_and_errors();
    assert_eq!(items.len(), 998);
    let errors: Vec<_> = errors.iter().map(|(index, error)| (*index, error.to_string())).collect();
    assert_eq!(
        errors,
        [
            (
                700,
                "`createdBy.user.id` (property of `microsoft.graph.identity`): invalid type: integer `5`, expected \
                 `Edm.String`"
                    .to_owned()
            ),
            (
                800,
                "invalid type: null, expected an object, `microsoft.graph.security.caseOperation`".to_owned()
            ),
        ]
    );
}

#[test]
fn a_single_value_has_an_envelope() {
    let value: SingleValue<Option<i64>> = assert_writes_back(r#"{"@odata.context": "c", "value": 5}"#);
    assert_eq!((value.value, value.extra.context()), (Some(5), Some("c")));
    assert_eq!(read::<SingleValue<Vec<i32>>>(r#"{"value": [1]}"#), SingleValue::from(vec![1]));
    assert_eq!(
        error::<SingleValue<bool>>("{}"),
        "missing property `value` of a single value: an object with `value` at line 1 column 2"
    );
}

#[test]
fn an_error_in_the_form_of_the_standard() {
    let error: ODataError = assert_writes_back(
        r#"{"error": {"code": "err123", "message": "Unsupported functionality", "target": "query",
            "details": [{"code": "forty-two", "target": "$search", "message": "$search is not supported", "@a.b": 1}],
            "innererror": {"trace": [1, {}], "context": {}}, "@c.d": "e"}, "@odata.context": "c"}"#,
    );
    assert_eq!(error.to_string(), "`err123`: Unsupported functionality (`query`)");
    assert_eq!(error.details[0].target.as_deref(), Some("$search"));
    assert_eq!(error.envelope.context(), Some("c"));
}

#[test]
fn an_error_in_the_form_of_graph() {
    let error: ODataError = read(
        r#"{"error": {"code": "BadRequest", "message": "x", "innerError": {"date": "2024-05-07T00:25:36",
            "request-id": "r", "client-request-id": "c"}}}"#,
    );
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r"), Some("c")));
    assert_eq!(read::<ODataError>(&write(&error)), error);
}

#[test]
fn details_in_another_form_never_hide_the_code_and_the_message() {
    for details in [
        r#""details": "see above""#,
        r#""details": ["one", "two"]"#,
        r#""details": [{"code": 1, "message": null}, 5]"#,
        r#""details": null"#,
        r#""details": {"code": "x"}"#,
        r#""target": 5"#,
        r#""innererror": "deep""#,
        r#""innererror": null"#,
    ] {
        let error: ODataError =
            assert_writes_back(&format!(r#"{{"error": {{{details}, "code": "A", "message": "b"}}}}"#));
        assert_eq!((error.code.as_str(), error.message.as_str()), ("A", "b"), "{details}");
    }
    let odd: ODataError =
        assert_writes_back(r#"{"error": {"code": 500, "message": {"lang": "en", "value": "Broken"}}}"#);
    assert_eq!((odd.code.as_str(), odd.message.as_str()), ("500", "Broken"));
    let empty: ODataError = read(r#"{"error": {}}"#);
    assert!(empty.code.is_empty() && empty.message.is_empty());
}

#[test]
fn what_is_no_error_response_says_so() {
    for payload in ["{}", "[]", r#"{"error": "text"}"#, r#"{"errors": {}}"#, "5"] {
        assert!(error::<ODataError>(payload).starts_with("no error response"), "{payload}");
    }
}
