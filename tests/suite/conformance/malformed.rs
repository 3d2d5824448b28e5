//! What is no payload.

use odata_core::{Collection, Untyped};

use super::lines::Lines;
use super::structured::Customer;

pub fn check(lines: &Lines) {
    lines.refuses::<Collection<Customer<i32>>>("malformed-instream", "EOF while parsing");
    lines.refuses::<Customer<i32>>("malformed-trailing-comma", "trailing comma");
    lines.refuses::<Customer<i32>>("duplicate-property", "duplicate property `Name`");
    lines.refuses::<Customer<i32>>("duplicate-type", "duplicate `@odata.type`");
    lines.reports::<Customer<i32>>("duplicate-type-both-forms", "duplicate `@odata.type`");
    lines.reports::<Customer<i32>>("bom", "expected value at line 1 column 1");
    lines.reports::<Customer<i32>>("lone-surrogate", "unexpected end of hex escape");
    lines.reports::<Untyped>("deep-nesting", "recursion limit exceeded");
}
