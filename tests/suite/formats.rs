//! Tests that `serde_json`, sonic-rs and simd-json read and write the same.

use odata_core::Collection;
use odata_examples::security::AnyCaseOperation;
use serde_json::Value;

use crate::support::{read, write};

/// A collection whose items have `@odata.type` first, in the middle, last or not at all.
const LISTING: &str = r##"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#operations", "value": [
    {"@odata.type": "#microsoft.graph.security.ediscoveryExportOperation", "id": "1", "exportOptions": "tags, text",
     "exportFileMetadata": [{"fileName": "a \"b\"\u00e9.zip", "size": 9007199254740993}], "outputName": "x"},
    {"id": "2", "siteCount": 3, "indexedItemsSize": "9223372036854775807", "unindexedItemCount": -1,
     "@odata.type": "#microsoft.graph.security.ediscoveryEstimateOperation", "createdDateTime": "2022-05-23T16:51:34.8281972Z"},
    {"id": "3", "search": {"id": "s", "additionalSources": [
        {"site": {"id": "t"}, "@odata.type": "#microsoft.graph.security.siteSource"}]},
     "@odata.type": "#microsoft.graph.security.ediscoveryAddToReviewSetOperation"},
    {"id": "4", "status": "running", "nick": [null, true, 1, -2, 18446744073709551615, 0.1, "s", {"b": {}, "a": []}]}
], "@odata.nextLink": "https://graph.microsoft.com/next"}"##;

type Page = Collection<AnyCaseOperation>;

#[test]
fn serde_json_functions_read_the_same() {
    let from_str: Page = read(LISTING);
    let from_slice: Page = serde_json::from_slice(LISTING.as_bytes()).expect("read");
    let from_reader: Page = serde_json::from_reader(LISTING.as_bytes()).expect("read");
    let from_value: Page = serde_json::from_value(read(LISTING)).expect("read");
    assert_eq!(from_slice, from_str);
    assert_eq!(from_reader, from_str);
    // A `Value` sorts the members of an object.
    let [expected, sorted]: [Value; 2] =
        [from_str, from_value].map(|page| serde_json::to_value(page).expect("written"));
    assert_eq!(sorted, expected);
}

#[test]
fn sonic_rs_reads_and_writes_the_same() {
    let expected: Page = read(LISTING);
    let from_str: Page = sonic_rs::from_str(LISTING).expect("read");
    assert_eq!(from_str, expected);
    assert_eq!(sonic_rs::to_string(&expected).expect("written"), write(&expected));
}

#[test]
fn simd_json_reads_and_writes_the_same() {
    let expected: Page = read(LISTING);
    let mut bytes = LISTING.as_bytes().to_vec();
    let from_slice: Page = simd_json::serde::from_slice(&mut bytes).expect("read");
    assert_eq!(from_slice, expected);
    assert_eq!(simd_json::serde::to_string(&expected).expect("written"), write(&expected));
}

#[test]
fn error_has_path_with_every_json_crate() {
    const PATH: &str = "`value[1].createdBy.user.id` (property of `microsoft.graph.identity`): ";
    let type_annotation = r##""@odata.type": "#microsoft.graph.security.ediscoveryTagOperation""##;
    for item in [
        r#"{"createdBy": {"user": {"id": 5}}}"#.to_owned(),
        format!(r#"{{{type_annotation}, "createdBy": {{"user": {{"id": 5}}}}}}"#),
        format!(r#"{{"createdBy": {{"user": {{"id": 5}}}}, {type_annotation}}}"#),
    ] {
        let payload = format!(r#"{{"value": [{{"id": "1"}}, {item}]}}"#);
        let message = serde_json::from_str::<Page>(&payload).expect_err("no string").to_string();
        assert!(
            message.starts_with(&format!("{PATH}invalid type: integer `5`, expected `Edm.String`")),
            "{message}"
        );
        let message =
            serde_json::from_reader::<_, Page>(payload.as_bytes()).expect_err("no string").to_string();
        assert!(message.starts_with(PATH), "{message}");
        let message = sonic_rs::from_str::<Page>(&payload).expect_err("no string").to_string();
        assert!(
            message.starts_with(&format!("{PATH}invalid type: integer `5`, expected `Edm.String`")),
            "{message}"
        );
        let message = simd_json::serde::from_slice::<Page>(&mut payload.into_bytes())
            .expect_err("no string")
            .to_string();
        assert!(message.contains(PATH), "{message}");
    }
}

#[test]
fn error_before_late_type_annotation_has_path_with_every_json_crate() {
    const PATH: &str =
        "`value[0].reportFileMetadata[1].size` (property of `microsoft.graph.security.reportFileMetadata`): ";
    let payload = r##"{"value": [{"reportFileMetadata": [{}, {"size": true}],
        "@odata.type": "#microsoft.graph.security.ediscoveryEstimateOperation"}]}"##;
    let messages = [
        serde_json::from_str::<Page>(payload).expect_err("no integer").to_string(),
        sonic_rs::from_str::<Page>(payload).expect_err("no integer").to_string(),
        simd_json::serde::from_slice::<Page>(&mut payload.as_bytes().to_vec())
            .expect_err("no integer")
            .to_string(),
    ];
    for message in messages {
        assert!(message.contains(PATH), "{message}");
    }
}

