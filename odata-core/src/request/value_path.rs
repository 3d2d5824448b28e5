//! The URL path of a structural property, such as `/users/1/mailboxSettings`. Bound operations can be called on the path.

use core::fmt;
use core::marker::PhantomData;

use super::build::Request;
use super::call;
use super::operation_result::OperationResult;
use super::path::{EntityPath, paths};
use super::service_path::ServicePath;
use super::value_binding::ValueBinding;
use crate::operation::ODataOperation;
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;
use crate::typed_property::access::Structural;

/// The path of the value of a structural property with the type `T`, such as `me/mailboxSettings`. The path can be used to call an
/// operation that is bound to a complex, primitive or enumeration type, or to a collection of such a type.
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
}

paths! { ValuePath<T> }
