//! The declared property that is expected next.

use crate::metadata::{Property, StructuredType};

/// Services usually write properties in the same order, mostly in the declared order. For this reason, the property after the
/// last one is compared first.
pub(super) struct Cursor {
    metadata: &'static StructuredType,
    /// The slot of the first property in `rest`.
    slot: usize,
    /// The expected property and the following properties of the type in the inheritance chain that declares it.
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

    /// Returns the type whose properties are expected.
    pub(super) const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }

    /// Continues in a derived type, which has the same properties at the same slots.
    pub(super) fn enter_derived(&mut self, derived: &'static StructuredType) {
        self.metadata = derived;
        if self.rest.is_empty() {
            self.rest = derived.properties_from(self.slot);
        }
    }

    /// Returns the expected property and its slot if it has this name, and advances to the next property.
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
            self.advance_to_next_type();
        }
        Some((slot, expected))
    }

    /// Advances to the properties of the next type in the inheritance chain.
    #[inline(never)]
    fn advance_to_next_type(&mut self) {
        self.rest = self.metadata.properties_from(self.slot);
    }

    /// Returns the property with this name and its slot. The property after it is expected next.
    pub(super) fn find(&mut self, name: &str) -> Option<(usize, &'static Property)> {
        let slot = self.metadata.slot_of(name)?;
        let (property, rest) = self.metadata.properties_from(slot).split_first()?;
        self.slot = slot + 1;
        self.rest = rest;
        if rest.is_empty() {
            self.advance_to_next_type();
        }
        Some((slot, property))
    }
}
