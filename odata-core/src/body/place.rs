//! Paths of values in a body, for error messages.

use core::fmt;

/// The path of a member or an element in a body: `parts[0].maker.name`.
#[derive(Clone, Copy)]
pub(super) enum Place<'p> {
    /// The body itself.
    Body,
    /// A member of an object.
    Member(&'p Place<'p>, &'p str),
    /// An element of a collection.
    Element(&'p Place<'p>, usize),
}

impl Place<'_> {
    pub(super) const fn member<'p>(&'p self, name: &'p str) -> Place<'p> {
        Place::Member(self, name)
    }

    pub(super) const fn element(&self, index: usize) -> Place<'_> {
        Place::Element(self, index)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body => Ok(()),
            Self::Member(Self::Body, name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
            Self::Element(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
