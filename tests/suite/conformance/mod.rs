//! Payloads of others: every line is accepted, refused or reported as its verdict says, against types declared here.

mod abnf;
mod delta;
mod dynamic;
mod enumerations;
mod envelopes;
mod inheritance;
mod lines;
mod malformed;
mod primitives;
mod structured;

use lines::Lines;

use crate::support::data;

/// Lines whose verdict is not ours, and why.
const DISAGREEMENTS: [(&str, &str); 6] = [
    // refused
    ("decimal-inf", "`rust_decimal::Decimal` has no infinity: refused, naming the type and the value"),
    // visible
    (
        "type-contradicts-declared",
        "Graph does it in 60 documented bodies: read as the declared type, the tag is kept in the extra and written back",
    ),
    (
        "odn-incompatible-annotation",
        "the model decides what the value of a declared property is, and a value that is not is refused; the annotation is kept",
    ),
    ("flags-percent-encoded", "read as an unknown member, which the line's `expect` allows"),
    // accepted
    ("enum-json-number", "Graph does it: the number of a member is that member"),
    ("flags-list-space", "Graph does it: spaces around the names of flags are passed over"),
];

#[test]
fn every_line_is_accepted_refused_or_reported_as_its_verdict_says() {
    let Some(folder) = data("the payloads of the OData specification and odata.net") else { return };
    let lines = Lines::of(&folder, &DISAGREEMENTS);
    delta::check(&lines);
    dynamic::check(&lines);
    enumerations::check(&lines);
    envelopes::check(&lines);
    inheritance::check(&lines);
    malformed::check(&lines);
    primitives::check(&lines);
    structured::check(&lines);
    lines.assert_all_checked();
}
