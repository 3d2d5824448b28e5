//! The response to a batch request.

use core::fmt;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::batch_part::BatchPart;
use super::batch_warning::BatchWarning;
use super::response::Response;
use super::response_body::{self, NULL, Received};
use super::response_error::ResponseError;
use super::response_parts::ResponseParts;
use super::single_batch_response::PartResponse;

/// Maps the `id` of a request to its response, or to an error message if the response is invalid.
type Responses = HashMap<String, Result<http::Response<Vec<u8>>, String>>;

/// The response to a [`Batch`](super::Batch) request, which contains the responses to the single requests of the batch.
pub struct BatchResponse {
    parts: ResponseParts,
    by_id: Responses,
    next_link: Option<String>,
    warnings: Vec<BatchWarning>,
    /// The atomicity group of each request, or `None` for a request outside of all groups.
    groups: Vec<Option<String>>,
}

impl BatchResponse {
    /// Reads the response to a batch request. `groups` contains the atomicity group of each request in the batch.
    pub(super) fn from_received(
        received: Received<'_>,
        groups: Vec<Option<String>>,
    ) -> Result<Self, ResponseError> {
        let text = received.text().map_err(|error| received.unreadable(error))?;
        if text == NULL {
            return Err(received.no_content());
        }
        let (responses, next_link) =
            PartResponse::read_all(text).map_err(|error| received.unreadable(error))?;
        let known: HashSet<String> = (1..=groups.len()).map(|number| number.to_string()).collect();
        let (mut by_id, mut warnings) = (Responses::new(), Vec::new());
        for response in responses {
            let Some(id) = response.id.clone().filter(|id| known.contains(id)) else {
                warnings.push(response.unmatched());
                continue;
            };
            insert(&mut by_id, id, response.into_http(&mut warnings));
        }
        Ok(Self { parts: received.parts(), by_id, next_link, warnings, groups })
    }

    /// Reads the response to a request of the batch.
    ///
    /// # Errors
    ///
    /// Returns [`ResponseError::BatchPart`] if the batch response contains no valid response to the request `part`.
    /// Also returns an error in the same cases as [`Request::read`](super::Request::read).
    ///
    /// Also returns [`ResponseError::BatchPart`] if another request in the same atomicity group failed. If one request
    /// of an atomicity group fails, all requests of the group fail, regardless of their status codes (OData 4.01 JSON
    /// format, 19.3).
    pub fn read<R>(&self, part: &BatchPart<R>) -> Result<Response<R>, ResponseError> {
        let response = part.request.read(self.http_response(part)?)?;
        match self.failed_in_group(part) {
            Some(id) => Err(self.invalid(part, format!("request `{id}` of the same atomicity group failed"))),
            None => Ok(response),
        }
    }

    /// Returns the `id` of a failed request in the atomicity group of `part`.
    fn failed_in_group<R>(&self, part: &BatchPart<R>) -> Option<String> {
        let group = part.group.as_ref()?;
        let ids = self.groups.iter().enumerate().filter(|(_, other)| other.as_ref() == Some(group));
        let mut ids = ids.map(|(position, _)| (position + 1).to_string());
        ids.find(|id| match self.by_id.get(id) {
            Some(Ok(response)) => response.status().is_client_error() || response.status().is_server_error(),
            Some(Err(_)) | None => false,
        })
    }

    /// Returns the response to a request of the batch without deserializing the body. Use this method if the body isn't
    /// JSON.
    ///
    /// # Errors
    ///
    /// Returns [`ResponseError::BatchPart`] if the batch response contains no valid response to the request `part`.
    pub fn http_response<R>(&self, part: &BatchPart<R>) -> Result<&http::Response<Vec<u8>>, ResponseError> {
        let message = match self.by_id.get(&part.id) {
            Some(Ok(response)) => return Ok(response),
            Some(Err(message)) => message.clone(),
            None => "the batch response contains no response to this request".to_owned(),
        };
        Err(self.invalid(part, message))
    }

    /// Returns the response to the request with this [`id`](super::BatchRequest::id), without deserializing the body. Returns
    /// `None` if the batch response contains no valid response to the request.
    #[must_use]
    pub fn response(&self, id: &str) -> Option<&http::Response<Vec<u8>>> {
        self.by_id.get(id)?.as_ref().ok()
    }

    /// Adds the responses of a later batch response, which belong to requests of the same [`Batch`](super::Batch). If both
    /// batch responses contain a response to the same request, for example because a throttled request was sent again, the
    /// later response replaces the earlier response.
    pub fn merge(&mut self, later: Self) {
        self.by_id.extend(later.by_id);
        self.add_page(later.parts, later.next_link, later.warnings);
    }

    /// Adds the responses of the next page, which was read from [`next_link`](Self::next_link). As in a single page, several
    /// responses to the same request are invalid.
    pub fn append(&mut self, page: Self) {
        for (id, response) in page.by_id {
            insert(&mut self.by_id, id, response);
        }
        self.add_page(page.parts, page.next_link, page.warnings);
    }

    fn add_page(&mut self, parts: ResponseParts, next_link: Option<String>, warnings: Vec<BatchWarning>) {
        (self.parts, self.next_link) = (parts, next_link);
        self.warnings.extend(warnings);
    }

    fn invalid<R>(&self, part: &BatchPart<R>, message: String) -> ResponseError {
        ResponseError::BatchPart { parts: Box::new(self.parts.clone()), id: part.id.clone(), message }
    }

    /// Returns the status code and the headers of the batch response itself.
    #[must_use]
    pub const fn parts(&self) -> &ResponseParts {
        &self.parts
    }

    /// Returns warnings about ignored parts of the batch response: responses that match no request, and invalid
    /// headers.
    #[must_use]
    pub fn warnings(&self) -> &[BatchWarning] {
        &self.warnings
    }

    /// Returns the URL of the remaining responses (`@odata.nextLink`), or `None` if the batch response contains all
    /// responses.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        self.next_link.as_deref()
    }
}

/// Prints the start of each body that is text, and the length of each other body. Replaces bearer tokens in a body with
/// `…`.
impl fmt::Debug for BatchResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let responses = self.by_id.iter().map(|(id, response)| (id, response.as_ref().map(with_text)));
        f.debug_struct("BatchResponse")
            .field("parts", &self.parts)
            .field("responses", &responses.collect::<BTreeMap<_, _>>())
            .field("next_link", &self.next_link)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}

/// Replaces the body of a response with a text for `Debug`.
fn with_text(response: &http::Response<Vec<u8>>) -> http::Response<String> {
    let body = response.body();
    let is_text = core::str::from_utf8(body).is_ok();
    let text = if is_text { response_body::start(body) } else { format!("{} bytes", body.len()) };
    let mut shown = http::Response::new(text);
    *shown.status_mut() = response.status();
    *shown.headers_mut() = response.headers().clone();
    shown
}

/// Adds a response. A second response to the same request replaces the first response by an error message.
fn insert(responses: &mut Responses, id: String, response: Result<http::Response<Vec<u8>>, String>) {
    match responses.entry(id) {
        Entry::Vacant(vacant) => drop(vacant.insert(response)),
        Entry::Occupied(mut occupied) => {
            *occupied.get_mut() = Err("several responses have this `id`".to_owned());
        }
    }
}