#[test]
fn deep_error_has_short_message() {
    type Tag = odata_examples::security::EdiscoveryReviewTag;
    let deep = format!("{}{{\"id\": 5}}{}", r#"{"parent": "#.repeat(90), "}".repeat(90));
    let read_all = || {
        [
            serde_json::from_str::<Tag>(&deep).expect_err("no string").to_string(),
            sonic_rs::from_str::<Tag>(&deep).expect_err("no string").to_string(),
            simd_json::serde::from_slice::<Tag>(&mut deep.into_bytes()).expect_err("no string").to_string(),
        ]
    };
    // Without optimization, sonic-rs needs 25 kB of stack for each level of nesting.
    let thread = std::thread::Builder::new().stack_size(16 << 20).spawn(read_all).expect("a thread");
    let messages = thread.join().expect("read");
    for message in messages {
        assert!(
            message.contains("parent.parent.parent.id` (property of `microsoft.graph.entity`)"),
            "{message}"
        );
        assert!(message.len() < 1500, "{}", message.len());
    }
}

#[test]
fn error_does_not_affect_next_error() {
    drop(serde_json::from_str::<Page>(r#"{"value": [{"createdBy": {"user": {"id": 5}}}]}"#));
    let caught = odata_core::Untyped::from("x").read_as::<Vec<i32>>().expect_err("no collection");
    assert_eq!(caught.to_string(), "invalid type: string \"x\", expected `Collection(Edm.Int32)`");
    let untyped: odata_core::Untyped = read(r#"{"value": [1, "x"]}"#);
    let caught = untyped.get("value").expect("there").read_as::<Vec<i32>>().expect_err("no integer");
    assert_eq!(caught.to_string(), "`[1]`: invalid type: string \"x\", expected `Edm.Int32`");
    assert_eq!(
        serde_json::from_str::<Page>("[]").expect_err("no object").to_string(),
        "invalid type: sequence, expected a collection: an object with an array `value` at line 1 column 2"
    );
}

#[test]
fn listing_has_expected_values() {
    let page: Page = read(LISTING);
    assert_eq!(page.context(), Some("https://graph.microsoft.com/v1.0/$metadata#operations"));
    assert_eq!(page.next_link(), Some("https://graph.microsoft.com/next"));
    let [export, estimate, added, untyped] = &page.value[..] else { panic!("four operations") };
    let export = export.as_export().expect("an export");
    let files = export.export_file_metadata.as_deref().expect("files");
    assert_eq!(files[0].file_name.as_deref(), Some("a \"b\"é.zip"));
    assert_eq!(files[0].size, Some(9_007_199_254_740_993));
    let estimate = estimate.as_estimate().expect("an estimate");
    assert_eq!((estimate.site_count, estimate.indexed_items_size), (Some(3), Some(i64::MAX)));
    let search = added.as_add_to_review_set().and_then(|added| added.search.as_deref()).expect("a search");
    assert!(search.additional_sources.as_deref().is_some_and(|sources| sources[0].as_site().is_some()));
    let nick = untyped.extra.get("nick").and_then(odata_core::Untyped::as_collection).expect("an array");
    assert_eq!(nick.len(), 8);
}
