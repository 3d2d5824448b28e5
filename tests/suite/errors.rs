//! Tests the errors of reading: their message, path, property and position.

use odata_core::{Collection, Extra, Json, ODataComplex, ODataEntity, Untyped};
use odata_examples::security::{AnyCaseOperation, CaseOperation, EdiscoveryEstimateOperation};

use crate::support::{error, read};

#[derive(Debug, ODataComplex)]
#[odata(namespace = "n")]
struct Required {
    code: i32,
    message: String,
    tags: Vec<String>,
    inner: Option<Box<Required>>,
    rest: Option<Vec<Vec<Required>>>,
}

#[test]
fn duplicate_declared_property() {
    assert_eq!(
        error::<CaseOperation>(r#"{"id": "1", "percentProgress": 1, "id": "1"}"#),
        "duplicate property `id` of `microsoft.graph.entity` at line 1 column 38"
    );
    // The duplicates are before `@odata.type`, after it, or one on each side.
    let type_annotation = r##""@odata.type": "#microsoft.graph.security.ediscoveryEstimateOperation""##;
    for (property, owner) in [
        (r#""id": "1""#, "microsoft.graph.entity"),
        (r#""status": null"#, "microsoft.graph.security.caseOperation"),
        (r#""siteCount": 1"#, "microsoft.graph.security.ediscoveryEstimateOperation"),
    ] {
        let name = property.split('"').nth(1).expect("a name");
        for payload in [
            format!("{{{property}, {type_annotation}, {property}}}"),
            format!("{{{type_annotation}, {property}, {property}}}"),
            format!("{{{property}, {property}, {type_annotation}}}"),
        ] {
            let message = error::<AnyCaseOperation>(&payload);
            assert!(message.starts_with(&format!("duplicate property `{name}`")), "{message}");
            let message = error::<EdiscoveryEstimateOperation>(&payload);
            assert!(message.starts_with(&format!("duplicate property `{name}` of `{owner}`")), "{message}");
        }
    }
}

#[test]
fn duplicate_undeclared_member() {
    for name in ["nickname", "@odata.etag", "status@Contoso.Source"] {
        let payload = format!(r#"{{"{name}": 1, "id": "1", "{name}": 1}}"#);
        let message = error::<CaseOperation>(&payload);
        assert!(message.starts_with(&format!("duplicate property `{name}` at line 1")), "{message}");
    }
    let message = error::<CaseOperation>(r#"{"nickname": {"a": 1, "b": [{"c": 1, "c": 2}]}}"#);
    assert!(message.contains("duplicate property `c`"), "{message}");
    let both_forms = error::<CaseOperation>(r#"{"@etag": 1, "@odata.etag": 1}"#);
    assert!(both_forms.starts_with("duplicate property `@odata.etag`"), "{both_forms}");
}

#[test]
fn duplicate_among_many_members() {
    let many: Vec<String> = (0..1000).map(|number| format!(r#""p{number}": {number}"#)).collect();
    let payload = format!(r#"{{{}, "p500": 0}}"#, many.join(","));
    assert!(error::<CaseOperation>(&payload).starts_with("duplicate property `p500`"));
    let once: CaseOperation = read(&format!("{{{}}}", many.join(",")));
    assert_eq!(once.extra.len(), 1000);
}

#[test]
fn duplicate_around_late_type_annotation() {
    // Many members precede `@odata.type`, and some of them are properties of the derived type.
    let declared =
        r#""description": "", "outputName": "", "exportOptions": "tags", "exportStructure": "pst""#;
    let before: Vec<String> = (0..14).map(|number| format!(r#""u{number}": 0"#)).collect();
    let after: Vec<String> = (0..12).map(|number| format!(r#""w{number}": 0"#)).collect();
    let type_annotation = r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##;
    for twice in ["u0", "u13", "dup"] {
        let payload = format!(
            r#"{{{declared}, {}, {type_annotation}, "dup": 1, {}, "{twice}": 2}}"#,
            before.join(", "),
            after.join(", "),
        );
        let message = error::<AnyCaseOperation>(&payload);
        assert!(message.starts_with(&format!("duplicate property `{twice}`")), "{message}");
    }
}

#[test]
fn missing_required_property() {
    assert_eq!(
        error::<Required>(r#"{"code": 1}"#),
        "missing property `message` of `n.required` at line 1 column 11"
    );
    let read: Required = read(r#"{"code": 1, "message": ""}"#);
    assert!(read.tags.is_empty() && read.inner.is_none());
}

#[test]
fn null_of_non_nullable_property() {
    assert_eq!(
        error::<Required>(r#"{"code": null, "message": ""}"#),
        "`code` (property of `n.required`): invalid type: null, expected `Edm.Int32` at line 1 column 13"
    );
    assert_eq!(
        error::<Required>(r#"{"tags": null}"#),
        "`tags` (property of `n.required`): invalid type: null, expected `Collection(Edm.String)` at line 1 column 13"
    );
}

#[test]
fn wrong_json_type() {
    for (payload, expected) in [
        (
            r#"{"id": 5}"#,
            "`id` (property of `microsoft.graph.entity`): invalid type: integer `5`, expected `Edm.String`",
        ),
        (
            r#"{"percentProgress": 1.5}"#,
            "`percentProgress` (property of `microsoft.graph.security.caseOperation`): invalid type: floating point `1.5`, \
             expected `Edm.Int32`",
        ),
        (
            r#"{"percentProgress": "5"}"#,
            "`percentProgress` (property of `microsoft.graph.security.caseOperation`): invalid type: string \"5\", \
             expected `Edm.Int32`",
        ),
        (
            r#"{"createdBy": "me"}"#,
            "`createdBy` (property of `microsoft.graph.security.caseOperation`): invalid type: string \"me\", expected an \
             object of type `microsoft.graph.identitySet`",
        ),
        (
            r#"{"createdBy": {"user": {"displayName": []}}}"#,
            "`createdBy.user.displayName` (property of `microsoft.graph.identity`): invalid type: sequence, expected \
             `Edm.String`",
        ),
        (
            r#"{"completedDateTime": "2022-05-23T16:51:34"}"#,
            "`completedDateTime` (property of `microsoft.graph.security.caseOperation`): invalid value: string \
             \"2022-05-23T16:51:34\", expected `Edm.DateTimeOffset` such as \"2022-05-23T16:51:34.8281972Z\"",
        ),
        ("[]", "invalid type: sequence, expected an object of type `microsoft.graph.security.caseOperation`"),
        ("null", "invalid type: null, expected an object of type `microsoft.graph.security.caseOperation`"),
    ] {
        for message in [error::<CaseOperation>(payload), error::<AnyCaseOperation>(payload)] {
            let (text, position) = message.rsplit_once(" at line ").expect("a position");
            assert_eq!(text, expected);
            assert!(position.starts_with("1 column "), "{message}");
        }
    }
}

#[test]
fn integer_out_of_range() {
    for number in ["2147483648", "-2147483649", "9223372036854775807", "18446744073709551615"] {
        let message = error::<CaseOperation>(&format!(r#"{{"percentProgress": {number}}}"#));
        let expected = format!(
            "`percentProgress` (property of `microsoft.graph.security.caseOperation`): invalid value: integer `{number}`, \
             expected `Edm.Int32` at line 1"
        );
        assert!(message.starts_with(&expected), "{message}");
    }
    let message = error::<EdiscoveryEstimateOperation>(r#"{"indexedItemsSize": 9223372036854775808}"#);
    assert!(
        message.contains("invalid value: integer `9223372036854775808`, expected `Edm.Int64`"),
        "{message}"
    );
}

#[test]
fn path_contains_properties_and_indexes() {
    let payload = r#"{"value": [{"id": "1"}, {"createdBy": {"user": {"id": 5}}}]}"#;
    for message in
        [error::<Collection<CaseOperation>>(payload), error::<Collection<AnyCaseOperation>>(payload)]
    {
        assert_eq!(
            message,
            "`value[1].createdBy.user.id` (property of `microsoft.graph.identity`): invalid type: integer `5`, expected \
             `Edm.String` at line 1 column 55"
        );
    }
    assert_eq!(
        error::<Required>(r#"{"rest": [[], [{"inner": {"tags": ["", 5]}}]]}"#),
        "`rest[1][0].inner.tags[1]` (property of `n.required`): invalid type: integer `5`, expected `Edm.String` at line 1 \
         column 40"
    );
    assert_eq!(
        error::<Required>(r#"{"rest": [[], [{"inner": {}}]]}"#),
        "`rest[1][0].inner` (property of `n.required`): missing property `code` of `n.required` at line 1 column 27"
    );
    assert_eq!(
        error::<Collection<Required>>(r#"{"value": [5]}"#),
        "`value[0]`: invalid type: integer `5`, expected an object of type `n.required` at line 1 column 12"
    );
}

#[test]
fn error_before_late_type_annotation_has_path() {
    let type_annotation = r##""@odata.type": "#microsoft.graph.security.ediscoveryEstimateOperation""##;
    let message =
        error::<AnyCaseOperation>(&format!(r#"{{"siteCount": "x", "search": {{}}, {type_annotation}}}"#));
    assert!(
        message.starts_with(
            "`siteCount` (property of `microsoft.graph.security.ediscoveryEstimateOperation`): invalid type: string \"x\", \
             expected `Edm.Int32` at line 1"
        ),
        "{message}"
    );
    let message = error::<AnyCaseOperation>(&format!(
        r#"{{"reportFileMetadata": [{{"size": true}}], {type_annotation}}}"#
    ));
    assert!(
        message.starts_with(
            "`reportFileMetadata[0].size` (property of `microsoft.graph.security.reportFileMetadata`): invalid type: \
             boolean `true`, expected `Edm.Int64` at line 1"
        ),
        "{message}"
    );
}

#[test]
fn long_value_is_truncated() {
    let long = "ü".repeat(1_000_000);
    for payload in
        [format!(r#"{{"percentProgress": "{long}"}}"#), format!(r#"{{"completedDateTime": "{long}"}}"#)]
    {
        let message = error::<CaseOperation>(&payload);
        assert!(message.len() < 800, "{}", message.len());
        assert!(
            message.contains("(property of `microsoft.graph.security.caseOperation`): invalid "),
            "{message}"
        );
        assert!(message.contains("expected `Edm."), "{message}");
        assert!(message.contains(" at line 1 column 2000"), "{message}");
    }
}

#[test]
fn error_has_position_of_value() {
    assert_eq!(
        error::<Required>("{\n  \"code\": 1,\n  \"message\": 2\n}"),
        "`message` (property of `n.required`): invalid type: integer `2`, expected `Edm.String` at line 3 column 14"
    );
}

#[test]
fn malformed_json() {
    for payload in [
        "",
        "{",
        r#"{"id": "#,
        r#"{"id": "1",}"#,
        r#"{"id": "\ud800"}"#,
        r#"{"nick": tru}"#,
        "{\"id\": \"1\"}x",
    ] {
        error::<CaseOperation>(payload);
        error::<AnyCaseOperation>(payload);
    }
}

#[test]
fn deep_nesting_exceeds_recursion_limit() {
    let deep = format!(r#"{{"nick": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(error::<CaseOperation>(&deep).contains("recursion limit exceeded"));
    assert!(error::<AnyCaseOperation>(&deep).contains("recursion limit exceeded"));
}

#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", deny_unknown)]
struct Strict {
    name: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[test]
fn deny_unknown_rejects_properties_but_not_annotations() {
    assert_eq!(error::<Strict>(r#"{"nam": 1}"#), "`nam` is not a property of `n.strict` at line 1 column 6");
    let strict: Strict = read(r#"{"@odata.context": "c", "name@odata.type": "String", "name": "x"}"#);
    assert_eq!((strict.extra.len(), strict.name.as_deref()), (2, Some("x")));
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", deny_unknown)]
struct StrictBase {
    a: Option<i32>,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", deny_unknown)]
struct StrictDerived {
    #[odata(base)]
    base: StrictBase,
    b: Option<i32>,
}

#[derive(Debug, ODataEntity)]
enum AnyStrict {
    #[odata(base)]
    Base(StrictBase),
    Derived(StrictDerived),
}

#[test]
fn deny_unknown_considers_late_type_annotation() {
    let any: AnyStrict = read(r#"{"b": 1, "a": 2, "@odata.type": "n.strictDerived"}"#);
    assert_eq!((any.a, any.as_derived().and_then(|derived| derived.b)), (Some(2), Some(1)));
    for payload in [
        r#"{"b": 1}"#,
        r#"{"b": 1, "@odata.type": "n.strictBase"}"#,
        r#"{"@odata.type": "n.strictBase", "b": 1}"#,
        r#"{"@odata.type": "n.other", "b": 1}"#,
    ] {
        assert!(
            error::<AnyStrict>(payload).starts_with("`b` is not a property of `n.strictBase`"),
            "{payload}"
        );
    }
    for payload in
        [r#"{"c": 1, "@odata.type": "n.strictDerived"}"#, r#"{"@odata.type": "n.strictDerived", "c": 1}"#]
    {
        assert!(
            error::<AnyStrict>(payload).starts_with("`c` is not a property of `n.strictDerived`"),
            "{payload}"
        );
    }
}

#[derive(Debug, ODataComplex)]
#[odata(namespace = "n")]
struct Values {
    any: Option<Json<Vec<i32>>>,
    untyped: Untyped,
}

#[test]
fn error_inside_json_has_path() {
    assert_eq!(
        error::<Values>(r#"{"any": ["x"], "untyped": 1}"#),
        "`any` (property of `n.values`): invalid type: string \"x\", expected i32 at line 1 column 12"
    );
    let values: Values = read(r#"{"any": [1], "untyped": null}"#);
    assert_eq!((values.any, values.untyped), (Some(Json(vec![1])), Untyped::Null));
}
