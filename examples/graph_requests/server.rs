//! The service: a local axum server that responds as Graph documents.

mod actions;

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, patch, post};
use odata_core::{Collection, Extra, ODataError, Untyped};
use odata_examples::security::AnyCaseOperation;
use serde_json::{Map, Value, json};
use tower::ServiceExt;

use crate::store::{Store, merge, undeclared, with_sentinels};

/// The token that the service accepts.
pub const TOKEN: &str = "a-token-of-the-example";

const CASE: &str = "/v1.0/security/cases/ediscoveryCases/{case}";

const OPERATIONS: &str = "/v1.0/security/cases/ediscoveryCases/{case}/operations";

type Shared = Arc<Mutex<Store>>;

pub fn routes() -> Router {
    let store = Shared::default();
    let parts = Router::new()
        .route(OPERATIONS, get(list).post(create))
        .route(&format!("{OPERATIONS}/{{id}}"), get(get_one).patch(update).delete(delete))
        .route(&format!("{CASE}/{{*path}}"), get(actions::as_hierarchy).post(actions::call))
        .route("/v1.0/caseExportOperation", patch(update_legacy))
        .route("/v1.0/tagOperation", patch(update_legacy))
        .fallback(|| async { (StatusCode::BAD_GATEWAY, Html("<html><body>Bad Gateway</body></html>")) })
        .with_state(store);
    let inner = parts.clone();
    let batch = post(move |body: Bytes| run_batch(inner, body));
    parts.route("/v1.0/$batch", batch).layer(from_fn(authorize))
}

/// Returns an error response in the format of Graph.
fn failure(status: StatusCode, code: &str, message: &str) -> Response {
    let inner = Untyped::from(json!({ "request-id": "5c7a1f3e", "client-request-id": "5c7a1f3e" }));
    let mut error = ODataError::new(code, message);
    error.inner_error = Some(inner);
    (status, axum::Json(error)).into_response()
}

fn not_found(id: &str) -> Response {
    failure(StatusCode::NOT_FOUND, "NotFound", &format!("The operation {id} doesn't exist."))
}

fn bad_request(message: &str) -> Response {
    failure(StatusCode::BAD_REQUEST, "BadRequest", message)
}

async fn authorize(request: Request, next: Next) -> Response {
    let authorization = request.headers().get(header::AUTHORIZATION);
    let expected = format!("Bearer {TOKEN}");
    if authorization.is_some_and(|value| value.as_bytes() == expected.as_bytes()) {
        next.run(request).await
    } else {
        failure(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken", "Access token is empty or invalid.")
    }
}

/// The `Prefer` headers of a request.
struct Preferences(String);

impl Preferences {
    fn of(headers: &HeaderMap) -> Self {
        let all = headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok());
        Self(all.collect::<Vec<_>>().join(","))
    }

    fn has(&self, preference: &str) -> bool {
        self.0.split(',').any(|part| part.trim() == preference)
    }

    fn page_size(&self) -> Option<usize> {
        self.0.split(',').find_map(|part| part.trim().strip_prefix("odata.maxpagesize=")?.parse().ok())
    }

    /// Returns the response with an operation, as the preferences of the request require.
    fn respond(&self, status: StatusCode, operation: AnyCaseOperation) -> Response {
        if self.has("return=minimal") {
            return (StatusCode::NO_CONTENT, [("preference-applied", "return=minimal")]).into_response();
        }
        if self.has("include-unknown-enum-members") {
            let applied = [("preference-applied", "include-unknown-enum-members")];
            return (status, applied, axum::Json(operation)).into_response();
        }
        (status, axum::Json(with_sentinels(operation))).into_response()
    }
}

async fn list(
    State(store): State<Shared>,
    Path(case): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let preferences = Preferences::of(&headers);
    let option =
        |name: &str| query.iter().find(|(option, _)| option == name).map(|(_, value)| value.as_str());
    let after = option("$skiptoken").and_then(|id| id.parse().ok()).unwrap_or(0);
    let status = match option("$filter").map(status_in_filter) {
        None => None,
        Some(Some(status)) => Some(status),
        Some(None) => {
            return bad_request(
                "Invalid filter clause: this service supports only comparisons of the status.",
            );
        }
    };
    let store = store.lock().unwrap_or_else(PoisonError::into_inner);
    let all = store.after(after).filter(|(_, operation)| {
        let is = operation.status.as_ref().map(ToString::to_string);
        status.as_ref().is_none_or(|wanted| is.as_ref() == Some(wanted))
    });
    let mut all: Vec<_> = all.collect();
    let mut extra = Extra::new();
    if option("$count") == Some("true") {
        extra.insert("@odata.count", i64::try_from(all.len()).unwrap_or(i64::MAX));
    }
    if let Some(size) = preferences.page_size().filter(|size| *size < all.len()) {
        all.truncate(size);
        let last = all.last().map_or(0, |(id, _)| *id);
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let path = OPERATIONS.replace("{case}", &case);
        extra.insert("@odata.nextLink", format!("http://{host}{path}?$skiptoken={last}"));
    }
    let includes = preferences.has("include-unknown-enum-members");
    let shown = |(_, operation)| if includes { operation } else { with_sentinels(operation) };
    axum::Json(Collection { value: all.into_iter().map(shown).collect(), extra }).into_response()
}

