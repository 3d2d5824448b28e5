//! The URL path of a structural property, such as `/users/1/mailboxSettings`. Bound operations can be called on the path.

use core::fmt;
use core::marker::PhantomData;

use super::build::Request;
use super::call;
use super::function_call;
use super::function_path::ResultPath;
use super::operation_result::OperationResult;
use super::path::{EntityPath, cast, paths};
use super::service_path::ServicePath;
use super::value_binding::ValueBinding;
use crate::operation::{ComposableFunction, ODataOperation};
use crate::structured::{BaseTypeOf, ODataStructured};
use crate::typed_property::access::Structural;
use crate::typed_property::{IntoPropertyPath, Reach};

/// The path of the value of a structural property with the type `T`, such as `me/mailboxSettings`. The path can be used to call an
/// operation that is bound to a complex, primitive or enumeration type, or to a collection of such a type, and to count the elements of a
/// collection.
pub struct ValuePath<T> {
    pub(super) path: ServicePath,
    marker: PhantomData<fn() -> T>,
}

impl<T, N> EntityPath<T, N> {
    /// Returns the path of the value of a structural property: `…/mailboxSettings`. Use the path to call an operation that is bound to the
    /// type of the property.
    ///
    /// ```
    /// use odata_core::request::Service;
    /// use odata_core::{ODataComplex, ODataEntity, ODataFunction};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "Catalog")]
    /// struct Book {
    ///     #[odata(key)]
    ///     id: i32,
    ///     price: Option<Money>,
    /// }
    ///
    /// #[derive(Clone, ODataComplex)]
    /// #[odata(namespace = "Catalog")]
    /// struct Money {
    ///     amount: i64,
    /// }
    ///
    /// #[derive(ODataFunction)]
    /// #[odata(namespace = "Catalog", binding = "Money", returns = "i64")]
    /// struct ConvertTo {
    ///     currency: String,
    /// }
    ///
    /// let book = Service::new("https://host/catalog")?.entity_set::<Book>("books").key(201);
    /// let converted = book.value(Book::PRICE).call(&ConvertTo { currency: "EUR".to_owned() });
    /// assert_eq!(converted.url()?, "https://host/catalog/books/201/price/Catalog.convertTo(currency='EUR')");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// To read the property, use [`property`](Self::property). To change the property, use
    /// [`set_property`](Self::set_property) or [`update_property`](Self::update_property).
    #[must_use]
    pub fn value<P, I>(&self, property: P) -> ValuePath<P::Value>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Access: Structural>,
    {
        ValuePath::at(self.path.property(&property.into_property_path()))
    }
}

impl<T> ValuePath<T> {
    /// Returns a request that calls an operation bound to the type `T` of this value, or to a base type of `T`.
    pub fn call<O, I>(&self, operation: &O) -> Request<<O::Result as OperationResult>::Response>
    where
        O: ODataOperation<Binding: ValueBinding<T, I>, Result: OperationResult>,
    {
        call::request(&self.path, O::METADATA.qualified_name(), operation)
    }

    /// Appends the call of a composable function, and returns the path of its result. The function must be bound to the
    /// type `T` of this value, or to a base type of `T`.
    #[must_use]
    pub fn function<F, I>(&self, function: &F) -> <F::Result as ResultPath>::Path
    where
        F: ComposableFunction + ODataOperation<Binding: ValueBinding<T, I>, Result: ResultPath>,
    {
        F::Result::at(function_call::path(&self.path, F::METADATA.qualified_name(), function))
    }

    /// Returns the path of the same complex value, cast to the derived type `D`: `…/shippingAddress/sales.euAddress`. Use
    /// the path to call an operation that is bound to the derived type.
    ///
    /// ```
    /// use odata_core::request::Service;
    /// use odata_core::{ODataComplex, ODataEntity, ODataFunction};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "sales")]
    /// struct Order {
    ///     #[odata(key)]
    ///     id: i32,
    ///     shipping_address: Option<Address>,
    /// }
    ///
    /// #[derive(ODataComplex)]
    /// #[odata(namespace = "sales")]
    /// struct Address {
    ///     city: Option<String>,
    /// }
    ///
    /// #[derive(ODataComplex)]
    /// #[odata(namespace = "sales")]
    /// struct EuAddress {
    ///     #[odata(base)]
    ///     address: Address,
    /// }
    ///
    /// #[derive(ODataFunction)]
    /// #[odata(namespace = "sales", binding = "EuAddress", returns = "f64")]
    /// struct TaxRate;
    ///
    /// let order = Service::new("https://host/sales")?.entity_set::<Order>("orders").key(1);
    /// let rate = order.value(Order::SHIPPING_ADDRESS).cast::<EuAddress>().call(&TaxRate);
    /// assert_eq!(rate.url()?, "https://host/sales/orders/1/shippingAddress/sales.euAddress/sales.taxRate()");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// If `D` is neither the type of the value nor a derived type, building a request returns an error.
    #[must_use]
    pub fn cast<D: ODataStructured>(&self) -> ValuePath<T::Cast>
    where
        T: CastValue<D>,
    {
        ValuePath::at(T::cast(&self.path))
    }
}

/// The type of a value that [`ValuePath::cast`] casts to the derived type `D`: a complex type, or a collection of a complex type.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` can't be cast: only a complex value or a collection of complex values has derived types",
    label = "neither a complex type nor a collection of a complex type"
)]
pub trait CastValue<D> {
    /// The type of the value after the cast: `D`, or `Vec<D>` for a collection.
    type Cast;

    /// Appends the type cast to the path.
    #[doc(hidden)]
    fn cast(path: &ServicePath) -> ServicePath;
}

#[diagnostic::do_not_recommend]
impl<T: Reach<Target: ODataStructured>, D: ODataStructured> CastValue<D> for T {
    type Cast = D;

    fn cast(path: &ServicePath) -> ServicePath {
        cast::<T::Target, D>(path)
    }
}

impl<T: Reach<Target: ODataStructured>, D: ODataStructured> CastValue<D> for Vec<T> {
    type Cast = Vec<D>;

    fn cast(path: &ServicePath) -> ServicePath {
        cast::<T::Target, D>(path)
    }
}

impl<T: Reach<Target: ODataStructured>, D: ODataStructured> CastValue<D> for Option<Vec<T>> {
    type Cast = Vec<D>;

    fn cast(path: &ServicePath) -> ServicePath {
        cast::<T::Target, D>(path)
    }
}

paths! { ValuePath<T> }
