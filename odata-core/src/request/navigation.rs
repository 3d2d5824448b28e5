//! [`EntityPath::to`]: the path of a navigation property of an entity, which may be single-valued (`manager`) or
//! collection-valued (`members`).

use core::marker::PhantomData;

use super::path::{CollectionPath, EntityPath, NullableEntityPath};
use super::service_path::ServicePath;
use crate::structured::polymorphic::{Polymorphic, Variant};
use crate::structured::{DerivedFrom, ODataStructured, There};
use crate::typed_property::access::{Cast, Navigation};
use crate::typed_property::{IntoPropertyPath, Reach};

/// The Rust type of a navigation property. [`EntityPath::to`] returns a [`CollectionPath`] for a collection, and a
/// [`NullableEntityPath`] for a single entity.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a navigation property: expected an entity type or a collection of entities",
    label = "neither an entity type nor a collection of entities"
)]
pub trait NavigationValue {
    /// The path of the related entities: a [`CollectionPath`] or a [`NullableEntityPath`].
    type Path;

    /// Creates the path of the related entity or entities.
    #[doc(hidden)]
    fn path(path: ServicePath) -> Self::Path;
}

#[diagnostic::do_not_recommend]
impl<T: Reach> NavigationValue for T {
    type Path = NullableEntityPath<T::Target>;

    fn path(path: ServicePath) -> Self::Path {
        EntityPath::at(path)
    }
}

impl<T: Reach> NavigationValue for Vec<T> {
    type Path = CollectionPath<T::Target>;

    fn path(path: ServicePath) -> Self::Path {
        CollectionPath::at(path)
    }
}

impl<T: Reach> NavigationValue for Option<Vec<T>> {
    type Path = CollectionPath<T::Target>;

    fn path(path: ServicePath) -> Self::Path {
        CollectionPath::at(path)
    }
}

/// The marker type of a navigation property: `Navigation`, as in `TypedProperty<User, Vec<Message>, Navigation>`, or
/// `Cast<Navigation>` after a call of [`of_base`](crate::TypedProperty::of_base).
#[diagnostic::on_unimplemented(
    message = "expected a navigation property, marked `#[odata(navigation)]`: to request the value of another property, use `property`",
    label = "not a navigation property, because its access is `{Self}`"
)]
pub trait NavigationAccess<V> {
    /// The path of the related entities: a [`CollectionPath`] or a [`NullableEntityPath`].
    type Path;

    /// Creates the path of the related entity or entities.
    #[doc(hidden)]
    fn path(path: ServicePath) -> Self::Path;
}

impl<V: NavigationValue> NavigationAccess<V> for Navigation {
    type Path = V::Path;

    fn path(path: ServicePath) -> V::Path {
        V::path(path)
    }
}

impl<V: NavigationValue> NavigationAccess<V> for Cast<Navigation> {
    type Path = V::Path;

    fn path(path: ServicePath) -> V::Path {
        V::path(path)
    }
}

/// A bound of [`EntityPath::to`] for the type that declares the navigation property. For example, the path of a `User`
/// accepts the navigation properties of `User`, of its base types, and of its derived types. The compiler infers the
/// type parameter `I`.
#[diagnostic::on_unimplemented(
    message = "a navigation property of `{Self}` can't be used on the path of a `{T}`: use a navigation property of `{T}`",
    label = "`{Self}` is neither a base type of `{T}` nor derived from `{T}`",
    note = "navigate with a property of `{T}`, of one of its base types, or of a type that derives from `{T}`"
)]
pub trait NavigableFrom<T, I> {
    /// Appends a type cast to the path if the property belongs to a derived type.
    #[doc(hidden)]
    fn cast(path: &ServicePath) -> ServicePath;
}

/// Marker type for the implementation of [`NavigableFrom`] for own and inherited navigation properties. The compiler
/// infers the type parameter `I`.
#[derive(Debug)]
pub struct OwnProperty<I>(PhantomData<I>);

/// Marker type for the implementation of [`NavigableFrom`] for navigation properties of derived types. The compiler
/// infers the type parameter `I`.
#[derive(Debug)]
pub struct OfDerivedType<I>(PhantomData<I>);

/// Marker type for the implementation of [`NavigableFrom`] for navigation properties of derived types on the path of a
/// polymorphic enum. The compiler infers the type parameter `I`.
#[derive(Debug)]
pub struct OfVariant<I>(PhantomData<I>);

#[diagnostic::do_not_recommend]
impl<B, T: DerivedFrom<B, I>, I> NavigableFrom<T, OwnProperty<I>> for B {
    fn cast(path: &ServicePath) -> ServicePath {
        path.clone()
    }
}

#[diagnostic::do_not_recommend]
impl<D: DerivedFrom<T, There<I>>, T, I> NavigableFrom<T, OfDerivedType<I>> for D {
    fn cast(path: &ServicePath) -> ServicePath {
        cast_to::<D>(path)
    }
}

#[diagnostic::do_not_recommend]
impl<D, T, I> NavigableFrom<T, OfVariant<I>> for D
where
    D: DerivedFrom<<T as Variant>::Declared, There<I>>,
    T: Polymorphic,
{
    fn cast(path: &ServicePath) -> ServicePath {
        cast_to::<D>(path)
    }
}

fn cast_to<D: ODataStructured>(path: &ServicePath) -> ServicePath {
    path.segment(D::METADATA.qualified_name())
}

impl<T, N> EntityPath<T, N> {
    /// Returns the path of a navigation property of this entity. The path is a [`CollectionPath`] for a
    /// collection-valued navigation property, and a [`NullableEntityPath`] for a single-valued navigation property.
    ///
    /// ```
    /// use odata_core::ODataEntity;
    /// use odata_core::request::Service;
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph")]
    /// struct DirectoryObject {
    ///     #[odata(key)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph")]
    /// struct User {
    ///     #[odata(base)]
    ///     directory_object: DirectoryObject,
    ///     #[odata(navigation)]
    ///     manager: Option<Box<DirectoryObject>>,
    ///     #[odata(navigation)]
    ///     messages: Option<Vec<Message>>,
    /// }
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph")]
    /// struct Message {
    ///     #[odata(key)]
    ///     id: Option<String>,
    /// }
    ///
    /// let me = Service::graph("https://graph.microsoft.com/v1.0")?.singleton::<User>("me");
    /// assert_eq!(me.to(User::MESSAGES).key("1").to_string(), "https://graph.microsoft.com/v1.0/me/messages/1");
    ///
    /// // The manager is a `DirectoryObject`. A property of the derived type `User` inserts a type cast:
    /// let messages = me.to(User::MANAGER).to(User::MESSAGES);
    /// assert_eq!(
    ///     messages.to_string(),
    ///     "https://graph.microsoft.com/v1.0/me/manager/microsoft.graph.user/messages",
    /// );
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn to<P, I>(&self, property: P) -> <P::Access as NavigationAccess<P::Value>>::Path
    where
        P: IntoPropertyPath<Owner: NavigableFrom<T, I>>,
        P::Access: NavigationAccess<P::Value>,
    {
        let path = <P::Owner as NavigableFrom<T, I>>::cast(&self.path);
        <P::Access as NavigationAccess<P::Value>>::path(path.property(&property.into_property_path()))
    }
}
