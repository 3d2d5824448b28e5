//! Traits for field types: `Reach` for an entity or a complex value, and `Elements` for a collection.

use crate::structured::ODataStructured;
use crate::value::kind::Unbox;

/// A field type whose values have properties: an entity type or a complex type such as `User`, or an `Option` or `Box`
/// of such a type, such as `Option<User>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` has no properties: use an entity type or a complex type, or `any` for a collection",
    label = "neither an entity type nor a complex type",
    note = "to filter by the elements of a collection, use `any` or `all`; if the elements are primitive values, use `any_value` or `all_values`",
    note = "in a request path, use `collection` for a collection-valued navigation property"
)]
pub trait Reach {
    /// The entity type or complex type, without the `Option` or `Box` around it.
    type Target;
}

#[diagnostic::do_not_recommend]
impl<T: ODataStructured> Reach for T {
    type Target = <T::Kind as Unbox<T>>::Unboxed;
}

impl<T: Reach> Reach for Option<T> {
    type Target = T::Target;
}

/// The type of a field whose value is a collection, such as `Vec<String>` or `Option<Vec<String>>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a collection: use a property of the type `Vec<_>`",
    label = "not a collection",
    note = "for a single-valued navigation property, use `navigate` in a request path, and `then` in a filter"
)]
pub trait Elements {
    /// The type of the collection's elements, which can be an `Option` or a `Box`.
    type Element;
}

impl<T> Elements for Vec<T> {
    type Element = T;
}

impl<T: Elements> Elements for Option<T> {
    type Element = T::Element;
}
