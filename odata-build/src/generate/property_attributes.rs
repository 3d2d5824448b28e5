//! The attributes of key properties, computed properties and immutable properties.

use proc_macro2::TokenStream;
use quote::quote;

use super::plan::Plan;
use crate::document::{Property, StructuredType};

/// The attributes that exclude a property from some request bodies, such as `computed` and `immutable`.
pub(super) struct Roles {
    pub(super) key: Option<TokenStream>,
    pub(super) computed: Option<TokenStream>,
    pub(super) is_immutable: bool,
}

impl Roles {
    pub(super) fn of(plan: &Plan<'_>, structured: &StructuredType, property: &Property) -> Self {
        let owner = &structured.qualified_name;
        let [key, computed] = if structured.key.iter().any(|reference| reference.name == property.name) {
            plan.options.keys.of_property(owner, property)
        } else {
            [None, plan.options.computed.is_computed(owner, property).then(|| quote!(computed))]
        };
        let is_immutable = property.annotations.is_immutable && computed.is_none();
        Self { key, computed, is_immutable }
    }
}
