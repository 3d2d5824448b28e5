//! `element()`: the current element of a primitive collection, as an operand of a condition.

use core::marker::PhantomData;

use super::related::{InChain, Owner, Zero};
use crate::typed_property::{Expression, Operand, Segments};

/// Marker type for conditions on primitive elements, such as `Filter<Element<String>>`. See [`element()`].
#[derive(Debug)]
pub struct Element<V>(PhantomData<V>);

impl<V> Owner for Element<V> {}

impl<V> InChain for Element<V> {
    type Length = Zero;
}

/// Returns the current element of a collection as an operand, for conditions in [`any_value`](Operand::any_value) and
/// [`all_values`](Operand::all_values).
///
/// The compiler usually infers the type of the element. If the compiler reports that a type annotation is needed,
/// specify the type: `element::<Option<i32>>()`.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::element;
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph")]
/// struct User {
///     business_phones: Option<Vec<String>>,
///     scores: Option<Vec<Option<i32>>>,
/// }
///
/// let local = User::BUSINESS_PHONES.any_value(element().starts_with("+1"));
/// assert_eq!(local.to_string(), "businessPhones/any(a:startswith(a,'+1'))");
/// let score = element::<Option<i32>>();
/// let missing = User::SCORES.any_value(score.is_null() | score.lt(1));
/// assert_eq!(missing.to_string(), "scores/any(a:a eq null or a lt 1)");
/// ```
#[must_use]
pub const fn element<V>() -> Operand<Element<V>, V> {
    Operand::new(Expression::Path(Segments::Path(Vec::new())))
}
