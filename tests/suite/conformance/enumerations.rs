//! Checks enumeration members and flags.

use odata_core::{Collection, Extra, Flags, ODataComplex, ODataEntity, ODataEnum};
use odata_examples::security::ExportCriteria;

use super::test_cases::TestCases;

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
pub enum Color {
    Red,
    Green,
    Yellow,
    #[odata(unknown)]
    Unknown(String),
}

#[derive(Clone, Copy, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", rename_all = "PascalCase", flags)]
pub enum ColorFlags {
    Red = 1,
    Green = 2,
}

#[derive(Clone, Copy, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", rename_all = "PascalCase", flags)]
enum Pattern {
    Solid = 1,
    Yellow = 4,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct Painted {
    float_id: Option<f64>,
    color: Option<Color>,
    color_flags: Option<Flags<ColorFlags>>,
    pattern: Option<Flags<Pattern>>,
    #[odata(name = "exportCriteria")]
    export_criteria: Option<Flags<ExportCriteria>>,
    my_collection_type: Vec<Flags<ColorFlags>>,
    #[odata(extra)]
    extra: Extra,
}

/// A type with a non-nullable flags property.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Flagged {
    float_id: f64,
    color_flags: Flags<ColorFlags>,
}

fn flags(string: &str) -> Flags<ColorFlags> {
    string.parse().expect("flags")
}

pub fn check(cases: &TestCases) {
    cases.accepts("enum-member", |read: Painted| assert_eq!(read.color, Some(Color::Green)));
    for (case, number) in [("enum-value-string", "42"), ("enum-negative-value-string", "-1")] {
        cases.accepts(case, |read: Painted| assert_eq!(read.color, Some(Color::Unknown(number.to_owned()))));
    }
    cases.accepts_equivalent("enum-json-number", |read: Painted| {
        assert_eq!(read.color_flags, Some(flags("Green")));
    });
    cases.accepts("enum-unknown", |read: Painted| {
        assert!(read.color_flags.expect("flags").unknown().eq(["Green_undefined"]));
    });
    cases.reads_reportable("enum-empty-string", |read: Painted| {
        assert_eq!(read.my_collection_type, [flags(""), flags("")]);
        assert!(read.my_collection_type[0].is_empty());
    });
    cases.rejects::<Flagged>(
        "enum-null-nonnullable",
        "`ColorFlags` (property of `NS.Flagged`): invalid type: null",
    );
    for case in ["flags-list", "flags-list-space"] {
        cases.accepts(case, |read: Painted| {
            assert_eq!(read.color_flags, Some(Flags::from([ColorFlags::Red, ColorFlags::Green])));
        });
    }
    cases.accepts("flags-list-with-number", |read: Painted| {
        assert!(read.pattern.is_some_and(|pattern| pattern.contains(&Pattern::Solid)));
    });
    cases.accepts("flags-unknown-among-known", |read: Painted| {
        let criteria = read.export_criteria.expect("criteria");
        assert!(criteria.contains(&ExportCriteria::SearchHits) && criteria.unknown().eq(["fromTheFuture"]));
    });
    // The test case expects "unknown member text Solid%2CYellow, or error".
    cases.reads_reportable("flags-percent-encoded", |read: Painted| {
        assert!(read.pattern.expect("a set").unknown().eq(["Solid%2CYellow"]));
    });
    cases.accepts("enum-collection", |read: Collection<Option<Flags<ColorFlags>>>| {
        assert_eq!(read.value, [Some(flags("Red")), None, Some(flags("Red,Green"))]);
    });
    cases.accepts("odn-enum-collection-typed", |read: Collection<Flags<ColorFlags>>| {
        assert_eq!(read.value, [flags("Red"), flags("Green")]);
    });
}
