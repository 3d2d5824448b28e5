//! The operators and functions of `$filter` as methods of [`Operand`].

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeZone};

use super::condition::Condition;
use super::{Element, Filter, Literal};
use crate::enumeration::{Flag, Flags};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Assign, Elements, Expression, Nullable, Operand, Reach, ToExpression};
use crate::value::ODataValue;

macro_rules! comparisons {
    ($($method:ident, $operator:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $method(&self, value: impl Assign<V>) -> Filter<O> {
            Filter::new(Condition::Compare(self.expression(), $operator, Literal::new(&value.into_value())))
        }
    )*};
}

impl<O, V: ODataValue, E: ToExpression> Operand<O, V, E> {
    comparisons! {
        eq, "eq", "Builds `property eq value`.";
        ne, "ne", "Builds `property ne value`.";
        gt, "gt", "Builds `property gt value`.";
        ge, "ge", "Builds `property ge value`.";
        lt, "lt", "Builds `property lt value`.";
        le, "le", "Builds `property le value`.";
    }

    /// Builds `property in (value,…)`: the value equals one of `values`.
    ///
    /// This is a feature of OData 4.01, which Microsoft Graph supports. Without `values`, the condition is `false`.
    pub fn is_in(&self, values: impl IntoIterator<Item = impl Assign<V>>) -> Filter<O> {
        let literals = values.into_iter().map(|value| Literal::new(&value.into_value()));
        Filter::new(Condition::In(self.expression(), literals.collect()))
    }

    /// Builds `property has value`: all flags of `value` are set.
    pub fn has(&self, value: impl Assign<V>) -> Filter<O>
    where
        V: SetOfFlags,
    {
        Filter::new(Condition::Compare(self.expression(), "has", Literal::new(&value.into_value())))
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property eq null`.
    pub fn is_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "eq", Literal::null()))
    }

    /// Builds `property ne null`.
    pub fn is_not_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "ne", Literal::null()))
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    fn call<W>(&self, name: &'static str) -> Operand<O, W> {
        Operand::new(Expression::Call(name, Box::new(self.expression())))
    }
}

/// String functions.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `contains(property,text)`.
    pub fn contains(&self, text: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("contains", text)
    }

    /// Builds `startswith(property,prefix)`.
    pub fn starts_with(&self, prefix: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("startswith", prefix)
    }

    /// Builds `endswith(property,suffix)`.
    pub fn ends_with(&self, suffix: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("endswith", suffix)
    }

    fn string_function(&self, name: &'static str, text: &str) -> Filter<O> {
        Filter::new(Condition::Function(name, self.expression(), Literal::new(&Cow::Borrowed(text))))
    }

    /// Builds `tolower(property)`, the string in lower case.
    #[must_use]
    pub fn to_lower(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("tolower")
    }

    /// Builds `toupper(property)`, the string in upper case.
    #[must_use]
    pub fn to_upper(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("toupper")
    }

    /// Builds `trim(property)`, the string without leading and trailing whitespace.
    #[must_use]
    pub fn trim(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("trim")
    }

    /// Builds `length(property)`, the number of characters in the string.
    #[must_use]
    pub fn length(&self) -> Operand<O, i32>
    where
        V: StringValue,
    {
        self.call("length")
    }
}

/// Date functions.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `year(property)`.
    #[must_use]
    pub fn year(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("year")
    }

    /// Builds `month(property)`, a number from 1 to 12.
    #[must_use]
    pub fn month(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("month")
    }

    /// Builds `day(property)`, the day of the month from 1 to 31.
    #[must_use]
    pub fn day(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("day")
    }

    /// Builds `date(property)`, the date without the time of day.
    #[must_use]
    pub fn date(&self) -> Operand<O, NaiveDate>
    where
        V: TemporalValue,
    {
        self.call("date")
    }
}

/// Conditions on the elements of a collection.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property/any(a:…)`: at least one element meets the condition.
    pub fn any<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Builds `property/all(a:…)`: every element meets the condition.
    pub fn all<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("all", Some(condition.into_condition()))
    }

    /// Builds `property/any(a:…)` for a collection of primitive or enumeration values. Build the condition with
    /// [`element()`](super::element()).
    pub fn any_value(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Builds `property/all(a:…)` for a collection of primitive or enumeration values. Build the condition with
    /// [`element()`](super::element()).
    pub fn all_values(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("all", Some(condition.into_condition()))
    }

    /// Builds `property/any()`: the collection has at least one element.
    pub fn is_not_empty(&self) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", None)
    }

    fn lambda(&self, operator: &'static str, condition: Option<Condition>) -> Filter<O> {
        Filter::new(Condition::Lambda(self.expression(), operator, condition.map(Box::new)))
    }
}

/// The value type of a string property.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a string",
    label = "not a string",
    note = "`contains`, `starts_with` and similar functions require a value of the type `Edm.String`"
)]
pub trait StringValue {}

impl StringValue for String {}
impl StringValue for Box<str> {}
impl StringValue for Arc<str> {}
impl StringValue for &str {}
impl StringValue for Cow<'_, str> {}
impl<T: StringValue> StringValue for Option<T> {}

/// The value type of a property with a date: `Edm.Date` or `Edm.DateTimeOffset`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` has no date",
    label = "requires a value of the type `Edm.Date` or `Edm.DateTimeOffset`"
)]
pub trait TemporalValue {}

impl TemporalValue for NaiveDate {}
impl<Z: TimeZone> TemporalValue for DateTime<Z> {}
impl<T: TemporalValue> TemporalValue for Option<T> {}

/// The value type of a property whose values are sets of flags.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a set of flags",
    label = "requires a value of the type `Flags<_>`",
    note = "to compare with a member of an enumeration without flags, use `eq`"
)]
pub trait SetOfFlags {}

impl<E: Flag> SetOfFlags for Flags<E> {}
impl<T: SetOfFlags> SetOfFlags for Option<T> {}
