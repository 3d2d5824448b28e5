//! Requests for the raw value of a property (`$value`; OData 4.01 Protocol, 11.2.4.1 and 11.4.9.2).

use http::Method;

use super::build::Request;
use super::path::EntityPath;
use super::payload::Payload;
use super::readable_response::ReadableResponse;
use crate::enumeration::{Flags, ODataEnum};
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;
use crate::typed_property::access::SetOnUpdate;
use crate::value::Binary;

/// A property type with a raw value (`GET …/displayName/$value`). The trait is implemented for primitive types and
/// enumeration types, and for `Option`s of these types.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{Self}` has no raw value (`$value`): use `property`, or `to` for a navigation property",
    label = "neither a primitive value nor an enumeration member",
    note = "use `property` to request the value of a complex property or of a collection as JSON, `stream` for a stream property, and `to` for a navigation property"
)]
pub trait RawValue {
    /// The type of the raw value: `Vec<u8>` for [`Binary`], and `String` for all other types.
    type Raw: ReadableResponse + Into<Vec<u8>>;

    /// The media type of the raw value: `application/octet-stream` for [`Binary`], and `text/plain` for all other types.
    const MEDIA_TYPE: &'static str;
}

/// The media type of text. The charset is necessary because the default charset of `text/plain` is US-ASCII.
const TEXT: &str = "text/plain;charset=utf-8";

#[diagnostic::do_not_recommend]
impl<T: ODataEnum> RawValue for T {
    type Raw = String;

    const MEDIA_TYPE: &'static str = TEXT;
}

impl<T> RawValue for Flags<T> {
    type Raw = String;

    const MEDIA_TYPE: &'static str = TEXT;
}

impl<T: RawValue> RawValue for Option<T> {
    type Raw = T::Raw;

    const MEDIA_TYPE: &'static str = T::MEDIA_TYPE;
}

macro_rules! raw_values {
    ($raw:ty, $media_type:expr; $($(#[$attribute:meta])* $primitive:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl RawValue for $primitive {
            type Raw = $raw;

            const MEDIA_TYPE: &'static str = $media_type;
        }
    )*};
}

raw_values! { Vec<u8>, "application/octet-stream"; Binary }

raw_values! {
    String, TEXT;
    bool, u8, i8, i16, i32, i64, f32, f64, String, Box<str>, std::sync::Arc<str>,
    chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>, chrono::NaiveDate, chrono::NaiveTime,
    chrono::TimeDelta, crate::Duration,
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "uuid")] uuid::Uuid,
}

impl<T, N> EntityPath<T, N> {
    /// Returns a request that reads the raw value of a primitive property (`GET …/displayName/$value`). The response
    /// body is text instead of JSON, or the bytes of an `Edm.Binary` property. The response is read as `None` if the
    /// property is null (status code 204).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, display_name: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let name = service.entity_set::<User>("users").key("1").raw_value(User::DISPLAY_NAME);
    /// assert_eq!(name.url()?, "https://host/service/users/1/displayName/$value");
    ///
    /// let received = http::Response::new("Pat");
    /// assert_eq!(name.read(&received)?.into_value().as_deref(), Some("Pat"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// To read the value as the type of the property instead, use [`property`](Self::property).
    pub fn raw_value<P, I>(&self, property: P) -> Request<Option<<P::Value as RawValue>::Raw>>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: RawValue>,
    {
        Request::reading(
            Method::GET,
            self.path.property(&property.into_property_path()).segment("$value"),
            None,
        )
    }
    /// Returns a request that replaces the value of a primitive property (`PUT …/displayName/$value`). The request body
    /// is text instead of JSON, or the bytes of an `Edm.Binary` property.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, display_name: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let user = service.entity_set::<User>("users").key("1");
    /// let request = user.set_raw_value(User::DISPLAY_NAME, "Pat").build()?;
    /// assert_eq!((request.method().as_str(), request.body().as_slice()), ("PUT", &b"Pat"[..]));
    /// assert_eq!(request.headers()["content-type"], "text/plain;charset=utf-8");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// To send the value as JSON instead of text or bytes, use [`set_property`](Self::set_property).
    pub fn set_raw_value<P, I>(
        &self,
        property: P,
        value: impl Into<<P::Value as RawValue>::Raw>,
    ) -> Request<()>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: RawValue, Access: SetOnUpdate>,
    {
        let path = self.path.property(&property.into_property_path()).segment("$value");
        let payload = Payload::raw(value.into().into(), <P::Value as RawValue>::MEDIA_TYPE);
        Request::without_value(Method::PUT, path, Some(payload))
    }
}
