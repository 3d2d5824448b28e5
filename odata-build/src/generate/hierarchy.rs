//! The inheritance hierarchy of a model, and the variants of polymorphic enums.

use std::collections::{BTreeMap, BTreeSet};

use super::options::Options;
use super::selection::Selection;
use super::versions::is_version;

/// The maximum nesting depth of polymorphic enums, such as `AnyPerson` with a variant that contains `AnyDoctor`.
/// Polymorphic enums that are nested more deeply could exceed the recursion limit of the compiler. Models of Microsoft
/// Graph don't reach the maximum depth of 8, because their inheritance chains have at most five types.
const MAX_DEPTH: usize = 8;

/// The derived types of each type in the model.
#[derive(Debug, Default)]
pub(super) struct Hierarchy<'d> {
    /// A map from each base type to the list of its directly derived types. Each list is sorted by qualified name.
    derived: BTreeMap<&'d str, Vec<&'d str>>,
    /// The generator option `flat_enums`: whether polymorphic enums have variants for all derived types, including indirectly derived
    /// types.
    is_flat: bool,
    /// The types in inheritance trees with more than [`MAX_DEPTH`] levels. The polymorphic enum of a type in `deep` has
    /// a variant for each directly or indirectly derived type, instead of nested polymorphic enums.
    deep: BTreeSet<&'d str>,
}

/// A variant of a polymorphic enum. The variant contains a derived type, or the polymorphic enum of the derived type.
pub(super) struct Variant<'d> {
    /// The qualified name of the derived type that the variant represents.
    pub(super) name: &'d str,
    /// Whether the polymorphic enum also has a variant for each type that derives from the type of this variant, such
    /// as a variant `Surgeon` in addition to `Doctor`:
    ///
    /// ```text
    /// // `is_flattened` is `true`:
    /// enum AnyPerson { Doctor(Box<Doctor>), Surgeon(Box<Surgeon>), … }
    /// // `is_flattened` is `false`:
    /// enum AnyPerson { Doctor(Box<AnyDoctor>), … }
    /// enum AnyDoctor { Surgeon(Box<Surgeon>), … }
    /// ```
    pub(super) is_flattened: bool,
}

impl<'d> Hierarchy<'d> {
    pub(super) fn of(selection: &Selection<'d>, options: &Options) -> Self {
        let mut derived: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, structured) in &selection.structured_types {
            if let Some(base) = &structured.base {
                derived.entry(base).or_default().push(name);
            }
        }
        let deep = deep_types(selection);
        Self { derived, is_flat: options.is_flat, deep }
    }

    /// Returns the value of [`Variant::is_flattened`] for a variant with the type `derived`. `base` is the direct base
    /// type of `derived`.
    fn is_flattened(&self, derived: &str, base: &str) -> bool {
        self.is_flat || is_version(derived, base) || self.deep.contains(derived)
    }

    /// Returns the variants of the polymorphic enum of the type `declared`. The variant of a base type precedes the variants of its derived
    /// types.
    pub(super) fn variants(&self, declared: &str) -> Vec<Variant<'d>> {
        let mut variants = Vec::new();
        let mut remaining = vec![declared];
        while let Some(base) = remaining.pop() {
            let derived = self.derived.get(base).into_iter().flatten().copied();
            let start = variants.len();
            variants
                .extend(derived.map(|name| Variant { name, is_flattened: self.is_flattened(name, base) }));
            let flattened = variants[start..].iter().rev().filter(|variant| variant.is_flattened);
            remaining.extend(flattened.map(|variant| variant.name));
        }
        variants
    }

    /// Checks whether a type, such as `Chassis.v1_0_0.Chassis`, is the base type of a newer version, such as `Chassis.v1_1_0.Chassis`.
    pub(super) fn has_versions(&self, qualified_name: &str) -> bool {
        let mut derived = self.derived.get(qualified_name).into_iter().flatten();
        derived.any(|name| is_version(name, qualified_name))
    }

    /// Returns the types for which a polymorphic enum is generated, such as `person` for `AnyPerson`. Only types with
    /// derived types have a polymorphic enum.
    ///
    /// `is_used` must return `true` for the types that properties, return types and entity sets refer to. If the option
    /// `flat_enums` isn't set, two kinds of unused types have no polymorphic enum:
    ///
    /// - A newer version of a type, such as `Chassis.v1_1_0.Chassis`: the polymorphic enum of the oldest version
    ///   already has a variant for each newer version.
    /// - A derived type in an inheritance tree with more than [`MAX_DEPTH`] levels: the polymorphic enum of the root
    ///   type already has a variant for each type in the tree.
    pub(super) fn polymorphic_types(
        &self,
        selection: &Selection<'d>,
        is_used: impl Fn(&str) -> bool,
    ) -> Vec<&'d str> {
        let is_needed = |name: &&str| {
            let base = selection.structured_types.get(name).and_then(|structured| structured.base.as_deref());
            self.is_flat || is_used(name) || base.is_none_or(|base| !self.is_flattened(name, base))
        };
        self.derived.keys().copied().filter(is_needed).collect()
    }
}

/// Returns the types in inheritance trees with more than [`MAX_DEPTH`] levels. All versions of a type, such as
/// `Chassis.v1_0_0.Chassis` and `Chassis.v1_1_0.Chassis`, count as one level of the inheritance tree.
fn deep_types<'d>(selection: &Selection<'d>) -> BTreeSet<&'d str> {
    let roots: Vec<(&str, &str, usize)> = selection
        .structured_types
        .iter()
        .map(|(name, structured)| {
            let bases = selection.bases(structured).map(|base| base.qualified_name.as_str());
            let chain: Vec<&str> = core::iter::once(*name).chain(bases).collect();
            let levels = chain.windows(2).filter(|pair| !is_version(pair[0], pair[1])).count();
            (*name, chain.last().copied().unwrap_or(name), levels)
        })
        .collect();
    let deep_roots: BTreeSet<&str> =
        roots.iter().filter(|(.., levels)| *levels > MAX_DEPTH).map(|(_, root, _)| *root).collect();
    roots.iter().filter(|(_, root, _)| deep_roots.contains(root)).map(|(name, ..)| *name).collect()
}
