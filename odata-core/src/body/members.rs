//! Stores the members of a request body ([`Contents`]).

use super::InvalidBody;
use crate::untyped::Members;
use crate::value::depends_on_alphabet;
use crate::wire_format::{Base64Alphabet, WireFormat};

/// The members of a request body.
///
/// `Edm.Binary` values are strings in standard base64 or base64url. Some services require standard base64. A body is
/// built before the service is known, so a body with `Edm.Binary` values is stored twice: once in base64url and once in
/// standard base64. A body whose JSON is the same with both [`Base64Alphabet`]s is stored only once.
#[derive(Clone, PartialEq)]
pub(super) struct Contents {
    url_safe: Members,
    /// The members of the body with `Edm.Binary` values in standard base64 instead of base64url. `None` if no value
    /// differs between standard base64 and base64url.
    standard: Option<Members>,
}

impl Contents {
    pub(super) const fn new(members: Members) -> Self {
        Self { url_safe: members, standard: None }
    }

    /// Creates the contents of a body. The function `make` returns the members of the body, with `Edm.Binary` values as
    /// base64url strings. If the body contains such values, `make` is called a second time, to write them as standard
    /// base64 strings.
    pub(super) fn build(make: impl Fn() -> Result<Members, InvalidBody>) -> Result<Self, InvalidBody> {
        let (url_safe, is_dependent) = depends_on_alphabet(|| with(Base64Alphabet::UrlSafe, &make));
        let standard = is_dependent.then(|| with(Base64Alphabet::Standard, &make)).transpose()?;
        Ok(Self { url_safe: url_safe?, standard })
    }

    /// Calls `edit` with the stored members to change them. If a copy of the members is stored for each base64
    /// alphabet, `edit` is called once for each copy.
    ///
    /// `is_dependent` must be `true` if `edit` adds an `Edm.Binary` value whose string differs between standard base64
    /// and base64url. In a call with `is_dependent`, `edit` changes two copies of the members: one in base64url and one
    /// in standard base64.
    pub(super) fn edit(
        &mut self,
        is_dependent: bool,
        edit: impl Fn(&mut Members) -> Result<(), InvalidBody>,
    ) -> Result<(), InvalidBody> {
        if is_dependent && self.standard.is_none() {
            self.standard = Some(self.url_safe.clone());
        }
        with(Base64Alphabet::UrlSafe, || edit(&mut self.url_safe))?;
        match &mut self.standard {
            Some(members) => with(Base64Alphabet::Standard, || edit(members)),
            None => Ok(()),
        }
    }

    /// Returns the members of the body, with `Edm.Binary` values in base64url.
    pub(super) const fn url_safe(&self) -> &Members {
        &self.url_safe
    }

    /// Returns the members of the body, with `Edm.Binary` values in the base64 alphabet of the current [`WireFormat`].
    pub(super) fn current(&self) -> &Members {
        match WireFormat::current().base64 {
            Base64Alphabet::Standard => self.standard.as_ref().unwrap_or(&self.url_safe),
            Base64Alphabet::UrlSafe => &self.url_safe,
        }
    }
}

fn with<R>(base64: Base64Alphabet, write: impl FnOnce() -> R) -> R {
    WireFormat { base64, ..WireFormat::current() }.scope(write)
}
