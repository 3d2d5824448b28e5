//! Reads and writes values of the types in this crate.

use ::runtime::ODataEnum;
use ::std::option::Option::Some;
use ::std::string::ToString;
use ::std::{assert, assert_eq};

use crate::{function_body, macro_made, no_prelude, raw_identifiers, shadowed};

#[test]
fn without_a_prelude() {
    let payload =
        r##"{"text": "t", "doubled": 4, "parts": [{"kind": "one"}], "id": "1", "@odata.type": "#n.item"}"##;
    let any: no_prelude::AnyEntity<'_, bool> = ::serde_json::from_str(payload).unwrap();
    let item = any.as_target().unwrap();
    assert_eq!((item.doubled, item.days, item.id.as_deref()), (2, 7, Some("1")));
    assert_eq!(
        ::serde_json::to_string(&any).unwrap(),
        r##"{"@odata.type":"#n.item","id":"1","text":"t","parts":[{"kind":"one"}],"doubled":4,"days":7}"##
    );
}

#[test]
fn with_shadowed_names() {
    let option: shadowed::Option = ::serde_json::from_str(r#"{"string": {}, "vec": "ok"}"#).unwrap();
    assert_eq!(option.vec.to_string(), "ok");
    let any: shadowed::From = ::serde_json::from_str(r#"{"write": true, "@odata.type": "n.box"}"#).unwrap();
    assert_eq!(any.as_some().and_then(|value| value.write), Some(true));
}

#[test]
fn with_raw_identifiers() {
    let payload = r#"{"type":"t","async":"loop","self":true}"#;
    let value: raw_identifiers::r#struct = ::serde_json::from_str(payload).unwrap();
    assert_eq!(::serde_json::to_string(&value).unwrap(), payload);
    assert_eq!(raw_identifiers::r#enum::METADATA.qualified_name(), "n.enum");
    let any: raw_identifiers::Any =
        ::serde_json::from_str(r##"{"@odata.type": "#n.derived", "match": 4, "ref": "r"}"##).unwrap();
    assert!(any.as_impl().is_some_and(|derived| derived.r#match == 2));
}

#[test]
fn every_property_has_constant() {
    assert_eq!(raw_identifiers::odd_constants(), ["metadata", "type", "x", "1", "fooBar", "fooBar2"]);
}

#[test]
fn inside_a_function_and_a_macro() {
    assert_eq!(function_body::declared_inside(), "n.base");
    let any: macro_made::AnyMade =
        ::serde_json::from_str(r##"{"kind": "two", "@odata.type": "#n.madeDerived"}"##).unwrap();
    assert!(any.as_derived().is_some());
    let sized: macro_made::Sized<3> = ::serde_json::from_str(r#"{"made": "one"}"#).unwrap();
    assert!(sized.made.is_some());
}
