//! A list of named items, all of which are tried before the first failure is reported.

use std::panic::{AssertUnwindSafe, catch_unwind};

#[derive(Default)]
pub struct Checklist {
    passed: Vec<&'static str>,
    failed: Vec<&'static str>,
}

impl Checklist {
    /// Tries an item, which fails if it panics.
    pub fn item(&mut self, name: &'static str, check: impl FnOnce()) {
        match catch_unwind(AssertUnwindSafe(check)) {
            Ok(()) => self.passed.push(name),
            Err(_) => self.failed.push(name),
        }
    }

    /// Prints the list, and panics if an item failed.
    pub fn finish(self) {
        for name in &self.passed {
            println!("passed: {name}");
        }
        assert!(self.failed.is_empty(), "failed: {:#?}", self.failed);
        assert_eq!(self.passed.len(), 58, "the checklist is complete");
    }
}
