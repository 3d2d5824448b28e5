//! The requests of a batch that are sent again.

use core::time::Duration;

use http::StatusCode;
use odata_core::request::{BatchRequest, BatchResponse};

use crate::batch_plan::{depends_on, is_same_group};
use crate::retry;

fn status(response: &BatchResponse, request: &BatchRequest) -> Option<StatusCode> {
    response.response(request.id()).map(http::Response::status)
}

/// Checks whether the service stopped after a failed request: the last request with a response failed, and the following
/// requests have no responses. `requests` has the order in which the requests were sent.
pub(crate) fn is_stopped(response: &BatchResponse, requests: &[&BatchRequest]) -> bool {
    let Some(last) = requests.iter().rposition(|request| status(response, request).is_some()) else {
        return false;
    };
    let is_failed = status(response, requests[last])
        .is_some_and(|status| status.is_client_error() || status.is_server_error());
    is_failed && last + 1 < requests.len()
}

/// Returns the longest `Retry-After` in the responses to the requests.
pub(crate) fn retry_after(response: &BatchResponse, requests: &[&BatchRequest]) -> Option<Duration> {
    let responses = requests.iter().filter_map(|request| response.response(request.id()));
    responses.filter_map(|response| retry::retry_after(response.headers())).max()
}

/// Returns the requests to send again: throttled requests, the other requests of their atomicity groups, and requests that
/// weren't executed because of a throttled request.
///
/// A request that depends on a failed request, or that uses the result of a successful request (`$1`), isn't returned if the
/// other request isn't sent again. `requests` are the requests that were sent last, in this order, and `all` are all requests
/// of the batch.
pub(crate) fn throttled<'b>(
    response: &BatchResponse,
    requests: &[&'b BatchRequest],
    all: &[BatchRequest],
) -> Vec<&'b BatchRequest> {
    let mut selected: Vec<bool> = requests.iter().map(|request| is_throttled(response, request)).collect();
    if selected.contains(&true) {
        let last = requests.iter().rposition(|request| status(response, request).is_some());
        repeat(&mut selected, |selected, index| {
            selected[index] || follows(response, requests, selected, index, last)
        });
        repeat(&mut selected, |selected, index| {
            selected[index] && can_be_sent(response, requests, selected, index, all)
        });
    }
    requests
        .iter()
        .zip(selected)
        .filter(|(_, is_selected)| *is_selected)
        .map(|(request, _)| *request)
        .collect()
}

/// Calculates the selection of each request from the previous selection until nothing changes. The loop ends, because each
/// round except for the last changes the selection of at least one request.
fn repeat(selected: &mut Vec<bool>, is_selected: impl Fn(&[bool], usize) -> bool) {
    for _ in 0..=selected.len() {
        let next: Vec<bool> = (0..selected.len()).map(|index| is_selected(selected, index)).collect();
        if next == *selected {
            return;
        }
        *selected = next;
    }
}

fn is_throttled(response: &BatchResponse, request: &BatchRequest) -> bool {
    let is_idempotent = request.method().is_idempotent();
    status(response, request).is_some_and(|status| retry::is_retryable(status, is_idempotent))
}

/// Returns `true` if the failure of one of the `selected` requests has prevented the execution of the request at `index`.
/// `last` is the position of the last request with a response.
fn follows(
    response: &BatchResponse,
    requests: &[&BatchRequest],
    selected: &[bool],
    index: usize,
    last: Option<usize>,
) -> bool {
    let request = requests[index];
    let status = status(response, request);
    // The service stopped after a selected request.
    let is_unsent = status.is_none() && last.is_some_and(|last| last < index && selected[last]);
    let is_dependent = status == Some(StatusCode::FAILED_DEPENDENCY);
    let mut others = requests.iter().zip(selected).filter(|(_, is_selected)| **is_selected);
    is_unsent
        || others
            .any(|(other, _)| is_same_group(request, other) || (is_dependent && depends_on(request, other)))
}

/// Checks whether the requests in the atomicity group of a request can be sent again: they depend only on requests that have
/// succeeded or are sent again, and refer only to the results of requests that are sent again.
fn can_be_sent(
    response: &BatchResponse,
    requests: &[&BatchRequest],
    selected: &[bool],
    index: usize,
    all: &[BatchRequest],
) -> bool {
    let is_sent = |other: &BatchRequest| {
        requests.iter().zip(selected).any(|(request, is_sent)| *is_sent && request.id() == other.id())
    };
    let is_available = |request: &BatchRequest, other: &BatchRequest| {
        let has_succeeded = status(response, other).is_some_and(|status| status.is_success());
        is_sent(other) || (has_succeeded && !request.references().iter().any(|id| id == other.id()))
    };
    let request = requests[index];
    let mut group = all.iter().filter(|other| other.id() == request.id() || is_same_group(request, other));
    group.all(|member| {
        let is_complete = !is_same_group(request, member) || is_sent(member);
        is_complete
            && all.iter().filter(|other| depends_on(member, other)).all(|other| is_available(member, other))
    })
}
