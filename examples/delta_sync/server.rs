//! The service: users that change, and delta responses with two changes on each page.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use odata_core::ODataError;
use serde_json::{Map, Value, json};

const PAGE_SIZE: usize = 2;

/// The state of the service.
pub struct Server {
    root: String,
    history: Mutex<History>,
}

#[derive(Default)]
struct History {
    /// All changes: the ID of a user, and the changed properties or `@removed`. A delta token is an index of this list.
    changes: Vec<(&'static str, Value)>,
    /// The first delta token that hasn't expired.
    first_token: usize,
    fails_next_page: bool,
}

impl Server {
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), history: Mutex::default() }
    }

    /// Creates or updates a user.
    pub fn change(&self, id: &'static str, properties: Value) {
        self.history().changes.push((id, properties));
    }

    /// Removes a user.
    pub fn remove(&self, id: &'static str) {
        self.change(id, json!({ "@removed": { "reason": "deleted" } }));
    }

    /// The next request for a page after the first page fails with the status code 500.
    pub fn fail_next_page(&self) {
        self.history().fails_next_page = true;
    }

    /// All delta links that the service has returned expire.
    pub fn expire_delta_links(&self) {
        let mut history = self.history();
        history.first_token = history.changes.len();
    }

    fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn url(&self, token: &str) -> String {
        format!("{}/users/delta?{token}", self.root)
    }
}

impl History {
    /// Returns the combined changes of each user. If `since` is 0, these are all users that weren't removed.
    fn changes(&self, since: usize, until: usize) -> Vec<Value> {
        let mut users: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
        for (id, change) in self.changes.iter().take(until).skip(since) {
            let user = users.entry(id).or_default();
            if change.get("@removed").is_some() || user.contains_key("@removed") {
                user.clear();
            }
            user.insert("id".to_owned(), json!(id));
            user.extend(change.as_object().cloned().unwrap_or_default());
        }
        users.retain(|_, user| since > 0 || !user.contains_key("@removed"));
        users.into_values().map(Value::Object).collect()
    }
}

pub fn routes(server: Arc<Server>) -> Router {
    Router::new().route("/v1.0/users/delta", get(delta)).with_state(server)
}

async fn delta(State(server): State<Arc<Server>>, Query(query): Query<HashMap<String, String>>) -> Response {
    let mut history = server.history();
    let until = history.changes.len();
    let position = match (query.get("$skiptoken"), query.get("$deltatoken")) {
        (Some(token), _) => position(token),
        (None, Some(token)) => token.parse().ok().map(|since| (since, until, 0)),
        (None, None) => Some((0, until, 0)),
    };
    let Some((since, until, skip)) = position else {
        return failure(StatusCode::BAD_REQUEST, "BadRequest").into_response();
    };
    if skip > 0 && std::mem::take(&mut history.fails_next_page) {
        return failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError").into_response();
    }
    if query.contains_key("$deltatoken") && since < history.first_token {
        let start = [(header::LOCATION, format!("{}/users/delta", server.root))];
        return (start, failure(StatusCode::GONE, "SyncStateNotFound")).into_response();
    }
    let changes = history.changes(since, until);
    let page: Vec<&Value> = changes.iter().skip(skip).take(PAGE_SIZE).collect();
    let next = skip + page.len();
    let (name, link) = if next < changes.len() {
        ("@odata.nextLink", server.url(&format!("$skiptoken={since}-{until}-{next}")))
    } else {
        ("@odata.deltaLink", server.url(&format!("$deltatoken={until}")))
    };
    Json(json!({ "value": page, name: link })).into_response()
}

/// Parses a skip token: the first and the last change, and the number of items on the previous pages.
fn position(token: &str) -> Option<(usize, usize, usize)> {
    let (since, rest) = token.split_once('-')?;
    let (until, skip) = rest.split_once('-')?;
    Some((since.parse().ok()?, until.parse().ok()?, skip.parse().ok()?))
}

fn failure(status: StatusCode, code: &str) -> (StatusCode, Json<ODataError>) {
    (status, Json(ODataError::new(code, "The request failed.")))
}
