//! Tests type annotations (`@odata.type`): their spelling, their position and the types that they name.

use std::collections::BTreeMap;

use odata_core::{Extra, Json, ODataComplex, ODataEntity};
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, EdiscoveryExportOperation, EdiscoveryTagOperation,
};
use serde_json::Value;

use crate::support::{assert_writes_back, error, read, write};

const MEMBERS: [&str; 5] = [
    r#""id": "1""#,
    r#""outputName": "evidence""#,
    r#""percentProgress": 10"#,
    r#""exportOptions": "tags""#,
    r#""createdBy": {"user": {"id": "2"}}"#,
];

fn with_type_annotation_at(position: usize, type_annotation: &str) -> String {
    let mut members = MEMBERS.to_vec();
    members.insert(position, type_annotation);
    format!("{{{}}}", members.join(", "))
}

#[test]
fn every_spelling_and_position_reads_the_same() {
    let expected: AnyCaseOperation = read(&with_type_annotation_at(
        0,
        r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##,
    ));
    let export = expected.as_export().expect("an export");
    assert_eq!(export.output_name.as_deref(), Some("evidence"));
    assert!(export.extra.is_empty());
    for position in 0..=MEMBERS.len() {
        for name in ["@odata.type", "@type"] {
            for uri in [
                "#microsoft.graph.security.ediscoveryExportOperation",
                "microsoft.graph.security.ediscoveryExportOperation",
                "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.ediscoveryExportOperation",
                "#Microsoft.Graph.Security.EdiscoveryExportOperation",
            ] {
                let payload = with_type_annotation_at(position, &format!(r#""{name}": "{uri}""#));
                assert_eq!(read::<AnyCaseOperation>(&payload), expected, "{payload}");
                assert_eq!(AnyCaseOperation::Export(read(&payload)), expected, "{payload}");
            }
        }
    }
}

#[test]
fn absent_type_annotation_preserves_all_members() {
    let operation: AnyCaseOperation = read(&format!("{{{}}}", MEMBERS.join(", ")));
    let declared = operation.as_case_operation().expect("the declared type");
    assert_eq!(declared.percent_progress, Some(10));
    assert_eq!(declared.extra.get_str("outputName"), Some("evidence"));
    assert_eq!(declared.extra.get_str("exportOptions"), Some("tags"));

    let untyped: CaseOperation = read(&format!("{{{}}}", MEMBERS.join(", ")));
    assert_eq!(&untyped, declared);
}

const UNKNOWN: &str = r##"{
    "@odata.type": "#microsoft.graph.security.ediscoveryArchiveOperation",
    "id": "1", "archive": {"shelf": [1, null, {"b": 1, "a": 2.5}]}, "status": "running",
    "action": "somethingNew", "note@Contoso.Source": "x", "note": null, "@odata.etag": "W/\"1\""
}"##;

#[test]
fn unknown_derived_type_is_preserved() {
    let operation: AnyCaseOperation = assert_writes_back(UNKNOWN);
    let declared = operation.as_case_operation().expect("the declared type");
    assert_eq!(declared.extra.type_name(), Some("microsoft.graph.security.ediscoveryArchiveOperation"));
    assert_eq!(declared.action, Some(CaseAction::Unknown("somethingNew".to_owned())));
    assert!(declared.extra.get("archive").is_some());

    let in_a_struct: CaseOperation = assert_writes_back(UNKNOWN);
    assert_eq!(&in_a_struct, declared);
    assert_writes_back::<EdiscoveryTagOperation>(UNKNOWN);
}

#[test]
fn unknown_derived_type_in_collection_is_preserved() {
    let payload = format!(
        r##"{{"value": [{UNKNOWN}, {{"@odata.type": "#microsoft.graph.security.ediscoveryTagOperation", "id": "2"}}]}}"##
    );
    let page: odata_core::Collection<AnyCaseOperation> = assert_writes_back(&payload);
    assert!(page.value[0].as_case_operation().is_some());
    assert!(page.value[1].as_tag().is_some());
}

#[test]
fn control_information_precedes_properties() {
    let operation: CaseOperation = read(UNKNOWN);
    assert_eq!(
        write(&operation),
        r##"{"@odata.type":"#microsoft.graph.security.ediscoveryArchiveOperation","@odata.etag":"W/\"1\"","id":"1","action":"somethingNew","status":"running","archive":{"shelf":[1,null,{"b":1,"a":2.5}]},"note@Contoso.Source":"x","note":null}"##
    );
}

#[test]
fn order_of_members_does_not_affect_equality() {
    let operation: AnyCaseOperation = read(
        r##"{"b": {"y": 1, "x": 2}, "a@c.d": 1, "b@c.d": 2, "a": 3, "@c.d": 4, "status@c.d": 5, "@odata.type": "#n.unknown"}"##,
    );
    assert_eq!(read::<AnyCaseOperation>(&write(&operation)), operation);
    assert_eq!(
        operation,
        read(
            r##"{"a": 3, "@odata.type": "#n.unknown", "a@c.d": 1, "b": {"x": 2, "y": 1}, "b@c.d": 2, "@c.d": 4, "status@c.d": 5}"##
        )
    );
    assert_ne!(
        operation,
        read(
            r##"{"a": 3, "@odata.type": "#n.unknown", "a@c.d": 1, "b": {"x": 2, "z": 1}, "b@c.d": 2, "@c.d": 4, "status@c.d": 5}"##
        )
    );
}

#[test]
fn base_type_is_not_instance_of_derived_type() {
    for (type_annotation, name) in [
        ("#microsoft.graph.security.caseOperation", "microsoft.graph.security.caseOperation"),
        ("microsoft.graph.Entity", "microsoft.graph.entity"),
    ] {
        for payload in [
            format!(r#"{{"@odata.type": "{type_annotation}", "id": "1"}}"#),
            format!(r#"{{"id": "1", "@odata.type": "{type_annotation}"}}"#),
        ] {
            let message = error::<EdiscoveryExportOperation>(&payload);
            let expected = format!(
                "`@odata.type` is `{name}`, which is a base type of the expected type \
                 `microsoft.graph.security.ediscoveryExportOperation` at line 1"
            );
            assert!(message.starts_with(&expected), "{message}");
        }
    }
}

#[test]
fn unrelated_type_is_read_as_declared_type() {
    for type_annotation in ["#microsoft.graph.entity", "#microsoft.graph.user", "", "#", "nonsense"] {
        let payload = format!(r#"{{"@odata.type": "{type_annotation}", "id": "1", "mail": "x"}}"#);
        let operation: AnyCaseOperation = assert_writes_back(&payload);
        assert!(operation.as_case_operation().is_some());
    }
}

#[test]
fn duplicate_type_annotation_is_error() {
    for first in ["@odata.type", "@type"] {
        for second in ["@odata.type", "@type"] {
            let type_annotation = "#microsoft.graph.security.ediscoveryTagOperation";
            let payload =
                format!(r#"{{"{first}": "{type_annotation}", "id": "1", "{second}": "{type_annotation}"}}"#);
            for message in [error::<AnyCaseOperation>(&payload), error::<EdiscoveryTagOperation>(&payload)] {
                assert!(message.starts_with("duplicate `@odata.type` at line 1"), "{message}");
            }
        }
    }
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", tag = "always")]
struct Keys {
    #[odata(base)]
    address: Address,
    numbers: Option<Json<BTreeMap<i32, String>>>,
    booleans: Option<Json<BTreeMap<bool, i32>>>,
    ordering: Option<Json<BTreeMap<Size, Option<Size>>>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
enum Size {
    Small,
    Large(u8),
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyAddress {
    #[odata(base)]
    Address(Address),
    Keys(Keys),
}

#[test]
fn json_properties_before_late_type_annotation() {
    let members =
        r#""numbers": {"1": "x", "-2": "y"}, "booleans": {"true": 1}, "ordering": {"Small": {"Large": 5}}"#;
    let type_annotation = r##""@odata.type": "#n.keys""##;
    let before: AnyAddress = assert_writes_back(&format!("{{{members}, {type_annotation}}}"));
    assert_eq!(before, read(&format!("{{{type_annotation}, {members}}}")));
    let message = error::<AnyAddress>(&format!(r#"{{"numbers": {{"1x": ""}}, {type_annotation}}}"#));
    assert!(
        message.starts_with("`numbers` (property of `n.keys`): invalid type: string \"1x\", expected i32"),
        "{message}"
    );
}

#[test]
fn type_annotation_must_be_string() {
    assert_eq!(
        error::<AnyCaseOperation>(r#"{"@odata.type": 5}"#),
        "`@odata.type`: invalid type: integer `5`, expected a string with the name of a type at line 1 column 17"
    );
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n", abstract)]
struct Shape {
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n")]
struct Circle {
    #[odata(base)]
    shape: Shape,
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n", tag = "never")]
struct Silent {
    #[odata(base)]
    shape: Shape,
}

#[derive(Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {}

#[derive(Debug, Default, ODataComplex)]
#[odata(namespace = "n")]
struct PostalAddress {
    #[odata(base)]
    address: Address,
}

#[derive(Debug, Default, ODataComplex)]
#[odata(namespace = "n", tag = "always")]
struct Loud {}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n", tag = "derived")]
struct Root {}

#[test]
fn tag_attribute_controls_written_type_annotation() {
    assert_eq!(write(&Circle::default()), r##"{"@odata.type":"#n.circle"}"##);
    assert_eq!(write(&Silent::default()), "{}");
    assert_eq!(write(&Address::default()), "{}");
    assert_eq!(write(&PostalAddress::default()), r##"{"@odata.type":"#n.postalAddress"}"##);
    assert_eq!(write(&Loud::default()), r##"{"@odata.type":"#n.loud"}"##);
    assert_eq!(write(&Root::default()), "{}");
}

#[test]
fn abstract_type_has_type_annotation_only_if_it_was_read() {
    assert_eq!(write(&Shape::default()), "{}");
    assert_writes_back::<Shape>(r##"{"@odata.type": "#n.shape"}"##);
    let shape: Shape = assert_writes_back(r##"{"@odata.type": "#n.triangle", "angles": 3}"##);
    assert_eq!(shape.extra.type_name(), Some("n.triangle"));
}

#[test]
fn tag_never_preserves_type_annotation_that_was_read() {
    for type_annotation in ["n.silent", "#n.silent", "#N.Silent"] {
        assert_writes_back::<Silent>(&format!(r#"{{"@odata.type": "{type_annotation}"}}"#));
    }
}

#[test]
fn odata_4_01_names_are_written_as_odata_4_0_names() {
    let circle: Circle = read(
        r##"{"@context": "c", "@etag": "e", "photo@mediaReadLink": "p", "@type": "#n.circle", "@unknown": 1}"##,
    );
    let written: Value = read(&write(&circle));
    assert_eq!(
        written,
        serde_json::json!({
            "@odata.context": "c", "@odata.type": "#n.circle", "@odata.etag": "e", "@unknown": 1,
            "photo@odata.mediaReadLink": "p",
        })
    );
    assert_eq!(circle.shape.extra.get_str("@etag"), Some("e"));
}
