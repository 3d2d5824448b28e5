//! The table in the README under "How it compares", row by row: what people write today, and this library.

use odata_core::{Extra, ODataEntity, ODataEnum};
use serde::{Deserialize, Serialize};

use crate::support::{error, read, write};

mod by_hand {
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
fn the_tag_in_another_form() {
    read::<by_hand::Any>(r##"{"@odata.type": "#n.operation"}"##);
    for payload in [
        r#"{"@odata.type": "n.operation"}"#,
        r#"{"@type": "n.operation"}"#,
        r##"{"@odata.type": "#N.Operation"}"##,
    ] {
        assert!(read::<Any>(payload).as_operation().is_some(), "{payload}");
        error::<by_hand::Any>(payload);
    }
    assert!(read::<Any>("{}").as_entity().is_some());
    error::<by_hand::Any>("{}");
}

#[test]
fn a_derived_type_that_the_model_lacks() {
    let payload = r##"{"@odata.type":"#n.other","id":"1","x":1}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(error::<by_hand::Any>(payload).contains("unknown variant"));
}

#[test]
fn a_member_that_the_model_lacks() {
    let payload = r##"{"@odata.type":"#n.operation","action":"new"}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(error::<by_hand::Any>(payload).contains("unknown variant"));
}

#[test]
fn what_is_not_declared() {
    let payload = r##"{"@odata.type":"#n.operation","id":"1","x":1}"##;
    assert_eq!(write(&read::<Any>(payload)), payload);
    assert!(!write(&read::<by_hand::Any>(payload)).contains(r#""x""#));
}

#[test]
fn an_error() {
    let payload = r##"{"@odata.type":"#n.operation","percentProgress":"x"}"##;
    assert_eq!(
        error::<Any>(payload),
        "`percentProgress` (property of `n.operation`): invalid type: string \"x\", expected `Edm.Int32` at line 1 column 51"
    );
    assert_eq!(error::<by_hand::Any>(payload), "invalid type: string \"x\", expected i32");
}
