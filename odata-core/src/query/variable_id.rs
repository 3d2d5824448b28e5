//! `VariableId`: an identifier for the variable of a lambda expression (`any` or `all`).

use core::sync::atomic::{AtomicU64, Ordering};

/// Identifies the lambda variable that the closure of `any_with` or `all_with` receives. In the URL, the variable has a
/// name such as `a` or `b`, which is selected when the request is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariableId(u64);

impl VariableId {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
