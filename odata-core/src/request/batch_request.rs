//! The requests in the body of a batch request (OData 4.01 JSON format, 19.1).

use core::fmt;
use std::collections::HashSet;

use http::Method;

use super::request_error::RequestError;
use crate::json;
use crate::untyped::Members;

/// A request of a [`Batch`](super::Batch), as it is written into the body of the batch request.
///
/// [`Batch::requests`](super::Batch::requests) returns all requests of a batch. A client can use their identifiers to split
/// a batch into several batch requests: see [`Batch::build_only`](super::Batch::build_only).
#[derive(Clone)]
pub struct BatchRequest {
    id: String,
    group: Option<String>,
    method: Method,
    depends_on: Vec<String>,
    references: Vec<String>,
    /// The JSON of the members before `dependsOn`, such as `"id":"1","method":"GET","url":"users/1"`.
    start: String,
    /// The JSON of the members after `dependsOn`, such as `"headers":{},"body":{"displayName":"Pat"}`.
    end: String,
}

/// The identifiers of a new [`BatchRequest`].
pub(super) struct Identifiers {
    pub(super) id: String,
    pub(super) group: Option<String>,
    /// The requests and atomicity groups on which the request depends.
    pub(super) depends_on: Vec<String>,
    /// The requests to whose results the request refers.
    pub(super) references: Vec<String>,
}

impl BatchRequest {
    /// Creates a request. `body` is the JSON of the member `body`.
    pub(super) fn new(
        identifiers: Identifiers,
        method: Method,
        url: &str,
        headers: Members,
        body: Option<&str>,
    ) -> Result<Self, RequestError> {
        let Identifiers { id, group, depends_on, references } = identifiers;
        let mut start = Members::default();
        start.insert("id", id.as_str());
        if let Some(group) = &group {
            start.insert("atomicityGroup", group.as_str());
        }
        start.insert("method", method.as_str());
        start.insert("url", url);
        let mut end = Members::default();
        end.insert("headers", headers);
        let (start, mut end) = (members_json(&start)?, members_json(&end)?);
        if let Some(body) = body {
            end.reserve_exact(body.len() + 8);
            end.extend([",\"body\":", body]);
        }
        Ok(Self { id, group, method, depends_on, references, start, end })
    }

    /// Returns the `id` of the request, which is also the `id` of its response.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the identifier of the atomicity group (`atomicityGroup`), or `None` if the request isn't in a group.
    #[must_use]
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// Returns the method of the request.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the identifiers of the requests and atomicity groups that must succeed before the service executes this
    /// request (`dependsOn`).
    #[must_use]
    pub fn depends_on(&self) -> &[String] {
        &self.depends_on
    }

    /// Returns the identifiers of the requests to whose results the URL or the body of this request refers, such as `1` for
    /// `$1/members`. [`depends_on`](Self::depends_on) also contains these identifiers.
    #[must_use]
    pub fn references(&self) -> &[String] {
        &self.references
    }

    /// Returns the approximate length of the JSON.
    pub(super) fn len(&self) -> usize {
        let identifiers: usize = self.depends_on.iter().map(|id| id.len() + 3).sum();
        self.start.len() + self.end.len() + identifiers + 20
    }

    /// Appends the JSON of the request. `dependsOn` contains only the identifiers for which `is_sent` returns `true`.
    pub(super) fn write(&self, json: &mut String, is_sent: impl Fn(&str) -> bool) {
        json.extend(["{", &self.start]);
        for (position, id) in self.depends_on.iter().filter(|id| is_sent(id)).enumerate() {
            // The identifiers consist of letters and digits.
            json.extend([if position == 0 { ",\"dependsOn\":[\"" } else { ",\"" }, id, "\""]);
        }
        if self.depends_on.iter().any(|id| is_sent(id)) {
            json.push(']');
        }
        json.extend([",", &self.end, "}"]);
    }
}

/// Writes the body of a batch request.
pub(super) fn body_of<'b>(requests: impl Iterator<Item = &'b BatchRequest> + Clone) -> String {
    let identifiers: HashSet<&str> =
        requests.clone().flat_map(|request| [Some(request.id()), request.group()]).flatten().collect();
    let length: usize = requests.clone().map(BatchRequest::len).sum();
    let mut json = String::with_capacity(length + 20);
    json.push_str("{\"requests\":[");
    for (position, request) in requests.enumerate() {
        if position > 0 {
            json.push(',');
        }
        request.write(&mut json, |id| identifiers.contains(id));
    }
    json.push_str("]}");
    json
}

/// Returns the JSON of an object without its braces.
fn members_json(members: &Members) -> Result<String, RequestError> {
    let json = json::to_string(members).map_err(|error| RequestError::unwritable(&error))?;
    Ok(json.strip_prefix('{').and_then(|json| json.strip_suffix('}')).unwrap_or_default().to_owned())
}

/// `Debug` doesn't print the headers and the body, which may contain secrets.
impl fmt::Debug for BatchRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchRequest")
            .field("id", &self.id)
            .field("group", &self.group)
            .field("method", &self.method)
            .field("depends_on", &self.depends_on)
            .finish_non_exhaustive()
    }
}
