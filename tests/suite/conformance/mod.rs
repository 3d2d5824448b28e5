//! Tests payloads of the OData specification and of odata.net. Each test case has a verdict: accept, reject or report.

mod abnf;
mod delta;
mod dynamic;
mod enumerations;
mod envelopes;
mod inheritance;
mod malformed;
mod primitives;
mod structured;
mod test_cases;

use test_cases::TestCases;

use crate::support::data;

/// Test cases whose verdict differs from the behavior of odata-core, and the reason.
const DISAGREEMENTS: [(&str, &str); 6] = [
    // rejected by odata-core
    ("decimal-inf", "`rust_decimal::Decimal` has no infinity"),
    // read by odata-core, and the value shows the problem
    (
        "type-contradicts-declared",
        "Graph documents 60 such bodies: they are read as the declared type, and the `Extra` preserves `@odata.type`",
    ),
    (
        "odn-incompatible-annotation",
        "the type annotation of a declared property is preserved, but doesn't change how the value is read",
    ),
    ("flags-percent-encoded", "read as an unknown member, which the test case allows"),
    // accepted by odata-core
    ("enum-json-number", "Graph sends the numbers of members"),
    ("flags-list-space", "Graph sends spaces around the names of flags, which are ignored"),
];

#[test]
fn test_cases_have_expected_verdict() {
    let Some(folder) = data("the payloads of the OData specification and odata.net") else { return };
    let cases = TestCases::of(&folder, &DISAGREEMENTS);
    delta::check(&cases);
    dynamic::check(&cases);
    enumerations::check(&cases);
    envelopes::check(&cases);
    inheritance::check(&cases);
    malformed::check(&cases);
    primitives::check(&cases);
    structured::check(&cases);
    cases.assert_all_checked();
}
