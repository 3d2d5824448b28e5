//! The names of variants in a polymorphic enum.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::naming::{Scope, pascal_case, type_identifier};
use super::plan::Plan;
use super::versions::{is_version, split_version, version_of};
use crate::document::{last_segment, namespace_of};

/// The names that the variants of an enum have so far.
pub(super) struct VariantNames<'p> {
    plan: &'p Plan<'p>,
    /// The declared type of the enum.
    declared: &'p str,
    scope: Scope,
    accessors: HashSet<String>,
}

impl<'p> VariantNames<'p> {
    pub(super) fn new(plan: &'p Plan<'p>, declared: &'p str) -> Self {
        Self { plan, declared, scope: Scope::default(), accessors: HashSet::new() }
    }

    /// Returns the name of the variant for a type: its version if the types of the enum are versions of one type, otherwise its Rust name,
    /// with its namespace in front of it if another variant has that name.
    pub(super) fn next(&mut self, qualified_name: &str) -> Ident {
        let rust = self.plan.name(qualified_name);
        let has_accessors = self.plan.options.has_accessors;
        // `Foo` has a method `as_foo_mut`, so `FooMut` can't be another variant.
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
        let mut name = self.scope.take(free.unwrap_or_else(|| rust.to_owned()), "");
        while has_accessors && !self.accessors.insert(accessor(&name)) {
            name = self.scope.take(format!("{rust}Type"), "");
        }
        type_identifier(&name)
    }

    fn is_free(&self, name: &str) -> bool {
        self.scope.is_free(name)
            && !(self.plan.options.has_accessors && self.accessors.contains(&accessor(name)))
    }

    /// Checks whether a type is a version of the declared type. The declared type is one if its newer versions are variants.
    fn is_version(&self, qualified_name: &str) -> bool {
        qualified_name == self.declared && self.plan.hierarchy.has_versions(self.declared)
            || is_version(qualified_name, self.declared)
    }
}

/// Returns a version as the name of a variant: `v1_0_0` is `V1_0_0`.
fn pascal_version(version: &str) -> String {
    version.replacen('v', "V", 1)
}

/// Returns what the names of two variants must not have in common: their accessors are in `snake_case`, so `AB` and `Ab` may have the
/// same ones.
fn accessor(variant: &str) -> String {
    let mut before = ' ';
    let mut accessor = String::new();
    for (position, character) in variant.char_indices() {
        let next = variant[position + character.len_utf8()..].chars().next();
        // The numbers of `V1_10` and `V11_0` differ.
        let separates_numbers = before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
        if character != '_' || separates_numbers {
            accessor.extend(character.to_lowercase());
        }
        before = character;
    }
    accessor
}
