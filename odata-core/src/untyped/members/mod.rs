//! The members of a JSON object, in document order.

mod index;
mod iter;

use core::fmt;
use core::hash::{Hash, Hasher};

use super::Untyped;

pub(crate) use index::{Duplicate, NameIndex};
pub use iter::MemberIter;

/// The members of a JSON object, with unique names and in document order. Two `Members` are equal if they contain the
/// same names and values in any order.
#[derive(Clone, Default)]
pub struct Members {
    members: Vec<(Box<str>, Untyped)>,
}

impl Members {
    /// Returns the number of members of the object.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Checks whether the object has no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Returns the value of the object's member with the name `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Untyped> {
        self.iter().find_map(|(member, value)| (member == name).then_some(value))
    }

    /// Sets the value of a member of the object and returns the member's previous value. A new member is appended, and
    /// an existing member keeps its position in document order.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: impl Into<Untyped>) -> Option<Untyped> {
        let (name, value) = (name.into(), value.into());
        let position = self.position(&name);
        self.set(position, name, value)
    }

    /// Removes the member with the name `name` from the object and returns the member's value.
    pub fn remove(&mut self, name: &str) -> Option<Untyped> {
        let position = self.position(name)?;
        Some(self.members.remove(position).1)
    }

    /// Iterates over the names and values of the object's members in document order.
    #[must_use]
    pub fn iter(&self) -> MemberIter<'_> {
        MemberIter::new(&self.members)
    }

    /// Appends a member to the object, or returns an error if the object already has a member with the same name.
    pub(crate) fn push_new(
        &mut self,
        name: Box<str>,
        value: Untyped,
        index: &mut NameIndex,
    ) -> Result<(), Duplicate> {
        if index.position_or_record(self, &name).is_some() {
            return Err(Duplicate { name });
        }
        self.push(name, value);
        Ok(())
    }

    /// Appends members to the object. If the object already has a member with the same name, replaces the value of the
    /// existing member. Pass a new [`NameIndex`] as `index`, or reuse the [`NameIndex`] with which all existing members
    /// were appended.
    pub(crate) fn extend_indexed(
        &mut self,
        members: impl Iterator<Item = (Box<str>, Untyped)>,
        index: &mut NameIndex,
    ) {
        for (name, value) in members {
            let position = index.position_or_record(self, &name);
            self.set(position, name, value);
        }
    }

    /// Replaces the value of the member at `position`, and returns the previous value. If `position` is `None`, appends
    /// a new member with the given name and value, and returns `None`.
    fn set(&mut self, position: Option<usize>, name: Box<str>, value: Untyped) -> Option<Untyped> {
        if let Some((_, old)) = position.and_then(|position| self.members.get_mut(position)) {
            return Some(core::mem::replace(old, value));
        }
        self.push(name, value);
        None
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.names().position(|member| member == name)
    }

    pub(crate) fn reserve(&mut self, additional: usize) {
        self.members.reserve_exact(additional);
    }

    pub(crate) fn push(&mut self, name: Box<str>, value: Untyped) {
        self.members.push((name, value));
    }

    /// Returns the object in the member `name`. If the member doesn't exist, or its value isn't an object, first sets
    /// the member to an empty object.
    pub(crate) fn object(&mut self, name: &str) -> &mut Self {
        let position = self.position(name).unwrap_or_else(|| {
            self.push(name.into(), Untyped::Null);
            self.members.len() - 1
        });
        let value = &mut self.members[position].1;
        if value.as_object().is_none() {
            *value = Untyped::Object(Self::default());
        }
        match value {
            Untyped::Object(members) => members,
            _ => unreachable!("the value was replaced by an object"),
        }
    }

    /// Appends all members of `others`. `self` must not contain any of the names in `others`.
    pub(crate) fn append(&mut self, others: Self) {
        self.members.extend(others.members);
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| &**name)
    }

    fn sorted(&self) -> Vec<(&str, &Untyped)> {
        let mut sorted: Vec<_> = self.iter().collect();
        sorted.sort_unstable_by_key(|(name, _)| *name);
        sorted
    }

    fn name_at(&self, position: usize) -> Option<&str> {
        self.members.get(position).map(|(name, _)| &**name)
    }
}

/// Compares the members of two objects by name and value, without regard to their order. If the names are in different
/// orders, the members are sorted by name before their values are compared. Each value is compared only once, because
/// two comparisons at each level of nesting would take exponential time.
impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        if self.len() != other.len() {
            false
        } else if self.names().eq(other.names()) {
            self.members == other.members
        } else {
            self.sorted() == other.sorted()
        }
    }
}

impl Eq for Members {}

/// Computes a hash that doesn't depend on the order of the members. Two equal `Members` must have the same hash, even
/// if the order of their members differs.
impl Hash for Members {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if self.names().is_sorted() {
            self.members.hash(state);
        } else {
            self.sorted().hash(state);
        }
    }
}

impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
