//! OData error responses.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::extra::Extra;
use crate::untyped::{Members, Untyped};

/// The two possible names of the member that contains the inner error: `innererror` in the OData standard, and
/// `innerError` in Microsoft Graph.
const INNER_ERROR: [&str; 2] = ["innererror", "innerError"];

/// The OData error in the body of a response (OData 4.01 JSON format, clause 21).
///
/// The error can be read even if its members have unexpected types: a member `details` that isn't an array of objects
/// is preserved in `extra`.
///
/// ```
/// use odata_core::ODataError;
///
/// let error: ODataError = serde_json::from_str(
///     r#"{"error": {"code": "NotFound", "message": "The case doesn't exist.", "innerError": {"request-id": "5c7a"}}}"#,
/// )?;
/// assert_eq!(error.to_string(), "`NotFound`: The case doesn't exist.");
/// assert_eq!(error.request_id(), Some("5c7a"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ODataError {
    /// The machine-readable error code. If the JSON object has no member `code`, the error code is an empty string.
    pub code: String,
    /// The human-readable error message. If the JSON object has no member `message`, the error message is an empty
    /// string.
    pub message: String,
    /// The target of the error, for example the name of a property.
    pub target: Option<String>,
    /// The more specific errors in the member `details`.
    pub details: Vec<ErrorDetail>,
    /// The debugging information in the member `innererror` (`innerError` in Microsoft Graph). The format of the
    /// debugging information depends on the service.
    pub inner_error: Option<Untyped>,
    /// All members of the JSON object `error` that aren't in another field of this struct.
    pub extra: Extra,
    /// All members of the response body, except for the JSON object `error`.
    pub envelope: Extra,
}

/// A more specific error in the `details` of an [`ODataError`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The machine-readable error code. If the JSON object has no member `code`, the error code is an empty string.
    pub code: String,
    /// The human-readable error message. If the JSON object has no member `message`, the error message is an empty
    /// string.
    pub message: String,
    /// The target of the error, for example the name of a property.
    pub target: Option<String>,
    /// All members of the JSON object in `details` that aren't in another field of this struct.
    pub extra: Extra,
}

impl ODataError {
    /// Creates an `ODataError` with a code and a message.
    #[must_use]
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), ..Self::default() }
    }

    /// Returns the identifier that Microsoft Graph assigned to the request (`request-id` in the inner error). Include
    /// the `request-id` when you contact the support of the service.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.inner_error.as_ref()?.get("request-id")?.as_str()
    }

    /// Returns the identifier that the client assigned to the request (`client-request-id` in the inner error).
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.inner_error.as_ref()?.get("client-request-id")?.as_str()
    }

    fn from_members(error: Members) -> Self {
        let ErrorDetail { code, message, target, mut extra } = ErrorDetail::from_members(error);
        let inner_error = INNER_ERROR.iter().find_map(|name| extra.remove(name));
        let details = match extra.get("details") {
            Some(Untyped::Collection(details)) if details.iter().all(is_object) => extra.remove("details"),
            _ => None,
        };
        let details = details.into_iter().flat_map(objects).map(ErrorDetail::from_members);
        Self { code, message, target, details: details.collect(), inner_error, extra, ..Self::default() }
    }
}

impl ErrorDetail {
    /// Creates an `ErrorDetail` with a code and a message.
    #[must_use]
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), ..Self::default() }
    }

    fn from_members(members: Members) -> Self {
        let mut read = Self::default();
        for (name, value) in members {
            match (&*name, value) {
                ("code", value) => read.code = text(value, &name, &mut read.extra),
                ("message", value) => read.message = text(value, &name, &mut read.extra),
                ("target", Untyped::String(target)) => read.target = Some(target),
                (name, value) => {
                    read.extra.insert(name, value);
                }
            }
        }
        read
    }
}

/// Returns the value of the member `code` or `message` as a string. For example, returns `500` for `"code": 500`, and
/// `Not found` for `"message": {"lang": "en", "value": "Not found"}`. If the original value isn't a string, it is added
/// to `extra`, because the returned string doesn't preserve it.
fn text(value: Untyped, name: &str, extra: &mut Extra) -> String {
    let text = match &value {
        Untyped::String(text) => return text.clone(),
        Untyped::Number(number) => number.to_string(),
        value => value.get("value").and_then(Untyped::as_str).unwrap_or_default().to_owned(),
    };
    extra.insert(name, value);
    text
}

/// Returns the JSON objects in an array, and ignores all other elements of the array.
fn objects(array: Untyped) -> Vec<Members> {
    let Untyped::Collection(elements) = array else { return Vec::new() };
    let members = elements.into_iter().filter_map(|element| match element {
        Untyped::Object(members) => Some(members),
        _ => None,
    });
    members.collect()
}

fn is_object(value: &Untyped) -> bool {
    value.as_object().is_some()
}

impl fmt::Display for ODataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.code, self.message)?;
        if let Some(target) = &self.target {
            write!(f, " (`{target}`)")?;
        }
        Ok(())
    }
}

impl core::error::Error for ODataError {}

impl<'de> Deserialize<'de> for ODataError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let not_an_error = || {
            D::Error::custom(
                "not an OData error: expected an object with a member `error`, which is an object",
            )
        };
        let Untyped::Object(mut envelope) = Untyped::deserialize(deserializer)? else {
            return Err(not_an_error());
        };
        let Some(Untyped::Object(error)) = envelope.remove("error") else { return Err(not_an_error()) };
        Ok(Self { envelope: envelope.into_iter().collect(), ..Self::from_members(error) })
    }
}

impl Serialize for ODataError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &self.envelope {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("error", &Body(self))?;
        map.end()
    }
}

/// The JSON object in the member `error` of an error response.
struct Body<'e>(&'e ODataError);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let error = self.0;
        let mut map = serializer.serialize_map(None)?;
        write_common(&mut map, &error.code, &error.message, error.target.as_deref(), &error.extra)?;
        if !error.details.is_empty() {
            map.serialize_entry("details", &error.details)?;
        }
        if let Some(inner_error) = &error.inner_error {
            map.serialize_entry("innererror", inner_error)?;
        }
        map.end()
    }
}

impl Serialize for ErrorDetail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_common(&mut map, &self.code, &self.message, self.target.as_deref(), &self.extra)?;
        map.end()
    }
}

/// Writes the members that [`ODataError`] and [`ErrorDetail`] have in common.
///
/// If the `code` or `message` in the response wasn't a string, such as the number `404`, `extra` contains the original
/// value, and this value is written.
fn write_common<M: SerializeMap>(
    map: &mut M,
    code: &str,
    message: &str,
    target: Option<&str>,
    extra: &Extra,
) -> Result<(), M::Error> {
    for (name, text) in [("code", code), ("message", message)] {
        if extra.get(name).is_none() {
            map.serialize_entry(name, text)?;
        }
    }
    if let Some(target) = target {
        map.serialize_entry("target", target)?;
    }
    extra.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))
}
