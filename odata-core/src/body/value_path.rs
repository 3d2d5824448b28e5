//! The paths of values in a request body, for error messages.

use core::fmt;

/// The path of a value in a request body, such as `parts[0].maker.name`.
#[derive(Clone, Copy)]
pub(super) enum ValuePath<'p> {
    /// The path of the body itself, which is written as an empty string.
    Body,
    /// The path of an object's member: the path of the object, and the name of the member.
    Member(&'p ValuePath<'p>, &'p str),
    /// The path of a collection's element: the path of the collection, and the index of the element.
    Element(&'p ValuePath<'p>, usize),
}

impl ValuePath<'_> {
    pub(super) const fn member<'p>(&'p self, name: &'p str) -> ValuePath<'p> {
        ValuePath::Member(self, name)
    }

    pub(super) const fn element(&self, index: usize) -> ValuePath<'_> {
        ValuePath::Element(self, index)
    }
}

impl fmt::Display for ValuePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body => Ok(()),
            Self::Member(Self::Body, name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
            Self::Element(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
