//! Shared implementations for derived structs that declare no properties. Microsoft Graph has hundreds of derived
//! structs without properties, so sharing the implementations reduces the build time.

use core::ops::{Deref, DerefMut};

use serde::ser::SerializeMap;

use super::{BaseType, Derived, ODataStructured, PropertyWriter};
use crate::extra::Extra;
use crate::read_error::ReadError;

/// A derived type that declares no properties and no `#[odata(extra)]` field. Every type that implements
/// `WithoutProperties` gets [`BaseType`] and [`Derived`] from blanket implementations. Without the blanket
/// implementations, an incremental `cargo check` of a model of `microsoft.graph.security` would take 7 % longer.
///
/// An invalid base type, such as `String`, must cause only one compiler error: `String` doesn't implement [`BaseType`].
/// `WithoutProperties` has no trait bounds on `ODataStructured::Partial`, because they would cause a second compiler
/// error for the invalid base type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type, because it is not a struct that derives `ODataEntity` or `ODataComplex`",
    label = "not a valid base type",
    note = "if `{Self}` is a struct, derive `ODataEntity` or `ODataComplex` for it; if it is a polymorphic enum, use the struct in its variant with `#[odata(base)]`"
)]
pub trait WithoutProperties:
    ODataStructured + DerefMut + Deref<Target = <Self as WithoutProperties>::Base>
{
    /// The base type: the type of the field marked `#[odata(base)]`.
    type Base: BaseType<Parts = Self::Partial>;

    /// Creates the struct from a value of its base type.
    fn from_base(base: Self::Base) -> Self;

    /// Converts the struct into a value of its base type.
    fn into_base(self) -> Self::Base;
}

impl<T: WithoutProperties> BaseType for T {
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
impl<T: WithoutProperties> Derived for T {
    type Base = <T as WithoutProperties>::Base;

    #[inline]
    fn into_base(self) -> Self::Base {
        WithoutProperties::into_base(self)
    }

    #[inline]
    fn partial_on(base: <Self::Base as BaseType>::Parts) -> T::Partial {
        base
    }
}
