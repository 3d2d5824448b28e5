//! The results of operations.

use serde::Deserialize;

use super::primitive_types::with_primitive_types;
use super::readable_response::ReadableResponse;
use crate::enumeration::{EnumerationKind, Flag, Flags, FlagsKind, ODataEnum};
use crate::envelope::{Collection, SingleValue};
use crate::stream::Stream;
use crate::structured::ODataStructured;
use crate::structured::kind::{PolymorphicKind, StructuredKind};
use crate::value::kind::PropertyType;
use crate::value::{BoxKind, CollectionKind, Json, JsonKind, NullableKind, ReadValue};

/// The Rust type of an operation's result, such as `Vec<User>`. The table shows which response type `Request::read`
/// returns for each result type:
///
/// | Result | Response |
/// |---|---|
/// | `()`: no result | `()` |
/// | an entity type or complex type `T` | `T` |
/// | a primitive or enumeration type `T` | [`SingleValue<T>`](crate::SingleValue) |
/// | `Option<T>`: may be null | `Option<R>`, where `R` is the response for `T`; `None` for status code 204 |
/// | `Vec<T>`: a collection | [`Collection<T>`](crate::Collection) |
/// | [`Stream`](crate::Stream) | `Vec<u8>`: the bytes of the body |
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the result of an operation: use an entity, complex, enumeration or primitive type, or `Option` or `Vec` of it",
    label = "not the type of a result that can be read",
    note = "use a type with `ODataEntity`, `ODataComplex` or `ODataEnum`, a primitive type, or `Option` or `Vec` of these"
)]
pub trait OperationResult {
    /// The Rust type of the response.
    type Response: ReadableResponse;
}

impl OperationResult for () {
    type Response = ();
}

/// The result is read as the bytes of the stream.
impl OperationResult for Stream {
    type Response = Vec<u8>;
}

/// Selects the response type of an operation. For example, `CollectionKind` selects `Collection<User>` for the result
/// type `Vec<User>`.
pub trait ResultKind<T> {
    /// The Rust type of the response.
    type Response: ReadableResponse;
}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: ResultKind<T>>> OperationResult for T {
    type Response = <T::Kind as ResultKind<T>>::Response;
}

impl<T: ODataStructured + for<'de> Deserialize<'de>, B> ResultKind<T> for StructuredKind<B> {
    type Response = T;
}

impl<T: ODataStructured + for<'de> Deserialize<'de>, B> ResultKind<T> for PolymorphicKind<B> {
    type Response = T;
}

impl<T: ODataEnum + for<'de> ReadValue<'de>> ResultKind<T> for EnumerationKind {
    type Response = SingleValue<T>;
}

impl<E: Flag> ResultKind<Flags<E>> for FlagsKind {
    type Response = SingleValue<Flags<E>>;
}

impl<T: for<'de> ReadValue<'de>> ResultKind<Vec<T>> for CollectionKind {
    type Response = Collection<T>;
}

impl<T: OperationResult> ResultKind<Option<T>> for NullableKind {
    type Response = Option<T::Response>;
}

impl<T: OperationResult> ResultKind<Box<T>> for BoxKind {
    type Response = T::Response;
}

impl<T> ResultKind<Json<T>> for JsonKind
where
    Json<T>: for<'de> ReadValue<'de>,
{
    type Response = SingleValue<Json<T>>;
}

macro_rules! primitive_results {
    ($($(#[$attribute:meta])* $primitive:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl OperationResult for $primitive {
            type Response = SingleValue<Self>;
        }
    )*};
}

with_primitive_types! { primitive_results }

impl OperationResult for serde_json::Value {
    type Response = SingleValue<Self>;
}
