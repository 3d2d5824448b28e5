//! Structs that add no property to their base type's, of which Graph has hundreds: `auditData` alone is the base of 392.

use core::ops::{Deref, DerefMut};

use serde::ser::SerializeMap;

use super::{BaseType, Derived, ODataStructured, PropertyWriter};
use crate::extra::Extra;
use crate::incoming::ReadError;

/// A struct that adds no property and no `extra` to its base type: that type by another name. What it is besides follows, and is
/// said here once for all of them: with impls for each, the compiler has a fourteenth more to do after an edit in a model of all types of
/// `microsoft.graph.security`.
///
/// All that is asked of the base type is asked of `Base`, and `Partial` is bound by nothing: so a base type that is none is one error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct with `ODataEntity` or `ODataComplex`",
    note = "a base type is a struct that derives `ODataEntity` or `ODataComplex` itself"
)]
pub trait AddsNothing: ODataStructured + DerefMut + Deref<Target = <Self as AddsNothing>::Base> {
    /// The base type.
    type Base: BaseType<Parts = Self::Partial>;

    /// The struct, made of the base type's part.
    fn from_base(base: Self::Base) -> Self;

    /// The base type's part.
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
