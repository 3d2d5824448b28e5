//! The place among the declared properties where the next one is expected.

use crate::metadata::{Property, StructuredType};

/// A service writes properties in the same order again and again, mostly the declared one: the property behind the last is
/// looked at first.
pub(super) struct Cursor {
    metadata: &'static StructuredType,
    /// The slot of the first of `rest`.
    slot: usize,
    /// The properties from there on that the same type of the line declares.
    rest: &'static [Property],
}

impl Default for Cursor {
    fn default() -> Self {
        static NOTHING: StructuredType = StructuredType::complex("#");
        Self { metadata: &NOTHING, slot: 0, rest: &[] }
    }
}

impl Cursor {
    pub(super) fn new(metadata: &'static StructuredType) -> Self {
        Self { metadata, slot: 0, rest: metadata.properties_from(0) }
    }

    /// The type whose properties these are.
    pub(super) const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }

    /// Goes on in a type that derives from this one: it has the same properties at the same slots, and more.
    pub(super) fn go_on_in(&mut self, derived: &'static StructuredType) {
        self.metadata = derived;
        if self.rest.is_empty() {
            self.rest = derived.properties_from(self.slot);
        }
    }

    /// The expected property and its slot, if it has this name; then the one behind it is expected.
    #[inline]
    pub(super) fn next_if(&mut self, name: &str) -> Option<(usize, &'static Property)> {
        let (expected, rest) = self.rest.split_first()?;
        if expected.name() != name {
            return None;
        }
        let slot = self.slot;
        self.slot += 1;
        self.rest = rest;
        if rest.is_empty() {
            self.go_on();
        }
        Some((slot, expected))
    }

    /// The properties of the next type along the line.
    #[inline(never)]
    fn go_on(&mut self) {
        self.rest = self.metadata.properties_from(self.slot);
    }

    /// Any property with this name and its slot; then the one behind it is expected.
    pub(super) fn find(&mut self, name: &str) -> Option<(usize, &'static Property)> {
        let slot = self.metadata.slot_of(name)?;
        let (property, rest) = self.metadata.properties_from(slot).split_first()?;
        self.slot = slot + 1;
        self.rest = rest;
        if rest.is_empty() {
            self.go_on();
        }
        Some((slot, property))
    }
}
