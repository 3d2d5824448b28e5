//! Tests collections, single values, errors and deltas.

use odata_core::{Change, Collection, Delta, Extra, Lenient, ODataEntity, ODataError, SingleValue};
use odata_examples::security::{AnyCaseOperation, CaseOperation};

use crate::support::{assert_writes_back, error, read, write};

#[test]
fn collection_members_can_have_any_order() {
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
fn collection_without_value_is_error() {
    assert_eq!(
        error::<Collection<CaseOperation>>(r#"{"@odata.count": 1}"#),
        "missing property `value`, expected a collection: an object with an array `value` at line 1 column 19"
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
fn lenient_collection_separates_invalid_items() {
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
                "invalid type: null, expected an object of type `microsoft.graph.security.caseOperation`".to_owned()
            ),
        ]
    );
}

#[test]
fn single_value_has_annotations() {
    let value: SingleValue<Option<i64>> = assert_writes_back(r#"{"@odata.context": "c", "value": 5}"#);
    assert_eq!((value.value, value.extra.context()), (Some(5), Some("c")));
    assert_eq!(read::<SingleValue<Vec<i32>>>(r#"{"value": [1]}"#), SingleValue::from(vec![1]));
    assert_eq!(
        error::<SingleValue<bool>>("{}"),
        "missing property `value`, expected a single value: an object with a member `value` at line 1 column 2"
    );
}

#[test]
fn standard_error_format() {
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
fn graph_error_format() {
    let error: ODataError = read(
        r#"{"error": {"code": "BadRequest", "message": "x", "innerError": {"date": "2024-05-07T00:25:36",
            "request-id": "r", "client-request-id": "c"}}}"#,
    );
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r"), Some("c")));
    assert_eq!(read::<ODataError>(&write(&error)), error);
}

#[test]
fn invalid_details_preserve_code_and_message() {
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
fn other_body_is_not_an_odata_error() {
    for payload in ["{}", "[]", r#"{"error": "text"}"#, r#"{"errors": {}}"#, "5"] {
        assert!(error::<ODataError>(payload).starts_with("not an OData error"), "{payload}");
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", tag = "never")]
struct Customer {
    id: Option<String>,
    name: String,
    #[odata(extra)]
    extra: Extra,
}

#[test]
fn delta_in_odata_4_0_format() {
    let delta: Delta<Customer> = assert_writes_back(
        r##"{"@odata.context": "http://host/service/$metadata#Customers/$delta", "@odata.count": 4, "value": [
            {"@odata.id": "Customers('1')", "name": "Susan"},
            {"@odata.context": "#Customers/$deletedLink", "source": "s", "relationship": "Orders", "target": "t"},
            {"@odata.context": "#Customers/$link", "source": "s", "relationship": "Orders", "target": "t"},
            {"@odata.context": "#Customers/$deletedEntity", "id": "Customers('2')", "reason": "deleted"}
        ], "@odata.deltaLink": "d"}"##,
    );
    let [Change::Changed(susan), Change::DeletedLink(gone), Change::Link(new), Change::Removed(removed)] =
        &delta.value[..]
    else {
        panic!("one of each: {delta:?}")
    };
    assert_eq!((susan.name.as_str(), susan.extra.id()), ("Susan", Some("Customers('1')")));
    assert_eq!((gone.source(), gone.relationship(), new.target()), (Some("s"), Some("Orders"), Some("t")));
    assert_eq!((removed.id(), removed.reason()), (Some("Customers('2')"), Some("deleted")));
}

#[test]
fn delta_in_odata_4_01_and_graph_formats() {
    let delta: Delta<Customer> = read(
        r#"{"@context": "c", "value": [
            {"@removed": {"reason": "changed", "@a.b": 1}, "@id": "Customers(1)"},
            {"@removed": {}, "id": "2"},
            {"id": "3", "@odata.removed": null, "name": 5},
            {"@removed": {"reason": "deleted"}, "id": "4"},
            {"id": "5", "name": "x", "Orders@delta": [{"id": "6", "name": "y"}, {"@removed": {}, "id": "7"}]}
        ], "@deltaLink": "d"}"#,
    );
    let removed: Vec<_> = delta
        .iter()
        .filter_map(|change| match change {
            Change::Removed(removed) => Some((removed.id(), removed.reason())),
            _ => None,
        })
        .collect();
    assert_eq!(
        removed,
        [
            (Some("Customers(1)"), Some("changed")),
            (Some("2"), None),
            (Some("3"), None),
            (Some("4"), Some("deleted"))
        ]
    );
    let Change::Changed(last) = &delta.value[4] else { panic!("changed") };
    let nested: Vec<Change<Customer>> =
        last.extra.read_annotation_as("Orders", "odata.delta").expect("there").expect("a delta");
    assert!(matches!(&nested[..], [Change::Changed(_), Change::Removed(_)]));
    assert_eq!(read::<Delta<Customer>>(&write(&delta)), delta);
    assert_eq!(delta.delta_link(), Some("d"));
}

#[test]
fn error_in_delta_has_path() {
    assert_eq!(
        error::<Delta<Customer>>(r#"{"value": [{"@removed": {}}, {"id": 5}]}"#),
        "`value[1].id` (property of `n.customer`): invalid type: integer `5`, expected `Edm.String` at line 1 column 39"
    );
    assert!(
        error::<Delta<Customer>>(r#"{"value": [5]}"#)
            .starts_with("`value[0]`: invalid type: integer `5`, expected")
    );
}

#[test]
fn delta_item_with_duplicate_control_information_is_error() {
    for item in [
        r##"{"@context": "#x/$link", "@odata.context": "y/$deletedLink"}"##,
        r#"{"@removed": {}, "@odata.removed": {"reason": "deleted"}}"#,
        r#"{"@odata.removed": {}, "@id": "1", "@odata.id": "2"}"#,
    ] {
        let message = error::<Delta<CaseOperation>>(&format!(r#"{{"value": [{item}]}}"#));
        assert!(message.starts_with("`value[0]`: duplicate property `@odata."), "{message}");
    }
}
