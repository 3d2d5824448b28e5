//! Tests how much memory reading allocates: none for ignored members, and at most a small multiple of the input size.

use allocation_counter::{AllocationInfo, measure};
use chrono::NaiveDate;
use odata_core::{Change, Collection, Delta, ErrorDetail, Extra, Lenient};
use odata_core::{ODataComplex, ODataEntity, ODataError, Untyped, json};
use odata_examples::security::AnyCaseOperation;
use serde::de::{DeserializeOwned, IgnoredAny};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Small {
    // No numeric properties, because `serde_json` with `arbitrary_precision` allocates a string for each number.
    open: Option<bool>,
    since: Option<NaiveDate>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n", deny_unknown)]
struct Strict {
    code: Option<i32>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct WithExtra {
    open: Option<bool>,
    #[odata(extra)]
    extra: Extra,
}

/// Measures reading with `serde_json` and with `odata_core::json`, and returns the maxima of both.
fn allocations_of_reading<T: DeserializeOwned>(payload: &str) -> AllocationInfo {
    // The first read of the process detects and caches whether `serde_json` has `arbitrary_precision` enabled.
    super::support::read::<Small>("{}");
    let of_serde = measure(|| drop(serde_json::from_str::<T>(payload)));
    let of_json = measure(|| drop(json::from_str::<T>(payload)));
    AllocationInfo {
        count_total: of_serde.count_total.max(of_json.count_total),
        bytes_max: of_serde.bytes_max.max(of_json.bytes_max),
        ..of_json
    }
}

#[test]
fn ignored_members_are_not_allocated() {
    for payload in [
        r#"{"open": true, "colour": "red", "tags": ["a", {"b": [1, 2.5]}], "@odata.etag": "W/1", "since": "2022-04-12"}"#,
        r#"{"open@odata.type": "Boolean", "größe": null, "open": true}"#,
        r##"{"@odata.type": "#n.small", "nested": {"@odata.type": "#n.other", "deep": {"x": [[[[]]]]}}}"##,
    ] {
        // `serde_json` itself allocates memory to skip nested values.
        let of_serde_json = allocations_of_reading::<IgnoredAny>(payload).count_total;
        assert_eq!(allocations_of_reading::<Small>(payload).count_total, of_serde_json, "{payload}");
    }
}

#[test]
fn empty_extra_is_one_pointer_without_allocation() {
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
    assert_eq!(
        allocations_of_reading::<WithExtra>(r##"{"@odata.type": "#n.withExtra", "open": true}"##).count_total,
        0
    );
    assert!(allocations_of_reading::<WithExtra>(r#"{"open": true, "colour": "red"}"#).count_total > 0);
}

/// The undeclared members of an object are stored as one text, and are parsed when they are accessed.
#[test]
fn undeclared_members_need_two_allocations_per_object() {
    let item = r#"{"open":true,"colour":"red","tags":["a",{"b":{"c":null}}],"size":{"a":1,"b":"\u00e9"}}"#;
    let count_of = |count: usize| {
        let payload = format!(r#"{{"value":[{}]}}"#, vec![item; count].join(","));
        measure(|| drop(json::from_str::<Collection<WithExtra>>(&payload).expect("valid"))).count_total
    };
    // Vectors of both lengths grow to the same capacity.
    assert_eq!(count_of(250) - count_of(150), 2 * 100);
}

#[test]
fn leading_type_annotation_adds_no_allocations() {
    let payload = r##"{"@odata.type": "#microsoft.graph.security.ediscoveryExportOperation", "id": "1",
        "action": "contentExport", "status": "succeeded", "completedDateTime": "2022-05-23T16:51:34.8281972Z",
        "createdBy": {"user": {"id": "2", "displayName": "Megan"}}, "percentProgress": 5,
        "resultInfo": {"code": 0, "message": "done"}, "exportStructure": "directory", "outputName": "evidence",
        "exportFileMetadata": [{"fileName": "a.zip", "size": 5, "downloadUrl": "https://x"}]}"##;
    let strings = ["1", "2", "Megan", "done", "evidence", "a.zip", "https://x"];
    let vector_of_files = 1;
    // With `arbitrary_precision`, `serde_json` allocates strings for each number.
    let of_numbers = if crate::support::is_precise() { 3 * 3 } else { 0 };
    let expected = strings.len() as u64 + vector_of_files;
    // The first read builds and caches the index of the derived types.
    allocations_of_reading::<AnyCaseOperation>(payload);
    let counted = allocations_of_reading::<AnyCaseOperation>(payload).count_total;
    assert!((expected..=expected + of_numbers).contains(&counted), "{counted}");
}

/// Returns payloads with many short items, members, elements or error details, or with long names and strings.
fn malicious_payloads() -> impl Iterator<Item = String> {
    let type_annotation = r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##;
    let items = ["0,", "{},", "null,", r#"{"a":[]},"#]
        .map(|item| format!(r#"{{"value": [{}0]}}"#, item.repeat(50_000)));
    let in_item = [
        format!(r#""x": [{}0], "#, "[],".repeat(50_000)),
        format!(r#""x": "{}", "#, "\\u00e9".repeat(50_000)),
        format!(r#""{}": 1e400, "#, "k".repeat(500_000)),
        (0..20_000).map(|number| format!(r#""{number}": {number}, "#)).collect::<Vec<_>>().concat(),
        r#""status@x.y": 1, "#.repeat(20_000),
    ];
    let in_item =
        in_item.into_iter().map(move |members| format!(r#"{{"value": [{{{members}{type_annotation}}}]}}"#));
    let details = format!(r#"{{"error": {{"details": [{}{{}}]}}}}"#, "{},".repeat(50_000));
    items.into_iter().chain(in_item).chain([details])
}

#[test]
fn memory_is_bounded_by_multiple_of_input_size() {
    fn check<T: DeserializeOwned>(payload: &str, size_of_item: usize) {
        // While a vector grows, it needs its old buffer and a new buffer of twice the size.
        let items = payload.matches(',').count() as u64;
        let bound = 64 * payload.len() as u64 + 3 * items * size_of_item as u64;
        let largest = allocations_of_reading::<T>(payload).bytes_max;
        assert!(largest <= bound, "{largest} bytes for {} of input: {payload:.80}", payload.len());
    }
    for payload in malicious_payloads() {
        check::<Untyped>(&payload, 0);
        check::<AnyCaseOperation>(&payload, 0);
        check::<Strict>(&payload, 0);
        check::<ODataError>(&payload, size_of::<ErrorDetail>());
        check::<Collection<AnyCaseOperation>>(&payload, size_of::<AnyCaseOperation>());
        check::<Delta<AnyCaseOperation>>(&payload, size_of::<Change<AnyCaseOperation>>());
        check::<Collection<Lenient<AnyCaseOperation>>>(&payload, size_of::<Lenient<AnyCaseOperation>>());
    }
}

/// Apart from the result, reading a collection needs only the memory for one item. (A vector that grows has an old and a new
/// buffer for a moment. The numbers of items are chosen so that this isn't the maximum.)
#[test]
fn temporary_memory_does_not_depend_on_number_of_items() {
    fn temporary_bytes(count: usize, read: fn(&str) -> Collection<AnyCaseOperation>) -> u64 {
        let item = r##"{"id": "1", "outputName": "evidence", "exportFileMetadata": [{"fileName": "a.zip"}], "extra": {"a": [1, "\u00e9"]},
            "@odata.type": "#microsoft.graph.security.ediscoveryExportOperation"}"##;
        let payload = format!(r#"{{"value": [{}]}}"#, vec![item; count].join(","));
        let mut result = None;
        let allocations = measure(|| result = Some(read(&payload)));
        assert_eq!(result.map(|result| result.value.len()), Some(count));
        allocations.bytes_max - u64::try_from(allocations.bytes_current).expect("the result is there")
    }
    for read in [
        (|text| serde_json::from_str(text).expect("read")) as fn(&str) -> Collection<AnyCaseOperation>,
        |text| serde_json::from_reader(text.as_bytes()).expect("read"),
        |text| json::from_str(text).expect("read"),
    ] {
        let [few, many] = [(1 << 6) - 1, (1 << 14) - 1].map(|count| temporary_bytes(count, read));
        assert!(many <= few, "{few} temporary bytes for few items, {many} for many");
    }
}
