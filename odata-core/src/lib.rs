//! Typed models for OData v4 services.
//!
//! Write plain structs and enums, and derive [`ODataEntity`](derive@ODataEntity),
//! [`ODataComplex`](derive@ODataComplex) or [`ODataEnum`](derive@ODataEnum) for them. The types then implement
//! `Serialize` and `Deserialize` in the OData JSON format, including inheritance, `@odata.type` and annotations.
//! `serde_json` and other JSON crates that support serde can read and write them.
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
//! # Cargo features
//!
//! | Feature | Default | Adds |
//! |---|---|---|
//! | `derive` | yes | The derive macros of `odata-derive` |
//! | `http` | no | Query options (module `query`), and requests and responses for the crate `http` (module `request`) |
//! | `rust_decimal` | no | `rust_decimal::Decimal` as the type of `Edm.Decimal` properties |
//! | `uuid` | no | `uuid::Uuid` as the type of `Edm.Guid` properties |
//!
//! # Request bodies
//!
//! Serializing an entity writes all of its properties, including properties that a service rejects in a request. The
//! module [`body`] contains types for the bodies of requests, which contain only properties that a client may send.
//! Create a body with `CaseOperation::create()` or `to_create()`, and with `CaseOperation::update()` or
//! `changes_since()`.
//!
//! The derive macros also declare a constant for every property, such as `CaseOperation::PERCENT_PROGRESS`. This
//! [`TypedProperty`] is an argument of bodies, query options and requests.
//!
//! # Re-exported crates
//!
//! Properties have types of the crates [`chrono`], `uuid` and `rust_decimal`, and requests have types of `http`. This
//! crate re-exports them, so that you can use the same versions without a dependency: `odata_core::chrono::NaiveDate`.
//!
//! # Borrowing from the input
//!
//! A type with a lifetime borrows strings from the input:
//!
//! - `Cow<'a, str>` borrows if possible. Otherwise, for example if the string has escapes, it is an owned copy.
//! - `&'a str` always borrows. A string with escapes is an error.
//!
//! In a polymorphic value, properties of a derived type that occur before `@odata.type` can't be borrowed:
//! `Cow<'a, str>` is copied, and `&'a str` is an error.

#![cfg_attr(docsrs, feature(doc_cfg))]

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
pub use read_error::ReadError;
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
pub mod body;
mod control;
mod entity;
mod enumeration;
mod envelope;
mod error;
mod exact_digits;
mod extra;
#[cfg(not(doctest))]
pub mod guide;
mod incoming;
mod member_name;
pub mod metadata;
#[doc(hidden)]
pub mod private;
#[cfg(feature = "http")]
pub mod query;
mod raw_text;
mod read_error;
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
