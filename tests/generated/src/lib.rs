//! Models that odata-build generated: that they compile is the first test.

#[cfg(test)]
mod bodies;
#[cfg(test)]
mod defaults;
#[cfg(test)]
mod difference;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod shop;

use odata_core::{Collection, ODataValue, ReadValue, SingleValue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The types of the bodies in `ODATA_TEST_DATA`.
#[allow(unreachable_pub)]
pub mod graph_model {
    include!(concat!(env!("OUT_DIR"), "/graph.rs"));
}

/// The types of a service of our own, with all the names that Rust can't have, in one file for each namespace.
pub mod shop_model {
    include!(concat!(env!("OUT_DIR"), "/shop/mod.rs"));
}

/// The types whose keys are tested.
#[cfg(test)]
#[allow(dead_code, unreachable_pub, missing_docs, deprecated, clippy::all, clippy::pedantic)]
mod key_dispatch {
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// What becomes of a body.
#[allow(deprecated, clippy::all, clippy::pedantic)]
pub mod dispatch {
    include!(concat!(env!("OUT_DIR"), "/dispatch.rs"));
}

/// How a body holds its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    Object,
    /// A page of values.
    Collection,
    /// One value in `value`.
    Wrapped,
    /// An array without an object around it.
    BareArray,
}

/// The body as it is written again, or why it could not be read.
pub type Outcome = Result<Value, String>;

/// Reads a body and writes it.
///
/// # Errors
///
/// The message of the error that reading, or writing, ends with.
pub fn through<T>(shape: Shape, body: &str) -> Outcome
where
    T: ODataValue + for<'de> ReadValue<'de> + Serialize + DeserializeOwned,
{
    fn of<T: Serialize + DeserializeOwned>(body: &str) -> Outcome {
        let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
        // Not into a `Value` at once: that has doubles, so `0.31` of an `Edm.Single` would become `0.3100000023841858`.
        let written = serde_json::to_string(&value).map_err(|error| error.to_string())?;
        serde_json::from_str(&written).map_err(|error| error.to_string())
    }
    match shape {
        Shape::Object => of::<T>(body),
        Shape::Collection => of::<Collection<T>>(body),
        Shape::Wrapped => of::<SingleValue<T>>(body),
        Shape::BareArray => of::<Vec<T>>(body),
    }
}
