//! Requests for the content of media entities and stream properties (OData 4.01 Protocol, 11.2.3, 11.2.4 and 11.4.7).

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use super::build::Request;
use super::path::{CollectionPath, EntityPath, paths};
use super::payload::Payload;
use super::readable_entity::{MayBeNull, NotNull, ReadableEntity};
use super::response_body;
use super::service::Service;
use super::service_path::ServicePath;
use crate::stream::Stream;
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;

/// The path of the content of a media entity, such as a photo, or of a stream property.
///
/// `MediaPath<NotNull>` is the path of the content of a media entity, which is read as `Vec<u8>`.
/// `MediaPath<MayBeNull>` is the path of a stream property, which is read as `Option<Vec<u8>>`, because a stream
/// property may be null.
pub struct MediaPath<N = NotNull> {
    path: ServicePath,
    marker: PhantomData<fn() -> N>,
}

/// The type of a stream property: [`Stream`] or `Option<Stream>`.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{Self}` is not a stream property: use a property of the type `Option<Stream>`",
    label = "requires a property of the type `Option<Stream>`",
    note = "use `raw_value` for the content of a primitive property, and `navigate(…).media()` for a related media entity"
)]
pub trait StreamValue {}

impl StreamValue for Stream {}

impl StreamValue for Option<Stream> {}

impl<T, N> EntityPath<T, N> {
    /// Returns the path of the content of this media entity: `…/photo/$value`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct ProfilePhoto { id: Option<String> }
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, #[odata(navigation)] photo: Option<Box<ProfilePhoto>> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let photo = service.singleton::<User>("me").navigate(User::PHOTO).media();
    /// let get = photo.get();
    /// assert_eq!(get.build()?.uri(), "https://graph.microsoft.com/v1.0/me/photo/$value");
    ///
    /// let received = http::Response::builder().header("Content-Type", "image/jpeg").body([0xFF, 0xD8])?;
    /// let response = get.read(&received)?;
    /// assert_eq!((response.content_type(), response.value().as_slice()), (Some("image/jpeg"), &[0xFF, 0xD8][..]));
    ///
    /// let put = photo.put([0xFF, 0xD8], "image/jpeg").build()?;
    /// assert_eq!((put.method().as_str(), &put.headers()["content-type"]), ("PUT", &"image/jpeg".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn media(&self) -> MediaPath {
        MediaPath::at(self.path.segment("$value"))
    }

    /// Returns the path of the content of a stream property (`Edm.Stream`): `…/photo`.
    ///
    /// ```
    /// # use odata_core::{ODataEntity, Stream};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, photo: Option<Stream> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let photo = service.entity_set::<User>("users").key("1").stream(User::PHOTO);
    /// assert_eq!(photo.get().url()?, "https://host/service/users/1/photo");
    ///
    /// let received = http::Response::builder().status(204).body("")?;
    /// assert_eq!(photo.get().read(&received)?.into_value(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn stream<P, I>(&self, property: P) -> MediaPath<MayBeNull>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: StreamValue>,
    {
        MediaPath::at(self.path.property(&property.into_property_path()))
    }
}

impl Service {
    /// Returns the path of the content at a URL, such as an `@odata.mediaReadLink` or `@odata.mediaEditLink`
    /// ([`StreamLinks`](crate::StreamLinks)). The URL must have the origin of the service or an origin that
    /// [`Service::allow_origin`] allows. The URL may have a query.
    #[must_use]
    pub fn media_at(&self, url: &str) -> MediaPath<MayBeNull> {
        MediaPath::at(ServicePath::of_url(self, self.url_of_link(url)))
    }
}

impl<T> CollectionPath<T> {
    /// Returns a request that creates a media entity from its content (`POST`). The request contains only the content,
    /// so use [`update`](EntityPath::update) to set the properties of the created entity.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Picture { id: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let pictures = service.entity_set::<Picture>("pictures");
    /// let create = pictures.create_media([0xFF, 0xD8], "image/jpeg").header("Slug", "sunset.jpg");
    /// assert_eq!(create.build()?.body(), &[0xFF, 0xD8]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [`Request::build`] returns [`RequestError::MediaType`](super::RequestError::MediaType) if `media_type` is
    /// invalid.
    pub fn create_media(&self, content: impl Into<Vec<u8>>, media_type: &str) -> Request<Option<T>>
    where
        T: ReadableEntity,
    {
        let payload = Payload::raw(content.into(), media_type);
        Request::with_reader(Method::POST, self.path.clone(), Some(payload), response_body::read_value)
            .for_values_of(T::TYPE)
    }
}

impl MediaPath<NotNull> {
    /// Returns a request that reads the content (`GET`). [`Response::content_type`](super::Response::content_type)
    /// returns the media type of the content, and [`Response::etag`](super::Response::etag) returns the ETag of the
    /// content.
    pub fn get(&self) -> Request<Vec<u8>> {
        Request::reading(Method::GET, self.path.clone(), None)
    }
}

impl MediaPath<MayBeNull> {
    /// Returns a request that reads the content (`GET`). The response is read as `None` if the stream is null (status
    /// code 204).
    pub fn get(&self) -> Request<Option<Vec<u8>>> {
        Request::reading(Method::GET, self.path.clone(), None)
    }
}

impl<N> MediaPath<N> {
    /// Returns a request that replaces the content (`PUT`). If the service requires an ETag, pass the ETag of the
    /// content to [`Request::if_match`].
    ///
    /// ```
    /// # use odata_core::{Extra, ODataEntity, Stream};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, photo: Option<Stream>, #[odata(extra)] extra: Extra }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let user: User = serde_json::from_str(
    ///     r#"{"id": "1", "photo@odata.mediaEditLink": "users/1/photo", "photo@odata.mediaEtag": "W/\"7\""}"#,
    /// )?;
    /// let links = user.extra.stream("photo");
    /// let photo = service.media_at(links.edit_link().expect("a URL"));
    ///
    /// let put = photo.put([0xFF, 0xD8], "image/jpeg").if_match(links.etag().unwrap_or("*")).build()?;
    /// assert_eq!(put.uri(), "https://host/service/users/1/photo");
    /// assert_eq!(put.headers()["if-match"], "W/\"7\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Some services return an entity in the response, such as the `driveItem` of a file in Microsoft Graph. Use
    /// [`Request::returning`] to read an entity from the response.
    ///
    /// [`Request::build`] returns [`RequestError::MediaType`](super::RequestError::MediaType) if `media_type` is
    /// invalid.
    pub fn put(&self, content: impl Into<Vec<u8>>, media_type: &str) -> Request<()> {
        let payload = Payload::raw(content.into(), media_type);
        Request::without_value(Method::PUT, self.path.clone(), Some(payload))
    }

    /// Returns a request that deletes the content (`DELETE`). Deleting the content of a stream property sets the
    /// property to null.
    pub fn delete(&self) -> Request<()> {
        Request::without_value(Method::DELETE, self.path.clone(), None)
    }
}

paths! { MediaPath<T> }
