//! Marker types for the access of clients to a property: whether a client can set the property in a create or update
//! request. The last type argument of a [`TypedProperty`](super::TypedProperty) is one of the types in this module.

use core::marker::PhantomData;

use crate::structured::ODataStructured;

/// Marker type for a property that a client may set in create and update requests.
#[derive(Debug)]
pub enum Writable {}

/// Marker type for a key property that a client may set in a create request, but not in an update request.
#[derive(Debug)]
pub enum Key {}

/// Marker type for a key property that the service computes. A client can't set a computed key, unless a derived type
/// allows it with `#[odata(base, key = "optional")]` or `#[odata(base, key = "required")]`.
#[derive(Debug)]
pub enum ComputedKey {}

/// Marker type for an immutable property. A client may set an immutable property in a create request, but not in an
/// update request.
#[derive(Debug)]
pub enum Immutable {}

/// Marker type for a property that the service computes. A client can't set a computed property.
#[derive(Debug)]
pub enum Computed {}

/// Marker type for a navigation property. A request body can bind a navigation property to existing entities, and a
/// create body can set a navigation property to new entities.
#[derive(Debug)]
pub enum Navigation {}

/// Marker type for a path to a property of a related entity, such as `manager/displayName`. A request body can't set
/// `manager/displayName`: to change the name of the manager, send a request for the manager.
#[derive(Debug)]
pub enum OtherEntity {}

/// Marker type for a path from a base type to a property of a derived type; see
/// [`TypedProperty::of_base`](super::TypedProperty::of_base). A path to a property of a derived type can be used in
/// query options and URLs, but not in request bodies. In `Cast<A>`, `A` is the marker type for the property of the
/// derived type, such as [`Writable`].
#[derive(Debug)]
pub struct Cast<A>(PhantomData<A>);

/// A marker type for the access of clients to a property, such as [`Writable`] or [`Computed`].
pub trait Access {
    /// The marker type for a path of two properties, such as `manager/displayName`. `Self` is the marker type for
    /// `manager`, and `A` is the marker type for `displayName`. For example, the path has the marker type
    /// [`OtherEntity`] if `manager` is a [`Navigation`] property.
    type Then<A: Access>: Access;
}

impl Access for Writable {
    type Then<A: Access> = A;
}

impl Access for Key {
    type Then<A: Access> = Key;
}

impl Access for ComputedKey {
    type Then<A: Access> = ComputedKey;
}

impl Access for Immutable {
    type Then<A: Access> = Immutable;
}

impl Access for Computed {
    type Then<A: Access> = Computed;
}

impl Access for Navigation {
    type Then<A: Access> = OtherEntity;
}

impl<C: Access> Access for Cast<C> {
    type Then<A: Access> = Cast<A>;
}

impl Access for OtherEntity {
    type Then<A: Access> = OtherEntity;
}

/// The marker type for a navigation property: [`Navigation`], or [`Cast<Navigation>`](Cast) if a derived type declares
/// the property. Methods use this trait as a bound if they require a navigation property.
#[diagnostic::on_unimplemented(
    message = "expected a navigation property: use a property that is marked `#[odata(navigation)]`",
    label = "not a navigation property, because its access is `{Self}`"
)]
pub trait Navigable {}

impl Navigable for Navigation {}
impl Navigable for Cast<Navigation> {}

/// The marker type for a structural property, such as [`Writable`]. A request can read or set the value of a structural
/// property without the other properties of the entity (`/users('1')/displayName`).
#[diagnostic::on_unimplemented(
    message = "expected a structural property, found a navigation property: use `to` to navigate to the related entities",
    label = "a property with the access `{Self}`",
    note = "use `to` to navigate to the related entities"
)]
pub trait Structural {}

impl Structural for Writable {}
impl Structural for Key {}
impl Structural for Immutable {}
impl Structural for Computed {}
impl Structural for ComputedKey {}
impl Structural for OtherEntity {}
impl Structural for Cast<Writable> {}
impl Structural for Cast<Key> {}
impl Structural for Cast<Immutable> {}
impl Structural for Cast<Computed> {}
impl Structural for Cast<ComputedKey> {}
impl Structural for Cast<OtherEntity> {}

