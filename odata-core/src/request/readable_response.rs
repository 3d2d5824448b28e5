//! [`ReadableResponse`]: the Rust type of a response body.

use http::StatusCode;
use serde::Deserialize;
use serde::de::Error;

use super::response_body::{NULL, Received};
use crate::envelope::{Collection, SingleValue};
use crate::json;
use crate::metadata::ValueType;
use crate::structured::ODataStructured;
use crate::untyped::Untyped;
use crate::value::{ODataValue, ReadValue};

/// The Rust type of a response body, for example in [`Request::get`](super::Request::get).
///
/// | Response | Type |
/// |---|---|
/// | an entity or a complex value | the type, or `Option` of the type if the value may be null |
/// | a collection, a delta response | [`Collection<T>`](crate::Collection), [`Delta<T>`](crate::Delta) |
/// | the value of a property, the result of a function | [`SingleValue<T>`](crate::SingleValue) |
/// | a reference (`$ref`), a collection of references | [`EntityReference`](super::EntityReference), `Collection<EntityReference>` |
/// | a count (`$count`) | `i64` |
/// | raw content (`$value`), as text or as bytes | `String`, `Vec<u8>` |
/// | any JSON | [`Untyped`](crate::Untyped), `serde_json::Value` |
/// | no body, or a body that is ignored | `()` |
/// | the response of a status monitor | [`Monitored`](super::Monitored) of any of these types |
#[diagnostic::on_unimplemented(
    message = "a response can't be read as `{Self}`: use `Collection<T>` for a collection, `SingleValue<T>` for a single value, or an entity type",
    label = "not the type of a response",
    note = "use an entity type, `Collection<T>` for a collection, `SingleValue<T>` for the value of a property, `i64` for a count, or `Vec<u8>` for raw content"
)]
pub trait ReadableResponse: Sized {
    /// The OData type of the values in the body, or `None` for a body without typed values, such as a count (`$count`).
    /// The request has the header `Prefer: include-unknown-enum-members` if an enumeration in the type has members
    /// after the sentinel.
    #[doc(hidden)]
    const VALUE_TYPE: Option<ValueType> = None;

    /// The value of the header `Accept`, if the body isn't JSON.
    #[doc(hidden)]
    const ACCEPT: Option<&'static str> = None;

    /// Whether the request reads a status monitor.
    #[doc(hidden)]
    const IS_MONITOR: bool = false;

    /// Reads the response.
    #[doc(hidden)]
    fn from_received(received: Received<'_>) -> json::Result<Self>;

    /// Reads a response whose value may be null. Returns `None` if the value is null, for example if the response has
    /// no body.
    #[doc(hidden)]
    fn from_nullable(received: Received<'_>) -> json::Result<Option<Self>> {
        if received.is_null()? { Ok(None) } else { Self::from_received(received).map(Some) }
    }
}

#[diagnostic::do_not_recommend]
impl<T: ODataStructured + for<'de> Deserialize<'de>> ReadableResponse for T {
    const VALUE_TYPE: Option<ValueType> = Some(T::TYPE);

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        received.json()
    }
}

impl<T: ODataValue + for<'de> ReadValue<'de>> ReadableResponse for Collection<T> {
    const VALUE_TYPE: Option<ValueType> = Some(T::TYPE);

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        received.json()
    }
}

impl<T: ODataValue + for<'de> ReadValue<'de>> ReadableResponse for SingleValue<T> {
    const VALUE_TYPE: Option<ValueType> = Some(T::TYPE);

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        received.json()
    }

    /// Returns `None` if there is no body, or if the member `value` of the body is null.
    fn from_nullable(received: Received<'_>) -> json::Result<Option<Self>> {
        let single: Option<SingleValue<Option<T>>> = received.json()?;
        Ok(single.and_then(|SingleValue { value, extra }| Some(SingleValue { value: value?, extra })))
    }
}

macro_rules! json {
    ($($json:ty),*) => {$(
        impl ReadableResponse for $json {
            fn from_received(received: Received<'_>) -> json::Result<Self> {
                received.json()
            }
        }
    )*};
}

json! { Untyped, serde_json::Value }

/// Ignores the body.
impl ReadableResponse for () {
    fn from_received(_: Received<'_>) -> json::Result<()> {
        Ok(())
    }
}

/// A count (`$count`), which is a number in plain text.
impl ReadableResponse for i64 {
    const ACCEPT: Option<&'static str> = Some("text/plain");

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        match received.text()?.trim_ascii() {
            NULL => Err(Error::custom("the body is empty, but a count was expected")),
            text => text.parse().map_err(|_| Error::custom(format_args!("`{text}` is not a count"))),
        }
    }
}

/// Raw content as text. A byte order mark is removed.
impl ReadableResponse for String {
    const ACCEPT: Option<&'static str> = Some("text/plain, */*;q=0.8");

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        text(received)
    }

    fn from_nullable(received: Received<'_>) -> json::Result<Option<Self>> {
        if has_no_content(received) { Ok(None) } else { text(received).map(Some) }
    }
}

/// Raw content as bytes.
impl ReadableResponse for Vec<u8> {
    const ACCEPT: Option<&'static str> = Some("*/*");

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        bytes(received)
    }

    fn from_nullable(received: Received<'_>) -> json::Result<Option<Self>> {
        if has_no_content(received) { Ok(None) } else { bytes(received).map(Some) }
    }
}

/// A response whose value may be null. A response without a body (status code 204) is read as `None`, for example.
impl<R: ReadableResponse> ReadableResponse for Option<R> {
    const VALUE_TYPE: Option<ValueType> = R::VALUE_TYPE;
    const ACCEPT: Option<&'static str> = R::ACCEPT;

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        R::from_nullable(received)
    }
}

fn text(received: Received<'_>) -> json::Result<String> {
    check_content(received)?;
    received.utf8().map(str::to_owned)
}

fn bytes(received: Received<'_>) -> json::Result<Vec<u8>> {
    check_content(received)?;
    Ok(received.body.to_vec())
}

/// Returns an error if the body is empty and the status code is 202 or 204.
fn check_content(received: Received<'_>) -> json::Result<()> {
    if has_no_content(received) {
        return Err(Error::custom("the response has no content"));
    }
    Ok(())
}

/// Checks whether the body is empty and the status code is 202 or 204. With the status code 200, an empty body is valid
/// content, such as an empty file.
fn has_no_content(received: Received<'_>) -> bool {
    matches!(received.status, StatusCode::NO_CONTENT | StatusCode::ACCEPTED) && received.body.is_empty()
}
