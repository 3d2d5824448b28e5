//! Creation of the [`Plan`] of a model from a document and the generator options.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::containment::Containment;
use super::merge_versions::merge_versions;
use super::pattern::{matches, type_names};
use super::plan::Plan;
use super::primitive_types::primitive;
use super::selection::{self, Selection};
use super::{
    GenerateError, Generator, Warning, alternate_keys, default_values, depth, members, operations, repair,
};
use crate::Document;
use crate::document::Index;

/// The document from which the generator generates a model. In this document, invalid elements are already removed or
/// replaced. If the option `merge_versions` is set, this document contains each type only once, with the properties of
/// all its versions.
struct Prepared<'d> {
    document: Cow<'d, Document>,
    /// The patterns of the types to generate.
    patterns: Vec<String>,
    merged_types: BTreeSet<String>,
    warnings: Vec<Warning>,
}

impl Generator<'_> {
    /// Creates the [`Plan`] of the model, and passes it to the closure `result`. Returns the result of the closure,
    /// such as the Rust source of the plan, and the warnings of the generator.
    pub(super) fn with_plan<T>(
        &self,
        result: impl FnOnce(&Plan<'_>) -> T,
    ) -> Result<(T, Vec<Warning>), GenerateError> {
        let Prepared { document, patterns, merged_types, mut warnings } = self.prepare();
        let selected = selection::select(&document, &patterns, &self.options)?;
        self.check_options(&document)?;
        warnings.retain(|warning| self.is_about_model(&selected, warning));
        warnings.extend(selected.enumeration_types.values().copied().flat_map(members::warnings));
        let mut plan = Plan::new(&document, selected, merged_types, &self.options);
        plan.containment = Containment::of(&plan.selection, |name| plan.is_polymorphic(name));
        plan.has_related = self.options.has_related.unwrap_or_else(|| depth::is_too_deep(&plan));
        warnings.extend(default_values::warnings(&plan));
        warnings.extend(alternate_keys::warnings(&plan));
        warnings.extend(operations::warnings(&plan));
        warnings.extend(self.options.of_preset.warnings(&document));
        warnings.extend(plan.containers.iter().flat_map(|container| container.warnings.iter().cloned()));
        warnings.sort_by(|one, other| one.element().cmp(other.element()));
        if self.options.is_strict {
            warnings = self.reject(warnings)?;
        }
        if let Some((text, reason)) = plan.shared_module() {
            return Err(GenerateError::InvalidOption { text, reason });
        }
        Ok((result(&plan), warnings))
    }

    fn prepare(&self) -> Prepared<'_> {
        let mut patterns = self.options.patterns.clone();
        let mut document = Cow::Borrowed(self.document);
        if self.options.has_operations && !patterns.is_empty() {
            let index = Index::of(&document);
            let needed = operations::type_names(self.document, &self.options);
            let needed = needed.filter(|name| index.contains_type(name) && !self.options.is_replaced(name));
            patterns.extend(needed.map(str::to_owned).collect::<Vec<_>>());
        }
        let (mut merged_types, mut warnings) = (BTreeSet::new(), Vec::new());
        if self.options.merges_versions {
            let merged = merge_versions(document.into_owned());
            (document, merged_types, warnings) = (Cow::Owned(merged.document), merged.types, merged.warnings);
        }
        let is_replaced = |name: &str| self.options.is_replaced(name);
        let (document, of_elements) = repair::repair(document, self.options.follows_navigation, &is_replaced);
        warnings.extend(of_elements);
        Prepared { document, patterns, merged_types, warnings }
    }

    /// Checks whether a warning is about a type of the model. The generator drops all warnings about types that aren't
    /// part of the model.
    ///
    /// Also returns `true` for a type that the generator options `types` and `exclude` select, but that is skipped, for
    /// example because its name is invalid.
    fn is_about_model(&self, selected: &Selection<'_>, warning: &Warning) -> bool {
        let owner = warning.owner();
        let is_selected = selection::is_selected(&self.options.patterns, owner);
        selected.contains(owner) || (is_selected && !self.options.is_excluded(owner))
    }
}

impl Generator<'_> {
    /// Returns an error if a pattern or name in the generator options matches nothing in the document. Also returns an error if a Rust type
    /// or Rust name in the options is invalid.
    fn check_options(&self, document: &Document) -> Result<(), GenerateError> {
        let is_declared = |name: &str| {
            primitive(name).is_some()
                || document.structured_types().any(|one| one.qualified_name == name)
                || document.enumeration_types().any(|one| one.qualified_name == name)
                || document.type_definition(name).is_some()
        };
        let is_of_preset = |name: &str| self.options.of_preset.contains(name);
        let mut mapped = self.options.type_map.names();
        if let Some(name) = mapped.find(|name| !is_declared(name) && !is_of_preset(name)) {
            return Err(GenerateError::NoSuchType(name.to_owned()));
        }
        self.check_patterns(document)?;
        self.options.check_properties(document)?;
        let structs: Vec<_> = document.structured_types().map(|one| &one.qualified_name).collect();
        if let Some(pattern) = self.options.derives.default_without_struct(&structs) {
            return Err(GenerateError::InvalidOption {
                text: format!("{pattern}=Default"),
                reason: "enums can't derive `Default`; use a pattern that matches an entity or complex type"
                    .to_owned(),
            });
        }
        match self.options.invalid() {
            Some((text, reason)) => Err(GenerateError::InvalidOption { text, reason }),
            None => Ok(()),
        }
    }

    /// Returns an error if a type pattern in the generator options matches no type. Also returns an error if the options rename a type, an
    /// operation or a namespace that the document doesn't contain.
    fn check_patterns(&self, document: &Document) -> Result<(), GenerateError> {
        let options = &self.options;
        let mut patterns = options.keys.patterns().chain(options.derives.patterns());
        let mut patterns = patterns
            .by_ref()
            .chain(options.excluded.iter().map(String::as_str))
            .chain(options.renames.types.keys().map(String::as_str));
        let names = type_names(document);
        let is_unused = |pattern: &&str| {
            !names.iter().any(|name| matches(pattern, name)) && !options.of_preset.contains(pattern)
        };
        if let Some(pattern) = patterns.find(is_unused) {
            return Err(GenerateError::NoSuchType(pattern.to_owned()));
        }
        if let Some(operation) = operations::unused_rename(document, options) {
            return Err(GenerateError::NoSuchOperation(operation.to_owned()));
        }
        let is_namespace = |name: &&String| document.schemas.iter().any(|schema| schema.namespace == **name);
        match options.renames.modules.keys().find(|name| !is_namespace(name)) {
            Some(name) => Err(GenerateError::InvalidOption {
                text: name.clone(),
                reason: "the document has no schema with this namespace".to_owned(),
            }),
            None => Ok(()),
        }
    }
}
