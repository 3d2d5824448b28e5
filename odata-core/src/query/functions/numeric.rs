//! The arithmetic functions.

use crate::query::NumericValue;
use crate::typed_property::{Operand, ToExpression};

/// The arithmetic functions (URL conventions 4.01, clause 5.1.1.9).
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Product { price: Option<f64> }
/// assert_eq!(Product::PRICE.round().eq(3.0).to_string(), "round(price) eq 3.0");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `round(property)`, the nearest integer. If two integers are equally near, the result is the integer with
    /// the greater absolute value.
    #[must_use]
    pub fn round(&self) -> Operand<O, V>
    where
        V: NumericValue,
    {
        self.call("round")
    }

    /// Builds `floor(property)`, the greatest integer that isn't greater than the property.
    #[must_use]
    pub fn floor(&self) -> Operand<O, V>
    where
        V: NumericValue,
    {
        self.call("floor")
    }

    /// Builds `ceiling(property)`, the least integer that isn't less than the property.
    #[must_use]
    pub fn ceiling(&self) -> Operand<O, V>
    where
        V: NumericValue,
    {
        self.call("ceiling")
    }
}
