//! The values of the parameters of an operation.

use crate::metadata::ValueType;
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
    fn required<T: ODataValue>(&mut self, name: &str, value: &T) {
        match written(value) {
            Ok(value) => self.members.push(name.into(), value),
            Err(error) => _ = self.failure.get_or_insert_with(|| format!("`{name}`: {error}")),
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

/// The value of a parameter. Every [`ODataValue`] implements this trait.
///
/// The code of the derive macros refers to the type of a parameter only as `<Type as ParameterValue>::…`, always with the same span, so that
/// the compiler reports an unsupported type once.
pub trait ParameterValue {
    /// The type of the parameter in CSDL.
    const TYPE: ValueType;

    /// Adds the value of a required parameter. `None` is sent as `null`.
    fn add_required(&self, name: &str, arguments: &mut Arguments);

    /// Adds the value of an optional parameter, unless the value is absent.
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
