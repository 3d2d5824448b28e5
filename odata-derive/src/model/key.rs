//! The `key` and `key = "…"` attributes, which specify who provides the value of a key property.

use proc_macro2::Span;

use super::choice::choice;
use crate::attr::{Attributes, Spanned};
use crate::errors::Errors;

/// A property that is part of the key.
pub(crate) struct Key {
    pub(crate) span: Span,
    /// The access that the attribute specifies.
    pub(crate) access: Option<Spanned<KeyAccess>>,
}

/// The access of a key property: who provides its value, and when a client sends it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyAccess {
    Computed,
    Optional,
    Required,
}

impl KeyAccess {
    const ALL: [(&'static str, Self); 3] =
        [("optional", Self::Optional), ("required", Self::Required), ("computed", Self::Computed)];

    /// Returns the value of the attribute.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }
}

impl Key {
    /// Parses `key`, with or without a value.
    pub(super) fn new(attributes: &Attributes, errors: &Errors) -> Option<Self> {
        let span = attributes.span("key")?;
        let access = attributes.has_value("key").then(|| access(attributes, errors)).flatten();
        Some(Self { span, access })
    }

    /// Checks whether the attribute specifies this access.
    pub(crate) fn has(&self, access: KeyAccess) -> bool {
        self.access.as_ref().is_some_and(|specified| specified.value == access)
    }
}

/// Parses `key = "…"`, the access of a key property or of an inherited key.
pub(super) fn access(attributes: &Attributes, errors: &Errors) -> Option<Spanned<KeyAccess>> {
    choice(attributes, "key", &KeyAccess::ALL, errors)
}
