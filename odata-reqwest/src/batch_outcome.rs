//! The responses of a batch.

use core::time::Duration;
use std::collections::BTreeMap;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::value::RawValue;

use crate::batch_part::{Members, Part};
use crate::retry;

/// The responses to the requests of a batch, from one or more batch responses.
#[derive(Default)]
pub(crate) struct Outcome {
    responses: Vec<PartResponse>,
}

struct PartResponse {
    id: Option<String>,
    status: Option<StatusCode>,
    retry_after: Option<Duration>,
    json: Box<RawValue>,
}

impl PartResponse {
    fn parse(json: Box<RawValue>) -> Self {
        let members: Members = serde_json::from_str(json.get()).unwrap_or_default();
        let headers: BTreeMap<String, serde_json::Value> = members
            .get("headers")
            .and_then(|headers| serde_json::from_str(headers.get()).ok())
            .unwrap_or_default();
        let text = |name: &str| members.get(name).map(|value| value.get().trim_matches('"').to_owned());
        Self {
            id: text("id"),
            status: text("status").and_then(|status| status.parse().ok()),
            retry_after: retry::retry_after(&header_map(&headers)),
            json,
        }
    }
}

fn header_map(headers: &BTreeMap<String, serde_json::Value>) -> HeaderMap {
    let header = |(name, value): (&String, &serde_json::Value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Some((name.parse::<HeaderName>().ok()?, HeaderValue::try_from(value).ok()?))
    };
    headers.iter().filter_map(header).collect()
}

impl Outcome {
    /// Adds the responses in the body of a batch response. Returns the `@odata.nextLink` of the batch response.
    pub(crate) fn add(&mut self, body: &[u8]) -> serde_json::Result<Option<String>> {
        let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
        let mut body: Members = serde_json::from_slice(body)?;
        let responses = body.remove("responses").map(|responses| serde_json::from_str(responses.get()));
        let responses: Vec<Box<RawValue>> = responses.transpose()?.unwrap_or_default();
        self.responses.extend(responses.into_iter().map(PartResponse::parse));
        let link = body.remove("@odata.nextLink").or_else(|| body.remove("@nextLink"));
        link.map(|link| serde_json::from_str(link.get())).transpose()
    }

    /// Removes the responses to requests that are sent again.
    pub(crate) fn remove(&mut self, parts: &[Part]) {
        let is_sent_again = |id: &String| parts.iter().any(|part| part.id == *id);
        self.responses.retain(|response| !response.id.as_ref().is_some_and(is_sent_again));
    }

    fn response(&self, part: &Part) -> Option<&PartResponse> {
        self.responses.iter().find(|response| response.id.as_deref() == Some(&part.id))
    }

    /// Checks whether all requests have a response. A service that stops after a failed request returns no responses to
    /// the remaining requests.
    pub(crate) fn has_all(&self, parts: &[Part]) -> bool {
        parts.iter().all(|part| self.response(part).is_some())
    }

    /// Returns the longest `Retry-After` in the responses to the requests.
    pub(crate) fn retry_after(&self, parts: &[Part]) -> Option<Duration> {
        parts.iter().filter_map(|part| self.response(part)?.retry_after).max()
    }

    /// Returns the requests to send again: throttled requests, the other requests of their atomicity groups, and
    /// requests that weren't executed because of a throttled request.
    ///
    /// A request that uses the result of another request (`$1`) isn't returned if the other request has already
    /// succeeded.
    pub(crate) fn throttled(&self, parts: &[Part]) -> Vec<Part> {
        let mut selected: Vec<bool> = parts.iter().map(|part| self.is_throttled(part)).collect();
        if !selected.contains(&true) {
            return Vec::new();
        }
        // Each round selects at least one more request.
        for _ in 0..parts.len() {
            let next: Vec<bool> = (0..parts.len())
                .map(|index| selected[index] || self.follows(parts, &selected, index))
                .collect();
            if next == selected {
                break;
            }
            selected = next;
        }
        let is_complete = |part: &Part| {
            !parts.iter().zip(&selected).any(|(other, is_selected)| !is_selected && part.refers_to(other))
        };
        let throttled =
            parts.iter().zip(&selected).filter(|(part, is_selected)| **is_selected && is_complete(part));
        throttled.map(|(part, _)| part.clone()).collect()
    }

    fn is_throttled(&self, part: &Part) -> bool {
        let status = self.response(part).and_then(|response| response.status);
        status.is_some_and(|status| retry::is_retryable(status, part.is_idempotent))
    }

    /// Returns `true` if the failure of one of the `selected` requests has prevented the execution of the request at
    /// `index`.
    fn follows(&self, parts: &[Part], selected: &[bool], index: usize) -> bool {
        let part = &parts[index];
        let response = self.response(part);
        let is_dependent =
            response.is_some_and(|response| response.status == Some(StatusCode::FAILED_DEPENDENCY));
        let mut others = parts.iter().zip(selected).enumerate().filter(|(_, (_, is_selected))| **is_selected);
        others.any(|(position, (other, _))| {
            let is_same_group = part.group.is_some() && part.group == other.group;
            // The service stopped after the other request.
            let is_stopped = response.is_none() && position < index;
            is_same_group || is_stopped || (is_dependent && part.depends_on(other))
        })
    }

    /// Writes all responses as the body of a single batch response.
    pub(crate) fn to_body(&self) -> serde_json::Result<Vec<u8>> {
        let responses: Vec<&RawValue> = self.responses.iter().map(|response| &*response.json).collect();
        serde_json::to_vec(&BTreeMap::from([("responses", responses)]))
    }
}
