//! Batch requests (`$batch`) in the JSON format (OData 4.01 JSON format, clause 19).

use core::fmt;
use std::collections::HashSet;
use std::sync::Arc;

use http::{HeaderMap, Method};

use super::batch_body;
use super::batch_dependencies::{Dependencies, position_of, referenced};
use super::batch_part::BatchPart;
use super::batch_request::{BatchRequest, body_of};
use super::batch_response::BatchResponse;
use super::build::Request;
use super::headers::RequestHeaders;
use super::origin::origin;
use super::payload::Payload;
use super::readable_response::ReadableResponse;
use super::request_error::RequestError;
use super::response_body::Received;
use super::response_error::ResponseError;
use super::service::Service;
use super::service_path::ServicePath;
use crate::untyped::Members;

/// A batch request (`$batch`), which sends several requests in one HTTP request. The service may return the responses
/// in any order. Every response contains the `id` of the corresponding request.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "microsoft.graph")]
/// # struct User { id: Option<String> }
/// use odata_core::request::{Batch, Service};
///
/// let service = Service::graph("https://graph.microsoft.com/v1.0")?;
/// let users = service.entity_set::<User>("users");
/// let mut batch = Batch::new(&service);
/// let first = batch.add(&users.key("1").get())?;
/// let second = batch.add(&users.key("2").delete())?;
/// let request = batch.build()?;
/// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/$batch");
///
/// let received = http::Response::new(
///     r#"{"responses": [{"id": "2", "status": 204}, {"id": "1", "status": 200, "body": {"id": "1"}}]}"#,
/// );
/// let responses = batch.read(&received)?;
/// assert_eq!(responses.read(&first)?.id.as_deref(), Some("1"));
/// responses.read(&second)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// In the body of the batch request, the URL of each request is relative to the root URL of the service: `users/1`.
/// [`BatchPart::entity`] returns the path of the entity that an earlier request creates or returns.
/// [`group`](Self::group) starts an atomicity group: the service executes either all requests of the group or none.
pub struct Batch {
    service: Arc<Service>,
    requests: Vec<BatchRequest>,
    group_count: usize,
    /// The headers of the batch request itself.
    pub(super) headers: RequestHeaders,
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("parts", &self.requests.len()).finish_non_exhaustive()
    }
}

impl Batch {
    /// Creates a batch without requests. The batch request is sent to `service`.
    #[must_use]
    pub fn new(service: &Service) -> Self {
        Self {
            service: Arc::new(service.clone()),
            requests: Vec::new(),
            group_count: 0,
            headers: RequestHeaders::default(),
        }
    }

