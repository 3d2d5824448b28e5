//! The string functions.

use std::borrow::Cow;
use std::sync::Arc;

use crate::query::Filter;
use crate::query::comparand::Comparand;
use crate::typed_property::{Operand, ToExpression};

/// The string functions (URL conventions 4.01, clauses 5.1.1.5 and 5.1.1.7).
///
/// The arguments are constants, or properties and expressions of the same type.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User { given_name: Option<String>, mail: Option<String> }
/// let filter = User::MAIL.to_lower().starts_with(User::GIVEN_NAME.to_lower().concat("@"));
/// assert_eq!(filter.to_string(), "startswith(tolower(mail),concat(tolower(givenName),'@'))");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `contains(property,text)`: the property contains the string `text`.
    pub fn contains<I>(&self, text: impl Comparand<O, String, I>) -> Filter<O>
    where
        V: StringValue,
    {
        self.test_with("contains", text.into_expression())
    }

    /// Builds `startswith(property,prefix)`: the property starts with the string `prefix`.
    pub fn starts_with<I>(&self, prefix: impl Comparand<O, String, I>) -> Filter<O>
    where
        V: StringValue,
    {
        self.test_with("startswith", prefix.into_expression())
    }

    /// Builds `endswith(property,suffix)`: the property ends with the string `suffix`.
    pub fn ends_with<I>(&self, suffix: impl Comparand<O, String, I>) -> Filter<O>
    where
        V: StringValue,
    {
        self.test_with("endswith", suffix.into_expression())
    }

    /// Builds `matchesPattern(property,pattern)`: the property matches a regular expression of ECMAScript.
    ///
    /// The function was added in OData 4.01.
    pub fn matches_pattern<I>(&self, pattern: impl Comparand<O, String, I>) -> Filter<O>
    where
        V: StringValue,
    {
        self.test_with("matchesPattern", pattern.into_expression())
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

    /// Builds `indexof(property,text)`, the position of the first occurrence of `text` in the property. The first
    /// position is 0. If the property doesn't contain `text`, the position is -1.
    #[must_use]
    pub fn index_of<I>(&self, text: impl Comparand<O, String, I>) -> Operand<O, i32>
    where
        V: StringValue,
    {
        self.call_with("indexof", [text.into_expression()])
    }

    /// Builds `substring(property,start)`, the characters of the property from the position `start` to the end. The
    /// first position is 0.
    #[must_use]
    pub fn substring<I>(&self, start: impl Comparand<O, i32, I>) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call_with("substring", [start.into_expression()])
    }

    /// Builds `substring(property,start,length)`, at most `length` characters of the property from the position
    /// `start`. The first position is 0.
    #[must_use]
    pub fn substring_with_length<I, J>(
        &self,
        start: impl Comparand<O, i32, I>,
        length: impl Comparand<O, i32, J>,
    ) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call_with("substring", [start.into_expression(), length.into_expression()])
    }

    /// Builds `concat(property,text)`, the property followed by the string `text`.
    #[must_use]
    pub fn concat<I>(&self, text: impl Comparand<O, String, I>) -> Operand<O, String>
    where
        V: StringValue,
    {
        self.call_with("concat", [text.into_expression()])
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
