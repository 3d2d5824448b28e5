//! Iterators over the members of an `Extra`, and conversions from iterators into an `Extra`.

use super::Extra;
use crate::control;
use crate::untyped::{MemberIter, Members, NameIndex, Untyped};

impl<'e> IntoIterator for &'e Extra {
    type Item = (&'e str, &'e Untyped);
    type IntoIter = MemberIter<'e>;

    fn into_iter(self) -> MemberIter<'e> {
        self.iter()
    }
}

/// Iterates over the names and values of all members of the `Extra` in document order.
///
/// ```
/// use odata_core::Extra;
///
/// let mut extra = Extra::from_iter([("nickname", "Pat")]);
/// extra.extend([("@odata.etag", "1"), ("nickname", "Patty")]);
/// let members: Vec<_> = extra.into_iter().collect();
/// assert_eq!(members, [("nickname".into(), "Patty".into()), ("@odata.etag".into(), "1".into())]);
/// ```
impl IntoIterator for Extra {
    type Item = (Box<str>, Untyped);
    type IntoIter = <Members as IntoIterator>::IntoIter;

    fn into_iter(mut self) -> Self::IntoIter {
        self.take_members().into_iter()
    }
}

/// Appends members to the `Extra`. If the `Extra` already has a member with the same name, the value of the existing
/// member is replaced.
impl<N: AsRef<str>, V: Into<Untyped>> Extend<(N, V)> for Extra {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, members: I) {
        let mut all = self.take_members();
        let members = members.into_iter();
        let named = members.map(|(name, value)| (control::normalized(name.as_ref()).into(), value.into()));
        all.extend_indexed(named, &mut NameIndex::default());
        self.set_members(all);
    }
}

/// Collects names and values into an `Extra`. If the iterator contains a name multiple times, the last value with the
/// name is used.
impl<N: AsRef<str>, V: Into<Untyped>> FromIterator<(N, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut extra = Self::new();
        extra.extend(members);
        extra
    }
}
