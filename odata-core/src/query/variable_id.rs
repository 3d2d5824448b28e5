//! `VariableId`: an identifier for the variable of a lambda expression (`any` or `all`).

use core::sync::atomic::{AtomicU64, Ordering};

/// An identifier that distinguishes the variables of nested lambda expressions. The identifier isn't written into the
/// URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariableId(u64);

impl VariableId {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
