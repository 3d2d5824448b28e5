//! The functions that accept both strings and collections, such as `contains` and `length`.

use std::borrow::Cow;
use std::sync::Arc;

use crate::query::Filter;
use crate::query::comparand::Comparand;
use crate::typed_property::{Expression, Operand, ToExpression};

/// The functions that accept both strings and collections (URL conventions 4.01, clause 5.1.1.5).
///
/// Each argument is a constant, a property or another expression. Collections are allowed since OData 4.01, but many
/// services support only strings.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User { mail: Option<String>, business_phones: Vec<String> }
/// assert_eq!(User::MAIL.contains("@").to_string(), "contains(mail,'@')");
/// assert_eq!(User::BUSINESS_PHONES.length().gt(1).to_string(), "length(businessPhones) gt 1");
/// let first = User::BUSINESS_PHONES.starts_with(vec!["555".to_owned()]);
/// assert_eq!(first.to_string(), r#"startswith(businessPhones,["555"])"#);
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `contains(property,text)`: the property contains the string or the collection `text`. A collection
    /// contains `text` only if the elements of `text` occur next to each other and in the same order: `[1,2,3]`
    /// contains `[2,3]`.
    pub fn contains<R: Comparand<O, T, I>, T, I>(&self, text: R) -> Filter<R::Owner>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.test_with("contains", V::argument(text.into_expression()))
    }

    /// Builds `startswith(property,prefix)`: the string or collection starts with `prefix`.
    pub fn starts_with<R: Comparand<O, T, I>, T, I>(&self, prefix: R) -> Filter<R::Owner>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.test_with("startswith", V::argument(prefix.into_expression()))
    }

    /// Builds `endswith(property,suffix)`: the string or collection ends with `suffix`.
    pub fn ends_with<R: Comparand<O, T, I>, T, I>(&self, suffix: R) -> Filter<R::Owner>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.test_with("endswith", V::argument(suffix.into_expression()))
    }

    /// Builds `length(property)`, the number of characters of a string, or of elements of a collection.
    #[must_use]
    pub fn length(&self) -> Operand<O, i32>
    where
        V: SequenceValue,
    {
        self.call("length")
    }

    /// Builds `indexof(property,text)`, the position of the first occurrence of `text` in the property. The first
    /// position is 0. If the property doesn't contain `text`, the position is -1.
    #[must_use]
    pub fn index_of<R: Comparand<O, T, I>, T, I>(&self, text: R) -> Operand<R::Owner, i32>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.call_with("indexof", [V::argument(text.into_expression())])
    }

    /// Builds `substring(property,start)`, the characters or elements from the position `start` to the end. The first
    /// position is 0.
    #[must_use]
    pub fn substring<R: Comparand<O, i32, I>, T, I>(&self, start: R) -> Operand<R::Owner, T>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.call_with("substring", [start.into_expression()])
    }

    /// Builds `substring(property,start,length)`, at most `length` characters or elements from the position
    /// `start`. The first position is 0.
    #[must_use]
    pub fn substring_with_length<R, S, T, I, J>(&self, start: R, length: S) -> Operand<S::Owner, T>
    where
        V: SequenceValue<Sequence = T>,
        R: Comparand<O, i32, I>,
        S: Comparand<R::Owner, i32, J>,
    {
        self.call_with("substring", [start.into_expression(), length.into_expression()])
    }

    /// Builds `concat(property,text)`, which appends a string to a string property, or a collection to a collection
    /// property.
    #[must_use]
    pub fn concat<R: Comparand<O, T, I>, T, I>(&self, text: R) -> Operand<R::Owner, T>
    where
        V: SequenceValue<Sequence = T>,
    {
        self.call_with("concat", [V::argument(text.into_expression())])
    }
}

/// A Rust type for strings or collections, such as `Option<String>` or `Vec<i32>`. Methods such as
/// [`contains`](Operand::contains) require this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is neither a string nor a collection: use a value of the type `String` or `Vec<_>`",
    label = "neither a string nor a collection",
    note = "`contains`, `starts_with` and similar functions require a value of the type `Edm.String` or a collection"
)]
pub trait SequenceValue {
    /// The argument type of functions such as `contains`: `String` for a string property, and `Vec<T>` for a collection
    /// of `T`.
    type Sequence;

    /// Converts the argument of a function such as `contains`: a constant collection is written as a JSON array, such
    /// as `["555"]`. A string argument doesn't need a conversion and is returned unchanged.
    #[doc(hidden)]
    fn argument(argument: Expression) -> Expression;
}

macro_rules! strings {
    ($($string:ty),*) => {$(
        impl SequenceValue for $string {
            type Sequence = String;

            fn argument(argument: Expression) -> Expression {
                argument
            }
        }
    )*};
}

strings! { String, Box<str>, Arc<str>, &str, Cow<'_, str> }

impl<T> SequenceValue for Vec<T> {
    type Sequence = Self;

    fn argument(argument: Expression) -> Expression {
        argument.into_collection()
    }
}

impl<T: SequenceValue> SequenceValue for Option<T> {
    type Sequence = T::Sequence;

    fn argument(argument: Expression) -> Expression {
        T::argument(argument)
    }
}
