//! The traits of JSON objects and arrays, whose members and elements are read one by one.

use super::{NamedType, ObjectState, Receiver};
use crate::extra::Extra;
use crate::member_name::MemberName;
use crate::metadata::{StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;

/// A JSON object whose members can be read.
pub trait Object<'de> {
    /// Returns the progress of reading this JSON object.
    fn state(&mut self) -> &mut ObjectState;

    /// Reads the remaining members of the object, and passes the values of declared properties to `target`. Stops after
    /// a member `@odata.type` and returns the type that `@odata.type` names. Returns `None` at the end of the object.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects a value.
    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError>;

    /// Continues to read the object as an instance of the type `derived`, after its `@odata.type` has been read.
    /// Members that were read before `@odata.type` become properties if `derived` declares them.
    ///
    /// # Errors
    ///
    /// Returns an error if the receiver rejects the value of a member.
    fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state().enter_derived(derived, target)
    }

    /// Continues to read the object as an instance of the type `declared`, because `@odata.type` is absent or names an
    /// unknown type.
    ///
    /// # Errors
    ///
    /// Returns an error if the object contains an undeclared property and the declared type has `deny_unknown`. Returns
    /// an error if an undeclared member has an invalid value, such as a number that is out of range.
    fn enter_declared(
        &mut self,
        declared: &'static StructuredType,
        _target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state().reject_undeclared_before_type(declared)
    }

    /// Reads the remaining members of the object as members of the type `derived`, and returns the members that
    /// `derived` doesn't declare. Members that were read before `@odata.type` become properties if `derived` declares
    /// them.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed, the receiver rejects a value, or `@odata.type` names a base type of
    /// `derived`.
    fn read_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<&mut Extra, ReadError> {
        self.enter_derived(derived, target)?;
        self.read_to_end(derived, target)
    }

    /// Reads the remaining members of an object of the type `metadata`, and returns the undeclared members.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects a value. Returns an error if `@odata.type`
    /// names a base type, such as `entity` for an object that is read as a `user`.
    #[inline]
    fn read_to_end(
        &mut self,
        metadata: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<&mut Extra, ReadError> {
        while let Some(named) = self.read_members(target, (TypeSet::One(metadata), None))? {
            self.state().accept_type(named, metadata)?;
        }
        Ok(&mut self.state().undeclared)
    }

    /// Reads the name of the object's next member, or returns `None` at the end of the object.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed.
    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError>;

    /// Reads the value of the member whose name [`next_name`](Self::next_name) returned last, and passes the value to
    /// `receiver`.
    ///
    /// If `uses_deserialize_any` is `true`, the value is read with `deserialize_any`. If `uses_deserialize_any` is
    /// `false`, `receiver` gets an [`Incoming::Pending`](super::Incoming::Pending) and reads it with another function,
    /// such as `deserialize_f64`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next_value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError>;
}

/// A JSON array whose elements can be read.
pub trait Sequence<'de> {
    /// Reads the next element of the array and passes it to `receiver`. Returns `false` if the array has no more
    /// elements.
    ///
    /// If `uses_deserialize_any` is `true`, the element is read with `deserialize_any`. If `uses_deserialize_any` is
    /// `false`, `receiver` gets an [`Incoming::Pending`](super::Incoming::Pending) and reads it with another function,
    /// such as `deserialize_f64`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<bool, ReadError>;

    /// Returns the number of remaining elements of the array, if the format provides this number.
    fn size_hint(&self) -> Option<usize>;
}
