//! Requests that replace an entity, or create it if it doesn't exist (OData 4.01 Protocol, 11.4.3 and 11.4.4).

use http::Method;

use super::build::Request;
use super::path::{EntityPath, write};
use super::readable_entity::ReadableEntity;
use crate::body::Create;
use crate::entity::ODataEntity;

impl<T, N> EntityPath<T, N> {
    /// Returns a request that replaces the entity (`PUT`). The service sets all properties that are missing in the body to
    /// their default values. To change only some properties, use [`update`](Self::update).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Genre { #[odata(key = "required")] code: String, name: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let genres = service.entity_set::<Genre>("genres");
    /// let genre = Genre { code: "fic".to_owned(), name: Some("Fiction".to_owned()) };
    ///
    /// let replace = genres.key("fic").replace(&genre.to_create()?).if_match("*").build()?;
    /// assert_eq!((replace.method().as_str(), replace.uri().path()), ("PUT", "/service/genres/fic"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// If the entity doesn't exist, the service may create it (upsert). Call [`if_match("*")`](Request::if_match) to only
    /// replace an existing entity, or [`if_absent`](Request::if_absent) to only create a new entity. A response without a
    /// body is read as `None`.
    pub fn replace<B: ODataEntity + 'static>(&self, body: &Create<B>) -> Request<Option<T>>
    where
        T: ReadableEntity,
    {
        write(Method::PUT, &self.path, body)
    }

    /// Returns a request that creates the entity, or updates it if it exists already (`PATCH`). Properties that are
    /// missing in the body are unchanged if the entity exists. Unlike the body of an [`update`](Self::update), the body
    /// of an upsert can set immutable properties.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::request::Key;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct Application { id: Option<String>, unique_name: Option<String>, display_name: Option<String> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let applications = service.entity_set::<Application>("applications");
    /// let body = Application::create().set(Application::DISPLAY_NAME, "Contoso");
    ///
    /// let key = Key::by(Application::UNIQUE_NAME, "contoso");
    /// let upsert = applications.key(key).upsert(&body).prefer("create-if-missing").build()?;
    /// assert_eq!(upsert.method(), "PATCH");
    /// assert_eq!(upsert.uri(), "https://graph.microsoft.com/v1.0/applications(uniqueName='contoso')");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [`if_absent`](Request::if_absent) prevents an update, and [`if_match("*")`](Request::if_match) prevents a creation.
    /// The status of the response is 201 if the service created the entity.
    pub fn upsert<B: ODataEntity + 'static>(&self, body: &Create<B>) -> Request<Option<T>>
    where
        T: ReadableEntity,
    {
        write(Method::PATCH, &self.path, body)
    }
}
