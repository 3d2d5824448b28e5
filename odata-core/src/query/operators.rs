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

    /// Builds `property has value`: the property contains all flags in `value`.
    pub fn has(&self, value: impl Assign<V>) -> Filter<O>
    where
        V: SetOfFlags,
    {
        Filter::new(Condition::Compare(self.expression(), "has", Literal::new(&value.into_value())))
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property eq null`: the property is null.
    pub fn is_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "eq", Literal::null()))
    }

    /// Builds `property ne null`: the property isn't null.
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

/// The string functions of `$filter`.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `contains(property,text)`: the property contains the string `text`.
    pub fn contains(&self, text: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("contains", text)
    }

    /// Builds `startswith(property,prefix)`: the property starts with the string `prefix`.
    pub fn starts_with(&self, prefix: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("startswith", prefix)
    }

    /// Builds `endswith(property,suffix)`: the property ends with the string `suffix`.
    pub fn ends_with(&self, suffix: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.string_function("endswith", suffix)
    }

    fn string_function(&self, name: &'static str, text: &str) -> Filter<O> {
        Filter::new(Condition::Function(name, self.expression(), Literal::new(&Cow::Borrowed(text))))
    }

    /// Builds `tolower(property)`, which converts the property to lower case.
    #[must_use]
    pub fn to_lower(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("tolower")
    }

    /// Builds `toupper(property)`, which converts the property to upper case.
    #[must_use]
    pub fn to_upper(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("toupper")
    }

    /// Builds `trim(property)`, which removes leading and trailing whitespace.
    #[must_use]
    pub fn trim(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("trim")
    }

    /// Builds `length(property)`, the number of characters in a string property.
    #[must_use]
    pub fn length(&self) -> Operand<O, i32>
    where
        V: StringValue,
    {
        self.call("length")
    }
}

/// The date functions of `$filter`.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `year(property)`, the year of a date property.
    #[must_use]
    pub fn year(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("year")
    }

    /// Builds `month(property)`, the month of a date property, from 1 to 12.
    #[must_use]
    pub fn month(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("month")
    }

    /// Builds `day(property)`, the day of the month of a date property, from 1 to 31.
    #[must_use]
    pub fn day(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("day")
    }

    /// Builds `date(property)`, which converts a date and time to a date.
    #[must_use]
    pub fn date(&self) -> Operand<O, NaiveDate>
    where
        V: TemporalValue,
    {
        self.call("date")
    }
}

/// The lambda operators of `$filter`, which are conditions on the elements of a collection.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property/any(a:…)`: the condition is true for at least one element of a collection.
    pub fn any<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Builds `property/all(a:…)`: the condition is true for every element of a collection.
    pub fn all<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("all", Some(condition.into_condition()))
    }

    /// Builds `property/any(a:…)`: the condition is true for at least one element of a collection of primitive or
    /// enumeration values. In the argument `condition`, use [`element()`](super::element()) for the current element.
    pub fn any_value(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Builds `property/all(a:…)`: the condition is true for every element of a collection of primitive or enumeration
    /// values. In the argument `condition`, use [`element()`](super::element()) for the current element.
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

/// The field type of a string property, such as `String` or `Option<String>`.
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

/// The field type of an `Edm.Date` or `Edm.DateTimeOffset` property, such as `NaiveDate` or `Option<DateTime<Utc>>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` has no date",
    label = "requires a value of the type `Edm.Date` or `Edm.DateTimeOffset`"
)]
pub trait TemporalValue {}

impl TemporalValue for NaiveDate {}
impl<Z: TimeZone> TemporalValue for DateTime<Z> {}
impl<T: TemporalValue> TemporalValue for Option<T> {}

/// The field type of a property whose value is a set of flags: `Flags<E>` or `Option<Flags<E>>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a set of flags",
    label = "requires a value of the type `Flags<_>`",
    note = "to compare with a member of an enumeration without flags, use `eq`"
)]
pub trait SetOfFlags {}

impl<E: Flag> SetOfFlags for Flags<E> {}
impl<T: SetOfFlags> SetOfFlags for Option<T> {}
