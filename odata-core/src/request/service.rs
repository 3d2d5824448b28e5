//! The settings of a service.

use super::bearer_token::Token;
use super::default_headers::DefaultHeaders;
use super::origin::origin;
use super::request_error::RequestError;
use crate::wire_format::{Base64Alphabet, EnumLiterals, WireFormat};

/// The root URL of an OData service, and the settings of requests to this service, such as the token and the headers.
///
/// [`new`](Self::new) uses the defaults of the OData standard, but writes keys as path segments (`users/42`) instead of
/// in parentheses (`users('42')`). Not every service supports keys as path segments: see [`KeyForm::Parentheses`].
/// [`graph`](Self::graph) uses the settings of Microsoft Graph. Each setting can be changed with a method:
///
/// | Setting | `new` | `graph` |
/// |---|---|---|
/// | [`with_keys`](Self::with_keys) | `users/42` | `users/42` |
/// | [`with_base64`](Self::with_base64) | base64url | standard base64 |
/// | [`with_enum_literals`](Self::with_enum_literals) | `Sales.Color'Yellow'` | `'yellow'` |
/// | [`with_max_version`](Self::with_max_version) | 4.01 | 4.01 |
/// | [`with_header`](Self::with_header), [`with_header_fn`](Self::with_header_fn) | none | none |
///
/// ```
/// use odata_core::Base64Alphabet;
/// use odata_core::request::{KeyForm, Service};
///
/// let service = Service::new("https://host/service")?
///     .with_keys(KeyForm::Parentheses)
///     .with_base64(Base64Alphabet::Standard)
///     .with_header("User-Agent", "example/1.0");
/// # Ok::<(), odata_core::request::RequestError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Service {
    /// The root URL without a trailing slash.
    pub(super) root: String,
    pub(super) token: Option<Token>,
    pub(super) key_form: KeyForm,
    pub(super) max_version: Option<ODataVersion>,
    pub(super) headers: DefaultHeaders,
    base64: Base64Alphabet,
    enum_literals: EnumLiterals,
    allowed: Vec<String>,
}

/// The notation of a key in a path: a path segment or parentheses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyForm {
    /// The key is a path segment: `users/42`. Microsoft Graph supports keys as path segments.
    #[default]
    Segment,
    /// The key is in parentheses: `users('42')`. Every OData service supports keys in parentheses.
    Parentheses,
}

/// A version of the OData protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ODataVersion {
    /// OData 4.0.
    V4_0,
    /// OData 4.01.
    V4_01,
}

impl ODataVersion {
    /// Returns the version as a string for the headers `OData-Version` and `OData-MaxVersion`: `4.0` or `4.01`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_01 => "4.01",
        }
    }
}

