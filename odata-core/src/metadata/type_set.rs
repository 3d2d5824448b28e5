//! `TypeSet`: a set of structured types that finds the type for an `@odata.type`.

use super::{StructuredType, TypeIndex};

/// Returns the qualified name of the type from `uri`, which is the value of an `@odata.type`.
///
/// According to the OData standard, an `@odata.type` is `#NS.Type` or a URL such as
/// `https://host/v1.0/$metadata#NS.Type`. An `@odata.type` without `#` is also accepted, because many examples in the
/// documentation of Microsoft Graph omit the `#`.
pub(crate) fn qualified_name(uri: &str) -> &str {
    // Most services write only a fragment, whose name contains no further `#`.
    uri.strip_prefix('#').unwrap_or_else(|| uri.rsplit_once('#').map_or(uri, |(_, name)| name))
}

/// Checks whether a name in an `@odata.type` is the name of a primitive type, such as `Date` or `Edm.Date`.
pub(crate) fn is_primitive(name: &str) -> bool {
    !name.contains('.') || name.starts_with("Edm.")
}

/// A set of structured types: the type of a struct, or the types of a polymorphic enum. A type in the set can be found
/// by its name.
#[derive(Clone, Copy, Debug)]
pub enum TypeSet {
    /// A set that contains a single type.
    One(&'static StructuredType),
    /// The union of several sets, such as one set for each variant of a polymorphic enum. The types are numbered in the
    /// order of the sets: if the first set contains 3 types, the first type of the second set has the position 3.
    All(&'static [TypeSet]),
}

impl TypeSet {
    /// Returns the number of types in the set.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::All(sets) => sets.iter().map(Self::count).sum(),
        }
    }

    /// Checks whether the set is a [`TypeSet::One`] with an abstract type.
    #[must_use]
    pub const fn is_abstract(&self) -> bool {
        matches!(self, Self::One(metadata) if metadata.is_abstract())
    }

