//! What must not compile, and what its author is told: a file for each mistake, in a folder for each kind.
//!
//! `TRYBUILD=overwrite cargo test -p odata-tests --test ui` writes the expected output anew. Read it before it is committed:
//! would somebody who has never seen OData know what to do?

#[test]
fn every_mistake_is_explained() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
