//! Expressions without properties: literals, and functions without arguments.

use chrono::{DateTime, Utc};

use super::AnyType;
use super::computed::Computed;
use super::literal::Literal;
use crate::structured::BaseTypeOf;
use crate::typed_property::{Expression, IntoPropertyPath, Operand, ToExpression};
use crate::value::ODataValue;

/// Converts a constant into an [`Operand`], which has methods such as [`eq`](Operand::eq) and
/// [`index_of`](Operand::index_of).
///
/// A collection is written as a JSON array: `hassubset([1,2],scores)`.
///
/// The returned operand can be used in conditions on every type. If the right operand or the argument of a function
/// contains a property of `User`, the result is an expression on `User`.
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::literal;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User { mail: Option<String> }
/// let position = literal("a@contoso.example").index_of(User::MAIL);
/// assert_eq!(position.ge(0).to_string(), "indexof('a@contoso.example',mail) ge 0");
/// ```
#[expect(
    clippy::needless_pass_by_value,
    reason = "callers pass constants, which are easier to read without `&`"
)]
#[must_use]
pub fn literal<V: ODataValue>(value: V) -> Operand<AnyType, V> {
    let literal = Literal::new(&value);
    let is_collection = V::TYPE.element().is_some();
    Operand::new(if is_collection { Computed::Array(literal) } else { Computed::Literal(literal) }.into())
}

/// Returns `now()`, the current date and time on the service (URL conventions 4.01, clause 5.1.1.8.8).
#[must_use]
pub fn now() -> Operand<AnyType, DateTime<Utc>> {
    Operand::new(Expression::call("now", Vec::new()))
}

/// Returns `mindatetime()`, the earliest date and time that the service supports (URL conventions 4.01, clause 5.1.1.8.6).
#[must_use]
pub fn min_date_time() -> Operand<AnyType, DateTime<Utc>> {
    Operand::new(Expression::call("mindatetime", Vec::new()))
}

/// Returns `maxdatetime()`, the latest date and time that the service supports (URL conventions 4.01, clause 5.1.1.8.5).
#[must_use]
pub fn max_date_time() -> Operand<AnyType, DateTime<Utc>> {
    Operand::new(Expression::call("maxdatetime", Vec::new()))
}

/// Returns `$it/property`, a property of the instance that the path of the request identifies (URL conventions 4.01,
/// clause 5.1.1.16.4).
///
/// For example, inside of `$expand=orders`, `$it/city` is a property of the customer in the request path, and
/// `shipCity` is a property of the expanded order. The compiler doesn't check the type of `$it`:
/// `request_instance(Customer::CITY)` also compiles in a request for products.
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::{QueryOptions, request_instance};
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Customer { city: Option<String>, #[odata(navigation)] orders: Vec<Order> }
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Order { ship_city: Option<String> }
/// let same_city = Order::SHIP_CITY.eq(request_instance(Customer::CITY));
/// let options =
///     QueryOptions::<Customer>::new().expand_with(Customer::ORDERS, QueryOptions::new().filter(same_city));
/// assert_eq!(options.to_string(), "$expand=orders($filter=shipCity eq $it/city)");
/// ```
#[must_use]
pub fn request_instance<P: IntoPropertyPath>(property: P) -> Operand<AnyType, P::Value> {
    let path = property.into_property_path();
    Operand::new(Computed::RequestInstance(path.segments().to_vec()).into())
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Converts a constant, or an expression on a base type such as `Entity`, into an expression on the type `T`, such
    /// as `User`. `T` must be the type that declares the properties in the expression, or a derived type.
    ///
    /// For example, `Entity::ID.for_type::<User, _>().eq(User::MAIL)` compares a property of the base type `Entity`
    /// with a property of its derived type `User`. Without `for_type`, `Entity::ID.eq(User::MAIL)` doesn't compile,
    /// because `Entity` has no property `MAIL`.
    #[must_use]
    pub fn for_type<T, I>(&self) -> Operand<T, V>
    where
        O: BaseTypeOf<T, I>,
    {
        Operand::new(self.expression())
    }
}
