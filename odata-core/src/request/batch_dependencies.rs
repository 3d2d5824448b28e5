//! `dependsOn`: the earlier requests on which a request in a batch depends (OData 4.01 JSON format, 19.1).

use http::HeaderMap;
use http::header::{IF_MATCH, IF_NONE_MATCH};

use super::request_error::RequestError;
use crate::untyped::Untyped;

/// The value of `dependsOn` for a request in a batch: the identifiers of the requests and groups on which the request
/// depends. [`add`](Self::add) adds each identifier only once.
pub(super) struct Dependencies<'b> {
    /// The atomicity group of each earlier request, or `None` for a request outside of all groups.
    pub(super) groups: &'b [Option<String>],
    /// The atomicity group of the request.
    pub(super) group: Option<&'b str>,
    pub(super) ids: Vec<String>,
}

impl Dependencies<'_> {
    /// Adds the `id` of an earlier request. If the earlier request is in another atomicity group, the identifier of the
    /// group is also added, as the standard requires: `["2", "g1"]`.
    ///
    /// # Errors
    ///
    /// Returns an error if the batch contains no earlier request with this `id`.
    pub(super) fn add(&mut self, id: &str) -> Result<(), RequestError> {
        let position = id.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(group) = position.and_then(|position| self.groups.get(position)) else {
            return Err(RequestError::BatchReference(id.to_owned()));
        };
        let other_group = group.as_deref().filter(|group| Some(*group) != self.group);
        for id in [Some(id), other_group].into_iter().flatten() {
            if self.ids.iter().all(|earlier| earlier != id) {
                self.ids.push(id.to_owned());
            }
        }
        Ok(())
    }

    /// Adds the `id` of the request whose result is used in a URL, such as `1` for `$1/members`.
    pub(super) fn add_url(&mut self, url: &str) -> Result<(), RequestError> {
        referenced(url).map_or(Ok(()), |id| self.add(id))
    }

    /// Adds the `id` of the request whose ETag is used in `If-Match` or `If-None-Match`, such as `1` for `$1`.
    pub(super) fn add_headers(&mut self, headers: &HeaderMap) -> Result<(), RequestError> {
        referenced_etags(headers).try_for_each(|etag| self.add_url(etag))
    }

    /// Adds the `id` of every request whose result is used in an `@odata.id` or `@odata.bind` annotation of a body.
    pub(super) fn add_body(&mut self, body: &Untyped) -> Result<(), RequestError> {
        match body {
            Untyped::Collection(items) => items.iter().try_for_each(|item| self.add_body(item)),
            Untyped::Object(members) => members.iter().try_for_each(|(name, value)| {
                let is_url = name.ends_with("@odata.id") || name.ends_with("@odata.bind");
                if is_url { self.add_urls(value) } else { self.add_body(value) }
            }),
            _ => Ok(()),
        }
    }

    fn add_urls(&mut self, urls: &Untyped) -> Result<(), RequestError> {
        match urls {
            Untyped::Collection(urls) => urls.iter().try_for_each(|url| self.add_urls(url)),
            _ => urls.as_str().map_or(Ok(()), |url| self.add_url(url)),
        }
    }
}

/// Returns the `id` of the request whose result is used in a URL: `1` for `$1/members`. Returns `None` if the URL
/// doesn't start with `$` and a number, for example for `$count`.
pub(super) fn referenced(url: &str) -> Option<&str> {
    let id = url.strip_prefix('$')?.split(['/', '?', '(']).next()?;
    (!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())).then_some(id)
}

/// Returns each reference to the ETag of an earlier request in `If-Match` and `If-None-Match`, such as `$1`. An ETag itself
/// is enclosed in quotation marks.
pub(super) fn referenced_etags(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let conditions =
        [IF_MATCH, IF_NONE_MATCH].into_iter().filter_map(|name| headers.get(name)?.to_str().ok());
    conditions.filter(|etag| referenced(etag).is_some())
}
