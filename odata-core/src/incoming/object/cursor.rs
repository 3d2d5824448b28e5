//! Finds the declared property that has the same name as a member of the JSON object.

use crate::metadata::{Property, StructuredType};

/// Finds the declared property for each member of a JSON object. After a property has been read, the cursor expects the
/// property that is declared next. The name of a member is first compared with the name of the expected property,
/// because services usually write properties in the declared order.
pub(crate) struct Cursor {
    metadata: &'static StructuredType,
    /// The position (slot) of the expected property among all properties of the type, including inherited properties.
    slot: usize,
    /// The remaining properties of one type in the inheritance chain, beginning with the property that is expected
    /// next.
    expected: &'static [Property],
}

impl Default for Cursor {
    fn default() -> Self {
        static NOTHING: StructuredType = StructuredType::complex("#");
        Self { metadata: &NOTHING, slot: 0, expected: &[] }
    }
}

impl Cursor {
    pub(super) fn new(metadata: &'static StructuredType) -> Self {
        Self { metadata, slot: 0, expected: metadata.properties_from(0) }
    }

    /// Returns the metadata of the object's type: the declared type, or the derived type after
    /// [`enter_derived`](Self::enter_derived).
    pub(crate) const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }

    /// Continues with the properties of `derived`, which derives from the current type. The positions of inherited
    /// properties don't change, because an inherited property has the same position in a derived type as in its base
    /// type.
    pub(super) fn enter_derived(&mut self, derived: &'static StructuredType) {
        self.metadata = derived;
    }

    /// If `name` is the name of the expected property, returns the property with its position, and advances to the
    /// following property. Returns `None` if `name` isn't the name of the expected property.
    #[inline]
    pub(crate) fn next_if(&mut self, name: &str) -> Option<(usize, &'static Property)> {
        self.advance_to_next_type();
        if !is_same_name(self.expected_name()?.as_bytes(), name.as_bytes()) {
            return None;
        }
        self.next()
    }

    /// Returns the name of the expected property.
    #[inline]
    pub(crate) fn expected_name(&self) -> Option<&'static str> {
        self.expected.first().map(Property::name)
    }

    /// Returns the property that is expected next in the JSON object, with its position, and advances the cursor.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<(usize, &'static Property)> {
        let (property, following) = self.expected.split_first()?;
        let slot = self.slot;
        self.slot += 1;
        self.expected = following;
        Some((slot, property))
    }

    /// After the last property of a base type, moves the cursor to the first property of the derived type. Returns
    /// `true` if the cursor was moved to the derived type.
    #[inline]
    pub(crate) fn advance_to_next_type(&mut self) -> bool {
        self.expected.is_empty() && {
            self.expected = self.metadata.properties_from(self.slot);
            !self.expected.is_empty()
        }
    }

    /// Returns the declared property with the name `name`, together with its position. The next expected property is
    /// the property that is declared after `name`.
    pub(crate) fn find(&mut self, name: &str) -> Option<(usize, &'static Property)> {
        let slot = self.metadata.slot_of(name)?;
        let (property, following) = self.metadata.properties_from(slot).split_first()?;
        self.slot = slot + 1;
        self.expected = following;
        Some((slot, property))
    }
}

/// Compares two names. Comparing eight or four bytes at a time is faster than a function call, because most names are
/// short. The last eight bytes may overlap the bytes before them: a name of 12 bytes is compared as the bytes `0..8` and the
/// bytes `4..12`.
#[inline]
pub(crate) fn is_same_name(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let (one_chunks, other_chunks) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
        return one_end == other_end && one_chunks.iter().zip(other_chunks).all(|(one, other)| one == other);
    }
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<4>(), other.last_chunk::<4>()) {
        return one_end == other_end && one.first_chunk::<4>() == other.first_chunk::<4>();
    }
    one == other
}
