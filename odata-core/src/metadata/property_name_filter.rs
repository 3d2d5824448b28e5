//! [`PropertyNameFilter`]: recognizes most names that aren't property names, without comparing them.

use super::Property;

/// A set of 64 bits for the names of a type's properties, including inherited properties. Each name sets one bit.
///
/// Reading an undeclared member would otherwise compare its name with the properties of each type in the inheritance
/// chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct PropertyNameFilter(u64);

impl PropertyNameFilter {
    /// Creates the filter of a type without properties.
    pub(super) const fn new() -> Self {
        Self(0)
    }

    /// Adds the names of properties.
    pub(super) const fn with(self, mut properties: &[Property]) -> Self {
        let mut bits = self.0;
        while let [property, others @ ..] = properties {
            bits |= bit_of(property.name());
            properties = others;
        }
        Self(bits)
    }

    /// Adds the names in another filter.
    pub(super) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns `false` if no property has the name `name`. Returns `true` if a property has this name, or has another
    /// name with the same bit.
    #[inline]
    pub(super) const fn may_contain(self, name: &str) -> bool {
        self.0 & bit_of(name) != 0
    }
}

/// Returns the bit of a name, which depends on its first byte, its last byte and its length.
#[inline]
const fn bit_of(name: &str) -> u64 {
    let (first, last) = match name.as_bytes() {
        [first, .., last] => (*first as usize, *last as usize),
        [only] => (*only as usize, 0),
        [] => (0, 0),
    };
    1 << ((first + 7 * last + 5 * name.len()) % 64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::{PrimitiveType, ValueType};

    #[test]
    fn contains_names_of_all_properties() {
        const fn property(name: &'static str) -> Property {
            Property::new(name, ValueType::primitive(PrimitiveType::String))
        }
        const BASE: [Property; 3] = [property("id"), property(""), property("x")];
        const OWN: [Property; 2] = [property("createdDateTime"), property("größe")];
        let filter = PropertyNameFilter::new().with(&OWN).union(PropertyNameFilter::new().with(&BASE));
        for property in OWN.iter().chain(&BASE) {
            assert!(filter.may_contain(property.name()), "{}", property.name());
        }
        let undeclared =
            ["description", "exportStructure", "outputName", "mailboxCount", "siteCount", "status"];
        let rejected = undeclared.iter().filter(|name| !filter.may_contain(name)).count();
        assert!(rejected >= 4, "{rejected}");
        assert!(!PropertyNameFilter::new().may_contain("id"));
    }
}
