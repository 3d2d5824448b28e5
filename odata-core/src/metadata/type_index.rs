//! Many types by their names: made when the first is looked for.

use std::sync::OnceLock;

use super::names::hash;
use super::{StructuredType, TypeSet};

/// The types of a polymorphic value with many variants, sorted by the hashes of their names: the names of one
/// namespace begin alike, and take long to compare.
#[derive(Debug)]
pub struct TypeIndex(OnceLock<Sorted>);

#[derive(Debug)]
struct Sorted {
    /// The types by the hashes of their names, each with its position among all.
    types: Box<[(u64, usize, &'static StructuredType)]>,
    /// The position of the first type of each variant.
    starts: Box<[usize]>,
}

impl TypeIndex {
    /// An index of types that are not known yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it is made for a static, by the derives alone")]
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
                    let hashes = [Some(hash(metadata.qualified_name())), by_alias];
                    hashes.into_iter().flatten().map(move |hash| (hash, position, metadata))
                })
                .collect();
            sorted.sort_by_key(|(hash, position, _)| (*hash, *position));
            Sorted { types: sorted.into(), starts: starts.collect() }
        })
    }

    /// Returns the position of the type with exactly this qualified name, and the type.
    pub(crate) fn find(&self, types: TypeSet, name: &str) -> Option<(usize, &'static StructuredType)> {
        let sorted = &self.sorted(types).types;
        let hash = hash(name);
        let first = sorted.partition_point(|(other, ..)| *other < hash);
        let alike = sorted.get(first..)?.iter().take_while(|(other, ..)| *other == hash);
        let (_, position, metadata) = alike.into_iter().find(|(.., metadata)| metadata.is_named(name))?;
        Some((*position, metadata))
    }

    /// In which of the sets the type at `position` is, and where in that.
    pub(crate) fn locate(&self, types: TypeSet, position: usize) -> (usize, usize) {
        let starts = &self.sorted(types).starts;
        let set = starts.partition_point(|start| *start <= position).saturating_sub(1);
        (set, position - starts.get(set).copied().unwrap_or_default())
    }
}
