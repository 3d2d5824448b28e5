//! The distribution of the requests of a batch to several batch requests.

use odata_core::request::BatchRequest;

use crate::error::ErrorKind;

/// Distributes requests to batch requests with at most `limit` requests. Requests that depend on each other, and requests of the
/// same atomicity group, are in the same batch request.
///
/// # Errors
///
/// Returns an error if more than `limit` requests must be in the same batch request.
pub(crate) fn split<'b>(
    requests: &[&'b BatchRequest],
    limit: usize,
) -> Result<Vec<Vec<&'b BatchRequest>>, ErrorKind> {
    let mut chunks: Vec<Vec<&BatchRequest>> = Vec::new();
    for cluster in clusters(requests) {
        if cluster.len() > limit {
            return Err(ErrorKind::BatchSize { requests: cluster.len(), limit });
        }
        match chunks.last_mut().filter(|chunk| chunk.len() + cluster.len() <= limit) {
            Some(chunk) => chunk.extend(cluster),
            None => chunks.push(cluster),
        }
    }
    for chunk in &mut chunks {
        // A request must follow the requests on which it depends.
        chunk.sort_by_key(|request| request.id().parse().unwrap_or(u64::MAX));
    }
    Ok(chunks)
}

/// Groups the requests that must be sent in the same batch request.
fn clusters<'b>(requests: &[&'b BatchRequest]) -> Vec<Vec<&'b BatchRequest>> {
    let mut clusters: Vec<Vec<&BatchRequest>> = Vec::new();
    for request in requests {
        let is_joined =
            |cluster: &mut Vec<&BatchRequest>| cluster.iter().any(|other| belong_together(request, other));
        let joined: Vec<&BatchRequest> = clusters.extract_if(.., is_joined).flatten().collect();
        clusters.push(joined.into_iter().chain([*request]).collect());
    }
    clusters
}

/// Checks whether two requests must be sent in the same batch request.
fn belong_together(request: &BatchRequest, other: &BatchRequest) -> bool {
    is_same_group(request, other) || depends_on(request, other) || depends_on(other, request)
}

/// Checks whether two requests are in the same atomicity group.
pub(crate) fn is_same_group(request: &BatchRequest, other: &BatchRequest) -> bool {
    request.group().is_some() && request.group() == other.group()
}

/// Checks whether the service executes `request` only if the request `other` succeeds.
pub(crate) fn depends_on(request: &BatchRequest, other: &BatchRequest) -> bool {
    request.depends_on().iter().any(|id| id == other.id() || other.group() == Some(id))
}
