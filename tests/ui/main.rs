//! What must not compile, and what its author is told.
fn main() {}
