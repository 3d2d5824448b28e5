//! `ODataError`: what a service answers when something went wrong.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::extra::Extra;
use crate::untyped::{Members, Untyped};

/// The names of the debugging part: the standard's, and the one that Graph writes.
const INNER_ERROR: [&str; 2] = ["innererror", "innerError"];

/// The error response of a service (OData 4.01 JSON format, clause 21).
///
/// Of whatever is in it the code and the message are read first: details in another form than the standard's are kept
/// in `extra`, not a reason to hide the two.
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
    /// What went wrong, for programs. Empty when the service says none.
    pub code: String,
    /// What went wrong, for people. Empty when the service says none.
    pub message: String,
    /// What the error is about, a property for instance.
    pub target: Option<String>,
    /// Further errors.
    pub details: Vec<ErrorDetail>,
    /// What helps the service's developers, in their own form: `innererror`, or `innerError` as Graph writes it.
    pub inner_error: Option<Untyped>,
    /// What else is in the error.
    pub extra: Extra,
    /// What stands beside the error.
    pub envelope: Extra,
}

/// One of the further errors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// What went wrong, for programs.
    pub code: String,
    /// What went wrong, for people.
    pub message: String,
    /// What the error is about.
    pub target: Option<String>,
    /// What else is in it.
    pub extra: Extra,
}

impl ODataError {
    /// Creates an error with a code and a message.
    #[must_use]
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), ..Self::default() }
    }

    /// Graph's identifier of the request, which its support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.inner_error.as_ref()?.get("request-id")?.as_str()
    }

    /// The identifier that the client gave the request.
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
    /// Creates a detail with a code and a message.
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

/// The text of a code or a message. One that is no string is kept, too: `"code": 500`, `"message": {"lang": …, "value": …}`.
fn text(value: Untyped, name: &str, extra: &mut Extra) -> String {
    let text = match &value {
        Untyped::String(text) => return text.clone(),
        Untyped::Number(number) => number.to_string(),
        value => value.get("value").and_then(Untyped::as_str).unwrap_or_default().to_owned(),
    };
    extra.insert(name, value);
    text
}

/// The objects in an array.
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
        let no_error = || D::Error::custom("no error response: it is an object with an object `error`");
        let Untyped::Object(mut envelope) = Untyped::deserialize(deserializer)? else {
            return Err(no_error());
        };
        let Some(Untyped::Object(error)) = envelope.remove("error") else { return Err(no_error()) };
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

/// What is in `error`.
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

/// A code or message that was no string stands in the extra, and so goes out as it came.
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
