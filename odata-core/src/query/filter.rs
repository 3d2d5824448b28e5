//! Typed conditions of a `$filter`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Not};

use super::condition::Condition;
use super::related::{AnyType, CombinedWith, RelatedTo};
use super::renderer::Renderer;
use crate::wire_format::WireFormat;

/// A condition on instances of `O`: the value of a `$filter`.
///
/// The operators of a [property](crate::TypedProperty) create it. Conditions are combined with `&`, `|` and `!`, or with
/// [`and`](Self::and) and [`or`](Self::or). If one of them is for a base type, the result is for the derived type.
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
/// A value that has no literal form, such as a collection, is an [error](super::InvalidQuery) when the request is
/// built. [`Display`](fmt::Display) writes the filter without percent-encoding, with literals in the standard format,
/// and with an error message in place of a value that has no literal form. A request formats the literals for its
/// service.
///
/// Rust's `&&` and `>` can't be overloaded for filters: use `&` and `gt`.
#[must_use]
pub struct Filter<O> {
    condition: Condition,
    marker: PhantomData<fn() -> O>,
}

impl Filter<AnyType> {
    /// Creates a condition from a string in the syntax of `$filter` (URL conventions, clause 5.1.1), without
    /// percent-encoding.
    ///
    /// The string is put in parentheses when it is combined with another condition. Its parentheses and quotes must be
    /// balanced, otherwise building the request fails. Never build the string from untrusted input.
    ///
    /// Inside of [`any`](crate::Operand::any) and [`all`](crate::Operand::all), the string must use the variable of
    /// the lambda expression: `a` in the outermost one, then `b`.
    ///
    /// The result is a condition for any type. It is accepted wherever a condition is. Combined with a typed
    /// condition, it is a condition for that type. [`for_type`](Filter::for_type) sets the type explicitly.
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

    /// Converts the condition into a condition for the type `T`.
    pub fn for_type<T>(self) -> Filter<T> {
        Filter::new(self.condition)
    }
}

impl<O> Filter<O> {
    pub(super) const fn new(condition: Condition) -> Self {
        Self { condition, marker: PhantomData }
    }

    pub(super) fn into_condition(self) -> Condition {
        self.condition
    }

    /// Combines two conditions with `and`. One of them may be for a base type of the other condition's type.
    pub fn and<P, I>(self, other: Filter<P>) -> Filter<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        Filter::new(self.condition.and(other.condition))
    }

    /// Combines two conditions with `or`. One of them may be for a base type of the other condition's type.
    pub fn or<P, I>(self, other: Filter<P>) -> Filter<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        Filter::new(self.condition.or(other.condition))
    }
}

/// Combines two conditions with `and`. For two conditions on a generic type, use [`Filter::and`].
impl<O: CombinedWith<P>, P> BitAnd<Filter<P>> for Filter<O> {
    type Output = Filter<O::Derived>;

    fn bitand(self, other: Filter<P>) -> Self::Output {
        Filter::new(self.condition.and(other.condition))
    }
}

/// Combines two conditions with `or`. For two conditions on a generic type, use [`Filter::or`].
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
