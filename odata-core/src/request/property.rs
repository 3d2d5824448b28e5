//! Requests that read or change a single property (OData 4.01 Protocol, 11.2.4 and 11.4.9).

use http::Method;
use serde::ser::{Error, Serialize, Serializer};

use super::build::Request;
use super::path::{EntityPath, with_type_of};
use super::payload::Payload;
use super::request_error::RequestError;
use super::service_path::ServicePath;
use crate::body::Update;
use crate::envelope::SingleValue;
use crate::json;
use crate::metadata::{PrimitiveType, StructuredKind, TypeKind, ValueType};
use crate::structured::{DerivedFrom, ODataStructured};
use crate::typed_property::access::{SetOnUpdate, Structural};
use crate::typed_property::{Assign, IntoPropertyPath, Nullable, Reach};
use crate::untyped::{Members, Untyped};
use crate::value::{ODataValue, ReadValue};

impl<T, N> EntityPath<T, N> {
    /// Returns a request that reads the value of a property (`GET`). The response is read as `None` if the property is
    /// null (status code 204).
    ///
    /// For a navigation property, use [`to`](Self::to) instead, and for a stream property, use [`stream`](Self::stream).
    pub fn property<P, I>(&self, property: P) -> Request<Option<SingleValue<P::Value>>>
    where
        P: IntoPropertyPath<Value: for<'de> ReadValue<'de>, Access: Structural>,
        T: DerivedFrom<P::Owner, I>,
    {
        let (property, value_type) = (property.into_property_path(), <P::Value as ODataValue>::TYPE);
        let path = structural(self.path.property(&property), &property.to_string(), value_type);
        Request::new(Method::GET, path, None).for_values_of(value_type)
    }

    /// Returns a request that updates a complex property (`PATCH`). The service doesn't change nested properties that
    /// are missing in the body.
    ///
    /// ```
    /// # use odata_core::{ODataComplex, ODataEntity};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, mailbox_settings: Option<MailboxSettings> }
    /// # #[derive(Clone, ODataComplex)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct MailboxSettings { time_zone: Option<String> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let body = MailboxSettings::update().set(MailboxSettings::TIME_ZONE, "UTC");
    /// let request = service.singleton::<User>("me").update_property(User::MAILBOX_SETTINGS, &body).build()?;
    /// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/me/mailboxSettings");
    /// assert_eq!(request.body(), br#"{"timeZone":"UTC"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update_property<P, I, B>(
        &self,
        property: P,
        body: &Update<B>,
    ) -> Request<Option<SingleValue<P::Value>>>
    where
        P: IntoPropertyPath<Access: SetOnUpdate>,
        P::Value: Reach<Target: ODataStructured> + for<'de> ReadValue<'de>,
        T: DerivedFrom<P::Owner, I>,
        B: 'static,
    {
        let path = self.path.property(&property.into_property_path());
        let path = with_type_of::<<P::Value as Reach>::Target>(&path, body.metadata());
        Request::with_body(Method::PATCH, &path, body).for_values_of(<P::Value as ODataValue>::TYPE)
    }

    /// Returns a request that replaces the value of a property (`PUT`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, age: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let request = service.singleton::<User>("me").set_property(User::AGE, 42).build()?;
    /// assert_eq!((request.method().as_str(), request.body().as_slice()), ("PUT", &br#"{"value":42}"#[..]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set_property<P, I>(
        &self,
        property: P,
        value: impl Assign<P::Value>,
    ) -> Request<Option<SingleValue<P::Value>>>
    where
        P: IntoPropertyPath<Value: for<'de> ReadValue<'de>, Access: SetOnUpdate>,
        T: ODataStructured + DerivedFrom<P::Owner, I> + 'static,
    {
        let (property, value_type) = (property.into_property_path(), <P::Value as ODataValue>::TYPE);
        let mut path = structural(self.path.property(&property), &property.to_string(), value_type);
        let segments = property.segments().to_vec();
        let body = Update::<T>::new(false).set(property, value);
        if let Err(error) = body.check() {
            path = path.failed(error.into());
        }
        let payload = Payload::of(PropertyBody { body, segments, value_type });
        Request::new(Method::PUT, path, Some(payload)).for_values_of(value_type)
    }

    /// Returns a request that sets a property to null (`DELETE`).
    pub fn clear_property<P, I>(&self, property: P) -> Request<()>
    where
        P: IntoPropertyPath<Value: Nullable, Access: SetOnUpdate>,
        T: DerivedFrom<P::Owner, I>,
    {
        let path = self.path.property(&property.into_property_path());
        Request::without_value(Method::DELETE, path, None)
    }
}

/// Rejects a path that ends with a navigation property or a stream property. A path such as `manager/members` must be
/// checked at run time, because the trait bound `Structural` only rejects a single navigation property, such as
/// `manager`, at compile time. A stream property is rejected because its content isn't JSON.
fn structural(path: ServicePath, property: &str, value_type: ValueType) -> ServicePath {
    if value_type.primitive_type() == Some(PrimitiveType::Stream) {
        return path.failed(RequestError::StreamProperty(property.to_owned()));
    }
    let single = value_type.element().copied().unwrap_or(value_type);
    match single.structured() {
        Some(metadata) if metadata.kind() == StructuredKind::Entity => {
            path.failed(RequestError::NavigationProperty(property.to_owned()))
        }
        _ => path,
    }
}

/// The body of a request that replaces the value of a property.
struct PropertyBody<T> {
    body: Update<T>,
    segments: Vec<&'static str>,
    value_type: ValueType,
}

impl<T> Serialize for PropertyBody<T> {
    /// Writes the members of a complex value directly into the body, and any other value as `{"value": …}` (OData 4.01
    /// JSON format, clause 11).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = json::to_string(&self.body).map_err(S::Error::custom)?;
        let body: Untyped = json::from_str(&text).map_err(S::Error::custom)?;
        let value = self.segments.iter().try_fold(&body, |value, segment| value.get(segment));
        let value = value
            .ok_or_else(|| S::Error::custom("the request body doesn't contain the value of the property"))?;
        let is_complex =
            matches!(self.value_type.kind(), TypeKind::Structured(_) | TypeKind::Polymorphic(..));
        if is_complex && value.as_object().is_some() {
            return value.serialize(serializer);
        }
        let mut members = Members::default();
        members.insert("value", value.clone());
        members.serialize(serializer)
    }
}
