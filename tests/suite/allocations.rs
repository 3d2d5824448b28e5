//! What reading allocates: nothing for what is passed over, and never more than a small multiple of the input.

use allocation_counter::{AllocationInfo, measure};
use chrono::NaiveDate;
use odata_core::{Change, Collection, Delta, ErrorDetail, Extra, Lenient};
use odata_core::{ODataComplex, ODataEntity, ODataError, Untyped};
use odata_examples::security::AnyCaseOperation;
use serde::de::{DeserializeOwned, IgnoredAny};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Small {
    // No number: under `arbitrary_precision` each comes as a string.
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
struct Keeping {
    open: Option<bool>,
    #[odata(extra)]
    extra: Extra,
}

fn reading<T: DeserializeOwned>(payload: &str) -> AllocationInfo {
    // The first value of all finds out whether `serde_json` delivers numbers as their digits.
    super::support::read::<Small>("{}");
    measure(|| drop(serde_json::from_str::<T>(payload)))
}

#[test]
fn what_is_passed_over_is_not_allocated() {
    for payload in [
        r#"{"open": true, "colour": "red", "tags": ["a", {"b": [1, 2.5]}], "@odata.etag": "W/1", "since": "2022-04-12"}"#,
        r#"{"open@odata.type": "Boolean", "größe": null, "open": true}"#,
        r##"{"@odata.type": "#n.small", "nested": {"@odata.type": "#n.other", "deep": {"x": [[[[]]]]}}}"##,
    ] {
        // `serde_json` itself remembers where it is in nested values.
        let of_the_format = reading::<IgnoredAny>(payload).count_total;
        assert_eq!(reading::<Small>(payload).count_total, of_the_format, "{payload}");
    }
}

#[test]
fn an_extra_that_holds_nothing_is_one_pointer_and_no_allocation() {
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
    assert_eq!(reading::<Keeping>(r##"{"@odata.type": "#n.keeping", "open": true}"##).count_total, 0);
    assert!(reading::<Keeping>(r#"{"open": true, "colour": "red"}"#).count_total > 0);
}

#[test]
fn a_value_with_its_type_in_front_allocates_what_it_holds_and_no_more() {
    let payload = r##"{"@odata.type": "#microsoft.graph.security.ediscoveryExportOperation", "id": "1",
        "action": "contentExport", "status": "succeeded", "completedDateTime": "2022-05-23T16:51:34.8281972Z",
        "createdBy": {"user": {"id": "2", "displayName": "Megan"}}, "percentProgress": 5,
        "resultInfo": {"code": 0, "message": "done"}, "exportStructure": "directory", "outputName": "evidence",
        "exportFileMetadata": [{"fileName": "a.zip", "size": 5, "downloadUrl": "https://x"}]}"##;
    let strings = ["1", "2", "Megan", "done", "evidence", "a.zip", "https://x"];
    let vector_of_files = 1;
    // Under `arbitrary_precision`, `serde_json` makes strings of each number.
    let is_precise = serde_json::from_str::<serde_json::Value>("1.50")
        .is_ok_and(|number| number.to_string().ends_with("50"));
    let of_numbers = if is_precise { 3 * 3 } else { 0 };
    let expected = strings.len() as u64 + vector_of_files;
    // The first reading makes the index of the types.
    reading::<AnyCaseOperation>(payload);
    let counted = reading::<AnyCaseOperation>(payload).count_total;
    assert!((expected..=expected + of_numbers).contains(&counted), "{counted}");
}

/// Many short items, members, elements, details; long names and strings.
fn hostile_payloads() -> impl Iterator<Item = String> {
    let tag = r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##;
    let items = ["0,", "{},", "null,", r#"{"a":[]},"#]
        .map(|item| format!(r#"{{"value": [{}0]}}"#, item.repeat(50_000)));
    let in_an_item = [
        format!(r#""x": [{}0], "#, "[],".repeat(50_000)),
        format!(r#""x": "{}", "#, "\\u00e9".repeat(50_000)),
        format!(r#""{}": 1e400, "#, "k".repeat(500_000)),
        (0..20_000).map(|number| format!(r#""{number}": {number}, "#)).collect::<Vec<_>>().concat(),
        r#""status@x.y": 1, "#.repeat(20_000),
    ];
    let in_an_item =
        in_an_item.into_iter().map(move |members| format!(r#"{{"value": [{{{members}{tag}}}]}}"#));
    let details = format!(r#"{{"error": {{"details": [{}{{}}]}}}}"#, "{},".repeat(50_000));
    items.into_iter().chain(in_an_item).chain([details])
}

#[test]
fn memory_is_bounded_by_a_small_multiple_of_the_input() {
    fn check<T: DeserializeOwned>(payload: &str, size_of_item: usize) {
        // A vector of items may grow into one of twice the size, and the text of an item may be three bytes.
        let items = payload.matches(',').count() as u64;
        let bound = 64 * payload.len() as u64 + 3 * items * size_of_item as u64;
        let largest = reading::<T>(payload).bytes_max;
        assert!(largest <= bound, "{largest} bytes for {} of input: {payload:.80}", payload.len());
    }
    for payload in hostile_payloads() {
        check::<Untyped>(&payload, 0);
        check::<AnyCaseOperation>(&payload, 0);
        check::<Strict>(&payload, 0);
        check::<ODataError>(&payload, size_of::<ErrorDetail>());
        check::<Collection<AnyCaseOperation>>(&payload, size_of::<AnyCaseOperation>());
        check::<Delta<AnyCaseOperation>>(&payload, size_of::<Change<AnyCaseOperation>>());
        check::<Collection<Lenient<AnyCaseOperation>>>(&payload, size_of::<Lenient<AnyCaseOperation>>());
    }
}

/// Beside the result there is only what one item needs. (A vector that grows has its old items twice for a moment: one that is
/// nearly full at the end has outlived that.)
#[test]
fn memory_beside_the_result_does_not_grow_with_the_input() {
    fn beside_the_result(count: usize, read: fn(&str) -> Collection<AnyCaseOperation>) -> u64 {
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
    ] {
        let [few, many] = [(1 << 6) - 1, (1 << 14) - 1].map(|count| beside_the_result(count, read));
        assert!(many <= few, "{few} bytes beside few items, {many} beside many");
    }
}
