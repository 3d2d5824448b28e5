//! The functions of strings.

use std::borrow::Cow;
use std::sync::Arc;

use crate::query::Filter;
use crate::query::comparand::Comparand;
use crate::typed_property::{Operand, ToExpression};

/// The functions of strings (URL conventions 4.01, clause 5.1.1.7).
///
/// Each argument is a constant, a property or another expression.
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
    /// Builds `matchesPattern(property,pattern)`: the property matches a regular expression of ECMAScript.
    ///
    /// The function was added in OData 4.01.
    pub fn matches_pattern<R: Comparand<O, String, I>, I>(&self, pattern: R) -> Filter<R::Owner>
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
}

/// A Rust type for strings, such as `String` or `Option<String>`. Methods such as [`trim`](Operand::trim) require this
/// trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a string: use a value of the type `String`",
    label = "not a string",
    note = "`to_lower`, `trim` and similar functions require a value of the type `Edm.String`"
)]
pub trait StringValue {}

impl StringValue for String {}
impl StringValue for Box<str> {}
impl StringValue for Arc<str> {}
impl StringValue for &str {}
impl StringValue for Cow<'_, str> {}
impl<T: StringValue> StringValue for Option<T> {}
