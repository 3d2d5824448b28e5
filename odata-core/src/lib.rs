//! Typed models for OData v4 services.
//!
//! Write plain structs and enums, and derive [`ODataEntity`](derive@ODataEntity), [`ODataComplex`](derive@ODataComplex)
//! or [`ODataEnum`](derive@ODataEnum) for them. The derive macros implement `Serialize` and `Deserialize` for the OData
//! JSON format, including inheritance, `@odata.type` and annotations. The types can be read and written with
//! `serde_json` and with other JSON crates that support serde.
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
//! module [`body`] contains types for request bodies, which contain only properties that a client may send. For a
//! create request, `CaseOperation::create()` returns a body without properties, and `operation.to_create()` returns a
//! body with the properties of `operation`. For an update request, `CaseOperation::update()` returns a body without
//! properties, and `changed.changes_since(&original)` returns a body with the properties that differ.
//!
//! The derive macros also declare a [`TypedProperty`] constant for every property, such as
//! `CaseOperation::PERCENT_PROGRESS`. Methods of request bodies, query options and requests accept `TypedProperty`
//! constants as arguments.
//!
//! # Re-exported crates
//!
//! odata-core re-exports the crates whose types it uses: [`chrono`], `uuid` and `rust_decimal` for properties, and
//! `http` for requests. For example, if you use `odata_core::chrono::NaiveDate`, you don't need a dependency on chrono,
//! and you always use the same version of chrono as odata-core. To use more features of a re-exported crate, add a
//! dependency on the crate that enables the features: `Utc::now()` requires
//! `chrono = { version = "0.4", default-features = false, features = ["now"] }`.
//!
//! # Borrowing from the input
//!
//! A struct with a lifetime parameter can borrow strings from the input:
//!
//! - A `Cow<'a, str>` field borrows a string without escapes, and contains a copy of a string with escapes such as
//!   `\n`.
//! - A `&'a str` field borrows a string without escapes. Reading a string with escapes such as `\n` into a `&'a str`
//!   field returns an error.
//!
//! The functions in [`json`] can borrow strings from every member. With `serde_json`, the order of the members matters
//! in a polymorphic enum: a property of a derived type can borrow its string only if the property follows
//! `@odata.type`. If a property of a derived type precedes `@odata.type`, a `Cow<'a, str>` field contains an owned copy
//! of the string, and reading a `&'a str` field returns an error.

#![cfg_attr(docsrs, feature(doc_cfg))]
// The documentation links to items of the feature `http`, which don't exist without this feature.
#![cfg_attr(not(feature = "http"), allow(rustdoc::broken_intra_doc_links))]

pub use chrono;
#[cfg(feature = "http")]
pub use http;
#[cfg(all(feature = "derive", feature = "http"))]
pub use odata_derive::ODataContainer;
#[cfg(feature = "derive")]
pub use odata_derive::{ODataAction, ODataComplex, ODataEntity, ODataEnum, ODataFunction};
#[cfg(feature = "rust_decimal")]
pub use rust_decimal;
pub use serde;
#[cfg(feature = "uuid")]
pub use uuid;

pub use entity::{ODataComplex, ODataEntity};
pub use enumeration::{Flag, Flags, ODataEnum, UnknownMember};
pub use envelope::{Change, Collection, Delta, ErrorDetail, Lenient, Link, ODataError, Removed, SingleValue};
pub use extra::{Extra, StreamLinks};
pub use operation::{ComposableFunction, ODataAction, ODataFunction, ODataOperation};
pub use read_error::ReadError;
#[cfg(feature = "http")]
pub use request::ODataContainer;
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
pub mod json;
mod member_name;
pub mod metadata;
mod operation;
#[doc(hidden)]
pub mod private;
#[cfg(feature = "http")]
pub mod query;
mod raw_json;
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
