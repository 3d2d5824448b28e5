//! The root of a service.

use super::failure::RequestError;
use super::origin::origin;
use super::token::Token;
use crate::wire_format::WireFormat;

/// A service: where it is, who calls it, and how it writes keys.
#[derive(Clone, Debug)]
pub struct Service {
    /// Without a slash at its end.
    pub(super) root: String,
    pub(super) token: Option<Token>,
    pub(super) key_form: KeyForm,
    pub(super) allowed: Vec<String>,
    wire_format: WireFormat,
}

/// How a key stands in a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyForm {
    /// As a segment of its own, `users/42`, as Graph has it.
    #[default]
    Segment,
    /// In parentheses, `users('42')`, which every service takes.
    Parentheses,
}

impl Service {
    /// The service at that URL, `https://graph.microsoft.com/v1.0`.
    ///
    /// # Errors
    ///
    /// It is not an absolute URL, or has a query, a fragment or a user in it.
    pub fn new(root: &str) -> Result<Self, RequestError> {
        if origin(root).is_none() || root.contains(['#', '?']) {
            return Err(RequestError::Root(root.to_owned()));
        }
        let root = root.trim_end_matches('/').to_owned();
        Ok(Self {
            root,
            token: None,
            key_form: KeyForm::default(),
            allowed: Vec::new(),
            wire_format: WireFormat::default(),
        })
    }

    /// The service with the token of its caller, which every request takes along.
    #[must_use]
    pub fn with_token(self, token: Token) -> Self {
        Self { token: Some(token), ..self }
    }

    /// The service with keys in that form.
    #[must_use]
    pub fn with_keys(self, key_form: KeyForm) -> Self {
        Self { key_form, ..self }
    }

    /// Follows links to that origin, too, `https://other.example`, **with the token**.
    ///
    /// # Errors
    ///
    /// It is not an origin.
    pub fn allow_origin(mut self, origin: &str) -> Result<Self, RequestError> {
        let origin = self::origin(origin).ok_or_else(|| RequestError::Root(origin.to_owned()))?;
        self.allowed.push(origin);
        Ok(self)
    }

    /// Returns how the service requires values in a URL to be written.
    pub(super) const fn wire_format(&self) -> WireFormat {
        self.wire_format
    }

    /// Whether the token may go to a URL.
    pub(super) fn trusts(&self, url: &str) -> bool {
        let Some(origin) = origin(url) else { return false };
        Some(&origin) == self::origin(&self.root).as_ref() || self.allowed.contains(&origin)
    }
}
