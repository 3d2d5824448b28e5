//! The paths of collections and entities.

use core::fmt;
use core::marker::PhantomData;

use super::build::Request;
use super::into_key::IntoKey;
use super::readable_entity::{MayBeNull, NotNull, Nullability, ReadableEntity};
use super::request_error::RequestError;
use super::service::Service;
use super::service_path::ServicePath;
use crate::body::{Body, Create, Update};
use crate::entity::ODataEntity;
use crate::envelope::{Collection, Delta};
use crate::metadata::StructuredType;
use crate::structured::{BaseTypeOf, ODataStructured};
use crate::typed_property::access::Navigable;
use crate::typed_property::{Elements, IntoPropertyPath, Reach};

/// The path of a collection of entities of the type `T`: an entity set, or a collection-valued navigation property.
pub struct CollectionPath<T> {
    pub(super) path: ServicePath,
    marker: PhantomData<fn() -> T>,
}

/// The path of an entity of the type `T`. [`EntityPath<T, MayBeNull>`](NullableEntityPath) is the path of an entity
/// that may be null.
pub struct EntityPath<T, N = NotNull> {
    pub(super) path: ServicePath,
    marker: PhantomData<fn() -> (T, N)>,
}

/// The path of an entity that may be null: a single-valued navigation property, or a nullable singleton.
pub type NullableEntityPath<T> = EntityPath<T, MayBeNull>;

impl Service {
    /// Returns the path of an entity set or another collection of entities. The argument is a path relative to the root
    /// URL of the service: `security/cases/ediscoveryCases`.
    #[must_use]
    pub fn entity_set<T>(&self, path: &str) -> CollectionPath<T> {
        CollectionPath::at(ServicePath::of_names(self, path))
    }

    /// Returns the path of a singleton, such as `me`. The argument is a path relative to the root URL of the service. A
    /// longer path to a single entity, such as `admin/sharepoint`, is also allowed.
    #[must_use]
    pub fn singleton<T>(&self, path: &str) -> EntityPath<T> {
        EntityPath::at(ServicePath::of_names(self, path))
    }

    /// Returns the path of a singleton that may be null (CSDL 4.01, 13.3: `Nullable="true"`). The argument is a path
    /// relative to the root URL of the service.
    #[must_use]
    pub fn nullable_singleton<T>(&self, path: &str) -> NullableEntityPath<T> {
        EntityPath::at(ServicePath::of_names(self, path))
    }
}

impl<T> CollectionPath<T> {
    /// Returns the path of the entity with the given key in this collection: `…/users/42`.
    ///
    /// The argument is the value of the key property, such as a string, an integer or a `Uuid`. Create a composite key
    /// with [`Key::by`](super::Key::by), and the key of an existing instance with [`Key::of`](super::Key::of).
    #[must_use]
    pub fn key(&self, key: impl IntoKey) -> EntityPath<T> {
        let key = key.into_key().in_path(self.path.service.key_form, self.path.service.wire_format());
        EntityPath::at(self.path.with_values(key))
    }

    /// Returns the path of the entities in this collection that are instances of the derived type `D`:
    /// `…/microsoft.graph.user`.
    #[must_use]
    pub fn cast<D: ODataStructured>(&self) -> CollectionPath<D>
    where
        T: ReadableEntity,
    {
        CollectionPath::at(cast::<T, D>(&self.path))
    }

    /// Returns a request that reads the first page of this collection (`GET`). A collection has no method `get`: to read
    /// one entity, use `key(…).get()`.
    pub fn list(&self) -> Request<Collection<T>>
    where
        T: ReadableEntity,
    {
        Request::new(http::Method::GET, self.path.clone(), None).for_values_of(T::TYPE)
    }

    /// Returns a request that starts a delta query by reading all entities of this collection (`GET …/delta`). To read
    /// the entities that change after this request, use [`Request::changes`].
    pub fn delta(&self) -> Request<Delta<T>>
    where
        T: ReadableEntity,
    {
        Request::new(http::Method::GET, self.path.segment("delta"), None).for_values_of(T::TYPE)
    }

    /// Returns a request that creates an entity in this collection (`POST`).
    ///
    /// [`ODataEntity::create`] and [`ODataEntity::to_create`] create the request body. A response without a body is
    /// read as `None`, for example after [`Request::return_minimal`].
    pub fn create<B: ODataEntity + 'static>(&self, body: &Create<B>) -> Request<Option<T>>
    where
        T: ReadableEntity,
    {
        write(http::Method::POST, &self.path, body)
    }
}

