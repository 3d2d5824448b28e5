//! Several requests in one: `$batch` in its JSON form (OData 4.01 JSON format, clause 19).

use core::fmt;
use std::collections::HashMap;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use serde::de::Error;

use super::answer::ResponseError;
use super::build::{Payload, Request};
use super::failure::RequestError;
use super::service::Service;
use crate::untyped::{Members, Untyped};

/// Several requests that are sent in one. Their answers are told apart by their identifiers, in whatever order they come.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "microsoft.graph")]
/// # struct User { id: Option<String> }
/// use odata_core::request::{Batch, Service};
///
/// let service = Service::new("https://graph.microsoft.com/v1.0")?;
/// let users = service.entity_set::<User>("users");
/// let mut batch = Batch::new(&service);
/// let first = batch.add(&users.key("1").get())?;
/// let second = batch.add(&users.key("2").delete())?;
/// let request = batch.build()?;
/// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/$batch");
///
/// let response = http::Response::new(
///     r#"{"responses": [{"id": "2", "status": 204}, {"id": "1", "status": 200, "body": {"id": "1"}}]}"#,
/// );
/// let answers = batch.read(&response)?;
/// assert_eq!(answers.read(&first)?.id.as_deref(), Some("1"));
/// answers.read(&second)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Batch {
    service: Arc<Service>,
    parts: Vec<Untyped>,
}

/// A request in a [`Batch`].
#[derive(Debug)]
pub struct Part<R> {
    id: String,
    request: Request<R>,
}

/// The answers to a [`Batch`].
#[derive(Debug)]
pub struct Answers {
    by_id: HashMap<String, Answer>,
}

#[derive(Debug)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("parts", &self.parts.len()).finish_non_exhaustive()
    }
}

impl Batch {
    /// No request yet.
    #[must_use]
    pub fn new(service: &Service) -> Self {
        Self { service: Arc::new(service.clone()), parts: Vec::new() }
    }

    /// Adds a request. It goes without the token, which the whole batch takes along.
    ///
    /// # Errors
    ///
    /// The request can't be sent, or goes to another service.
    pub fn add<R>(&mut self, request: &Request<R>) -> Result<Part<R>, RequestError> {
        self.add_part(request, None)
    }

    /// Adds a request that is only carried out after another, and only if that went well.
    ///
    /// # Errors
    ///
    /// Those of [`add`](Self::add).
    pub fn add_after<R, Q>(
        &mut self,
        request: &Request<R>,
        after: &Part<Q>,
    ) -> Result<Part<R>, RequestError> {
        self.add_part(request, Some(&after.id))
    }

    fn add_part<R>(&mut self, request: &Request<R>, after: Option<&str>) -> Result<Part<R>, RequestError> {
        let id = (self.parts.len() + 1).to_string();
        let url = request.url()?;
        let relative = url.strip_prefix(&self.service.root).filter(|rest| rest.starts_with('/'));
        let relative = relative.ok_or_else(|| RequestError::Origin(url.clone()))?;
        let mut part = Members::default();
        part.insert("id", id.as_str());
        part.insert("method", request.method.as_str());
        part.insert("url", relative);
        if let Some(after) = after {
            part.insert("dependsOn", vec![Untyped::from(after)]);
        }
        part.insert("headers", headers_of(request)?);
        if let Some(payload) = &request.payload {
            part.insert("body", body_of(payload, request.is_compatible())?);
        }
        self.parts.push(part.into());
        Ok(Part { id, request: request.clone() })
    }

    /// The request for all of them.
    ///
    /// # Errors
    ///
    /// Those of [`Request::build`].
    pub fn build(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let mut all = Members::default();
        all.insert("requests", self.parts.clone());
        let path = super::place::Path { service: Arc::clone(&self.service), text: Ok("/$batch".to_owned()) };
        Request::without_answer(Method::POST, path, Some(Payload::of(all))).build()
    }

    /// Reads the answers.
    ///
    /// # Errors
    ///
    /// The batch as a whole was refused, or what came is none.
    pub fn read<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<Answers, ResponseError> {
        let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
        super::answer::refuse_failure(status, headers, body)?;
        let unreadable = |error: &serde_json::Error| super::answer::unreadable(status, headers, body, error);
        let all: Untyped = serde_json::from_slice(body).map_err(|error| unreadable(&error))?;
        let answers = all.get("responses").and_then(Untyped::as_collection).and_then(|responses| {
            responses
                .iter()
                .map(|response| Some((text(response.get("id")?)?, Answer::of(response)?)))
                .collect()
        });
        let by_id =
            answers.ok_or_else(|| unreadable(&serde_json::Error::custom("not the answer to a batch")))?;
        Ok(Answers { by_id })
    }
}

impl Answers {
    /// The answer to a request.
    ///
    /// # Errors
    ///
    /// Those of [`Request::read`], or there is no answer to it.
    pub fn read<R>(&self, part: &Part<R>) -> Result<R, ResponseError> {
        let answer = self.by_id.get(&part.id).ok_or_else(|| ResponseError::Unanswered(part.id.clone()))?;
        part.request.read_parts(answer.status, &answer.headers, &answer.body)
    }
}

impl Answer {
    fn of(response: &Untyped) -> Option<Self> {
        let status = response.get("status")?.as_i64().and_then(|status| u16::try_from(status).ok())?;
        let named = response.get("headers").and_then(Untyped::as_object);
        let headers = named.into_iter().flat_map(Members::iter).filter_map(|(name, value)| {
            let name: HeaderName = name.parse().ok()?;
            Some((name, HeaderValue::from_str(value.as_str()?).ok()?))
        });
        // JSON stands there as it is, anything else as a string.
        let body = match response.get("body") {
            None | Some(Untyped::Null) => Vec::new(),
            Some(Untyped::String(text)) => text.clone().into_bytes(),
            Some(body) => serde_json::to_vec(body).ok()?,
        };
        Some(Self { status: StatusCode::from_u16(status).ok()?, headers: headers.collect(), body })
    }
}

/// An identifier, which some services make a number.
fn text(id: &Untyped) -> Option<String> {
    id.as_str().map(str::to_owned).or_else(|| id.as_i64().map(|id| id.to_string()))
}

/// The headers of a part, but for the token.
fn headers_of<R>(request: &Request<R>) -> Result<Members, RequestError> {
    let mut members = Members::default();
    for (name, value) in request.headers()?.iter().filter(|(_, value)| !value.is_sensitive()) {
        members.insert(name.as_str(), value.to_str().map_err(|_| RequestError::Header(name.to_string()))?);
    }
    Ok(members)
}

fn body_of(payload: &Payload, is_compatible: bool) -> Result<Untyped, RequestError> {
    let text = payload.write(is_compatible)?;
    serde_json::from_slice(&text).map_err(|error| RequestError::unwritable(&error))
}
