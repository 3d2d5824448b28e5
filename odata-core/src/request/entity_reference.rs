//! Requests that read, add, set or remove a reference to an existing entity in a navigation property (`$ref`; OData 4.01
//! Protocol, 11.2.9 and 11.4.6).

use core::borrow::Borrow;

use http::Method;

use super::build::Request;
use super::path::{CollectionPath, EntityPath};
use super::payload::Payload;
use super::reference_value::EntityReference;
use crate::envelope::Collection;
use crate::untyped::{Members, Untyped};

impl<T> CollectionPath<T> {
    /// Returns a request that adds an existing entity to a collection-valued navigation property: `POST
    /// …/members/$ref`.
    pub fn add_reference<E, M>(&self, entity: &EntityPath<E, M>) -> Request<()> {
        let path = self.path.segment("$ref").with_error_of(&entity.path);
        Request::without_value(Method::POST, path, Some(reference(entity)))
    }

    /// Returns a request that reads the URLs of the entities in this collection (`GET …/members/$ref`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let references = service.entity_set::<User>("groups/1/members").references();
    /// assert_eq!(references.url()?, "https://graph.microsoft.com/v1.0/groups/1/members/$ref");
    ///
    /// let received = http::Response::new(r#"{"value": [{"@odata.id": "https://graph.microsoft.com/v1.0/users/7"}]}"#);
    /// let page = references.read(&received)?;
    /// let user = service.entity_at::<User>(page.value[0].id());
    /// assert_eq!(user.get().url()?, "https://graph.microsoft.com/v1.0/users/7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn references(&self) -> Request<Collection<EntityReference>> {
        Request::reading(Method::GET, self.path.segment("$ref"), None)
    }

    /// Returns a request that replaces all references of a collection-valued navigation property: `PUT …/members/$ref`
    /// (OData 4.01 Protocol, 11.4.6.4). Afterwards, the navigation property contains exactly the given entities. Entities that
    /// are removed from the navigation property aren't deleted.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let users = service.entity_set::<User>("users");
    /// let members = service.entity_set::<User>("groups/1/members");
    /// let set = members.set_references([users.key("7"), users.key("8")]).build()?;
    /// assert_eq!((set.method().as_str(), set.uri().path()), ("PUT", "/service/groups/1/members/$ref"));
    /// assert_eq!(
    ///     set.body(),
    ///     br#"{"value":[{"@odata.id":"https://host/service/users/7"},{"@odata.id":"https://host/service/users/8"}]}"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// OData 4.0 services and Microsoft Graph don't support this request.
    pub fn set_references<E, M>(
        &self,
        entities: impl IntoIterator<Item = impl Borrow<EntityPath<E, M>>>,
    ) -> Request<()> {
        let mut path = self.path.segment("$ref");
        let mut references = Vec::new();
        for entity in entities {
            let entity = entity.borrow();
            path = path.with_error_of(&entity.path);
            references.push(Untyped::from(members(entity)));
        }
        let mut body = Members::default();
        body.insert("value", references);
        Request::without_value(Method::PUT, path, Some(Payload::of(body)))
    }

    /// Returns a request that removes all references of a collection-valued navigation property, but doesn't delete the
    /// entities: `DELETE …/members/$ref` (OData 4.01 Protocol, 11.4.6.4).
    ///
    /// OData 4.0 services and Microsoft Graph don't support this request.
    pub fn remove_all_references(&self) -> Request<()> {
        Request::without_value(Method::DELETE, self.path.segment("$ref"), None)
    }

    /// Returns a request that removes an entity from a collection-valued navigation property, but doesn't delete the entity:
    /// `DELETE …/members/$ref?$id=…`.
    ///
    /// For a service that requires the key in the path instead of `$id`, such as Microsoft Graph, call
    /// [`collection.key("7").remove_reference()`](EntityPath::remove_reference): `DELETE …/members/7/$ref`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let user = service.entity_set::<User>("users").key("7");
    /// let remove = service.entity_set::<User>("groups/1/members").remove_reference_to(&user).build()?;
    /// assert_eq!(remove.method(), "DELETE");
    /// assert_eq!(remove.uri(), "https://host/service/groups/1/members/$ref?$id=https://host/service/users/7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remove_reference_to<E, M>(&self, entity: &EntityPath<E, M>) -> Request<()> {
        let mut path = self.path.segment("$ref").with_error_of(&entity.path);
        path.query.push(("$id".to_owned(), entity.to_string()));
        Request::without_value(Method::DELETE, path, None)
    }
}

impl<T, N> EntityPath<T, N> {
    /// Returns a request that sets a single-valued navigation property to an existing entity: `PUT …/manager/$ref`.
    pub fn set_reference<E, M>(&self, entity: &EntityPath<E, M>) -> Request<()> {
        let path = self.path.segment("$ref").with_error_of(&entity.path);
        Request::without_value(Method::PUT, path, Some(reference(entity)))
    }

    /// Returns a request that reads the URL of the entity in a single-valued navigation property (`GET …/manager/$ref`).
    /// The response is read as `None` if there is no entity (status code 204).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, #[odata(navigation)] manager: Option<Box<User>> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let manager = service.singleton::<User>("me").navigate(User::MANAGER).reference();
    /// assert_eq!(manager.url()?, "https://graph.microsoft.com/v1.0/me/manager/$ref");
    ///
    /// let received = http::Response::new(r#"{"@odata.id": "https://graph.microsoft.com/v1.0/users/7"}"#);
    /// let reference = manager.read(&received)?.into_value().expect("a manager");
    /// assert_eq!(reference.id(), "https://graph.microsoft.com/v1.0/users/7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reference(&self) -> Request<Option<EntityReference>> {
        Request::reading(Method::GET, self.path.segment("$ref"), None)
    }

    /// Returns a request that removes the entity from a navigation property, but doesn't delete the entity: `DELETE
    /// …/members/{id}/$ref`.
    pub fn remove_reference(&self) -> Request<()> {
        Request::without_value(Method::DELETE, self.path.segment("$ref"), None)
    }
}

fn reference<E, M>(entity: &EntityPath<E, M>) -> Payload {
    Payload::of(members(entity))
}

fn members<E, M>(entity: &EntityPath<E, M>) -> Members {
    let mut members = Members::default();
    members.insert("@odata.id", entity.to_string());
    members
}
