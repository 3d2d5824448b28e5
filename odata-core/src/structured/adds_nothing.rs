//! Structs that add no properties to their base type. Graph has hundreds of them: 392 types derive from `auditData` alone.

use core::ops::{Deref, DerefMut};

use serde::ser::SerializeMap;

use super::{BaseType, Derived, ODataStructured, PropertyWriter};
use crate::extra::Extra;
use crate::read_error::ReadError;

/// A struct that adds no property and no `extra` to its base type. The other traits are implemented here once for all such
/// structs. With separate impls for each struct, `cargo check` takes a fourteenth longer after an edit in a model of all types
/// in `microsoft.graph.security`.
///
/// All requirements on the base type are bounds of `Base`, and `Partial` has no bounds. As a result, an invalid base type is
/// reported as a single error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct that derives `ODataEntity` or `ODataComplex`",
    note = "a base type must be a struct that derives `ODataEntity` or `ODataComplex`; a polymorphic enum can't be a base type"
)]
pub trait AddsNothing: ODataStructured + DerefMut + Deref<Target = <Self as AddsNothing>::Base> {
    /// The base type.
    type Base: BaseType<Parts = Self::Partial>;

    /// Creates the struct from its base type.
    fn from_base(base: Self::Base) -> Self;

    /// Returns the base type's part.
    fn into_base(self) -> Self::Base;
}

impl<T: AddsNothing> BaseType for T {
    type Own = ();

    type Parts = <T::Base as BaseType>::Parts;

    #[inline]
    fn finish(partial: Self::Parts, extra: &mut Extra) -> Result<T, ReadError> {
        match <T::Base as BaseType>::finish(partial, extra) {
            Ok(base) => Ok(T::from_base(base)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn write_properties<'w, M: SerializeMap>(&'w self, writer: &mut PropertyWriter<'w, M>) {
        self.deref().write_properties(writer);
    }
}

#[diagnostic::do_not_recommend]
impl<T: AddsNothing> Derived for T {
    type Base = <T as AddsNothing>::Base;

    #[inline]
    fn into_base(self) -> Self::Base {
        AddsNothing::into_base(self)
    }

    #[inline]
    fn partial_on(base: <Self::Base as BaseType>::Parts) -> T::Partial {
        base
    }
}
