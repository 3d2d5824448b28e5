//! Links that an answer has: to the next page, and to the changes since.

use serde::Deserialize;

use super::build::Request;
use super::failure::RequestError;
use crate::envelope::{Change, Collection, Delta};
use crate::value::ReadValue;

impl<T> Request<Collection<T>>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    /// The request for the next page, with the same preferences; `None` when this was the last.
    ///
    /// # Errors
    ///
    /// The link leads to an origin that is neither the service's nor an [allowed](super::Service::allow_origin) one.
    pub fn next_page(&self, page: &Collection<T>) -> Result<Option<Self>, RequestError> {
        let link = page.next_link().map(|link| self.resolved(link, page.context()));
        Ok(link.transpose()?.map(|url| self.elsewhere(url)))
    }
}

impl<T> Request<Collection<T>> {
    /// The request for what has changed since; `None` when this was not the last page, or of nothing that is watched.
    ///
    /// # Errors
    ///
    /// The link leads to an origin that is neither the service's nor an [allowed](super::Service::allow_origin) one.
    pub fn changes<C>(&self, page: &Collection<T>) -> Result<Option<Request<Delta<C>>>, RequestError>
    where
        Change<C>: for<'de> ReadValue<'de>,
    {
        let link = page.delta_link().map(|link| self.resolved(link, page.context()));
        Ok(link.transpose()?.map(|url| self.elsewhere(url)))
    }

    /// The absolute URL of a link, which may be relative to the context.
    fn resolved(&self, link: &str, context: Option<&str>) -> Result<String, RequestError> {
        let service = &self.service;
        let base = context.filter(|context| service.trusts(context)).unwrap_or(&service.root);
        let url = absolute(link, base, &service.root);
        if url.parse::<http::Uri>().is_err() {
            return Err(RequestError::Url(link.to_owned()));
        }
        if service.trusts(&url) { Ok(url) } else { Err(RequestError::Origin(link.to_owned())) }
    }
}

/// A link as RFC 3986, 5.2 resolves it, but for `..`, which no service writes.
fn absolute(link: &str, base: &str, root: &str) -> String {
    // The context is `…/v1.0/$metadata#users`.
    let base = base.split(['#', '?']).next().unwrap_or(base);
    let scheme_end = base.find("://").map_or(0, |at| at + 3);
    let path_start = base[scheme_end..].find('/').map_or(base.len(), |at| scheme_end + at);
    if link.contains("://") && !link.starts_with(['/', '?']) && is_scheme(link) {
        link.to_owned()
    } else if link.starts_with("//") {
        format!("{}{link}", &base[..scheme_end.saturating_sub(2)])
    } else if link.starts_with('/') {
        format!("{}{link}", &base[..path_start])
    } else {
        // The root has no slash at its end, and is a folder.
        let folder_end = base.rfind('/').filter(|_| base != root).map_or(base.len(), |at| at.max(path_start));
        format!("{}/{link}", &base[..folder_end])
    }
}

fn is_scheme(link: &str) -> bool {
    let scheme = link.split(':').next().unwrap_or_default();
    scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}
