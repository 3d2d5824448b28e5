//! From a property to those of its value.

use crate::structured::ODataStructured;
use crate::value::kind::Unbox;

/// A type of property whose value has properties itself: an entity or complex type, optional or boxed.
#[diagnostic::on_unimplemented(
    message = "the value of this property, `{Self}`, has no properties",
    label = "neither an entity type nor a complex type",
    note = "the elements of a collection are asked with `any` and `all`"
)]
pub trait Reach {
    /// The type that has them.
    type Target;
}

impl<T: ODataStructured> Reach for T {
    type Target = <T::Kind as Unbox<T>>::Unboxed;
}

impl<T: Reach> Reach for Option<T> {
    type Target = T::Target;
}

/// A type of property whose value is a collection.
#[diagnostic::on_unimplemented(
    message = "the value of this property, `{Self}`, is not a collection",
    label = "not a collection"
)]
pub trait Elements {
    /// The type of an element.
    type Element;
}

impl<T> Elements for Vec<T> {
    type Element = T;
}

impl<T: Elements> Elements for Option<T> {
    type Element = T::Element;
}
