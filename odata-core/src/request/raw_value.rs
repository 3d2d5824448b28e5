//! Requests for the raw value of a property (`$value`; OData 4.01 Protocol, 11.2.4.1).

use http::Method;

use super::build::Request;
use super::path::EntityPath;
use super::readable_response::ReadableResponse;
use crate::enumeration::{Flags, ODataEnum};
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;
use crate::value::Binary;

/// The type of a property whose raw value can be requested: a primitive type, an enumeration type, or an `Option` of
/// such a type.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{Self}` has no raw value",
    label = "neither a primitive value nor an enumeration member",
    note = "use `property` to request the value of a complex property or of a collection as JSON, `stream` for a stream property, and `to` for a navigation property"
)]
pub trait RawValue {
    /// The type of the raw value: `Vec<u8>` for [`Binary`], and `String` for all other types.
    type Raw: ReadableResponse;
}

#[diagnostic::do_not_recommend]
impl<T: ODataEnum> RawValue for T {
    type Raw = String;
}

impl<T> RawValue for Flags<T> {
    type Raw = String;
}

impl<T: RawValue> RawValue for Option<T> {
    type Raw = T::Raw;
}

macro_rules! raw_values {
    ($raw:ty: $($(#[$attribute:meta])* $primitive:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl RawValue for $primitive {
            type Raw = $raw;
        }
    )*};
}

raw_values! { Vec<u8>: Binary }

raw_values! {
    String:
    bool, u8, i8, i16, i32, i64, f32, f64, String, Box<str>, std::sync::Arc<str>,
    chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>, chrono::NaiveDate, chrono::NaiveTime,
    chrono::TimeDelta, crate::Duration,
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "uuid")] uuid::Uuid,
}

impl<T, N> EntityPath<T, N> {
    /// Returns a request that reads the raw value of a primitive property (`GET …/displayName/$value`): the bytes of
    /// an `Edm.Binary` property, or the text of any other property. The response is read as `None` if the property is null
    /// (status 204).
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
}
