//! The runtime of the OData derives: traits, values, reading and writing of OData v4 JSON.
//!
//! A library author writes plain structs and enums and derives [`ODataEntity`](derive@ODataEntity),
//! [`ODataComplex`](derive@ODataComplex) and [`ODataEnum`](derive@ODataEnum) for them; `serde_json` and every other JSON
//! crate that works with serde then reads and writes them as OData wants it.
//!
//! ```
//! use odata_core::{Extra, ODataEntity};
//!
//! #[derive(ODataEntity)]
//! #[odata(namespace = "microsoft.graph", abstract)]
//! struct Entity {
//!     #[odata(key, computed)]
//!     id: Option<String>,
//!     #[odata(extra)]
//!     extra: Extra,
//! }
//!
//! #[derive(ODataEntity)]
//! #[odata(namespace = "microsoft.graph.security")]
//! struct CaseOperation {
//!     #[odata(base)]
//!     entity: Entity,
//!     percent_progress: Option<i32>,
//! }
//!
//! let operation: CaseOperation = serde_json::from_str(r#"{"percentProgress": 50, "id": "1"}"#)?;
//! assert_eq!((operation.percent_progress, operation.id.as_deref()), (Some(50), Some("1")));
//! assert_eq!(
//!     serde_json::to_string(&operation)?,
//!     r##"{"@odata.type":"#microsoft.graph.security.caseOperation","id":"1","percentProgress":50}"##,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Sending
//!
//! Serializing a value writes everything that it holds. What a client may send is a [`body`]: `CaseOperation::create()`,
//! `to_create()`, `CaseOperation::update()`, `changes_since()`. Each field has a constant for its property,
//! `CaseOperation::PERCENT_PROGRESS`, a [`TypedProperty`] that bodies take and, with the feature `http`, the options of queries
//! (module `query`) and the requests (module `request`).
//!
//! # Other crates
//!
//! Properties have types of [`chrono`], `uuid` (feature `uuid`) and `rust_decimal` (feature `rust_decimal`), and requests have types
//! of `http` (feature `http`). This crate re-exports these crates, so that a client can use the same versions without
//! depending on them: `odata_core::chrono::NaiveDate`.
//!
//! # Borrowing
//!
//! A type with lifetimes borrows from the input: `Cow<'a, str>` where it can, `&'a str` always, so that a string with
//! escapes is an error for it. The same goes for a `&'a str` of a derived type in a polymorphic value, when it comes before
//! `@odata.type`; `Cow<'a, str>` is then copied.

pub use chrono;
#[cfg(feature = "http")]
pub use http;
#[cfg(feature = "derive")]
pub use odata_derive::{ODataComplex, ODataEntity, ODataEnum};
#[cfg(feature = "rust_decimal")]
pub use rust_decimal;
pub use serde;
#[cfg(feature = "uuid")]
pub use uuid;

pub use entity::{ODataComplex, ODataEntity};
pub use enumeration::{Flag, Flags, ODataEnum, UnknownMember};
pub use envelope::{Change, Collection, Delta, ErrorDetail, Lenient, Link, ODataError, Removed, SingleValue};
pub use extra::{Extra, StreamLinks};
pub use incoming::ReadError;
pub use stream::Stream;
pub use structured::{BaseTypeOf, Derived, DerivedFrom, Here, ODataStructured, There};
pub use typed_property::{
    Assign, Elements, IntoPropertyPath, Nullable, Operand, PropertyPath, Reach, TypedProperty, access,
};
pub use untyped::{MemberIter, Members, Number, Untyped};
pub use value::{
    Binary, Duration, DurationTooLong, Ieee754Compatible, InvalidBinary, InvalidDuration, Json, ODataValue,
    ReadValue, Related,
};
pub use wire_format::{Base64Alphabet, EnumLiterals};

mod arbitrary_precision;
#[doc = include_str!("../docs/attributes.md")]
pub mod attributes {}
#[cfg(not(doctest))]
pub mod guide;
pub mod body;
mod control;
mod entity;
mod enumeration;
mod envelope;
mod error;
mod extra;
mod incoming;
pub mod metadata;
#[doc(hidden)]
pub mod private;
#[cfg(feature = "http")]
pub mod query;
mod raw_text;
#[cfg(feature = "http")]
pub mod request;
mod scientific;
pub mod spatial;
mod stream;
mod structured;
mod typed_property;
mod untyped;
mod value;
mod wire_format;
