//! What the headers of a request say.

use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, IF_MATCH,
    PROXY_AUTHORIZATION,
};

use super::failure::RequestError;

/// What the headers say, beyond the token.
#[derive(Clone, Default)]
pub(super) struct Head {
    pub(super) preferences: Vec<String>,
    pub(super) if_match: Option<String>,
    pub(super) is_compatible: bool,
    pub(super) metadata: Option<MetadataLevel>,
    pub(super) others: Vec<(String, String)>,
}

/// How much control information an answer has (OData 4.01 JSON format, clause 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetadataLevel {
    /// Links and types, too.
    Full,
    /// What can't be computed. It is what services send when nobody asks.
    Minimal,
    /// Links and the count alone: instances of derived types can't be told apart.
    None,
}

impl Head {
    /// With a preference, in the place of another one of that name.
    pub(super) fn prefer(&mut self, preference: &str) {
        fn name(preference: &str) -> &str {
            preference.split('=').next().unwrap_or_default().trim()
        }
        self.preferences.retain(|earlier| name(earlier) != name(preference));
        self.preferences.push(preference.to_owned());
    }

    /// All headers but the token.
    pub(super) fn headers(&self, has_body: bool) -> Result<HeaderMap, RequestError> {
        let mut headers = HeaderMap::new();
        let mut add = |name: HeaderName, value: &str| {
            let value = HeaderValue::from_str(value).map_err(|_| RequestError::Header(name.to_string()))?;
            headers.append(name, value);
            Ok::<_, RequestError>(())
        };
        add(ACCEPT, &self.media_type(true))?;
        if has_body {
            add(CONTENT_TYPE, &self.media_type(false))?;
        }
        if !self.preferences.is_empty() {
            add(HeaderName::from_static("prefer"), &self.preferences.join(", "))?;
        }
        if let Some(etag) = &self.if_match {
            add(IF_MATCH, etag)?;
        }
        for (name, value) in &self.others {
            let refused = || RequestError::Header(name.clone());
            let parsed: HeaderName = name.parse().map_err(|_| refused())?;
            let mut value = HeaderValue::from_str(value).map_err(|_| refused())?;
            value.set_sensitive(matches!(parsed, AUTHORIZATION | PROXY_AUTHORIZATION | COOKIE));
            headers.insert(parsed, value);
        }
        Ok(headers)
    }

    fn media_type(&self, is_accepted: bool) -> String {
        let level = self.metadata.filter(|_| is_accepted).map(|level| match level {
            MetadataLevel::Full => ";odata.metadata=full",
            MetadataLevel::Minimal => ";odata.metadata=minimal",
            MetadataLevel::None => ";odata.metadata=none",
        });
        let compatible = if self.is_compatible { ";IEEE754Compatible=true" } else { "" };
        format!("application/json{}{compatible}", level.unwrap_or_default())
    }
}
