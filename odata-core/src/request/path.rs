//! Where something is: paths of entity sets, keys, navigation properties and types.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserialize;

use super::build::Request;
use super::failure::RequestError;
use super::key::Key;
use super::place::Path;
use super::service::Service;
use crate::body::{Body, Create, Update};
use crate::entity::ODataEntity;
use crate::envelope::{Collection, Delta, SingleValue};
use crate::metadata::StructuredType;
use crate::structured::{BaseTypeOf, ODataStructured};
use crate::typed_property::access::Navigable;
use crate::typed_property::{Elements, IntoPropertyPath, Reach};
use crate::value::{ODataValue, ReadValue};

/// Where entities of the type `T` are: an entity set, or a navigation property with several.
pub struct CollectionPath<T> {
    pub(super) path: Path,
    pub(super) entity: PhantomData<fn() -> T>,
}

/// Where one entity of the type `T` is.
pub struct EntityPath<T> {
    pub(super) path: Path,
    pub(super) entity: PhantomData<fn() -> T>,
}

impl Service {
    /// An entity set, or another collection, at a path of names: `security/cases/ediscoveryCases`.
    #[must_use]
    pub fn entity_set<T>(&self, path: &str) -> CollectionPath<T> {
        CollectionPath { path: Path::of_names(self, path), entity: PhantomData }
    }

    /// A singleton, or another entity, at a path of names: `me`.
    #[must_use]
    pub fn singleton<T>(&self, path: &str) -> EntityPath<T> {
        EntityPath { path: Path::of_names(self, path), entity: PhantomData }
    }
}

/// What can be asked for: a type that is read from an answer of its own.
pub trait Entity: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de> {}

impl<T: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de>> Entity for T {}

impl<T> CollectionPath<T> {
    /// The entity with that key.
    #[must_use]
    pub fn key(&self, key: impl Into<Key>) -> EntityPath<T> {
        let key = key.into().in_path(self.path.service.key_form, self.path.service.wire_format());
        EntityPath { path: self.path.with(key), entity: PhantomData }
    }
}

impl<T: Entity> CollectionPath<T> {
    /// Those of the collection that are of a derived type: `…/microsoft.graph.user`.
    #[must_use]
    pub fn cast<D: ODataStructured>(&self) -> CollectionPath<D> {
        CollectionPath { path: cast::<T, D>(&self.path), entity: PhantomData }
    }

    /// Asks for a page of the entities.
    pub fn list(&self) -> Request<Collection<T>> {
        Request::new(http::Method::GET, self.path.clone()).for_values_of(T::TYPE)
    }

    /// Asks for what has changed. The first answer has everything.
    pub fn delta(&self) -> Request<Delta<T>> {
        Request::new(http::Method::GET, self.path.segment("delta")).for_values_of(T::TYPE)
    }

    /// Creates an entity. The answer has it, unless it was asked for without.
    pub fn create<B: ODataEntity + 'static>(&self, body: &Create<B>) -> Request<Option<T>> {
        Request::with_body(http::Method::POST, &checked::<T, _, _>(&self.path, body), body)
            .for_values_of(T::TYPE)
    }
}

impl<T: Entity> EntityPath<T> {
    /// Asks for the entity.
    pub fn get(&self) -> Request<T> {
        Request::new(http::Method::GET, self.path.clone()).for_values_of(T::TYPE)
    }

    /// Changes the entity. The answer has it as it is then, if the service sends it.
    pub fn update<B: ODataEntity + 'static>(&self, body: &Update<B>) -> Request<Option<T>> {
        Request::with_body(http::Method::PATCH, &checked::<T, _, _>(&self.path, body), body)
            .for_values_of(T::TYPE)
    }

    /// Asks for the value of one property. One that is null is answered with 204, and so with `None`.
    pub fn property<P, I>(&self, property: P) -> Request<Option<SingleValue<P::Value>>>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: for<'de> ReadValue<'de>>,
    {
        Request::possible(http::Method::GET, self.path.property(&property.into_property_path()), None)
            .for_values_of(<P::Value as ODataValue>::TYPE)
    }

    /// The entity, as one of a derived type: `…/microsoft.graph.user`.
    #[must_use]
    pub fn cast<D: ODataStructured>(&self) -> EntityPath<D> {
        EntityPath { path: cast::<T, D>(&self.path), entity: PhantomData }
    }

    /// The entities that a navigation property leads to.
    #[must_use]
    pub fn collection<P, I>(
        &self,
        property: P,
    ) -> CollectionPath<<<P::Value as Elements>::Element as Reach>::Target>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Elements<Element: Reach>, Access: Navigable>,
    {
        CollectionPath { path: self.path.property(&property.into_property_path()), entity: PhantomData }
    }

    /// The entity that a navigation property leads to.
    #[must_use]
    pub fn navigate<P, I>(&self, property: P) -> EntityPath<<P::Value as Reach>::Target>
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Reach, Access: Navigable>,
    {
        EntityPath { path: self.path.property(&property.into_property_path()), entity: PhantomData }
    }
}

impl<T> EntityPath<T> {
    /// Deletes the entity.
    pub fn delete(&self) -> Request<()> {
        Request::without_answer(http::Method::DELETE, self.path.clone(), None)
    }
}

/// The path to what is of a derived type, unless it is of another line of types.
fn cast<T: ODataStructured, D: ODataStructured>(path: &Path) -> Path {
    of_line::<T>(path, D::METADATA).segment(D::METADATA.qualified_name())
}

/// The path, unless the body is of another line of types than what is there.
fn checked<T: ODataStructured, B, P>(path: &Path, body: &Body<B, P>) -> Path {
    of_line::<T>(path, body.metadata())
}

/// The path, unless a type is not one of what is there.
fn of_line<T: ODataStructured>(path: &Path, given: &'static StructuredType) -> Path {
    let declared: &'static StructuredType = T::METADATA;
    if given.line().any(|metadata| metadata.tag() == declared.tag()) {
        return path.clone();
    }
    let [given, path_type] = [given, declared].map(StructuredType::qualified_name);
    path.failed(RequestError::Type { given, path: path_type })
}

macro_rules! paths {
    ($($path:ident),*) => {$(
        impl<T> Clone for $path<T> {
            fn clone(&self) -> Self {
                Self { path: self.path.clone(), entity: PhantomData }
            }
        }

        /// The URL, as a binding has it; nothing when there is none.
        impl<T> fmt::Display for $path<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match &self.path.text {
                    Ok(text) => write!(f, "{}{text}", self.path.service.root),
                    Err(_) => Ok(()),
                }
            }
        }

        impl<T> fmt::Debug for $path<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($path), self.path.text)
            }
        }
    )*};
}

paths! { CollectionPath, EntityPath }
