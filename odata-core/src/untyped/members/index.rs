//! Detection of members with duplicate names.

use core::fmt;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};

use super::Members;

/// The error returned when an object has two members with the same name.
pub(crate) struct Duplicate {
    pub(crate) name: Box<str>,
}

impl fmt::Display for Duplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "duplicate property `{}`", self.name)
    }
}

/// An index of member names that detects duplicate names while an object is read.
///
/// In an object with fewer than 16 members, the names are compared one by one. In an object with 16 or more members,
/// the names are compared by their hashes. Without hashes, an object with 10⁵ members would need 10¹⁰ comparisons.
#[derive(Default)]
pub(crate) struct NameIndex {
    hashes: Option<Box<(RandomState, PositionsByHash)>>,
}

/// The positions of members, with the hashes of their names as keys.
type PositionsByHash = HashMap<u64, usize, BuildHasherDefault<HashedName>>;

/// A hasher for the keys of [`PositionsByHash`]. The keys are already hashes of names, so `HashedName` doesn't hash the
/// keys again.
#[derive(Default)]
struct HashedName(u64);

impl Hasher for HashedName {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    /// Combines the bytes into one hash. [`Hasher`] requires this method, but [`PositionsByHash`] doesn't use it: its
    /// keys are `u64` numbers, which are hashed with `write_u64`.
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
}

impl NameIndex {
    const FEW: usize = 16;

    /// Returns the position of the member `name` in `members`. If `members` doesn't contain the name, adds the name to
    /// the index and returns `None`. After the result `None`, the caller must append a member with this name to
    /// `members`, because the index already contains its position.
    pub(super) fn position_or_record(&mut self, members: &Members, name: &str) -> Option<usize> {
        // Once there are hashes, every new name is recorded, even if members were removed in the meantime.
        if self.hashes.is_none() && members.len() < Self::FEW {
            return members.position(name);
        }
        let (state, positions) = &mut **self.hashes.get_or_insert_with(|| {
            let state = RandomState::new();
            let positions = members
                .iter()
                .enumerate()
                .map(|(position, (name, _))| (state.hash_one(name), position))
                .collect();
            Box::new((state, positions))
        });
        match positions.entry(state.hash_one(name)) {
            Entry::Vacant(entry) => {
                entry.insert(members.len());
                None
            }
            Entry::Occupied(entry) if members.name_at(*entry.get()) == Some(name) => Some(*entry.get()),
            // Two names have the same hash. Equal hashes are too rare to optimize.
            Entry::Occupied(_) => members.position(name),
        }
    }
}
