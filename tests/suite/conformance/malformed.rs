//! Checks malformed payloads.

use odata_core::{Collection, Untyped};

use super::structured::Customer;
use super::test_cases::TestCases;

pub fn check(cases: &TestCases) {
    cases.rejects::<Collection<Customer<i32>>>("malformed-instream", "EOF while parsing");
    cases.rejects::<Customer<i32>>("malformed-trailing-comma", "trailing comma");
    cases.rejects::<Customer<i32>>("duplicate-property", "duplicate property `Name`");
    cases.rejects::<Customer<i32>>("duplicate-type", "duplicate `@odata.type`");
    cases.rejects_reportable::<Customer<i32>>("duplicate-type-both-forms", "duplicate `@odata.type`");
    cases.rejects_reportable::<Customer<i32>>("bom", "expected value at line 1 column 1");
    cases.rejects_reportable::<Customer<i32>>("lone-surrogate", "unexpected end of hex escape");
    cases.rejects_reportable::<Untyped>("deep-nesting", "recursion limit exceeded");
}