/// The only filter that this service supports: `status eq 'running'`, with or without the name of the type before the string.
fn status_in_filter(filter: &str) -> Option<String> {
    let literal = filter.strip_prefix("status eq ")?;
    let literal = literal.strip_prefix("microsoft.graph.security.caseOperationStatus").unwrap_or(literal);
    literal.strip_prefix('\'')?.strip_suffix('\'').map(str::to_owned)
}

async fn create(State(store): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let operation: AnyCaseOperation = match serde_json::from_slice(&body) {
        Ok(operation) => operation,
        Err(error) => return bad_request(&error.to_string()),
    };
    if operation.id.is_some() {
        return bad_request("The property 'id' is computed.");
    }
    if let Some(name) = undeclared(&operation) {
        return bad_request(&format!("The property '{name}' does not exist on type 'caseOperation'."));
    }
    let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
    let id = store.create(operation);
    match store.get(id) {
        Some(created) => Preferences::of(&headers).respond(StatusCode::CREATED, created),
        None => not_found(&id.to_string()),
    }
}

async fn get_one(
    State(store): State<Shared>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let store = store.lock().unwrap_or_else(PoisonError::into_inner);
    match id.parse().ok().and_then(|id| store.get(id)) {
        Some(operation) => Preferences::of(&headers).respond(StatusCode::OK, operation),
        None => not_found(&id),
    }
}

async fn update(
    State(store): State<Shared>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Ok(changes) = serde_json::from_slice::<Map<String, Value>>(&body) else {
        return bad_request("The body is not an object.");
    };
    let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(number) = id.parse().ok().filter(|id| store.get(*id).is_some()) else { return not_found(&id) };
    let if_match = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    if if_match.is_some_and(|etag| !store.has_etag(number, etag)) {
        return failure(
            StatusCode::PRECONDITION_FAILED,
            "PreconditionFailed",
            "The etag is not the current one.",
        );
    }
    if store.update(number, changes).is_none() {
        return bad_request("The changes are invalid.");
    }
    match store.get(number) {
        Some(updated) => Preferences::of(&headers).respond(StatusCode::OK, updated),
        None => not_found(&id),
    }
}

async fn delete(State(store): State<Shared>, Path((_, id)): Path<(String, String)>) -> Response {
    let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
    match id.parse() {
        Ok(number) if store.delete(number) => StatusCode::NO_CONTENT.into_response(),
        _ => not_found(&id),
    }
}

/// Updates an operation of the previous version of the service. There is one operation of each type.
async fn update_legacy(body: Bytes) -> Response {
    let Ok(changes) = serde_json::from_slice::<Map<String, Value>>(&body) else {
        return bad_request("The body is not an object.");
    };
    let mut members = Map::new();
    members.insert("@odata.type".to_owned(), changes.get("@odata.type").cloned().unwrap_or_default());
    members.insert("id".to_owned(), "359c4f92-4f92-359c-924f-9c35924f9c35".into());
    merge(&mut members, changes);
    axum::Json(members).into_response()
}

/// Runs the requests of a batch one after the other.
async fn run_batch(parts: Router, body: Bytes) -> Response {
    let Ok(batch) = serde_json::from_slice::<Value>(&body) else {
        return bad_request("The body is not JSON.");
    };
    let mut responses = Vec::new();
    for part in batch["requests"].as_array().into_iter().flatten() {
        responses.push(run_part(parts.clone(), part).await);
    }
    // The order of the responses is arbitrary: clients match them by their `id`.
    responses.reverse();
    axum::Json(json!({ "responses": responses })).into_response()
}

async fn run_part(parts: Router, part: &Value) -> Value {
    let text = |name: &str| part[name].as_str().unwrap_or_default();
    let mut request = Request::builder()
        .method(text("method").parse().unwrap_or(Method::GET))
        .uri(format!("/v1.0/{}", text("url")));
    for (name, value) in part["headers"].as_object().into_iter().flatten() {
        request = request.header(name, value.as_str().unwrap_or_default());
    }
    let body = part.get("body").map(Value::to_string).unwrap_or_default();
    let Ok(request) = request.body(axum::body::Body::from(body)) else {
        return json!({ "id": part["id"], "status": 400 });
    };
    let Ok(response) = parts.oneshot(request).await;
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
    json!({ "id": part["id"], "status": status, "body": serde_json::from_slice::<Value>(&body).unwrap_or_default() })
}
