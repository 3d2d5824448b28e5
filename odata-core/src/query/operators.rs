//! The operators of `$filter` as methods of [`Operand`].

use super::comparand::Comparand;
use super::computed::Computed;
use super::condition::Condition;
use super::{Filter, Literal};
use crate::enumeration::{Flag, Flags};
use crate::typed_property::{Assign, Expression, Nullable, Operand, ToExpression};
use crate::value::ODataValue;

macro_rules! comparisons {
    ($($method:ident, $operator:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        ///
        /// The argument `value` is a constant, or a property or an expression of a comparable type. In a condition on
        /// the type `O`, an expression can contain the properties of `O` and of its base types.
        pub fn $method<R: Comparand<O, V, I>, I>(&self, value: R) -> Filter<R::Owner> {
            Filter::new(Condition::Compare(self.expression(), $operator, value.into_expression()))
        }
    )*};
}

/// The comparison operators of `$filter` (URL conventions 4.01, clause 5.1.1.1).
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Order { total: Option<f64>, limit: Option<i32> }
/// assert_eq!(Order::TOTAL.gt(100.0).to_string(), "total gt 100.0");
/// assert_eq!(Order::TOTAL.le(Order::LIMIT).to_string(), "total le limit");
/// ```
impl<O, V: ODataValue, E: ToExpression> Operand<O, V, E> {
    comparisons! {
        eq, "eq", "Builds `property eq value`: the property is equal to the value.";
        ne, "ne", "Builds `property ne value`: the property isn't equal to the value.";
        gt, "gt", "Builds `property gt value`: the property is greater than the value.";
        ge, "ge", "Builds `property ge value`: the property is greater than or equal to the value.";
        lt, "lt", "Builds `property lt value`: the property is less than the value.";
        le, "le", "Builds `property le value`: the property is less than or equal to the value.";
    }

    /// Builds `property in (value,…)`: the property is equal to one of `values`.
    ///
    /// The operator `in` was added in OData 4.01, and Microsoft Graph supports it. If `values` is empty, the condition is
    /// `false`.
    pub fn is_in(&self, values: impl IntoIterator<Item = impl Assign<V>>) -> Filter<O> {
        let literals = values.into_iter().map(|value| Literal::new(&value.into_value()));
        Filter::new(Condition::In(self.expression(), literals.collect()))
    }

    /// Builds `property in collection`: the property is equal to an element of a collection-valued property.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { mail: Option<String>, other_mails: Option<Vec<String>> }
    /// let filter = User::MAIL.is_element_of(User::OTHER_MAILS);
    /// assert_eq!(filter.to_string(), "mail in otherMails");
    /// ```
    pub fn is_element_of<R: Comparand<O, Vec<V>, I>, I>(&self, collection: R) -> Filter<R::Owner> {
        Filter::new(Condition::Compare(
            self.expression(),
            "in",
            collection.into_expression().into_collection(),
        ))
    }

    /// Builds `property has value`: the property contains all flags in `value`.
    pub fn has(&self, value: impl Assign<V>) -> Filter<O>
    where
        V: SetOfFlags,
    {
        let literal = Computed::Literal(Literal::new(&value.into_value()));
        Filter::new(Condition::Compare(self.expression(), "has", literal.into()))
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property eq null`: the property is null.
    pub fn is_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "eq", null()))
    }

    /// Builds `property ne null`: the property isn't null.
    pub fn is_not_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "ne", null()))
    }

    /// Builds `property`: the Boolean property or expression is true.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { account_enabled: Option<bool> }
    /// assert_eq!((!User::ACCOUNT_ENABLED.is_true()).to_string(), "not accountEnabled");
    /// ```
    pub fn is_true(&self) -> Filter<O>
    where
        V: BooleanValue,
    {
        let expression = self.expression();
        if let Expression::Computed(computed) = &expression
            && let Computed::Condition(condition) = &***computed
        {
            return Filter::new(condition.clone());
        }
        Filter::new(Condition::Value(expression))
    }
}

fn null() -> Expression {
    Computed::Literal(Literal::null()).into()
}

/// The field type of a Boolean property: `bool` or `Option<bool>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a Boolean value: use a comparison such as `eq`",
    label = "requires a value of the type `Edm.Boolean`"
)]
pub trait BooleanValue {}

impl BooleanValue for bool {}
impl<T: BooleanValue> BooleanValue for Option<T> {}

/// The field type of a property whose value is a set of flags: `Flags<E>` or `Option<Flags<E>>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a set of flags: use `eq`, or a property of the type `Flags<_>`",
    label = "requires a value of the type `Flags<_>`",
    note = "to compare with a member of an enumeration without flags, use `eq`"
)]
pub trait SetOfFlags {}

impl<E: Flag> SetOfFlags for Flags<E> {}
impl<T: SetOfFlags> SetOfFlags for Option<T> {}
