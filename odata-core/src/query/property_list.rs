//! `PropertyList`: a sequence of properties for `$select` or `$orderby`.

use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;

/// Properties for `$select` or `$orderby`: a tuple of up to twelve [properties](crate::TypedProperty), such as
/// `(User::ID, User::DISPLAY_NAME)`. Properties with the same type can also be in an array or a `Vec`. The type `T` or
/// its base types must declare the properties.
///
/// [`QueryOptions::select_all`](super::QueryOptions::select_all) and
/// [`QueryOptions::order_by_all`](super::QueryOptions::order_by_all) accept a `PropertyList`. The compiler infers the
/// type parameter `I`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple, array or `Vec` of properties: for a single property, use `select` or `order_by`",
    label = "expected a tuple of up to twelve property constants such as `(User::ID, User::DISPLAY_NAME)`",
    note = "for a single property, use `select` instead of `select_all`, and `order_by` instead of `order_by_all`"
)]
pub trait PropertyList<T, I> {
    /// Returns the paths of the properties, such as `createdBy/user`.
    fn into_paths(self) -> Vec<String>;
}

macro_rules! tuples {
    ($(($($property:ident $index:ident $position:tt),*);)*) => {$(
        impl<T, $($property, $index),*> PropertyList<T, ($($index,)*)> for ($($property,)*)
        where
            $($property: IntoPropertyPath<Owner: BaseTypeOf<T, $index>>,)*
        {
            fn into_paths(self) -> Vec<String> {
                vec![$(self.$position.into_property_path().to_string()),*]
            }
        }
    )*};
}

tuples! {
    (A IA 0);
    (A IA 0, B IB 1);
    (A IA 0, B IB 1, C IC 2);
    (A IA 0, B IB 1, C IC 2, D ID 3);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6, H IH 7);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6, H IH 7, J IJ 8);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6, H IH 7, J IJ 8, K IK 9);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6, H IH 7, J IJ 8, K IK 9, L IL 10);
    (A IA 0, B IB 1, C IC 2, D ID 3, E IE 4, F IF 5, G IG 6, H IH 7, J IJ 8, K IK 9, L IL 10, M IM 11);
}

impl<T, P, I, const N: usize> PropertyList<T, I> for [P; N]
where
    P: IntoPropertyPath<Owner: BaseTypeOf<T, I>>,
{
    fn into_paths(self) -> Vec<String> {
        self.map(|property| property.into_property_path().to_string()).into()
    }
}

impl<T, P, I> PropertyList<T, I> for Vec<P>
where
    P: IntoPropertyPath<Owner: BaseTypeOf<T, I>>,
{
    fn into_paths(self) -> Vec<String> {
        self.into_iter().map(|property| property.into_property_path().to_string()).collect()
    }
}
