//! The attributes `key` and `key = "…"`, which specify whether the service or a client provides the value of a key
//! property.

use proc_macro2::Span;

use super::choice::choice;
use crate::attr::{Attributes, Spanned};
use crate::errors::Errors;

/// The `key` attribute of a property.
pub(crate) struct Key {
    pub(crate) span: Span,
    /// The value of `key = "…"`, or `None` for `key` without a value.
    pub(crate) access: Option<Spanned<KeyAccess>>,
}

/// The access of a key property: whether the service or a client provides the value, and whether a client must send it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyAccess {
    Computed,
    Optional,
    Required,
}

impl KeyAccess {
    const ALL: [(&'static str, Self); 3] =
        [("optional", Self::Optional), ("required", Self::Required), ("computed", Self::Computed)];

    /// Returns the value of the `key` attribute in source code, such as `optional` in `key = "optional"`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }
}

impl Key {
    /// Parses the `key` attribute of a field, with or without a value. Returns `None` if the field has no `key` attribute.
    pub(super) fn new(attributes: &Attributes, errors: &Errors) -> Option<Self> {
        let span = attributes.span("key")?;
        let access = attributes.has_value("key").then(|| access(attributes, errors)).flatten();
        Some(Self { span, access })
    }

    /// Checks whether the `key` attribute has the given value. For example, `has(KeyAccess::Optional)` returns `true`
    /// for `#[odata(key = "optional")]`, and `false` for `#[odata(key)]`.
    pub(crate) fn has(&self, access: KeyAccess) -> bool {
        self.access.as_ref().is_some_and(|specified| specified.value == access)
    }
}

/// Parses the value of `key = "…"` on a field, such as `key = "optional"`. The value of `key` specifies whether clients
/// may or must set a key property. The value in `#[odata(base, key = "optional")]` applies to the inherited key
/// property.
pub(super) fn access(attributes: &Attributes, errors: &Errors) -> Option<Spanned<KeyAccess>> {
    choice(attributes, "key", &KeyAccess::ALL, errors)
}
