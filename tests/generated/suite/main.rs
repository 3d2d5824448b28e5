//! Models that odata-build generated, and tests of them. Compiling them is the first test.

mod bodies;
mod declared_body;
mod defaults;
mod difference;
mod documents;
mod keys;
mod shop;

use odata_core::metadata::ValueType;
use odata_core::{ODataValue, ReadValue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The types of the bodies in `ODATA_TEST_DATA`.
#[allow(unreachable_pub)]
pub mod graph_model {
    include!(concat!(env!("OUT_DIR"), "/graph.rs"));
}

/// The types of the shop in this repository, with many names that aren't valid Rust names, in one file for each namespace.
pub mod shop_model {
    include!(concat!(env!("OUT_DIR"), "/shop/mod.rs"));
}

/// The types whose keys are tested.
#[allow(dead_code, unreachable_pub, missing_docs, deprecated, clippy::all, clippy::pedantic)]
mod key_dispatch {
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// The operations and entity containers of the models of services.
#[allow(unreachable_pub, clippy::all, clippy::pedantic)]
mod operations {
    include!(concat!(env!("OUT_DIR"), "/operations.rs"));
}

/// Reads and writes bodies as generated types, which are selected by name.
#[allow(deprecated, clippy::all, clippy::pedantic)]
pub mod dispatch {
    include!(concat!(env!("OUT_DIR"), "/dispatch.rs"));
}

/// The JSON that is written after reading a body, or the message of the error.
pub type Outcome = Result<Value, String>;

/// Reads a body as `T` and writes it.
///
/// # Errors
///
/// Returns the message of the error if the body can't be read or written.
pub fn round_trip<T>(body: &str) -> Outcome
where
    T: Serialize + DeserializeOwned,
{
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    // Serializing directly into a `Value` would convert the `Edm.Single` `0.31` to the double `0.3100000023841858`.
    let written = serde_json::to_string(&value).map_err(|error| error.to_string())?;
    serde_json::from_str(&written).map_err(|error| error.to_string())
}

/// Returns the metadata of `T`. The bounds are the traits of a type that can be read and written.
#[must_use]
pub const fn value_type<T>() -> ValueType
where
    T: ODataValue + for<'de> ReadValue<'de> + Serialize + DeserializeOwned,
{
    T::TYPE
}