    /// Adds a request to the batch, without the `Authorization` header and other sensitive headers of the request. Only
    /// the batch request itself is sent with the bearer token.
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::OutsideService`] if the URL of the request doesn't start with the root URL of the
    /// batch's service. Returns [`RequestError::BatchReference`] if the request refers to another request (`$1`) that
    /// isn't in this batch. Returns [`RequestError::TextEncoding`] if the body of the request is a text that isn't
    /// UTF-8. If the added request is invalid, returns the error of [`Request::build`], such as
    /// [`RequestError::Header`] for an invalid header.
    pub fn add<R>(&mut self, request: &Request<R>) -> Result<BatchPart<R>, RequestError> {
        self.add_part(request, &[], None)
    }

    /// Adds a request that the service executes only if the earlier request `after` succeeds (`dependsOn`).
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Batch::add`].
    pub fn add_after<R, Q>(
        &mut self,
        request: &Request<R>,
        after: &BatchPart<Q>,
    ) -> Result<BatchPart<R>, RequestError> {
        self.add_part(request, &[&after.id], None)
    }

    /// Adds a request that the service executes only if all earlier requests with the given [ids](BatchPart::id) succeed
    /// (`dependsOn`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String> }
    /// # use odata_core::request::{Batch, Service};
    /// # let service = Service::new("https://host/service")?;
    /// # let users = service.entity_set::<User>("users");
    /// let mut batch = Batch::new(&service);
    /// let first = batch.add(&users.key("1").delete())?;
    /// let second = batch.add(&users.key("2").delete())?;
    /// batch.add_after_all(&users.count(), &[first.id(), second.id()])?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Batch::add`], or [`RequestError::BatchReference`] if one of the ids
    /// isn't the id of a request in the batch.
    pub fn add_after_all<R>(
        &mut self,
        request: &Request<R>,
        after: &[&str],
    ) -> Result<BatchPart<R>, RequestError> {
        self.add_part(request, after, None)
    }

    pub(super) fn add_part<R>(
        &mut self,
        request: &Request<R>,
        after: &[&str],
        group: Option<&str>,
    ) -> Result<BatchPart<R>, RequestError> {
        let id = self.push(&request.clone().read_with(<()>::from_received), after, group)?;
        Ok(BatchPart { id, group: group.map(str::to_owned), request: request.clone() })
    }

    /// Adds a request, and returns its `id`.
    fn push(
        &mut self,
        request: &Request<()>,
        after: &[&str],
        group: Option<&str>,
    ) -> Result<String, RequestError> {
        let id = (self.requests.len() + 1).to_string();
        let headers = request.headers()?;
        let body = request.body(&headers)?;
        let request_url = request.url()?;
        let url = relative(&request_url, &self.service.root)?;
        let mut dependencies = Dependencies::new(&self.requests, group);
        after.iter().try_for_each(|after| dependencies.add(after))?;
        dependencies.add_url(url)?;
        dependencies.add_headers(&headers)?;
        let body = body.map(|body| batch_body::to_json(body, &headers, &mut dependencies)).transpose()?;
        let identifiers = dependencies.identifiers(id.clone());
        let headers = members_of(&headers)?;
        self.requests.push(BatchRequest::new(identifiers, request.method(), url, headers, body.as_deref())?);
        Ok(id)
    }

    /// Returns the identifier of a new atomicity group, which differs from the `id` of every request.
    pub(super) fn next_group(&mut self) -> String {
        self.group_count += 1;
        format!("g{}", self.group_count)
    }

    /// Returns the requests of the batch in the order in which they were added.
    #[must_use]
    pub fn requests(&self) -> &[BatchRequest] {
        &self.requests
    }

    /// Builds the `http` request that sends the whole batch (`POST …/$batch`).
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Request::build`].
    pub fn build(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        self.build_requests(self.requests.iter())
    }

    /// Builds an `http` request that sends only the requests with the given [ids](BatchRequest::id), for example because the
    /// service limits the number of requests, or to send throttled requests again. If one of these requests depends on a
    /// request with another id, send the other request earlier, because `dependsOn` doesn't contain its id.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String> }
    /// # use odata_core::request::{Batch, Service};
    /// # let service = Service::new("https://host/service")?;
    /// # let users = service.entity_set::<User>("users");
    /// let mut batch = Batch::new(&service);
    /// let first = batch.add(&users.key("1").get())?;
    /// let second = batch.add(&users.key("2").get())?;
    ///
    /// let sent = |ids: &[&str]| batch.build_only(ids).map(|request| String::from_utf8_lossy(request.body()).into_owned());
    /// assert!(sent(&[first.id()])?.contains("users/1") && !sent(&[first.id()])?.contains("users/2"));
    ///
    /// // The responses of both batch requests are combined.
    /// let received = |id| http::Response::new(format!(r#"{{"responses": [{{"id": "{id}", "status": 200, "body": {{}}}}]}}"#));
    /// let mut responses = batch.read(&received(first.id()))?;
    /// responses.merge(batch.read(&received(second.id()))?);
    /// assert!(responses.read(&first).is_ok() && responses.read(&second).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Request::build`], or [`RequestError::BatchReference`] if one of the ids isn't
    /// the id of a request in the batch.
    pub fn build_only(&self, ids: &[&str]) -> Result<http::Request<Vec<u8>>, RequestError> {
        if let Some(unknown) = ids.iter().find(|id| position_of(id, &self.requests).is_none()) {
            return Err(RequestError::BatchReference((*unknown).to_owned()));
        }
        let ids: HashSet<&str> = ids.iter().copied().collect();
        self.build_requests(self.requests.iter().filter(|request| ids.contains(request.id())))
    }

    fn build_requests<'b>(
        &'b self,
        requests: impl Iterator<Item = &'b BatchRequest> + Clone,
    ) -> Result<http::Request<Vec<u8>>, RequestError> {
        let path = ServicePath::of_root(&self.service).segment("$batch");
        let mut request = Request::without_value(Method::POST, path, Some(Payload::of(Members::default())));
        request.headers = self.headers.clone();
        let mut request = request.build()?;
        // The body is set after `build`, so that the JSON of the requests isn't copied a second time.
        *request.body_mut() = body_of(requests).into_bytes();
        Ok(request)
    }

    /// Reads the response to the batch request. Use [`BatchResponse::read`] to read the response to a single request of
    /// the batch.
    ///
    /// # Errors
    ///
    /// Returns a [`ResponseError`] if the service rejected the whole batch, or if the body isn't a batch response.
    pub fn read<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<BatchResponse, ResponseError> {
        let received = Received::of(response);
        if !received.status.is_success() {
            return Err(received.failure());
        }
        let groups = self.requests.iter().map(|request| request.group().map(str::to_owned)).collect();
        BatchResponse::from_received(received, groups)
    }
}

/// Converts an absolute URL into a URL relative to the root URL of the service: `users/1` (OData 4.01 JSON format,
/// 19.1).
///
/// A URL that refers to the result of an earlier request, such as `$1/members`, is returned unchanged.
fn relative<'u>(url: &'u str, root: &str) -> Result<&'u str, RequestError> {
    if referenced(url).is_some() {
        return Ok(url);
    }
    let is_same_origin = origin(url).is_some_and(|origin| Some(origin) == self::origin(root));
    let relative = path_of(url).strip_prefix(path_of(root)).and_then(|rest| rest.strip_prefix('/'));
    let relative = relative.filter(|relative| is_same_origin && !relative.is_empty());
    relative.ok_or_else(|| RequestError::OutsideService(url.to_owned()))
}

/// Returns the path and the query of an absolute URL: `/v1.0/users?$top=1`.
fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    &rest[rest.find(['/', '?']).unwrap_or(rest.len())..]
}

/// Converts the headers of a request into the JSON object `headers` in the body of the batch request. Sensitive headers
/// such as `Authorization` aren't written into the body.
fn members_of(headers: &HeaderMap) -> Result<Members, RequestError> {
    let mut members = Members::default();
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_sensitive()) {
        members.insert(name.as_str(), value.to_str().map_err(|_| RequestError::Header(name.to_string()))?);
    }
    Ok(members)
}