/// The marker type for a navigation property that a request body can bind to existing entities (`@odata.bind`).
#[diagnostic::on_unimplemented(
    message = "only a navigation property can be bound to an entity: use a property that is marked `#[odata(navigation)]`",
    label = "not a navigation property of this type, because its access is `{Self}`",
    note = "to bind a navigation property of a derived type, use a body of the derived type"
)]
pub trait Bindable {}

impl Bindable for Navigation {}

/// The marker type for a property that a client may set in the body of a create request for a `T`.
#[diagnostic::on_unimplemented(
    message = "this property can't be set when a `{T}` is created: it is computed, or belongs to another entity or a derived type",
    label = "the access of this property is `{Self}`",
    note = "a create body can't contain a property marked `#[odata(computed)]` or a property of another entity: remove this call of `set`"
)]
pub trait SetOnCreate<T> {}

impl<T> SetOnCreate<T> for Writable {}
impl<T> SetOnCreate<T> for Immutable {}
impl<T> SetOnCreate<T> for Navigation {}
impl<T> SetOnCreate<T> for Key
where
    T: ODataStructured<Partial: InheritedKey>,
    <T::Partial as InheritedKey>::Access: ClientKey<Key, T>,
{
}
impl<T> SetOnCreate<T> for ComputedKey
where
    T: ODataStructured<Partial: InheritedKey>,
    <T::Partial as InheritedKey>::Access: ClientKey<ComputedKey, T>,
{
}

/// Determines whether clients may set the inherited key of an entity. The attribute `#[odata(base, key = "…")]` of a
/// derived type overrides whether clients may set the key.
///
/// For an entity type `User`, `InheritedKey` is implemented for the associated type `User::Partial`, not for `User`
/// itself. A struct without the attribute `#[odata(base, key = "…")]` has the same [`Access`](Self::Access) as its base
/// type.
pub trait InheritedKey {
    /// [`Overridden`] for a type with the attribute `#[odata(base, key = "…")]` and for its derived types, and
    /// [`DeclaredAccess`] for all other types.
    type Access;
}

impl InheritedKey for () {
    type Access = DeclaredAccess;
}

/// Marker type for an entity type if neither the type nor a base type has the attribute `#[odata(base, key = "…")]`.
/// With `DeclaredAccess`, clients may set the key unless it is marked `#[odata(key, computed)]`.
#[derive(Debug)]
pub enum DeclaredAccess {}

/// Marker type for an entity type with the attribute `#[odata(base, key = "…")]`, and for its derived types. With
/// `Overridden<Key>`, clients may set the key. With `Overridden<ComputedKey>`, only the service sets the key.
#[derive(Debug)]
pub struct Overridden<A>(PhantomData<A>);

/// Checks at compile time that a client may set the key in a create request for a `T`. In `ClientKey<A, T>`, the type
/// `A` is the marker type for the key property: [`Key`] or [`ComputedKey`].
///
/// [`DeclaredAccess`] allows clients to set a key that isn't marked `#[odata(key, computed)]`.
/// [`Overridden<Key>`](Overridden) allows clients to set every key.
#[diagnostic::on_unimplemented(
    message = "the key of `{T}` can't be set when a `{T}` is created, because it is marked `computed`: remove this call",
    label = "the service computes this key",
    note = "create and update bodies can't contain a key marked `#[odata(key, computed)]`: remove this call of `set`",
    note = "if clients may choose the key of a `{T}`, write `#[odata(base, key = \"optional\")]` on the field of `{T}` with the base type"
)]
pub trait ClientKey<A, T> {}

impl<T> ClientKey<Key, T> for DeclaredAccess {}
impl<A, T> ClientKey<A, T> for Overridden<Key> {}

/// The marker type for a property that a client may set in the body of an update request.
#[diagnostic::on_unimplemented(
    message = "an update can't change this property: it is a key, computed, immutable, a navigation property, or belongs to another entity",
    label = "not allowed in an update, because the access of this property is `{Self}`",
    note = "an update can't contain properties marked `key`, `computed` or `immutable`; to relate another entity through a navigation property, use `bind`",
    note = "a property of a derived type (`Cast`) or of another entity (`OtherEntity`) can only be changed by an update of that type or entity"
)]
pub trait SetOnUpdate {}

impl SetOnUpdate for Writable {}
