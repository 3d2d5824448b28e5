//! The members of a JSON object, in document order.

use core::fmt;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::Untyped;

/// The members of an object in document order, each name once. Objects are equal in whatever order their members are.
#[derive(Clone, Default)]
pub struct Members {
    members: Vec<(Box<str>, Untyped)>,
}

impl Members {
    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The member with that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Untyped> {
        self.iter().find_map(|(member, value)| (member == name).then_some(value))
    }

    /// Sets a member: in its place when it is there already, else behind the others. Gives the old value.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: impl Into<Untyped>) -> Option<Untyped> {
        let (name, value) = (name.into(), value.into());
        if let Some((_, old)) = self.members.iter_mut().find(|(member, _)| *member == name) {
            return Some(core::mem::replace(old, value));
        }
        self.push(name, value);
        None
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Untyped> {
        let position = self.members.iter().position(|(member, _)| &**member == name)?;
        Some(self.members.remove(position).1)
    }

    /// The members in document order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Untyped)> {
        self.members.iter().map(|(name, value)| (&**name, value))
    }

    /// Adds a member behind the others, unless the name is there already.
    pub(crate) fn push_new(
        &mut self,
        name: Box<str>,
        value: Untyped,
        index: &mut NameIndex,
    ) -> Result<(), Duplicate> {
        if index.contains_or_note(self, &name) {
            return Err(Duplicate { name, value });
        }
        self.push(name, value);
        Ok(())
    }

    pub(crate) fn push(&mut self, name: Box<str>, value: Untyped) {
        self.members.push((name, value));
    }

    /// The members of the object with that name. What is no object there becomes an empty one.
    pub(crate) fn object(&mut self, name: &str) -> &mut Self {
        let position = self.members.iter().position(|(member, _)| &**member == name).unwrap_or_else(|| {
            self.push(name.into(), Untyped::Null);
            self.members.len() - 1
        });
        let value = &mut self.members[position].1;
        if value.as_object().is_none() {
            *value = Untyped::Object(Self::default());
        }
        match value {
            Untyped::Object(members) => members,
            _ => unreachable!("it is an object by now"),
        }
    }

    /// Adds members, none of which is there already, behind the others.
    pub(crate) fn append(&mut self, others: Self) {
        self.members.extend(others.members);
    }

    fn name_at(&self, position: usize) -> Option<&str> {
        self.members.get(position).map(|(name, _)| &**name)
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        fn sorted(members: &Members) -> Vec<(&str, &Untyped)> {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_unstable_by_key(|(name, _)| *name);
            sorted
        }
        self.members == other.members || (self.len() == other.len() && sorted(self) == sorted(other))
    }
}

impl IntoIterator for Members {
    type Item = (Box<str>, Untyped);
    type IntoIter = std::vec::IntoIter<(Box<str>, Untyped)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// A name that came a second time.
pub(crate) struct Duplicate {
    pub(crate) name: Box<str>,
    pub(crate) value: Untyped,
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

    /// Whether `members` has the name already. If not, it is about to be pushed and is noted as if it were.
    fn contains_or_note(&mut self, members: &Members, name: &str) -> bool {
        // Once there are hashes every name is noted in them, even if members were taken out since.
        if self.hashes.is_none() && members.len() < Self::FEW {
            return members.get(name).is_some();
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
        match positions.insert(state.hash_one(name), members.len()) {
            None => false,
            Some(position) if members.name_at(position) == Some(name) => true,
            // Two names with one hash: too rare to be quick about.
            Some(_) => members.get(name).is_some(),
        }
    }
}
