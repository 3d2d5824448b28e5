//! The results of operations.

use serde::Deserialize;

use super::build::Request;
use super::response_body::Received;
use crate::enumeration::{EnumerationKind, ODataEnum};
use crate::envelope::{Collection, SingleValue};
use crate::stream::Stream;
use crate::structured::kind::{PolymorphicKind, StructuredKind};
use crate::untyped::Untyped;
use crate::value::kind::PropertyType;
use crate::value::{BoxKind, CollectionKind, Json, JsonKind, NullableKind, ReadValue};

/// The Rust type of an operation's result.
///
/// | Result | Response |
/// |---|---|
/// | `()`: no result | `()` |
/// | an entity or complex type | the type |
/// | a primitive or enumeration type `T` | [`SingleValue<T>`](crate::SingleValue) |
/// | `Option<T>`: may be null | `Option` of the response of `T`; `None` for status 204 |
/// | `Vec<T>`: a collection | [`Collection<T>`](crate::Collection) |
/// | [`Stream`](crate::Stream) | `Vec<u8>`: the bytes of the body |
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the result of an operation",
    label = "not the type of a result that can be read",
    note = "use a type with `ODataEntity`, `ODataComplex` or `ODataEnum`, a primitive type, or `Option` or `Vec` of these"
)]
pub trait OperationResult {
    /// The type of the response.
    type Response;

    /// Reads the response.
    #[doc(hidden)]
    fn read(received: Received<'_>) -> serde_json::Result<Self::Response>;

    /// Reads a response that may be null.
    #[doc(hidden)]
    fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<Self::Response>> {
        if received.is_null()? { Ok(None) } else { Self::read(received).map(Some) }
    }

    /// Changes the headers of a request, if the response isn't JSON.
    #[doc(hidden)]
    fn prepare(request: Request<Self::Response>) -> Request<Self::Response> {
        request
    }
}

impl OperationResult for () {
    type Response = ();

    fn read(_: Received<'_>) -> serde_json::Result<()> {
        Ok(())
    }
}

/// The content of a stream.
impl OperationResult for Stream {
    type Response = Vec<u8>;

    fn read(received: Received<'_>) -> serde_json::Result<Vec<u8>> {
        Ok(received.body.to_vec())
    }

    fn prepare(request: Request<Vec<u8>>) -> Request<Vec<u8>> {
        request.header("Accept", "*/*")
    }
}

/// A kind of types whose values an operation can return.
pub trait ResultKind<T> {
    /// The type of the response.
    type Response;

    /// Reads the response.
    #[doc(hidden)]
    fn read(received: Received<'_>) -> serde_json::Result<Self::Response>;

    /// Reads a response that may be null.
    #[doc(hidden)]
    fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<Self::Response>> {
        if received.is_null()? { Ok(None) } else { Self::read(received).map(Some) }
    }
}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: ResultKind<T>>> OperationResult for T {
    type Response = <T::Kind as ResultKind<T>>::Response;

    fn read(received: Received<'_>) -> serde_json::Result<Self::Response> {
        <T::Kind as ResultKind<T>>::read(received)
    }

    fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<Self::Response>> {
        <T::Kind as ResultKind<T>>::read_nullable(received)
    }
}

impl<T: for<'de> Deserialize<'de>, B> ResultKind<T> for StructuredKind<B> {
    type Response = T;

    fn read(received: Received<'_>) -> serde_json::Result<T> {
        received.json()
    }
}

impl<T: for<'de> Deserialize<'de>, B> ResultKind<T> for PolymorphicKind<B> {
    type Response = T;

    fn read(received: Received<'_>) -> serde_json::Result<T> {
        received.json()
    }
}

impl<T: ODataEnum> ResultKind<T> for EnumerationKind
where
    T: for<'de> ReadValue<'de>,
{
    type Response = SingleValue<T>;

    fn read(received: Received<'_>) -> serde_json::Result<SingleValue<T>> {
        received.json()
    }

    fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<SingleValue<T>>> {
        nullable_value(received)
    }
}

impl<T: for<'de> ReadValue<'de>> ResultKind<Vec<T>> for CollectionKind {
    type Response = Collection<T>;

    fn read(received: Received<'_>) -> serde_json::Result<Collection<T>> {
        received.json()
    }
}

impl<T: OperationResult> ResultKind<Option<T>> for NullableKind {
    type Response = Option<T::Response>;

    fn read(received: Received<'_>) -> serde_json::Result<Option<T::Response>> {
        T::read_nullable(received)
    }
}

impl<T: OperationResult> ResultKind<Box<T>> for BoxKind {
    type Response = T::Response;

    fn read(received: Received<'_>) -> serde_json::Result<T::Response> {
        T::read(received)
    }

    fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<T::Response>> {
        T::read_nullable(received)
    }
}

impl<T> ResultKind<Json<T>> for JsonKind
where
    Json<T>: for<'de> ReadValue<'de>,
{
    type Response = SingleValue<Json<T>>;

    fn read(received: Received<'_>) -> serde_json::Result<SingleValue<Json<T>>> {
        received.json()
    }
}

/// Reads a primitive or enumeration value, which is null if the body is missing or if the member `value` is null.
fn nullable_value<T: for<'de> ReadValue<'de>>(
    received: Received<'_>,
) -> serde_json::Result<Option<SingleValue<T>>> {
    let read: Option<SingleValue<Option<T>>> = received.json()?;
    Ok(read.and_then(|SingleValue { value, extra }| Some(SingleValue { value: value?, extra })))
}

macro_rules! primitive_results {
    ($($(#[$attribute:meta])* $primitive:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl OperationResult for $primitive {
            type Response = SingleValue<Self>;

            fn read(received: Received<'_>) -> serde_json::Result<SingleValue<Self>> {
                received.json()
            }

            fn read_nullable(received: Received<'_>) -> serde_json::Result<Option<SingleValue<Self>>> {
                nullable_value(received)
            }
        }
    )*};
}

primitive_results! {
    bool, u8, i8, i16, i32, i64, f32, f64, String, Box<str>, std::sync::Arc<str>,
    chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>, chrono::NaiveDate, chrono::NaiveTime, chrono::TimeDelta,
    crate::Duration, crate::Binary, Untyped, serde_json::Value,
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "uuid")] uuid::Uuid,
}
