//! Compares `odata_core::json` and `serde_json` on random JSON documents.

use odata_core::Untyped;
use proptest::prelude::*;

use super::assert_equal_for_all_types;
use crate::support::try_read;

/// Names and values from the model, and JSON that doesn't match the model.
fn documents() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        (-1e6..1e6f64).prop_map(|number| number.to_string()),
        "\"[a-z\\\\\"é ]{0,12}\"",
        Just("\"2026-08-01T12:41:01Z\"".to_owned()),
        Just("\"running\"".to_owned()),
        Just("\"#microsoft.graph.security.ediscoveryExportOperation\"".to_owned()),
        Just("\"#microsoft.graph.security.ediscoveryEstimateOperation\"".to_owned()),
    ];
    let name = proptest::sample::select(vec![
        "id",
        "status",
        "createdBy",
        "user",
        "displayName",
        "percentProgress",
        "value",
        "@odata.type",
        "@odata.context",
        "exportFileMetadata",
        "size",
        "indexedItemCount",
        "resultInfo",
        "code",
        "x",
        "\\u0069d",
        "long",
        "many",
        "inner",
    ]);
    let space = proptest::sample::select(vec!["", "", "", " ", "\n", "\t "]);
    scalar.prop_recursive(5, 60, 6, move |value| {
        let member = (name.clone(), space.clone(), value.clone())
            .prop_map(|(name, space, value)| format!("\"{name}\":{space}{value}{space}"));
        prop_oneof![
            3 => proptest::collection::vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(","))),
            1 => proptest::collection::vec(value, 0..4).prop_map(|values| format!("[{}]", values.join(" ,"))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn random_documents_are_equal(text in documents()) {
        for text in [text.clone(), format!("{{\"value\": [{text}]}}")] {
            if is_comparable(&text) {
                assert_equal_for_all_types(&text);
            }
        }
    }
}

/// Checks whether no object has two members with the same name. `serde_json` buffers the members before a late
/// `@odata.type` and rejects duplicates in them, even if the derived type skips these members.
fn is_comparable(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_err() || try_read::<Untyped>(text).is_ok()
}
