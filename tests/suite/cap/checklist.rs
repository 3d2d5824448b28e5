//! A list of named checks. All checks run before failures are reported.

use std::panic::{AssertUnwindSafe, catch_unwind};

#[derive(Default)]
pub struct Checklist {
    passed: Vec<&'static str>,
    failed: Vec<&'static str>,
}

impl Checklist {
    /// Runs a check. The item fails if the check panics.
    pub fn item(&mut self, name: &'static str, check: impl FnOnce()) {
        match catch_unwind(AssertUnwindSafe(check)) {
            Ok(()) => self.passed.push(name),
            Err(_) => self.failed.push(name),
        }
    }

    /// Prints the names of the passed items, and panics if an item failed.
    pub fn finish(self) {
        for name in &self.passed {
            println!("passed: {name}");
        }
        assert!(self.failed.is_empty(), "failed: {:#?}", self.failed);
        assert_eq!(self.passed.len(), 86, "number of items in the checklist");
    }
}
