//! Stores the members of a request body ([`Contents`]).

use super::InvalidBody;
use crate::untyped::Members;
use crate::value::depends_on_alphabet;
use crate::wire_format::{Base64Alphabet, WireFormat};

/// The members of a request body.
///
/// When the body is built, it isn't known yet whether the service requires base64url or standard base64. Therefore, the
/// members are stored in both [`Base64Alphabet`]s if the body contains an `Edm.Binary` value that depends on the
/// alphabet.
#[derive(Clone, PartialEq)]
pub(super) struct Contents {
    url_safe: Members,
    /// The members of the body with `Edm.Binary` values in standard base64. The field `standard` is `None` if
    /// `url_safe` is the same in standard base64.
    standard: Option<Members>,
}

impl Contents {
    pub(super) const fn new(members: Members) -> Self {
        Self { url_safe: members, standard: None }
    }

    /// Creates the contents of a body with the function `make`, which returns the members of the body. If the members
    /// depend on the base64 alphabet, `make` is called twice: first for base64url, and then for standard base64.
    pub(super) fn build(make: impl Fn() -> Result<Members, InvalidBody>) -> Result<Self, InvalidBody> {
        let (url_safe, is_dependent) = depends_on_alphabet(|| with(Base64Alphabet::UrlSafe, &make));
        let standard = is_dependent.then(|| with(Base64Alphabet::Standard, &make)).transpose()?;
        Ok(Self { url_safe: url_safe?, standard })
    }

    /// Calls the function `edit` to change the members of the body. If the body is stored twice, in base64url and in
    /// standard base64, `edit` is called for both copies.
    ///
    /// The parameter `is_dependent` must be `true` if `edit` adds an `Edm.Binary` value that depends on the base64
    /// alphabet.
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
