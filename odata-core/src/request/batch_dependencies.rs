//! `dependsOn`: the earlier requests on which a request in a batch depends (OData 4.01 JSON format, 19.1).

use http::HeaderMap;
use http::header::{IF_MATCH, IF_NONE_MATCH};

use super::batch_request::{BatchRequest, Identifiers};
use super::request_error::RequestError;
use crate::untyped::Untyped;

/// Collects the value of `dependsOn` for a request in a batch: the identifiers of the requests and groups on which the request
/// depends. Each identifier is added only once.
pub(super) struct Dependencies<'b> {
    /// The earlier requests.
    requests: &'b [BatchRequest],
    /// The atomicity group of the request.
    group: Option<&'b str>,
    ids: Vec<String>,
    /// The identifiers of the requests whose results are used.
    references: Vec<String>,
}

impl<'b> Dependencies<'b> {
    pub(super) const fn new(requests: &'b [BatchRequest], group: Option<&'b str>) -> Self {
        Self { requests, group, ids: Vec::new(), references: Vec::new() }
    }

    /// Returns the identifiers of the request with this `id`.
    pub(super) fn identifiers(self, id: String) -> Identifiers {
        let Self { group, ids, references, .. } = self;
        Identifiers { id, group: group.map(str::to_owned), depends_on: ids, references }
    }

    /// Adds the `id` of an earlier request. If the earlier request is in another atomicity group, the identifier of the
    /// group is also added, as the standard requires: `["2", "g1"]`.
    ///
    /// # Errors
    ///
    /// Returns an error if the batch contains no earlier request with this `id`.
    pub(super) fn add(&mut self, id: &str) -> Result<(), RequestError> {
        let position = position_of(id, self.requests);
        let earlier = position.ok_or_else(|| RequestError::BatchReference(id.to_owned()))?;
        let other_group = self.requests[earlier].group().filter(|group| Some(*group) != self.group);
        [Some(id), other_group].into_iter().flatten().for_each(|id| add_once(&mut self.ids, id));
        Ok(())
    }

    /// Adds the `id` of the request whose result is used in a URL, such as `1` for `$1/members`.
    pub(super) fn add_url(&mut self, url: &str) -> Result<(), RequestError> {
        let Some(id) = referenced(url) else { return Ok(()) };
        self.add(id)?;
        add_once(&mut self.references, id);
        Ok(())
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

fn add_once(ids: &mut Vec<String>, id: &str) {
    if ids.iter().all(|earlier| earlier != id) {
        ids.push(id.to_owned());
    }
}

/// Returns the position of the request with an `id` in a batch. The first request has the `id` 1.
pub(super) fn position_of(id: &str, requests: &[BatchRequest]) -> Option<usize> {
    let position = id.parse::<usize>().ok()?.checked_sub(1)?;
    requests.get(position).filter(|request| request.id() == id).map(|_| position)
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