    /// Returns the qualified name of the first type in the set, or an empty string if the set is empty.
    pub(crate) const fn first_name(&self) -> &'static str {
        match self {
            Self::One(metadata) => metadata.qualified_name(),
            Self::All([first, ..]) => first.first_name(),
            Self::All([]) => "",
        }
    }

    /// Returns the index of the first variant of a polymorphic enum with a type that also occurs in an earlier variant.
    /// For example, returns 2 if the variants 0 and 2 have the same type. If no type occurs twice, returns the number
    /// of variants, which isn't a valid index.
    ///
    /// A Bloom filter of the names' hashes avoids most comparisons of names. Comparing every pair of names would exceed
    /// the limits of constant evaluation, for example for the 1,145 types that derive from Microsoft Graph's `entity`.
    #[doc(hidden)]
    #[must_use]
    pub const fn duplicate(&self) -> usize {
        let Self::All(sets) = self else { return 1 };
        let mut filter = NameFilter::new();
        let mut position = 0;
        while position < sets.len() {
            // In most cases, a nested set is a single type. For a single type, `shares_name_with` isn't called, because
            // the compiler evaluates `insert` in a tenth of the time.
            let is_new = matches!(sets[position], Self::One(metadata) if filter.insert(metadata.hash()));
            if !is_new && sets[position].shares_name_with(sets.split_at(position).0, &mut filter) {
                return position;
            }
            position += 1;
        }
        sets.len()
    }

    /// Checks whether a type in this set has the same name as a type in one of the sets `earlier`.
    ///
    /// The Bloom filter `filter` avoids most comparisons of type names. Before the call, `filter` must contain the
    /// hashes of all type names in `earlier`. The function adds the type names of this set to `filter`, so that the
    /// caller can check the next set.
    const fn shares_name_with(&self, earlier: &[Self], filter: &mut NameFilter) -> bool {
        match self {
            Self::One(metadata) => {
                !filter.insert(metadata.hash()) && Self::any_has_same_name_as(earlier, metadata)
            }
            Self::All(sets) => {
                let mut position = 0;
                while position < sets.len() {
                    if sets[position].shares_name_with(earlier, filter) {
                        return true;
                    }
                    position += 1;
                }
                false
            }
        }
    }

    const fn any_has_same_name_as(sets: &[Self], metadata: &StructuredType) -> bool {
        let mut position = 0;
        while position < sets.len() {
            let is_there = match &sets[position] {
                Self::One(other) => other.has_same_name_as(metadata),
                Self::All(sets) => Self::any_has_same_name_as(sets, metadata),
            };
            if is_there {
                return true;
            }
            position += 1;
        }
        false
    }

    /// Finds the type with the name in `uri`, which is the value of an `@odata.type` such as `#microsoft.graph.user`.
    /// Returns the type and its position in the set, or `None` if the set doesn't contain the type.
    ///
    /// If no type has exactly the name in `uri`, returns a type whose name differs only in letter case. For example,
    /// finds the type `microsoft.graph.chatMessage` for `#Microsoft.Graph.chatMessage`, which Microsoft Graph sends.
    pub(crate) fn find(
        &self,
        uri: &str,
        index: Option<&TypeIndex>,
    ) -> Option<(usize, &'static StructuredType)> {
        let name = qualified_name(uri);
        let exact = match index {
            Some(index) => index.find(*self, name),
            // Most services write `@odata.type` in the form of `type_annotation`.
            None => self
                .position(|metadata| metadata.type_annotation() == uri)
                .or_else(|_| self.position(|metadata| metadata.is_named(name)))
                .ok(),
        };
        exact.or_else(|| self.position(|metadata| metadata.is_named_in_any_case(name)).ok())
    }

    /// Returns the first type for which `is_match` returns `true`, with its position in the set. If no type in the set
    /// matches, returns the number of types in the set as an `Err`.
    fn position(
        &self,
        is_match: impl Fn(&StructuredType) -> bool + Copy,
    ) -> Result<(usize, &'static StructuredType), usize> {
        match self {
            Self::One(metadata) if is_match(metadata) => Ok((0, metadata)),
            Self::One(_) => Err(1),
            Self::All(sets) => {
                let mut before = 0;
                for set in *sets {
                    match set.position(is_match) {
                        Ok((position, metadata)) => return Ok((before + position, metadata)),
                        Err(count) => before += count,
                    }
                }
                Err(before)
            }
        }
    }

    /// Returns the sets in a union ([`TypeSet::All`]), or an empty slice for a single type.
    pub(super) const fn sets(&self) -> &'static [Self] {
        match self {
            Self::One(_) => &[],
            Self::All(sets) => sets,
        }
    }

    /// Returns all types in the set, ordered by position.
    #[must_use]
    pub fn types(&self) -> Vec<&'static StructuredType> {
        match self {
            Self::One(metadata) => vec![metadata],
            Self::All(sets) => sets.iter().flat_map(Self::types).collect(),
        }
    }

    /// Finds the variant of a polymorphic enum for the type at `position` in this set. Returns the index of the
    /// variant, and the index of the type among the types of the variant. For example, if the first variant contains 3
    /// types, the result for the position 3 is `(1, 0)`.
    #[doc(hidden)]
    #[must_use]
    pub fn locate(&self, mut position: usize) -> (usize, usize) {
        if let Self::All(sets) = self {
            for (index, set) in sets.iter().enumerate() {
                let length = set.count();
                if position < length {
                    return (index, position);
                }
                position -= length;
            }
        }
        (0, position)
    }
}

/// A Bloom filter with 16,384 bits, which avoids most comparisons of type names. The hash of each name sets one bit of
/// the filter.
struct NameFilter([u64; 256]);

impl NameFilter {
    const fn new() -> Self {
        Self([0; 256])
    }

    /// Adds the hash of a type name to the Bloom filter. Returns `false` if the type name is possibly a duplicate: the
    /// same name or a different name with the same bit was added before.
    const fn insert(&mut self, hash: u64) -> bool {
        let (word, bit) = ((hash >> 6 & 0xff) as usize, 1 << (hash & 0x3f));
        let is_new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_prefix_of_qualified_name() {
        for uri in ["NS.Type", "#NS.Type", "https://host/v1.0/$metadata#NS.Type"] {
            assert_eq!(qualified_name(uri), "NS.Type");
        }
    }

    #[test]
    fn finds_and_locates_in_nested_sets() {
        const A: StructuredType = StructuredType::entity("#n.a");
        const B: StructuredType = StructuredType::entity("#n.b");
        const C: StructuredType = StructuredType::entity("#n.c");
        let set = TypeSet::All(&[TypeSet::One(&A), TypeSet::All(&[TypeSet::One(&B), TypeSet::One(&C)])]);
        let (position, found) = set.find("#N.C", None).expect("in another letter case");
        assert_eq!((position, found.name()), (2, "c"));
        assert_eq!(set.locate(position), (1, 1));
        assert!(set.find("#n.d", None).is_none());
    }
}
