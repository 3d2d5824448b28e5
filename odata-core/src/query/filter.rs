//! `Filter`: a typed condition of a `$filter`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Not};

use super::IntoOperand;
use super::condition::Condition;
use super::related::{AnyType, CombinedWith, RelatedTo};
use super::renderer::Renderer;
use crate::typed_property::Operand;
use crate::wire_format::WireFormat;

/// A condition on instances of the type `O`, for the `$filter` option.
///
/// To create a condition, call a method of a [`TypedProperty`](crate::TypedProperty), such as
/// [`eq`](crate::Operand::eq). Combine conditions with `&`, `|` and `!`, or with [`and`](Self::and) and
/// [`or`](Self::or). A condition on `Entity` and a condition on its derived type `User` are combined into a
/// `Filter<User>`.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::Filter;
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph", abstract)]
/// struct Entity {
///     #[odata(key)]
///     id: String,
/// }
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph")]
/// struct User {
///     #[odata(base)]
///     entity: Entity,
///     mail: Option<String>,
///     age: Option<i32>,
/// }
///
/// let adult = User::AGE.ge(18) & !User::MAIL.is_null();
/// let filter: Filter<User> = Entity::ID.ne("1") & (adult | User::MAIL.ends_with("@contoso.example"));
/// assert_eq!(
///     filter.to_string(),
///     "id ne '1' and (age ge 18 and not (mail eq null) or endswith(mail,'@contoso.example'))",
/// );
/// ```
///
/// Building a request returns an [error](super::InvalidQuery) if the condition contains a value that has no literal in
/// OData URLs, such as a collection.
///
/// The [`Display`](fmt::Display) implementation writes the condition without percent-encoding, and formats literals as
/// the OData standard requires. The literals in a request can differ from the output of `Display`. For example, an
/// enumeration member is `n.color'yellow'` in the output of `Display`, but `'yellow'` in a request to Microsoft Graph.
/// For a value that has no literal in OData URLs, `Display` writes an error message.
///
/// Rust doesn't support `&&` and `>` for conditions, so use `&` and the method `gt`.
#[must_use]
pub struct Filter<O> {
    condition: Condition,
    marker: PhantomData<fn() -> O>,
}

impl Filter<AnyType> {
    /// Creates a condition from a string in the syntax of `$filter` (URL conventions, clause 5.1.1). The string must not
    /// be percent-encoded.
    ///
    /// If the condition is combined with another condition, the string is enclosed in parentheses. If the parentheses or
    /// quotes in the string aren't balanced, building the request returns an error. Never build the string from
    /// untrusted input.
    ///
    /// Inside of [`any`](crate::Operand::any) or [`all`](crate::Operand::all), every path in the string must start with
    /// the lambda variable `a`: `Filter::raw("a/status eq 'running'")`. In a nested `any` or `all`, the lambda variable
    /// is `b`: `Filter::raw("b/status eq 'running'")`.
    ///
    /// The returned condition can be used for instances of every type. If you combine the returned condition with a
    /// `Filter<User>`, the result is a `Filter<User>`. [`for_type`](Filter::for_type) converts the returned condition
    /// into a condition on a specific type.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::Filter;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { age: Option<i32> }
    /// let filter = Filter::raw("startswith(city,'O') or city eq 'Rome'").and(User::AGE.ge(18));
    /// assert_eq!(filter.to_string(), "(startswith(city,'O') or city eq 'Rome') and age ge 18");
    /// ```
    pub fn raw(condition: impl Into<String>) -> Self {
        Self::new(Condition::Raw(condition.into()))
    }

    /// Converts a condition from [`Filter::raw`] into a condition on the type `T`, for example to return it as a
    /// `Filter<User>`. [`QueryOptions::filter`](super::QueryOptions::filter) also accepts a condition from
    /// [`Filter::raw`] without a conversion.
    pub fn for_type<T>(self) -> Filter<T> {
        Filter::new(self.condition)
    }
}

impl<O> Filter<O> {
    pub(super) fn new(condition: Condition) -> Self {
        Self { condition: condition.limited(), marker: PhantomData }
    }

    pub(super) fn into_condition(self) -> Condition {
        self.condition
    }

    /// Converts the condition into a Boolean expression. A Boolean expression can be compared with another expression,
    /// or named for `$compute`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { age: i32, verified: bool }
    /// let filter = User::VERIFIED.eq(User::AGE.ge(18));
    /// assert_eq!(filter.to_string(), "verified eq (age ge 18)");
    /// let filter = User::AGE.ge(18).into_operand().eq(User::VERIFIED);
    /// assert_eq!(filter.to_string(), "(age ge 18) eq verified");
    /// ```
    #[must_use]
    pub fn into_operand(self) -> Operand<O, bool> {
        Operand::new(self.into_expression())
    }

    /// Combines two conditions with `and`. The conditions can be on different types if one type derives from the other
    /// type, such as `User` from `Entity`.
    pub fn and<P, I>(self, other: Filter<P>) -> Filter<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        Filter::new(self.condition.and(other.condition))
    }

    /// Combines two conditions with `or`. The conditions can be on different types if one type derives from the other
    /// type, such as `User` from `Entity`.
    pub fn or<P, I>(self, other: Filter<P>) -> Filter<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        Filter::new(self.condition.or(other.condition))
    }
}

/// Combines two conditions with `and`. In a generic function, call [`Filter::and`] instead, because the compiler
/// rejects the operator `&` for a `Filter<T>` with a type parameter `T`.
impl<O: CombinedWith<P>, P> BitAnd<Filter<P>> for Filter<O> {
    type Output = Filter<O::Derived>;

    fn bitand(self, other: Filter<P>) -> Self::Output {
        Filter::new(self.condition.and(other.condition))
    }
}

/// Combines two conditions with `or`. In a generic function, call [`Filter::or`] instead, because the compiler rejects
/// the operator `|` for a `Filter<T>` with a type parameter `T`.
impl<O: CombinedWith<P>, P> BitOr<Filter<P>> for Filter<O> {
    type Output = Filter<O::Derived>;

    fn bitor(self, other: Filter<P>) -> Self::Output {
        Filter::new(self.condition.or(other.condition))
    }
}

impl<O> Not for Filter<O> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(Condition::Not(Box::new(self.condition)))
    }
}

impl<O> Clone for Filter<O> {
    fn clone(&self) -> Self {
        Self::new(self.condition.clone())
    }
}

impl<O> fmt::Debug for Filter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({self})")
    }
}

impl<O> fmt::Display for Filter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut renderer = Renderer::new(WireFormat::current());
        self.condition.write(&mut renderer);
        f.write_str(&renderer.into_text())
    }
}
