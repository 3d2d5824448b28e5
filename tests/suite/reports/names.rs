//! Tests the names of types with `rename_all` and `name`.

use odata_core::{ODataComplex, ODataEntity, ODataEnum, ODataStructured};

use crate::support::{read, write};

#[test]
fn pascal_case_applies_to_type_name() {
    #[derive(Debug, ODataEntity)]
    #[odata(namespace = "Chassis.v1", rename_all = "PascalCase", tag = "always")]
    struct RackChassis {
        asset_tag: Option<String>,
    }

    #[derive(Debug, ODataComplex)]
    #[odata(namespace = "n", rename_all = "PascalCase")]
    struct Generic<T> {
        a_value: T,
    }

    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "n", rename_all = "PascalCase")]
    enum PowerState {
        PoweringOn,
    }

    let payload = r##"{"@odata.type":"#Chassis.v1.RackChassis","AssetTag":"7"}"##;
    assert_eq!(write(&read::<RackChassis>(payload)), payload);
    assert_eq!(Generic::<i32>::METADATA.qualified_name(), "n.Generic");
    assert_eq!(PowerState::METADATA.qualified_name(), "n.PowerState");
    assert_eq!(PowerState::PoweringOn.as_str(), "PoweringOn");
}

#[test]
fn explicit_name_overrides_rename_all() {
    #[derive(Debug, ODataComplex)]
    #[odata(namespace = "n", rename_all = "PascalCase", name = "rack")]
    struct RackChassis {}

    assert_eq!(RackChassis::METADATA.qualified_name(), "n.rack");
}

#[test]
fn other_rules_do_not_apply_to_type_name() {
    macro_rules! named {
        ($($rule:literal)*) => {$({
            #[derive(Debug, ODataComplex)]
            #[odata(namespace = "n", rename_all = $rule)]
            struct RackChassis {
                asset_tag: Option<i32>,
            }

            #[derive(Debug, ODataEnum)]
            #[odata(namespace = "n", rename_all = $rule)]
            enum PowerState {
                On,
            }

            assert_eq!(RackChassis::METADATA.qualified_name(), "n.rackChassis", "{}", $rule);
            assert_eq!(PowerState::METADATA.qualified_name(), "n.powerState", "{}", $rule);
        })*};
    }
    named!("camelCase" "snake_case" "SCREAMING_SNAKE_CASE" "kebab-case" "lowercase" "UPPERCASE");
}
