//! Finds names that come twice.

use core::fmt;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, RandomState};

use super::Members;

/// A name that came a second time.
pub(crate) struct Duplicate {
    pub(crate) name: Box<str>,
}

impl fmt::Display for Duplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "duplicate property `{}`", self.name)
    }
}

/// Finds names that come twice, while members are read.
///
/// A few names are compared one by one. A payload of 10⁵ members must not cost 10¹⁰ comparisons, so many are
/// looked up by their hashes.
#[derive(Default)]
pub(crate) struct NameIndex {
    hashes: Option<(RandomState, HashMap<u64, usize>)>,
}

impl NameIndex {
    const FEW: usize = 16;

    /// Returns the position of a name in `members`. If it isn't there, it is about to be pushed and is noted as if it were.
    pub(super) fn position_or_note(&mut self, members: &Members, name: &str) -> Option<usize> {
        // Once there are hashes every name is noted in them, even if members were taken out since.
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
            // Two names with one hash: too rare to be quick about.
            Entry::Occupied(_) => members.position(name),
        }
    }
}
