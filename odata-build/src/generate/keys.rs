//! The generator option `key_access`: whether the client or the service provides the key of an entity.

use odata_core::metadata::KeyAccess;
use proc_macro2::TokenStream;
use quote::quote;

use super::pattern::matches;
use crate::document::{Property, PropertyRef, StructuredType};

/// The values of the generator option `key_access`: pairs of a pattern for type names, such as `clinic.*`, and the
/// [`KeyAccess`] of the matching types. If several patterns match a type, the last pattern applies.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    configured: Vec<(String, KeyAccess)>,
}

impl Keys {
    pub(super) fn configure(&mut self, pattern: String, access: KeyAccess) {
        self.configured.push((pattern, access));
    }

    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.configured.iter().map(|(pattern, _)| pattern.as_str())
    }

    /// Returns the value of the generator option `key_access` for a type, or `None` if no pattern matches the type.
    pub(super) fn configured(&self, qualified_name: &str) -> Option<KeyAccess> {
        let mut latest_first = self.configured.iter().rev();
        latest_first.find(|(pattern, _)| matches(pattern, qualified_name)).map(|(_, access)| *access)
    }

    /// Returns the `#[odata(…)]` arguments of a key property, such as `key` and `computed`.
    pub(super) fn of_property(&self, owner: &str, property: &Property) -> [Option<TokenStream>; 2] {
        let of_document =
            if property.annotations.is_computed { KeyAccess::Computed } else { KeyAccess::Optional };
        match self.configured(owner).unwrap_or(of_document) {
            KeyAccess::Computed => [Some(quote!(key)), Some(quote!(computed))],
            KeyAccess::Required => [Some(quote!(key = "required")), None],
            _ => [Some(quote!(key)), None],
        }
    }

    /// Returns the argument `key = "…"` for the attribute of the `base` field, such as
    /// `#[odata(base, key = "optional")]`. Returns `None` if the derived type doesn't change whether its inherited key
    /// is computed, optional or required. `bases` contains the inheritance chain of `owner`, from its direct base type
    /// to the root type.
    pub(super) fn of_base(&self, owner: &StructuredType, bases: &[&StructuredType]) -> Option<TokenStream> {
        let declared = bases.iter().position(|base| !base.key.is_empty())?;
        let key = &bases[declared].key;
        let access = self.overridden(owner, key)?;
        let inherited = bases[..declared].iter().find_map(|base| self.overridden(base, key));
        let inherited = inherited.or_else(|| self.of_declaration(bases[declared]));
        if inherited == Some(access) {
            return None;
        }
        let access = match access {
            KeyAccess::Computed => "computed",
            KeyAccess::Required => "required",
            _ => "optional",
        };
        Some(quote!(, key = #access))
    }

    /// Returns the [`KeyAccess`] that a derived type specifies for its inherited key: computed, optional or required.
    /// Returns `None` if the derived type doesn't override the [`KeyAccess`] of its base type.
    ///
    /// The generator option `key_access` overrides the `Core.Computed` annotations in the document. `Core.Computed`
    /// annotations determine the [`KeyAccess`] of a key only if all key properties are annotated with the same value:
    /// all with `true`, or all with `false`. A derived type can annotate an inherited key property with a target path,
    /// such as `<Annotations Target="NS.derived/id">` for the key property `id`.
    fn overridden(&self, structured: &StructuredType, key: &[PropertyRef]) -> Option<KeyAccess> {
        let is_computed = |part: &PropertyRef| {
            structured
                .inherited_annotations
                .get(&part.name)
                .is_some_and(|annotations| annotations.is_computed)
        };
        let is_not_computed = |part: &PropertyRef| {
            structured.inherited_annotations.get(&part.name).is_some_and(|annotations| {
                let mut others = annotations.others.iter();
                others
                    .any(|one| one.term == "Org.OData.Core.V1.Computed" && one.value.text() == Some("false"))
            })
        };
        let annotated = if key.iter().all(is_computed) {
            Some(KeyAccess::Computed)
        } else {
            key.iter().all(is_not_computed).then_some(KeyAccess::Optional)
        };
        self.configured(&structured.qualified_name).or(annotated)
    }

    /// Returns the [`KeyAccess`] of the key that a type declares: computed, optional or required. Returns `None` for a
    /// key that contains both computed and other properties, because such a key has no single [`KeyAccess`].
    fn of_declaration(&self, structured: &StructuredType) -> Option<KeyAccess> {
        if let Some(access) = self.configured(&structured.qualified_name) {
            return Some(access);
        }
        let is_key = |property: &&Property| structured.key.iter().any(|part| part.name == property.name);
        let computed: Vec<_> = structured
            .properties
            .iter()
            .filter(is_key)
            .map(|property| property.annotations.is_computed)
            .collect();
        match computed.as_slice() {
            [first, others @ ..] if others.iter().all(|other| other == first) => {
                Some(if *first { KeyAccess::Computed } else { KeyAccess::Optional })
            }
            _ => None,
        }
    }
}
