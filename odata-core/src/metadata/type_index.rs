//! An index of types by name, created by the first lookup.

use std::sync::OnceLock;

use super::names::hash;
use super::version::without_version;
use super::{StructuredType, TypeSet};

/// An index of the types of a polymorphic enum with many variants. It is sorted by the hashes of the qualified names, because
/// names in a namespace share a long prefix and are slow to compare.
#[doc(hidden)]
#[derive(Debug)]
pub struct TypeIndex(OnceLock<Sorted>);

#[derive(Debug)]
struct Sorted {
    /// The types with the hashes of their names and their positions, sorted by hash.
    types: Box<[(u64, usize, &'static StructuredType)]>,
    /// The position of the first type of each variant.
    starts: Box<[usize]>,
    /// Whether any of the types matches all of its versions.
    has_any_version: bool,
}

impl Sorted {
    fn find(
        &self,
        hash: u64,
        is_it: impl Fn(&StructuredType) -> bool,
    ) -> Option<(usize, &'static StructuredType)> {
        let first = self.types.partition_point(|(other, ..)| *other < hash);
        let mut alike = self.types.get(first..)?.iter().take_while(|(other, ..)| *other == hash);
        let (_, position, metadata) = alike.find(|(.., metadata)| is_it(metadata))?;
        Some((*position, metadata))
    }
}

/// Returns a hash that is the same for all versions of a type.
fn hash_of_any_version(qualified_name: &str) -> u64 {
    without_version(qualified_name).map(hash).fold(0, |all, hash| all.rotate_left(1) ^ hash)
}

impl TypeIndex {
    /// Creates an empty index. The first lookup fills it.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only the derives call it, to initialize a static")]
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

    /// Returns the position of the type with exactly this qualified name, or of the type that has this version, and the type.
    pub(crate) fn find(&self, types: TypeSet, name: &str) -> Option<(usize, &'static StructuredType)> {
        let sorted = self.sorted(types);
        let exact = sorted.find(hash(name), |metadata| metadata.is_named(name));
        exact.or_else(|| {
            let hash = if sorted.has_any_version { hash_of_any_version(name) } else { return None };
            sorted.find(hash, |metadata| metadata.is_other_version(name))
        })
    }

    /// Returns the position of the set that contains the type at `position`, and the position of the type in that set.
    pub(crate) fn locate(&self, types: TypeSet, position: usize) -> (usize, usize) {
        let starts = &self.sorted(types).starts;
        let set = starts.partition_point(|start| *start <= position).saturating_sub(1);
        (set, position - starts.get(set).copied().unwrap_or_default())
    }
}
