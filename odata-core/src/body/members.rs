//! Stores the members of a request body ([`Contents`]).

use super::InvalidBody;
use crate::untyped::Members;
use crate::value::depends_on_alphabet;
use crate::wire_format::{Base64Alphabet, WireFormat};

/// The members of a request body.
///
/// A body is stored twice if an `Edm.Binary` value is a different string in base64url than in standard base64. The body
/// is built before the service is known, and some services require standard base64 instead of base64url. A body whose
/// JSON is the same with both [`Base64Alphabet`]s is stored only once.
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
    /// differ between base64url and standard base64, `make` is called once for each of the two alphabets.
    pub(super) fn build(make: impl Fn() -> Result<Members, InvalidBody>) -> Result<Self, InvalidBody> {
        let (url_safe, is_dependent) = depends_on_alphabet(|| with(Base64Alphabet::UrlSafe, &make));
        let standard = is_dependent.then(|| with(Base64Alphabet::Standard, &make)).transpose()?;
        Ok(Self { url_safe: url_safe?, standard })
    }

    /// Calls the function `edit` to change the members of the body. If the body is stored twice, in base64url and in
    /// standard base64, `edit` is called for both copies.
    ///
    /// The parameter `is_dependent` must be `true` if `edit` adds an `Edm.Binary` value that is a different string in
    /// base64url than in standard base64.
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
