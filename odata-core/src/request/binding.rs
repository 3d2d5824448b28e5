//! Traits that check whether a bound operation can be called on a path.

use crate::structured::{BaseTypeOf, ODataStructured};

/// The binding type of an operation that can be called on the path of an entity: the entity type `T`, or a base type of
/// `T`. The compiler infers the type parameter `I`.
#[diagnostic::on_unimplemented(
    message = "an operation bound to `{Self}` can't be called on the path of a `{T}`: call it on the path of a `{Self}`",
    label = "`{T}` is not `{Self}` and does not derive from it",
    note = "to call an operation of a derived type, `cast` the path to the derived type before",
    note = "call an operation that is bound to a collection (`Vec<_>`) on the path of a collection, and an unbound operation on the `Service`"
)]
pub trait SingleBinding<T, I> {}

#[diagnostic::do_not_recommend]
impl<B: ODataStructured + BaseTypeOf<T, I>, T, I> SingleBinding<T, I> for B {}

/// The binding type of an operation that can be called on the path of a collection: `Vec<T>`, or a `Vec` of a base type
/// of `T`. The compiler infers the type parameter `I`.
#[diagnostic::on_unimplemented(
    message = "an operation bound to `{Self}` can't be called on the path of a collection of `{T}`: call it on the path of a `{Self}`",
    label = "not bound to a collection of `{T}` or of a base type",
    note = "to call an operation of a derived type, `cast` the path to the derived type before",
    note = "call an operation that is bound to a single entity on the path of the entity: `collection.key(…).call(…)`"
)]
pub trait CollectionBinding<T, I> {}

#[diagnostic::do_not_recommend]
impl<B: BaseTypeOf<T, I>, T, I> CollectionBinding<T, I> for Vec<B> {}

/// The binding type of an unbound operation: `()`, because an unbound operation has no binding parameter.
#[diagnostic::on_unimplemented(
    message = "an operation bound to `{Self}` can't be called on a `Service`: call it on the path of a `{Self}`",
    label = "a bound operation"
)]
pub trait NoBinding {}

impl NoBinding for () {}
