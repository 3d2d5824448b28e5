//! Calls of actions and functions (OData 4.01 Protocol, clause 11.5).

use http::Method;

use super::binding::{CollectionBinding, NoBinding, SingleBinding};
use super::build::Request;
use super::function_call;
use super::operation_result::OperationResult;
use super::path::{CollectionPath, EntityPath};
use super::payload::Payload;
use super::service::Service;
use super::service_path::ServicePath;
use crate::body::Parameters;
use crate::metadata::OperationKind;
use crate::operation::ODataOperation;

impl Service {
    /// Returns a request that calls an unbound operation through its action import or function import.
    ///
    /// ```
    /// use odata_core::ODataAction;
    /// use odata_core::request::Service;
    ///
    /// #[derive(ODataAction)]
    /// #[odata(namespace = "Catalog", returns = "i32")]
    /// struct SubmitOrder {
    ///     book: i32,
    ///     quantity: i32,
    /// }
    ///
    /// let service = Service::new("https://host/catalog")?;
    /// let call = service.call(&SubmitOrder { book: 201, quantity: 2 });
    /// let request = call.build()?;
    /// assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/catalog/submitOrder"));
    /// assert_eq!(request.body(), br#"{"book":201,"quantity":2}"#);
    ///
    /// let received = http::Response::builder().status(200).body(r#"{"value": 10}"#)?;
    /// assert_eq!(call.read(&received)?.value, 10);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call<O>(&self, operation: &O) -> Request<<O::Result as OperationResult>::Response>
    where
        O: ODataOperation<Binding: NoBinding, Result: OperationResult>,
    {
        request(&ServicePath::of_root(self), O::METADATA.import().unwrap_or_default(), operation)
    }
}

impl<T, N> EntityPath<T, N> {
    /// Returns a request that calls an operation bound to the entity type `T` of this path, or to a base type of `T`.
    ///
    /// ```
    /// use odata_core::request::Service;
    /// use odata_core::{ODataAction, ODataEntity};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph.security")]
    /// struct EdiscoveryCase {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataAction)]
    /// #[odata(namespace = "microsoft.graph.security", binding = "EdiscoveryCase")]
    /// struct Close {}
    ///
    /// let service = Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let case = service.entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases").key("1");
    /// let request = case.call(&Close {}).build()?;
    /// assert_eq!(request.uri().path(), "/v1.0/security/cases/ediscoveryCases/1/microsoft.graph.security.close");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// To call an operation that is bound to a derived type, first [`cast`](Self::cast) the path to the derived type.
    /// If an operation has overloads, for example for `User` and for its base type `DirectoryObject`, each overload is
    /// a separate struct. For the path of a `User`, pass the struct with `binding = "User"`. The URL is the same for
    /// every overload: the service selects the overload by the type of the entity.
    pub fn call<O, I>(&self, operation: &O) -> Request<<O::Result as OperationResult>::Response>
    where
        O: ODataOperation<Binding: SingleBinding<T, I>, Result: OperationResult>,
    {
        request(&self.path, O::METADATA.qualified_name(), operation)
    }
}

impl<T> CollectionPath<T> {
    /// Returns a request that calls an operation bound to a collection of `T`, or to a collection of a base type of
    /// `T`.
    ///
    /// ```
    /// use odata_core::request::Service;
    /// use odata_core::{ODataEntity, ODataFunction};
    ///
    /// #[derive(Debug, PartialEq, ODataEntity)]
    /// #[odata(namespace = "microsoft.graph.security")]
    /// struct EdiscoveryReviewTag {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataFunction)]
    /// #[odata(
    ///     namespace = "microsoft.graph.security",
    ///     binding = "Vec<EdiscoveryReviewTag>",
    ///     returns = "Vec<EdiscoveryReviewTag>"
    /// )]
    /// struct AsHierarchy {}
    ///
    /// let service = Service::new("https://host/v1.0")?;
    /// let review_tags = service.entity_set::<EdiscoveryReviewTag>("reviewTags");
    /// let call = review_tags.call(&AsHierarchy {});
    /// assert_eq!(call.url()?, "https://host/v1.0/reviewTags/microsoft.graph.security.asHierarchy()");
    ///
    /// let received = http::Response::builder().status(200).body(r#"{"value": [{"id": "7"}]}"#)?;
    /// assert_eq!(call.read(&received)?.value[0].id.as_deref(), Some("7"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call<O, I>(&self, operation: &O) -> Request<<O::Result as OperationResult>::Response>
    where
        O: ODataOperation<Binding: CollectionBinding<T, I>, Result: OperationResult>,
    {
        request(&self.path, O::METADATA.qualified_name(), operation)
    }
}

/// Creates the request that calls an operation. `name` is the last path segment of the URL without the parameters, such
/// as `microsoft.graph.delta`.
pub(super) fn request<O>(
    path: &ServicePath,
    name: &str,
    operation: &O,
) -> Request<<O::Result as OperationResult>::Response>
where
    O: ODataOperation<Result: OperationResult>,
{
    match O::METADATA.kind() {
        OperationKind::Function => {
            Request::reading(Method::GET, function_call::path(path, name, operation), None)
        }
        OperationKind::Action => {
            let path = path.segment(name);
            match Parameters::of_operation(operation) {
                // An action without parameters has no body (OData 4.01 JSON format, clause 18).
                Ok(body) if body.members().is_empty() => Request::reading(Method::POST, path, None),
                Ok(body) => Request::reading(Method::POST, path, Some(Payload::of(body))),
                Err(error) => Request::reading(Method::POST, path.failed(error.into()), None),
            }
        }
    }
}
