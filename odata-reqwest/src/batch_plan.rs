//! The distribution of the requests of a batch to several batch requests.

use crate::batch_part::Part;
use crate::error::ErrorKind;

/// Distributes requests to batch requests with at most `limit` requests. Requests that depend on each other, and requests of the
/// same atomicity group, are in the same batch request.
///
/// # Errors
///
/// Returns an error if more than `limit` requests must be in the same batch request.
pub(crate) fn split(parts: Vec<Part>, limit: usize) -> Result<Vec<Vec<Part>>, ErrorKind> {
    let mut chunks: Vec<Vec<Part>> = Vec::new();
    for cluster in clusters(parts) {
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
        chunk.sort_by_key(|part| part.id.parse().unwrap_or(u64::MAX));
    }
    Ok(chunks)
}

/// Groups the requests that must be sent in the same batch request.
fn clusters(parts: Vec<Part>) -> Vec<Vec<Part>> {
    let mut clusters: Vec<Vec<Part>> = Vec::new();
    for part in parts {
        let is_joined = |cluster: &mut Vec<Part>| cluster.iter().any(|other| part.belongs_to(other));
        let joined: Vec<Part> = clusters.extract_if(.., is_joined).flatten().collect();
        clusters.push(joined.into_iter().chain([part]).collect());
    }
    clusters
}
