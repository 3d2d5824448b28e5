//! A list of named checks. All checks run before failures are reported.

use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::runtime::{Builder, Runtime};

/// The result of a check.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

pub(crate) struct Checklist {
    runtime: Runtime,
    passed: usize,
    failed: Vec<&'static str>,
}

impl Checklist {
    pub(crate) fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { runtime, passed: 0, failed: Vec::new() }
    }

    /// Runs a check and prints its name. The item fails if the check returns an error or panics.
    pub(crate) fn item(&mut self, name: &'static str, check: impl Future<Output = Outcome>) {
        match catch_unwind(AssertUnwindSafe(|| self.runtime.block_on(check))) {
            Ok(Ok(())) => {
                println!("passed: {name}");
                self.passed += 1;
                return;
            }
            Ok(Err(error)) => println!("failed: {name}: {error}"),
            Err(_) => println!("failed: {name}"),
        }
        self.failed.push(name);
    }

    /// Panics if an item failed or wasn't run.
    pub(crate) fn finish(self) {
        assert!(self.failed.is_empty(), "failed: {:#?}", self.failed);
        assert_eq!(self.passed, 56, "number of items in the checklist");
    }
}
