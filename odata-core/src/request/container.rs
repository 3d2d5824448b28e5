//! Entity containers as Rust types: a struct contains a [`Service`], and has a field for each entity set, singleton and
//! import.

use core::fmt;
use core::marker::PhantomData;

use super::build::Request;
use super::call;
use super::operation_result::OperationResult;
use super::path::{CollectionPath, EntityPath, NullableEntityPath};
use super::service::Service;
use super::service_path::ServicePath;
use crate::metadata::{Container, ContainerMemberKind};
use crate::operation::ODataOperation;
use crate::request::NoBinding;
use crate::structured::ODataStructured;

/// The entity container of a service (CSDL 4.01, clause 13). The [derive macro](derive@crate::ODataContainer) with the same
/// name implements this trait.
pub trait ODataContainer: core::ops::Deref<Target = Service> {
    /// The CSDL metadata of the container: the qualified name and the members.
    const METADATA: &'static Container;
}

/// The field type for an entity set of `T` in an [`ODataContainer`].
pub struct EntitySet<T>(PhantomData<fn() -> T>);

/// The field type for a singleton in an [`ODataContainer`]: `Singleton<T>`, or `Singleton<Option<T>>` if the entity may be
/// null.
pub struct Singleton<T>(PhantomData<fn() -> T>);

/// The field type for the action import or function import of the operation `O` in an [`ODataContainer`].
pub struct Import<O>(PhantomData<fn() -> O>);

/// The field type for an entity set or a singleton in an [`ODataContainer`]: `EntitySet<T>`, `Singleton<T>` or
/// `Singleton<Option<T>>`.
#[diagnostic::on_unimplemented(
    message = "a field of an entity container must be an `EntitySet<T>`, `Singleton<T>` or `Import<O>`, not `{Self}`",
    label = "not a member of an entity container",
    note = "use `EntitySet<T>`, `Singleton<T>`, `Singleton<Option<T>>` or `Import<O>` of `odata_core::request`"
)]
pub trait ContainerField {
    /// The Rust type of the path: `CollectionPath<T>` for an entity set, and `EntityPath<T>` or `NullableEntityPath<T>`
    /// for a singleton.
    type Path;

    /// The kind of the container member, with its entity type: [`ContainerMemberKind::EntitySet`] or
    /// [`ContainerMemberKind::Singleton`].
    const KIND: ContainerMemberKind;

    /// Creates the path of the entity set or the singleton with the given name.
    fn path(&self, service: &Service, name: &str) -> Self::Path;
}

impl<T: ODataStructured> ContainerField for EntitySet<T> {
    type Path = CollectionPath<T>;

    const KIND: ContainerMemberKind = ContainerMemberKind::EntitySet(T::TYPE);

    fn path(&self, service: &Service, name: &str) -> CollectionPath<T> {
        service.entity_set(name)
    }
}

impl<T: ODataStructured> ContainerField for Singleton<T> {
    type Path = EntityPath<T>;

    const KIND: ContainerMemberKind = ContainerMemberKind::Singleton(T::TYPE);

    fn path(&self, service: &Service, name: &str) -> EntityPath<T> {
        service.singleton(name)
    }
}

impl<T: ODataStructured> ContainerField for Singleton<Option<T>> {
    type Path = NullableEntityPath<T>;

    const KIND: ContainerMemberKind = ContainerMemberKind::Singleton(T::TYPE.nullable());

    fn path(&self, service: &Service, name: &str) -> NullableEntityPath<T> {
        service.nullable_singleton(name)
    }
}

impl<O: ODataOperation> Import<O> {
    /// [`ContainerMemberKind::Import`] with the metadata of the operation.
    #[doc(hidden)]
    pub const KIND: ContainerMemberKind = ContainerMemberKind::Import(O::METADATA);

    /// Returns a request that calls the operation through the import with the given name. An operation can have several
    /// imports.
    #[doc(hidden)]
    pub fn call(
        &self,
        service: &Service,
        name: &str,
        operation: &O,
    ) -> Request<<O::Result as OperationResult>::Response>
    where
        O: ODataOperation<Binding: NoBinding, Result: OperationResult>,
    {
        call::request(&ServicePath::of_root(service), name, operation)
    }
}

macro_rules! markers {
    ($($marker:ident),*) => {$(
        impl<T> Default for $marker<T> {
            fn default() -> Self {
                Self(PhantomData)
            }
        }

        impl<T> Clone for $marker<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $marker<T> {}

        impl<T> fmt::Debug for $marker<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($marker))
            }
        }
    )*};
}

markers! { EntitySet, Singleton, Import }
