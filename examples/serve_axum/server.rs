//! The service: an axum server with one entity set.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use odata_core::{Collection, Extra};

use crate::failure::Failure;
use crate::model::Order;

/// The maximum number of orders on a page.
const PAGE_SIZE: usize = 3;

/// The system query options that [`list`] supports.
const SUPPORTED: [&str; 2] = ["$count", "$skiptoken"];

/// The orders of the service.
pub struct Shop {
    root: String,
    orders: Mutex<BTreeMap<i32, Order>>,
}

impl Shop {
    /// Creates a service without orders.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), orders: Mutex::default() }
    }

    fn orders(&self) -> MutexGuard<'_, BTreeMap<i32, Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the order as the body of a response, with its context URL.
    fn entity(&self, order: &Order) -> Json<Order> {
        let mut order = order.clone();
        order.extra.insert("@odata.context", format!("{}/$metadata#orders/$entity", self.root));
        Json(order)
    }
}

pub fn routes(shop: Arc<Shop>) -> Router {
    Router::new()
        .route("/shop/orders", get(list).post(create))
        .route("/shop/{entity}", get(read))
        .fallback(|uri: Uri| async move { Failure::not_found(uri.path()) })
        .layer(map_response(with_version))
        .with_state(shop)
}

/// Adds the header `OData-Version`, which every response must contain.
async fn with_version(mut response: Response) -> Response {
    response.headers_mut().insert("OData-Version", HeaderValue::from_static("4.0"));
    response
}

/// `POST /shop/orders`
async fn create(State(shop): State<Arc<Shop>>, body: Bytes) -> Result<Response, Failure> {
    // The message of the error contains the path of the invalid value and its position in the body.
    let mut order: Order =
        serde_json::from_slice(&body).map_err(|error| Failure::bad_request("InvalidBody", error))?;
    if order.quantity < 1 {
        return Err(Failure::bad_request("InvalidQuantity", "The quantity must be at least 1.")
            .with_target("quantity"));
    }
    // A service ignores control information and the values of computed properties in a request.
    order.extra = Extra::new();
    let mut orders = shop.orders();
    let id = orders.keys().next_back().map_or(1, |last| last + 1);
    order.id = Some(id);
    let location = [(header::LOCATION, format!("{}/orders({id})", shop.root))];
    let created = shop.entity(&order);
    orders.insert(id, order);
    Ok((StatusCode::CREATED, location, created).into_response())
}

/// `GET /shop/orders`
async fn list(
    State(shop): State<Arc<Shop>>,
    Query(options): Query<HashMap<String, String>>,
) -> Result<Json<Collection<Order>>, Failure> {
    // A service must not ignore a system query option that it doesn't support.
    if let Some(name) = options.keys().find(|name| name.starts_with('$') && !SUPPORTED.contains(&&***name)) {
        let message = format!("The query option `{name}` isn't supported.");
        return Err(Failure::new(StatusCode::NOT_IMPLEMENTED, "NotImplemented", message));
    }
    let has_count = options.get("$count").is_some_and(|count| count == "true");
    let last_id = options.get("$skiptoken").map(|token| token.parse::<i32>()).transpose();
    let last_id =
        last_id.map_err(|_| Failure::bad_request("InvalidSkipToken", "The skip token is invalid."))?;

    let orders = shop.orders();
    let start = last_id.map_or(Bound::Unbounded, Bound::Excluded);
    let mut rest = orders.range((start, Bound::Unbounded));
    let mut page: Collection<Order> = rest.by_ref().take(PAGE_SIZE).map(|(_, order)| order.clone()).collect();
    page.extra.insert("@odata.context", format!("{}/$metadata#orders", shop.root));
    if has_count {
        // The number of orders on all pages.
        page.extra.insert("@odata.count", i64::try_from(orders.len()).unwrap_or(i64::MAX));
    }
    if rest.next().is_some() {
        // The ID of the last order on this page. No order is returned twice or skipped if orders are deleted in the meantime.
        let last_id = page.value.last().and_then(|order| order.id).unwrap_or_default();
        let link = format!("{}/orders?$count={has_count}&$skiptoken={last_id}", shop.root);
        page.extra.insert("@odata.nextLink", link);
    }
    Ok(Json(page))
}

/// `GET /shop/orders(7)`
async fn read(State(shop): State<Arc<Shop>>, Path(entity): Path<String>) -> Result<Json<Order>, Failure> {
    let key = entity.strip_prefix("orders(").and_then(|rest| rest.strip_suffix(')'));
    let id: Option<i32> = key.and_then(|key| key.parse().ok());
    let orders = shop.orders();
    let order = id.and_then(|id| orders.get(&id)).ok_or_else(|| Failure::not_found(&entity))?;
    Ok(shop.entity(order))
}
