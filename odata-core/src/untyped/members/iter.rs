//! Iterators over [`Members`], and conversions from iterators into [`Members`].

use core::slice;

use super::{Members, NameIndex};
use crate::untyped::Untyped;

/// An iterator over the names and values of an object's members, in document order.
#[derive(Clone, Debug, Default)]
pub struct MemberIter<'m>(slice::Iter<'m, (Box<str>, Untyped)>);

impl<'m> MemberIter<'m> {
    pub(super) fn new(members: &'m [(Box<str>, Untyped)]) -> Self {
        Self(members.iter())
    }
}

impl<'m> Iterator for MemberIter<'m> {
    type Item = (&'m str, &'m Untyped);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (&**name, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for MemberIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(name, value)| (&**name, value))
    }
}

impl ExactSizeIterator for MemberIter<'_> {}

impl core::iter::FusedIterator for MemberIter<'_> {}

impl<'m> IntoIterator for &'m Members {
    type Item = (&'m str, &'m Untyped);
    type IntoIter = MemberIter<'m>;

    fn into_iter(self) -> MemberIter<'m> {
        self.iter()
    }
}

impl IntoIterator for Members {
    type Item = (Box<str>, Untyped);
    type IntoIter = std::vec::IntoIter<(Box<str>, Untyped)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

/// Appends members to the object. If the object already has a member with the same name, the value of the existing
/// member is replaced.
impl<N: Into<Box<str>>, V: Into<Untyped>> Extend<(N, V)> for Members {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, members: I) {
        let members = members.into_iter().map(|(name, value)| (name.into(), value.into()));
        self.extend_indexed(members, &mut NameIndex::default());
    }
}

/// Collects names and values into an object. If the iterator contains a name multiple times, the last value with the
/// name is used.
impl<N: Into<Box<str>>, V: Into<Untyped>> FromIterator<(N, V)> for Members {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut collected = Self::default();
        collected.extend(members);
        collected
    }
}
