//! Detects duplicate names.

use core::fmt;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, RandomState};

use super::Members;

/// The error for a duplicate name.
pub(crate) struct Duplicate {
    pub(crate) name: Box<str>,
}

impl fmt::Display for Duplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "duplicate property `{}`", self.name)
    }
}

/// An index of names that detects duplicates while members are read.
///
/// A small number of names is compared one by one. For more names it uses their hashes, so that a payload with 10⁵ members
/// doesn't need 10¹⁰ comparisons.
#[derive(Default)]
pub(crate) struct NameIndex {
    hashes: Option<(RandomState, HashMap<u64, usize>)>,
}

impl NameIndex {
    const FEW: usize = 16;

    /// Returns the position of a name in `members`. If it isn't there, the caller must push it, and it is recorded as if it
    /// were.
    pub(super) fn position_or_note(&mut self, members: &Members, name: &str) -> Option<usize> {
        // Once there are hashes, every name is recorded, even if members were removed in the meantime.
        if self.hashes.is_none() && members.len() < Self::FEW {
            return members.position(name);
        }
        let (state, positions) = self.hashes.get_or_insert_with(|| {
            let state = RandomState::new();
            let positions = members
                .iter()
                .enumerate()
                .map(|(position, (name, _))| (state.hash_one(name), position))
                .collect();
            (state, positions)
        });
        match positions.entry(state.hash_one(name)) {
            Entry::Vacant(entry) => {
                entry.insert(members.len());
                None
            }
            Entry::Occupied(entry) if members.name_at(*entry.get()) == Some(name) => Some(*entry.get()),
            // Two names with the same hash. This is too rare to optimize.
            Entry::Occupied(_) => members.position(name),
        }
    }
}