impl<T, N: Nullability> EntityPath<T, N> {
    /// Returns a request that reads the entity (`GET`). The response is read as `T`, or as `Option<T>` if the entity
    /// may be null.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(Debug, PartialEq, ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, #[odata(navigation)] manager: Option<Box<User>> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let users = service.entity_set::<User>("users");
    /// let manager = users.key("1").navigate(User::MANAGER).get();
    /// let no_content = http::Response::builder().status(204).body("")?;
    /// assert_eq!(manager.read(&no_content)?.into_value(), None);
    /// assert!(users.key("1").get().read(&no_content).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn get(&self) -> Request<N::Response<T>>
    where
        T: ReadableEntity,
    {
        Request::new(http::Method::GET, self.path.clone(), None).for_values_of(T::TYPE)
    }
}

impl<T, N> EntityPath<T, N> {
    pub(crate) const fn service_path(&self) -> &ServicePath {
        &self.path
    }

    /// Returns a request that updates the entity (`PATCH`). A response without a body is read as `None`.
    pub fn update<B: ODataEntity + 'static>(&self, body: &Update<B>) -> Request<Option<T>>
    where
        T: ReadableEntity,
    {
        write(http::Method::PATCH, &self.path, body)
    }

    /// Returns the path of the same entity, cast to the derived type `D`: `…/microsoft.graph.user`.
    #[must_use]
    pub fn cast<D: ODataStructured>(&self) -> EntityPath<D, N>
    where
        T: ReadableEntity,
    {
        EntityPath::at(cast::<T, D>(&self.path))
    }

    /// Returns the path of a collection-valued navigation property of this entity: `…/members`. [`to`](Self::to)
    /// accepts any navigation property, including a property of a derived type.
    #[must_use]
    pub fn collection<P, I>(
        &self,
        property: P,
    ) -> CollectionPath<<<P::Value as Elements>::Element as Reach>::Target>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Elements<Element: Reach>, Access: Navigable>,
    {
        CollectionPath::at(self.path.property(&property.into_property_path()))
    }

    /// Returns the path of a single-valued navigation property of this entity: `…/manager`. [`to`](Self::to) accepts
    /// any navigation property, including a property of a derived type.
    #[must_use]
    pub fn navigate<P, I>(&self, property: P) -> NullableEntityPath<<P::Value as Reach>::Target>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Reach, Access: Navigable>,
    {
        EntityPath::at(self.path.property(&property.into_property_path()))
    }

    /// Returns a request that deletes the entity (`DELETE`).
    pub fn delete(&self) -> Request<()> {
        Request::without_value(http::Method::DELETE, self.path.clone(), None)
    }
}

/// Appends a type cast to a path, and checks that `D` is `T` or derives from `T`.
pub(super) fn cast<T: ODataStructured, D: ODataStructured>(path: &ServicePath) -> ServicePath {
    with_type_of::<T>(path, D::METADATA).segment(D::METADATA.qualified_name())
}

/// Creates a request whose body is an entity. If the entity type of the body is neither `T` nor a derived type of `T`,
/// building the request returns an error.
pub(super) fn write<T: ReadableEntity, B: 'static, P: 'static>(
    method: http::Method,
    path: &ServicePath,
    body: &Body<B, P>,
) -> Request<Option<T>> {
    let path = with_type_of::<T>(path, body.metadata());
    Request::with_body(method, &path, body).for_values_of(T::TYPE)
}

/// Checks that the type `given` of a request body or of a type cast is `T` or derives from `T`, where `T` is the type
/// that the path requires. If `given` is unrelated to `T`, returns a path with the error [`RequestError::Type`], which
/// is returned when a request is built.
pub(super) fn with_type_of<T: ODataStructured>(
    path: &ServicePath,
    given: &'static StructuredType,
) -> ServicePath {
    let declared: &'static StructuredType = T::METADATA;
    if given.inheritance_chain().any(|metadata| metadata.type_annotation() == declared.type_annotation()) {
        return path.clone();
    }
    let [given, path_type] = [given, declared].map(StructuredType::qualified_name);
    path.failed(RequestError::Type { given, path: path_type })
}

macro_rules! paths {
    ($($path:ident<T $(, $nullability:ident)?>),*) => {$(
        impl<T $(, $nullability)?> $path<T $(, $nullability)?> {
            pub(super) const fn at(path: ServicePath) -> Self {
                Self { path, marker: PhantomData }
            }
        }

        impl<T $(, $nullability)?> Clone for $path<T $(, $nullability)?> {
            fn clone(&self) -> Self {
                Self::at(self.path.clone())
            }
        }

        /// Formats a path as the absolute URL of the resource. A path with an error, such as an invalid key, is
        /// formatted as an empty string, and the error is returned when a request is built.
        impl<T $(, $nullability)?> fmt::Display for $path<T $(, $nullability)?> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.path.url.as_ref().map_or(Ok(()), |url| f.write_str(url))
            }
        }

        impl<T $(, $nullability)?> fmt::Debug for $path<T $(, $nullability)?> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($path), self.path.url)
            }
        }
    )*};
}

pub(super) use paths;

paths! { CollectionPath<T>, EntityPath<T, N> }
