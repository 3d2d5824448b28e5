//! Names of the variants of a polymorphic enum.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::naming::{Scope, pascal_case, type_identifier};
use super::plan::Plan;
use super::versions::{is_version, split_version, version_of};
use crate::document::{last_segment, namespace_of};

/// The variant names that are already used in a polymorphic enum.
pub(super) struct VariantNames<'p> {
    plan: &'p Plan<'p>,
    /// The type for which the enum is generated, such as `microsoft.graph.user` for `AnyUser`.
    declared: &'p str,
    scope: Scope,
    accessors: HashSet<String>,
}

impl<'p> VariantNames<'p> {
    pub(super) fn new(plan: &'p Plan<'p>, declared: &'p str) -> Self {
        Self { plan, declared, scope: Scope::default(), accessors: HashSet::new() }
    }

    /// Returns the name of the variant for a type.
    ///
    /// The name of a variant is the Rust name of its type. If two variants would have the same name, the second name starts with the last
    /// segment of its namespace: `SecurityAlert` for `microsoft.graph.security.alert`. The variant for a version such as
    /// `Chassis.v1_1_0.Chassis` has the name of the version: `V1_1_0`.
    pub(super) fn next(&mut self, qualified_name: &str) -> Ident {
        let rust = self.plan.name(qualified_name);
        let has_accessors = self.plan.options.has_accessors;
        // The accessor `as_foo_mut` of a variant `Foo` would conflict with `as_foo_mut` of a variant `FooMut`.
        let suffix = if has_accessors && rust.ends_with("Mut") { "Type" } else { "" };
        let namespace = namespace_of(qualified_name);
        let module = split_version(namespace).map_or(namespace, |(before, _)| before);
        let qualified = format!("{}{rust}", pascal_case(last_segment(module)));
        let version = version_of(qualified_name).map(pascal_version);
        let candidates = [
            version.clone().filter(|_| self.is_version(qualified_name)),
            Some(format!("{rust}{suffix}")),
            Some(format!("{qualified}{suffix}")),
            version.map(|version| format!("{qualified}{version}")),
        ];
        let mut candidates = candidates.into_iter().flatten();
        let free = candidates.find(|name| self.is_free(name));
        let mut name = self.scope.add(free.unwrap_or_else(|| rust.to_owned()), "");
        while has_accessors && !self.accessors.insert(accessor(&name)) {
            name = self.scope.add(format!("{rust}Type"), "");
        }
        type_identifier(&name)
    }

    fn is_free(&self, name: &str) -> bool {
        self.scope.is_free(name)
            && !(self.plan.options.has_accessors && self.accessors.contains(&accessor(name)))
    }

    /// Checks whether the variant for a type is named after the version in the type's name: `V1_1_0` for
    /// `Chassis.v1_1_0.Chassis`. In the polymorphic enum of `Chassis.v1_0_0.Chassis`, returns `true` for all newer
    /// versions of the type. Also returns `true` for `Chassis.v1_0_0.Chassis` (variant `V1_0_0`) if there are newer
    /// versions.
    fn is_version(&self, qualified_name: &str) -> bool {
        qualified_name == self.declared && self.plan.hierarchy.has_versions(self.declared)
            || is_version(qualified_name, self.declared)
    }
}

/// Returns the variant name of a version: `V1_0_0` for `v1_0_0`.
fn pascal_version(version: &str) -> String {
    version.replacen('v', "V", 1)
}

/// Returns a normalized variant name, such as `ab` for `AB`. Variants with the same normalized name, such as `AB` and
/// `Ab`, conflict, because both could have an accessor method `as_ab`.
fn accessor(variant: &str) -> String {
    let mut before = ' ';
    let mut accessor = String::new();
    for (position, character) in variant.char_indices() {
        let next = variant[position + character.len_utf8()..].chars().next();
        // Underscores between digits are preserved, because `V1_10` and `V11_0` have different accessors.
        let separates_numbers = before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
        if character != '_' || separates_numbers {
            accessor.extend(character.to_lowercase());
        }
        before = character;
    }
    accessor
}
