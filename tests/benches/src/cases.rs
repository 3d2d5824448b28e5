//! The cases of the benchmark `speed`, and the ratios in its table.

use std::hint::black_box;

use odata_core::{Collection, Untyped, json};
use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, IgnoredAny};

use crate::models::scale;
use crate::models::{borrowed, derived, inlined, tagged};
use crate::payload::{TypePosition, listing, many_members, varied, wide};

/// The number of operations in a collection.
const COUNT: usize = 1000;

/// A case of the benchmark.
pub struct Case {
    /// The name of the case in the table.
    pub name: &'static str,
    /// Prepares the input of the case, which isn't measured.
    pub prepare: Box<dyn Fn() -> Prepared>,
}

/// A case that is ready to run.
pub struct Prepared {
    /// The number of bytes or members of the input, or one. Ratios compare the cost of one unit.
    pub units: f64,
    /// Runs the case once.
    pub run: Box<dyn Fn()>,
}

impl Case {
    fn new<R: Fn() + 'static>(name: &'static str, prepare: impl Fn() -> R + 'static) -> Self {
        Self { name, prepare: Box::new(move || Prepared { units: 1.0, run: Box::new(prepare()) }) }
    }

    fn of_each(self, units: impl Fn() -> usize + 'static) -> Self {
        let Self { name, prepare } = self;
        let units = move || f64::from(u32::try_from(units()).expect("less than 4 GB"));
        Self { name, prepare: Box::new(move || Prepared { units: units(), ..prepare() }) }
    }

    fn reading<T: DeserializeOwned>(name: &'static str, position: TypePosition) -> Self {
        Self::reading_of::<T>(name, move || listing(COUNT, position))
    }

    fn reading_of<T: DeserializeOwned>(name: &'static str, text: impl Fn() -> String + 'static) -> Self {
        Self::new(name, move || {
            let text = text();
            move || {
                black_box(read::<T>(black_box(&text)));
            }
        })
    }

    /// Creates a case that reads with `odata_core::json`.
    fn reading_json<T: DeserializeOwned>(name: &'static str, text: impl Fn() -> String + 'static) -> Self {
        Self::new(name, move || {
            let text = text();
            move || {
                black_box(json::from_str::<T>(black_box(&text)).expect("read"));
            }
        })
    }

    /// Creates a case that measures the cost of a byte of a collection with `count` operations.
    fn by_byte<T: DeserializeOwned>(name: &'static str, count: usize) -> Self {
        let text = move || listing(count, TypePosition::First);
        Self::reading_of::<T>(name, text).of_each(move || text().len())
    }

    /// Creates a case that measures the cost of a member of an operation with `count` undeclared members.
    fn by_member(name: &'static str, count: usize, member: fn(usize) -> String) -> Self {
        let text = move || many_members(count, member);
        Self::reading_of::<derived::AnyCaseOperation>(name, text).of_each(move || count)
    }

    fn writing<T: DeserializeOwned + Serialize + 'static>(name: &'static str) -> Self {
        Self::new(name, || {
            let value: T = read(&listing(COUNT, TypePosition::First));
            move || {
                black_box(serde_json::to_vec(black_box(&value)).expect("written"));
            }
        })
    }

    /// Creates a case that writes with `odata_core::json`.
    fn writing_json<T: DeserializeOwned + Serialize + 'static>(name: &'static str) -> Self {
        Self::new(name, || {
            let value: T = read(&listing(COUNT, TypePosition::First));
            move || {
                black_box(json::to_vec(black_box(&value)).expect("written"));
            }
        })
    }

    fn reading_with_sonic<T: DeserializeOwned>(name: &'static str) -> Self {
        Self::new(name, || {
            let text = listing(COUNT, TypePosition::First);
            move || {
                black_box(sonic_rs::from_str::<T>(black_box(&text)).expect("read"));
            }
        })
    }

    fn borrowing_json(name: &'static str) -> Self {
        Self::new(name, || {
            let text = listing(COUNT, TypePosition::First);
            move || {
                let text = black_box(&text);
                black_box(json::from_str::<Collection<borrowed::AnyCaseOperation<'_>>>(text).expect("read"));
            }
        })
    }

    fn borrowing(name: &'static str) -> Self {
        Self::new(name, || {
            let text = listing(COUNT, TypePosition::First);
            move || {
                black_box(read::<Collection<borrowed::AnyCaseOperation<'_>>>(black_box(&text)));
            }
        })
    }
}

fn read<'de, T: Deserialize<'de>>(text: &'de str) -> T {
    serde_json::from_str(text).expect("read")
}

type Derived = Collection<derived::AnyCaseOperation>;
type Inlined = inlined::Listing<inlined::CaseOperation>;
type Tagged = inlined::Listing<tagged::AnyCaseOperation>;

/// Returns all cases of the benchmark.
#[must_use]
pub fn cases() -> Vec<Case> {
    vec![
        Case::reading::<Derived>("read, type first", TypePosition::First),
        Case::reading::<Derived>("read, no type", TypePosition::Absent),
        Case::reading::<Derived>("read, type last", TypePosition::Last),
        Case::borrowing("read, borrowed"),
        Case::reading_json::<Derived>("json: read, type first", || listing(COUNT, TypePosition::First)),
        Case::reading_json::<Derived>("json: read, no type", || listing(COUNT, TypePosition::Absent)),
        Case::reading_json::<Derived>("json: read, type last", || listing(COUNT, TypePosition::Last)),
        Case::borrowing_json("json: read, borrowed"),
        Case::reading_json::<Untyped>("json: read, untyped", || listing(COUNT, TypePosition::First)),
        Case::reading_json::<derived::AnyCaseOperation>("json: 10³ unknown", || many_members(1000, unknown)),
        Case::reading_of::<serde_json::Value>("C: 10³ unknown", || many_members(1000, unknown)),
        Case::reading_with_sonic::<Derived>("read, sonic-rs"),
        Case::reading::<Tagged>("A: read", TypePosition::First),
        Case::reading::<Inlined>("B: read", TypePosition::First),
        Case::reading::<Inlined>("B: read, no type", TypePosition::Absent),
        Case::reading_with_sonic::<Inlined>("B: read, sonic-rs"),
        Case::reading::<serde_json::Value>("C: read", TypePosition::First),
        Case::reading::<IgnoredAny>("D: read", TypePosition::First),
        Case::writing::<Derived>("write"),
        Case::writing_json::<Derived>("json: write"),
        Case::writing::<Tagged>("A: write"),
        Case::writing::<Inlined>("B: write"),
        Case::reading_of::<Collection<scale::Chain1Level0>>("1 level", || wide(1000, 16, false)),
        Case::reading_of::<Collection<scale::Chain8Level7>>("8 levels", || wide(1000, 16, false)),
        Case::reading_of::<Collection<scale::Any4>>("4 variants", || varied(1000, 4)),
        Case::reading_of::<Collection<scale::Any400>>("400 variants", || varied(1000, 400)),
        Case::reading_of::<Collection<scale::Wide10>>("10 properties", || wide(2000, 10, false)),
        Case::reading_of::<Collection<scale::Wide200>>("200 properties", || wide(100, 200, false)),
        Case::reading_of::<Collection<scale::Wide10>>("10 properties, shuffled", || wide(2000, 10, true)),
        Case::reading_of::<Collection<scale::Wide200>>("200 properties, shuffled", || wide(100, 200, true)),
        Case::by_byte::<Derived>("1 KB", 2),
        Case::by_byte::<Derived>("1 MB", 1600),
        Case::by_byte::<Derived>("100 MB", 160_000),
        Case::by_byte::<Inlined>("B: 1 MB", 1600),
        Case::by_byte::<Inlined>("B: 100 MB", 160_000),
        Case::by_member("10³ unknown", 1000, unknown),
        Case::by_member("10⁵ unknown", 100_000, unknown),
        Case::by_member("10³ annotations", 1000, annotation),
        Case::by_member("10⁵ annotations", 100_000, annotation),
        Case::by_member("10³ of one prefix", 1000, prefixed),
        Case::by_member("10⁵ of one prefix", 100_000, prefixed),
    ]
}

fn unknown(number: usize) -> String {
    format!("unknown{number}")
}

fn annotation(number: usize) -> String {
    format!("status@contoso.term{number}")
}

fn prefixed(number: usize) -> String {
    format!("{}{number}", "percentProgress".repeat(10))
}

/// A row of the table: the ratio of two cases, and its target.
pub struct Row {
    /// The name of the measured case.
    pub case: &'static str,
    /// The name of the case that it is compared with.
    pub rival: &'static str,
    /// The maximum ratio that is intended.
    pub at_most: f64,
}

/// The rows of the table of ratios.
pub const ROWS: [Row; 29] = [
    Row { case: "json: read, type first", rival: "B: read", at_most: 0.62 },
    Row { case: "json: read, type first", rival: "A: read", at_most: 0.38 },
    Row { case: "json: read, borrowed", rival: "B: read", at_most: 0.40 },
    Row { case: "json: read, no type", rival: "B: read, no type", at_most: 0.62 },
    Row { case: "json: read, type last", rival: "json: read, type first", at_most: 1.20 },
    Row { case: "json: 10³ unknown", rival: "C: 10³ unknown", at_most: 1.00 },
    Row { case: "json: write", rival: "B: write", at_most: 0.60 },
    Row { case: "json: read, untyped", rival: "C: read", at_most: 1.00 },
    Row { case: "read, type first", rival: "A: read", at_most: 0.40 },
    Row { case: "read, type first", rival: "B: read", at_most: 0.80 },
    Row { case: "read, type first", rival: "C: read", at_most: 1.00 },
    Row { case: "read, type first", rival: "D: read", at_most: 2.20 },
    Row { case: "read, no type", rival: "B: read, no type", at_most: 0.80 },
    Row { case: "read, type last", rival: "read, type first", at_most: 1.15 },
    Row { case: "read, borrowed", rival: "B: read", at_most: 0.60 },
    Row { case: "read, sonic-rs", rival: "B: read, sonic-rs", at_most: 0.90 },
    Row { case: "write", rival: "A: write", at_most: 0.65 },
    Row { case: "write", rival: "B: write", at_most: 0.65 },
    Row { case: "B: read", rival: "D: read", at_most: f64::INFINITY },
    Row { case: "8 levels", rival: "1 level", at_most: 1.10 },
    Row { case: "400 variants", rival: "4 variants", at_most: 1.10 },
    Row { case: "200 properties", rival: "10 properties", at_most: 1.10 },
    Row { case: "200 properties, shuffled", rival: "10 properties, shuffled", at_most: 1.50 },
    Row { case: "1 MB", rival: "1 KB", at_most: 1.10 },
    Row { case: "100 MB", rival: "1 MB", at_most: 1.10 },
    Row { case: "B: 100 MB", rival: "B: 1 MB", at_most: f64::INFINITY },
    Row { case: "10⁵ unknown", rival: "10³ unknown", at_most: 1.50 },
    Row { case: "10⁵ annotations", rival: "10³ annotations", at_most: 1.50 },
    Row { case: "10⁵ of one prefix", rival: "10³ of one prefix", at_most: 1.50 },
];
