//! `TypeIndex`: an index that finds the types of a polymorphic enum by name.

use std::sync::OnceLock;

use super::names::hash;
use super::version::without_version;
use super::{StructuredType, TypeSet};

/// An index that finds a type of a polymorphic enum by its name. Only polymorphic enums with many variants have an
/// index.
///
/// The index is sorted by the hashes of the qualified names. Comparing names instead of hashes would be slow, because
/// the names start with the same long namespace.
#[doc(hidden)]
#[derive(Debug)]
pub struct TypeIndex(OnceLock<Sorted>);

#[derive(Debug)]
struct Sorted {
    /// An element for each type name: the hash of the name, the position of the type in the [`TypeSet`], and the type.
    /// The elements are sorted by hash. A type that has several names occurs several times. A type has several names if
    /// its schema has an alias (`microsoft.graph.user` and `graph.user`), or if the type has `#[odata(any_version)]`.
    types: Box<[(u64, usize, &'static StructuredType)]>,
    /// For each variant of the polymorphic enum, the position of the variant's first type in the [`TypeSet`]. For
    /// example, if the first variant contains a polymorphic enum with 3 types, the second variant starts at position 3.
    starts: Box<[usize]>,
    /// Whether at least one of the types has `#[odata(any_version)]`.
    has_any_version: bool,
}

impl Sorted {
    fn find(
        &self,
        hash: u64,
        is_match: impl Fn(&StructuredType) -> bool,
    ) -> Option<(usize, &'static StructuredType)> {
        let first = self.types.partition_point(|(other, ..)| *other < hash);
        let mut same_hash = self.types.get(first..)?.iter().take_while(|(other, ..)| *other == hash);
        let (_, position, metadata) = same_hash.find(|(.., metadata)| is_match(metadata))?;
        Some((*position, metadata))
    }
}

/// Returns a hash of a qualified name that doesn't depend on the version in the name: `Chassis.v1_0_0.Chassis` and
/// `Chassis.v1_1_0.Chassis` have the same hash.
fn hash_of_any_version(qualified_name: &str) -> u64 {
    without_version(qualified_name).map(hash).fold(0, |all, hash| all.rotate_left(1) ^ hash)
}

impl TypeIndex {
    /// Creates an empty index. The first search for a type fills the index.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only the derives call `new`, to initialize a static")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    fn sorted(&self, types: TypeSet) -> &Sorted {
        self.0.get_or_init(|| {
            let starts = types.sets().iter().scan(0, |start, set| {
                let first = *start;
                *start += set.count();
                Some(first)
            });
            let mut sorted: Vec<_> = types
                .types()
                .into_iter()
                .enumerate()
                .flat_map(|(position, metadata)| {
                    let by_alias =
                        metadata.alias().map(|alias| hash(&format!("{alias}.{}", metadata.name())));
                    let by_version =
                        metadata.has_any_version().then(|| hash_of_any_version(metadata.qualified_name()));
                    let hashes = [Some(hash(metadata.qualified_name())), by_alias, by_version];
                    hashes.into_iter().flatten().map(move |hash| (hash, position, metadata))
                })
                .collect();
            sorted.sort_by_key(|(hash, position, _)| (*hash, *position));
            let has_any_version = sorted.iter().any(|(.., metadata)| metadata.has_any_version());
            Sorted { types: sorted.into(), starts: starts.collect(), has_any_version }
        })
    }

    /// Finds the type with the qualified name `name`. Returns the type and its position in `types`.
    ///
    /// If no type has this name, finds a type with `#[odata(any_version)]` whose name differs from `name` only in the
    /// version. Returns `None` if no type is found.
    pub(crate) fn find(&self, types: TypeSet, name: &str) -> Option<(usize, &'static StructuredType)> {
        let sorted = self.sorted(types);
        let exact = sorted.find(hash(name), |metadata| metadata.is_named(name));
        exact.or_else(|| {
            let hash = if sorted.has_any_version { hash_of_any_version(name) } else { return None };
            sorted.find(hash, |metadata| metadata.is_other_version(name))
        })
    }

    /// Finds the variant of a polymorphic enum for the type at `position` in `types`.
    ///
    /// Returns the index of the variant, and the index of the type among the types of the variant. For example, if the
    /// first variant contains 3 types, the result for the position 3 is `(1, 0)`.
    pub(crate) fn locate(&self, types: TypeSet, position: usize) -> (usize, usize) {
        let starts = &self.sorted(types).starts;
        let set = starts.partition_point(|start| *start <= position).saturating_sub(1);
        (set, position - starts.get(set).copied().unwrap_or_default())
    }
}
