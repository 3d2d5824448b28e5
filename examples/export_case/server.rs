//! The service: a local server that throttles requests and interrupts the download.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt, stream};
use odata_core::ODataError;
use odata_examples::graph::Entity;
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, CaseOperationStatus, EdiscoveryCase,
    EdiscoverySearchExportOperation, ExportFileMetadata,
};

/// The token that the service accepts.
pub const TOKEN: &str = "a-token-of-the-example";

const CASE: &str = "/v1.0/security/cases/ediscoveryCases/1";

/// The strong ETag of the exported file. Only a strong ETag allows a client to combine two parts of a file.
const ETAG: &str = "\"export-1\"";

/// The SHA-256 hash of the exported file.
pub const HASH: &str = "1f86ba3829359acc1f0262c5339add374194aa6dfdc8804cdf396c3e89a33310";

/// The state of the service.
pub struct Server {
    root: String,
    /// The number of requests of each kind.
    counts: Mutex<[(&'static str, u32); 4]>,
}

impl Server {
    pub fn new(root: &str) -> Self {
        let counts = ["create case", "export", "get operation", "download"].map(|kind| (kind, 0));
        Self { root: root.to_owned(), counts: Mutex::new(counts) }
    }

    /// Returns the number of requests of each kind.
    pub fn counts(&self) -> [(&'static str, u32); 4] {
        *self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a request, and returns the number of requests of this kind.
    fn count(&self, kind: usize) -> u32 {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts[kind].1 += 1;
        counts[kind].1
    }
}

/// Returns the content of the exported file: one megabyte without a pattern.
pub fn file() -> Vec<u8> {
    let numbers = std::iter::successors(Some(1_u32), |last| {
        Some(last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
    });
    numbers.map(|number| number.to_be_bytes()[0]).take(1_000_000).collect()
}

pub fn routes(server: Arc<Server>) -> Router {
    Router::new()
        .route("/v1.0/security/cases/ediscoveryCases", post(create_case))
        .route(&format!("{CASE}/searches/1/microsoft.graph.security.exportResult"), post(export))
        .route(&format!("{CASE}/operations/1"), get(operation))
        .route("/v1.0/exports/1", get(download))
        .layer(from_fn(authorize))
        .with_state(server)
}

async fn authorize(request: Request, next: Next) -> Response {
    let authorization = request.headers().get(header::AUTHORIZATION);
    if authorization.is_some_and(|value| value == format!("Bearer {TOKEN}").as_str()) {
        next.run(request).await
    } else {
        failure(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken")
    }
}

fn failure(status: StatusCode, code: &str) -> Response {
    (status, axum::Json(ODataError::new(code, "The request failed."))).into_response()
}

/// Returns the response of a service that receives too many requests.
fn throttled(retry_after: &'static str) -> Response {
    let failure = failure(StatusCode::TOO_MANY_REQUESTS, "TooManyRequests");
    ([(header::RETRY_AFTER, retry_after)], failure).into_response()
}

async fn create_case(State(server): State<Arc<Server>>, body: Bytes) -> Response {
    if server.count(0) == 1 {
        return throttled("0");
    }
    match serde_json::from_slice::<EdiscoveryCase>(&body) {
        Ok(mut case) => {
            case.id = Some("1".to_owned());
            (StatusCode::CREATED, axum::Json(case)).into_response()
        }
        Err(_) => failure(StatusCode::BAD_REQUEST, "BadRequest"),
    }
}

async fn export(State(server): State<Arc<Server>>) -> Response {
    server.count(1);
    let url = format!("{}{}/operations/1", server.root, CASE.trim_start_matches("/v1.0"));
    (StatusCode::ACCEPTED, [(header::LOCATION, url)]).into_response()
}

/// Returns the operation. It succeeds at the sixth request, and the third request is throttled.
async fn operation(State(server): State<Arc<Server>>) -> Response {
    let requests = server.count(2);
    if requests == 3 {
        return throttled("1");
    }
    let is_finished = requests >= 6;
    let status = if is_finished { CaseOperationStatus::Succeeded } else { CaseOperationStatus::Running };
    let file = ExportFileMetadata {
        file_name: Some("export.pst".to_owned()),
        download_url: Some(format!("{}/exports/1", server.root)),
        ..ExportFileMetadata::default()
    };
    let operation = EdiscoverySearchExportOperation {
        case_operation: CaseOperation {
            entity: Entity { id: Some("1".to_owned()), ..Entity::default() },
            action: Some(CaseAction::ExportResult),
            percent_progress: i32::try_from(requests * 100 / 6).ok(),
            status: Some(status),
            ..CaseOperation::default()
        },
        export_file_metadata: is_finished.then(|| vec![file]),
        ..EdiscoverySearchExportOperation::default()
    };
    axum::Json(AnyCaseOperation::from(operation)).into_response()
}

/// Returns the file. The first request is throttled, and the second response ends after 40 % of the bytes.
async fn download(State(server): State<Arc<Server>>, headers: HeaderMap) -> Response {
    let requests = server.count(3);
    if requests == 1 {
        return throttled("0");
    }
    let content = file();
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let Some(start) =
        range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok())
    else {
        return interrupted(&content);
    };
    if headers.get(header::IF_RANGE).is_none_or(|etag| etag != ETAG) || start >= content.len() {
        return failure(StatusCode::RANGE_NOT_SATISFIABLE, "InvalidRange");
    }
    let range = format!("bytes {start}-{}/{}", content.len() - 1, content.len());
    let headers = [(header::CONTENT_RANGE, range), (header::ETAG, ETAG.to_owned())];
    (StatusCode::PARTIAL_CONTENT, headers, content[start..].to_vec()).into_response()
}

/// Returns a response whose connection is lost after 40 % of the bytes.
fn interrupted(content: &[u8]) -> Response {
    let start = Bytes::copy_from_slice(&content[..content.len() * 2 / 5]);
    let lost = io::Error::new(io::ErrorKind::ConnectionReset, "the connection is lost");
    let parts = stream::iter([Ok(start), Err(lost)]).then(|part| async {
        if part.is_err() {
            // The first part must be sent before the connection is closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        part
    });
    let headers = [(header::CONTENT_LENGTH, content.len().to_string()), (header::ETAG, ETAG.to_owned())];
    (headers, Body::from_stream(parts)).into_response()
}
