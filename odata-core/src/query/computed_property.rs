//! `ComputedProperty`: a property that `$compute` adds to the results.

use core::fmt;
use core::ops::Deref;

use crate::typed_property::access::Computed;
use crate::typed_property::{
    Expression, IntoPropertyPath, Operand, PropertyPath, Sealed, ToExpression, TypedProperty,
};

/// A property that `$compute` adds to the results, with the expression that defines the property.
///
/// [`Operand::named`] creates a computed property. [`QueryOptions::compute`](super::QueryOptions::compute) adds the
/// computed property to `$compute`, so that the other query options can use the property.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::QueryOptions;
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "n")]
/// struct Item {
///     price: f64,
///     quantity: i32,
/// }
///
/// let total = Item::PRICE.mul(Item::QUANTITY).named("total");
/// let options = QueryOptions::<Item>::new()
///     .compute(&total)
///     .filter(total.gt(100.0))
///     .select(Item::PRICE)
///     .select(&total)
///     .order_by_descending(&total);
/// assert_eq!(
///     options.to_string(),
///     "$filter=total gt 100.0&$select=price,total&$orderby=total desc&$compute=price mul quantity as total",
/// );
/// ```
pub struct ComputedProperty<O, V> {
    property: TypedProperty<O, V, Computed>,
    definition: Expression,
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Names the expression, so that [`QueryOptions::compute`](super::QueryOptions::compute) can add it to the results as
    /// a property.
    ///
    /// If the name isn't an identifier, building the request returns an error.
    #[must_use]
    pub fn named(&self, name: &'static str) -> ComputedProperty<O, V> {
        ComputedProperty { property: TypedProperty::new(name), definition: self.expression() }
    }
}

impl<O, V> ComputedProperty<O, V> {
    /// Returns the name of the computed property.
    pub(super) const fn name(&self) -> &'static str {
        self.property.name()
    }

    /// Returns the expression that defines the computed property.
    pub(super) const fn definition(&self) -> &Expression {
        &self.definition
    }
}

impl<O, V> Deref for ComputedProperty<O, V> {
    type Target = TypedProperty<O, V, Computed>;

    fn deref(&self) -> &Self::Target {
        &self.property
    }
}

impl<O, V> Sealed for &ComputedProperty<O, V> {}

impl<O, V> IntoPropertyPath for &ComputedProperty<O, V> {
    type Owner = O;
    type Value = V;
    type Access = Computed;

    fn into_property_path(self) -> PropertyPath<O, V, Computed> {
        self.property.into()
    }
}

impl<O, V> Clone for ComputedProperty<O, V> {
    fn clone(&self) -> Self {
        Self { property: self.property, definition: self.definition.clone() }
    }
}

impl<O, V> fmt::Debug for ComputedProperty<O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ComputedProperty({})", self.name())
    }
}
