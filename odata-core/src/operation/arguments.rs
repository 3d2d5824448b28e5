//! The values of the parameters of an operation.

use crate::untyped::{Members, written};
use crate::value::ODataValue;

/// The values of the parameters of an operation, in the order of the parameters.
#[derive(Debug, Default)]
pub struct Arguments {
    members: Members,
    /// The reason why the first invalid value can't be serialized, after the name of its parameter.
    failure: Option<String>,
}

impl Arguments {
    /// Adds the value of a required parameter. `None` is sent as `null`.
    pub fn required<T: ODataValue>(&mut self, name: &str, value: &T) {
        match written(value) {
            Ok(value) => self.members.push(name.into(), value),
            Err(error) => _ = self.failure.get_or_insert_with(|| format!("`{name}`: {error}")),
        }
    }

    /// Adds the value of an optional parameter, unless it is absent.
    pub fn optional<T: ODataValue>(&mut self, name: &str, value: &T) {
        if !value.is_absent() {
            self.required(name, value);
        }
    }

    /// Returns the values by name.
    ///
    /// # Errors
    ///
    /// Returns the reason if a value can't be serialized.
    #[cfg(feature = "http")]
    pub(crate) fn finish(self) -> Result<Members, String> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.members),
        }
    }
}
