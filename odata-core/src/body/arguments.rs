//! The parameters of an operation: the request body of an action call, or the arguments in the URL of a function call.

use super::members::Contents;
use super::selection::{self, Purpose};
use super::value_path::ValuePath;
use super::{InvalidBody, Parameters, sentinel};
use crate::operation::{Arguments, ODataOperation};
use crate::untyped::Members;

impl Parameters<()> {
    /// Creates the body of a request that calls an action.
    ///
    /// # Errors
    ///
    /// Returns an error if a value is the sentinel of an evolvable enumeration or can't be serialized.
    pub(crate) fn of_operation<A: ODataOperation>(action: &A) -> Result<Self, InvalidBody> {
        let members = Contents::build(|| members(action))?;
        Self::of_members(members, A::METADATA.parameter_type()).checked()
    }
}

/// Returns the values of the parameters of a function, formatted with the current
/// [`WireFormat`](crate::wire_format::WireFormat).
///
/// # Errors
///
/// Returns an error if a value is the sentinel of an evolvable enumeration or can't be serialized.
pub(crate) fn of_function<F: ODataOperation>(function: &F) -> Result<Members, InvalidBody> {
    let members = members(function)?;
    sentinel::reject(&members, Some(F::METADATA.parameter_type()))?;
    Ok(members)
}

fn members<O: ODataOperation>(operation: &O) -> Result<Members, InvalidBody> {
    let mut arguments = Arguments::default();
    operation.add_arguments(&mut arguments);
    let members = arguments.finish().map_err(InvalidBody::new)?;
    selection::members(members, O::METADATA.parameter_type(), Purpose::Operation, &ValuePath::Body)
}
