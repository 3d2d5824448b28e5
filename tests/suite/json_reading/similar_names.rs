//! Tests that names are compared completely.

use odata_core::{ODataComplex, json};

use super::assert_equal;

/// A type whose property names differ only in the first or in the last character.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Similar {
    id1: Option<i32>,
    id2: Option<i32>,
    size1: Option<i32>,
    size2: Option<i32>,
    first: Option<i32>,
    tirst: Option<i32>,
    location1: Option<i32>,
    location2: Option<i32>,
    locations: Option<i32>,
    vocations: Option<i32>,
}

#[test]
fn similar_names_are_distinguished() {
    let names = [
        "id1",
        "id2",
        "size1",
        "size2",
        "first",
        "tirst",
        "location1",
        "location2",
        "locations",
        "vocations",
    ];
    for (first, second) in names.into_iter().flat_map(|first| names.map(|second| (first, second))) {
        let payload = format!("{{\"{first}\":1,\"{second}\":2}}");
        assert_equal::<Similar>(&payload);
        let Ok(similar) = json::from_str::<Similar>(&payload) else {
            assert_eq!(first, second, "only a duplicate name is an error");
            continue;
        };
        let written = json::to_string(&similar).expect("written");
        for member in [format!("\"{first}\":1"), format!("\"{second}\":2")] {
            assert!(written.contains(&member), "{payload}: {written}");
        }
    }
}