impl Service {
    /// Creates a service with the defaults of the OData standard, but writes keys as path segments (`users/42`) instead
    /// of in parentheses (`users('42')`).
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::Root`] if `root` isn't an absolute `http` or `https` URL, or if `root` contains a query,
    /// a fragment or a user name.
    pub fn new(root: &str) -> Result<Self, RequestError> {
        if origin(root).is_none() || root.contains(['#', '?']) {
            return Err(RequestError::Root(root.to_owned()));
        }
        Ok(Self {
            root: root.trim_end_matches('/').to_owned(),
            token: None,
            key_form: KeyForm::default(),
            max_version: Some(ODataVersion::V4_01),
            headers: DefaultHeaders::default(),
            base64: Base64Alphabet::default(),
            enum_literals: EnumLiterals::default(),
            allowed: Vec::new(),
        })
    }

    /// Creates a service with the settings of Microsoft Graph: `Service::graph("https://graph.microsoft.com/v1.0")`.
    ///
    /// Microsoft Graph requires standard base64 instead of base64url, and enumeration members without the name of their
    /// type in URLs (`'yellow'`).
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Service::new`].
    pub fn graph(root: &str) -> Result<Self, RequestError> {
        let service = Self::new(root)?;
        Ok(service.with_base64(Base64Alphabet::Standard).with_enum_literals(EnumLiterals::Unqualified))
    }

    /// Sets the bearer token, which is sent with every request. For a token that expires, see [`Token::replace`] and
    /// [`Token::from_fn`].
    #[must_use]
    pub fn with_token(self, token: Token) -> Self {
        Self { token: Some(token), ..self }
    }

    /// Sets whether keys in paths are path segments (`users/42`) or in parentheses (`users('42')`).
    #[must_use]
    pub fn with_keys(self, key_form: KeyForm) -> Self {
        Self { key_form, ..self }
    }

    /// Sets the base64 alphabet for writing [`Binary`](crate::Binary) values. A `Binary` value with its own alphabet,
    /// for example from [`Binary::with_alphabet`](crate::Binary::with_alphabet), is written in its own alphabet.
    #[must_use]
    pub fn with_base64(self, base64: Base64Alphabet) -> Self {
        Self { base64, ..self }
    }

    /// Sets whether enumeration members in URLs contain the name of their type: `Sales.Color'Yellow'` or `'Yellow'`.
    #[must_use]
    pub fn with_enum_literals(self, enum_literals: EnumLiterals) -> Self {
        Self { enum_literals, ..self }
    }

    /// Sets the maximum OData version of responses (`OData-MaxVersion`). If the argument is `None`, the headers
    /// `OData-MaxVersion` and `OData-Version` aren't sent by default.
    ///
    /// The maximum version doesn't change the format of requests. JSON bodies are written in the format of OData 4.0,
    /// which OData 4.01 services also accept (OData 4.01 Protocol, 8.1.5 and 8.2.7). For both maximum versions, 4.0 and
    /// 4.01, JSON bodies are sent with the header `OData-Version: 4.0`. A JSON body with a nested delta, such as
    /// `members@odata.delta`, is sent with `OData-Version: 4.01`, because OData 4.0 doesn't define nested deltas.
    #[must_use]
    pub fn with_max_version(self, max_version: impl Into<Option<ODataVersion>>) -> Self {
        Self { max_version: max_version.into(), ..self }
    }

    /// Sets a header that is sent with every request, for example `ConsistencyLevel: eventual` or `User-Agent`.
    /// Replaces an earlier header with the same name.
    ///
    /// A header that is set with [`Request::header`](super::Request::header) overrides a header of the service with the
    /// same name. The preferences of several `Prefer` headers are combined. If the name or the value of the header is
    /// invalid, [`Request::build`](super::Request::build) returns an error.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.set(name.into(), value.into());
        self
    }

    /// Sets a header with a value that is computed whenever a request is built, for example `client-request-id`.
    ///
    /// ```
    /// # use odata_core::request::Service;
    /// # fn new_uuid() -> String { "5c7a1f3e-0000-4000-8000-000000000000".to_owned() }
    /// let service = Service::graph("https://graph.microsoft.com/v1.0")?.with_header_fn("client-request-id", new_uuid);
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn with_header_fn(
        mut self,
        name: impl Into<String>,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.headers.set_function(name.into(), value);
        self
    }

    /// Allows requests to links with the given origin, for example `https://other.example`, in addition to the origin
    /// of the service. **Requests to the allowed origin also send the token.**
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::Root`] if `origin` isn't an absolute `http` or `https` URL, or if `origin` contains a
    /// user name.
    pub fn allow_origin(mut self, origin: &str) -> Result<Self, RequestError> {
        let origin = self::origin(origin).ok_or_else(|| RequestError::Root(origin.to_owned()))?;
        self.allowed.push(origin);
        Ok(self)
    }

    /// Returns the root URL of the service without a trailing slash.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// Returns the settings of this service for writing values, such as the base64 alphabet.
    pub(super) const fn wire_format(&self) -> WireFormat {
        WireFormat { is_ieee754_compatible: false, base64: self.base64, enum_literals: self.enum_literals }
    }

    /// Checks whether the token may be sent to a URL: the URL must have the origin of the service or an
    /// [allowed](Self::allow_origin) origin.
    ///
    /// ```
    /// # use odata_core::request::Service;
    /// let service = Service::new("https://host/service")?;
    /// assert!(service.is_trusted("https://HOST:443/other"));
    /// assert!(!service.is_trusted("http://host/service"));
    /// assert!(!service.is_trusted("https://other.example/service"));
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn is_trusted(&self, url: &str) -> bool {
        let Some(origin) = origin(url) else { return false };
        Some(&origin) == self::origin(&self.root).as_ref() || self.allowed.contains(&origin)
    }
}
