//! The values of the parameters of an operation.

use crate::metadata::ValueType;
use crate::untyped::{Members, written};
use crate::value::ODataValue;

/// The values of the parameters of an operation, in the order of the parameters.
#[derive(Debug, Default)]
pub struct Arguments {
    members: Members,
    /// The error message for the first value that can't be serialized: the name of the parameter and the reason.
    failure: Option<String>,
}

impl Arguments {
    fn required<T: ODataValue>(&mut self, name: &str, value: &T) {
        match written(value) {
            Ok(value) => self.members.push(name.into(), value),
            Err(error) => _ = self.failure.get_or_insert_with(|| format!("`{name}`: {error}")),
        }
    }

    /// Returns the values, each with the name of its parameter.
    ///
    /// # Errors
    ///
    /// Returns an error message if a value can't be serialized.
    #[cfg(feature = "http")]
    pub(crate) fn finish(self) -> Result<Members, String> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.members),
        }
    }
}

/// The value of a parameter of an action or a function. Every type that implements [`ODataValue`] is supported.
///
/// The generated code requires `ParameterValue` instead of [`ODataValue`], so that the compiler reports only one error
/// for a parameter of an unsupported type.
pub trait ParameterValue {
    /// The type of the parameter in CSDL.
    const TYPE: ValueType;

    /// Adds the value of a required parameter. `None` is sent as `null`.
    fn add_required(&self, name: &str, arguments: &mut Arguments);

    /// Adds the value of an optional parameter. If the value is absent (`None`), the parameter is omitted from the
    /// request.
    fn add_optional(&self, name: &str, arguments: &mut Arguments);
}

impl<T: ODataValue> ParameterValue for T {
    const TYPE: ValueType = T::TYPE;

    fn add_required(&self, name: &str, arguments: &mut Arguments) {
        arguments.required(name, self);
    }

    fn add_optional(&self, name: &str, arguments: &mut Arguments) {
        if !self.is_absent() {
            arguments.required(name, self);
        }
    }
}
