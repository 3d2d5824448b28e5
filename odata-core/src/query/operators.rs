//! What can be asked of a property, or of what a function makes of one.

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
        eq, "eq", "Equal to the value.";
        ne, "ne", "Not equal to the value.";
        gt, "gt", "Greater than the value.";
        ge, "ge", "Greater than the value, or equal to it.";
        lt, "lt", "Less than the value.";
        le, "le", "Less than the value, or equal to it.";
    }

    /// Equal to one of the values (OData 4.01; Graph has it).
    pub fn is_in(&self, values: impl IntoIterator<Item = impl Assign<V>>) -> Filter<O> {
        let literals = values.into_iter().map(|value| Literal::new(&value.into_value()));
        Filter::new(Condition::In(self.expression(), literals.collect()))
    }

    /// All flags of the value are in the set.
    pub fn has(&self, value: impl Assign<V>) -> Filter<O>
    where
        V: SetOfFlags,
    {
        Filter::new(Condition::Compare(self.expression(), "has", Literal::new(&value.into_value())))
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Without a value.
    pub fn is_null(&self) -> Filter<O>
    where
        V: Nullable,
    {
        Filter::new(Condition::Compare(self.expression(), "eq", Literal::null()))
    }

    /// With a value.
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

/// Functions of texts.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// The text has this in it.
    pub fn contains(&self, text: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.text_function("contains", text)
    }

    /// The text begins so.
    pub fn starts_with(&self, text: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.text_function("startswith", text)
    }

    /// The text ends so.
    pub fn ends_with(&self, text: &str) -> Filter<O>
    where
        V: StringValue,
    {
        self.text_function("endswith", text)
    }

    fn text_function(&self, name: &'static str, text: &str) -> Filter<O> {
        Filter::new(Condition::Function(name, self.expression(), Literal::new(&Cow::Borrowed(text))))
    }

    /// The text in lower case.
    #[must_use]
    pub fn to_lower(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("tolower")
    }

    /// The text in upper case.
    #[must_use]
    pub fn to_upper(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("toupper")
    }

    /// The text without space around it.
    #[must_use]
    pub fn trim(&self) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call("trim")
    }

    /// How many characters the text has.
    #[must_use]
    pub fn length(&self) -> Operand<O, i32>
    where
        V: StringValue,
    {
        self.call("length")
    }
}

/// Functions of dates.
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// The year.
    #[must_use]
    pub fn year(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("year")
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("month")
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(&self) -> Operand<O, i32>
    where
        V: TemporalValue,
    {
        self.call("day")
    }

    /// The date, without the time of day.
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
    /// An element meets the condition.
    pub fn any<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Every element meets the condition.
    pub fn all<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("all", Some(condition.into_condition()))
    }

    /// Builds `property/any(a:…)` for a collection of primitive or enumeration values. The condition is built with
    /// [`element()`](super::element()).
    pub fn any_value(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", Some(condition.into_condition()))
    }

    /// Builds `property/all(a:…)` for a collection of primitive or enumeration values. The condition is built with
    /// [`element()`](super::element()).
    pub fn all_values(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("all", Some(condition.into_condition()))
    }

    /// There is an element.
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

/// A type of property whose values are texts.
#[diagnostic::on_unimplemented(
    message = "the value of this property, `{Self}`, is not a text",
    label = "not a text",
    note = "`contains`, `starts_with` and their kin are functions of `Edm.String`"
)]
pub trait StringValue {}

impl StringValue for String {}
impl StringValue for Box<str> {}
impl StringValue for Arc<str> {}
impl StringValue for &str {}
impl StringValue for Cow<'_, str> {}
impl<T: StringValue> StringValue for Option<T> {}

/// A type of property whose values have a date.
#[diagnostic::on_unimplemented(
    message = "the value of this property, `{Self}`, has no date",
    label = "neither `Edm.Date` nor `Edm.DateTimeOffset`"
)]
pub trait TemporalValue {}

impl TemporalValue for NaiveDate {}
impl<Z: TimeZone> TemporalValue for DateTime<Z> {}
impl<T: TemporalValue> TemporalValue for Option<T> {}

/// A type of property whose values are sets of flags.
#[diagnostic::on_unimplemented(
    message = "the value of this property, `{Self}`, is not a set of flags",
    label = "not `Flags<_>`",
    note = "compare a single member with `eq`"
)]
pub trait SetOfFlags {}

impl<E: Flag> SetOfFlags for Flags<E> {}
impl<T: SetOfFlags> SetOfFlags for Option<T> {}
