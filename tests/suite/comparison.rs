//! Tests the first five rows of the table under "Comparison" in README.md.

use odata_core::{Extra, ODataEntity, ODataEnum};
use serde::{Deserialize, Serialize};

use crate::support::{error, read, write};

mod with_serde {
    use super::{Deserialize, Serialize};

    #[derive(Debug, Serialize, Deserialize)]
    pub struct Entity {
        pub id: Option<String>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Operation {
        #[serde(flatten)]
        pub entity: Entity,
        pub percent_progress: Option<i32>,
        pub action: Option<Action>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub enum Action {
        Index,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(tag = "@odata.type")]
    pub enum Any {
        #[serde(rename = "#n.operation")]
        Operation(Operation),
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", abstract)]
struct Entity {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Operation {
    #[odata(base)]
    entity: Entity,
    percent_progress: Option<i32>,
    action: Option<Action>,
}

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Action {
    Index,
    #[odata(unknown)]
    Unknown(String),
}

#[derive(Debug, PartialEq, ODataEntity)]
enum Any {
    #[odata(base)]
    Entity(Entity),
    Operation(Operation),
}

#[test]
fn type_annotation_spellings() {
    read::<with_serde::Any>(r##"{"@odata.type": "#n.operation"}"##);
    for payload in [
        r#"{"@odata.type": "n.operation"}"#,
        r#"{"@type": "n.operation"}"#,
        r##"{"@odata.type": "#N.Operation"}"##,
    ] {
        assert!(read::<Any>(payload).as_operation().is_some(), "{payload}");
        error::<with_serde::Any>(payload);
    }
    assert!(read::<Any>("{}").as_entity().is_some());
    error::<with_serde::Any>("{}");
}

#[test]
fn unknown_derived_type() {
    let payload = r##"{"@odata.type":"#n.other","id":"1","x":1}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(error::<with_serde::Any>(payload).contains("unknown variant"));
}

#[test]
fn unknown_enumeration_member() {
    let payload = r##"{"@odata.type":"#n.operation","action":"new"}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(error::<with_serde::Any>(payload).contains("unknown variant"));
}

#[test]
fn undeclared_property() {
    let payload = r##"{"@odata.type":"#n.operation","id":"1","x":1}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(!write(&read::<with_serde::Any>(payload)).contains(r#""x""#));
}

#[test]
fn error_message() {
    let payload = r##"{"@odata.type":"#n.operation","percentProgress":"x"}"##;
    assert_eq!(
        error::<Any>(payload),
        "`percentProgress` (property of `n.operation`): invalid type: string \"x\", expected `Edm.Int32` at line 1 column 51"
    );
    assert_eq!(error::<with_serde::Any>(payload), "invalid type: string \"x\", expected i32");
}
