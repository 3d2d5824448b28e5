//! Marker types for the access that a client has to a property: the last parameter of a
//! [`TypedProperty`](super::TypedProperty).

use core::marker::PhantomData;

use crate::structured::ODataStructured;

/// A property that a client may set at any time.
#[derive(Debug)]
pub enum Writable {}

/// A key property that a client may set in a create request, but never changes.
#[derive(Debug)]
pub enum Key {}

/// A key property that the service computes, unless a derived type overrides the access of its key.
#[derive(Debug)]
pub enum ComputedKey {}

/// A property that a client may set in a create request, but never changes.
#[derive(Debug)]
pub enum Immutable {}

/// A property that the service computes.
#[derive(Debug)]
pub enum Computed {}

/// A navigation property. A body can bind it to existing entities, or create entities in it.
#[derive(Debug)]
pub enum Navigation {}

/// A property of another entity, which only a request for that entity can set.
#[derive(Debug)]
pub enum OtherEntity {}

/// A property of a derived type in a path for the base type. It can only be used in query options and paths.
#[derive(Debug)]
pub struct Cast<A>(PhantomData<A>);

/// A marker type for the access to a property.
pub trait Access {
    /// The access to a property `A` of the value of this property.
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

/// A navigation property.
#[diagnostic::on_unimplemented(
    message = "a property with the access `{Self}` is not a navigation property",
    label = "not a navigation property",
    note = "mark navigation properties with `#[odata(navigation)]`"
)]
pub trait Navigable {}

impl Navigable for Navigation {}
impl Navigable for Cast<Navigation> {}

/// A structural property, whose value can be requested and set on its own.
#[diagnostic::on_unimplemented(
    message = "the value of a navigation property can't be requested with `property`",
    label = "a property with the access `{Self}`",
    note = "use `navigate` for a single-valued navigation property, and `collection` for a collection-valued navigation property"
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

/// A navigation property that a body can bind.
#[diagnostic::on_unimplemented(
    message = "a property with the access `{Self}` can't be bound to an entity",
    label = "not a navigation property of this type",
    note = "mark navigation properties with `#[odata(navigation)]`; to bind a navigation property of a derived type, use a body of the derived type"
)]
pub trait Bindable {}

impl Bindable for Navigation {}

/// A property that a client may set in the body of a create request for a `T`.
#[diagnostic::on_unimplemented(
    message = "a property with the access `{Self}` can't be set when a `{T}` is created",
    label = "only the service sets this property, or the property belongs to another entity",
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

/// The access of the key that a type inherits: [`DeclaredAccess`], or [`Overridden`] by the type or one of its base
/// types.
///
/// `ODataStructured::Partial` implements it, because its type parameters contain the inheritance chain.
pub trait InheritedKey {
    /// The access of the nearest override in the inheritance chain.
    type Access;
}

impl InheritedKey for () {
    type Access = DeclaredAccess;
}

/// The access that the key property declares.
#[derive(Debug)]
pub enum DeclaredAccess {}

/// An override of the access of the key. `A` is [`Key`] or [`ComputedKey`].
#[derive(Debug)]
pub struct Overridden<A>(PhantomData<A>);

/// The access of an inherited key that lets a client set a key property, declared with the access `A`, when it creates
/// a `T`.
#[diagnostic::on_unimplemented(
    message = "the key of `{T}` can't be set when a `{T}` is created",
    label = "the service computes this key",
    note = "create and update bodies can't contain a key marked `#[odata(key, computed)]`: remove this call of `set`",
    note = "if clients may choose the key of a `{T}`, write `#[odata(base, key = \"optional\")]` on the field of `{T}` with the base type"
)]
pub trait ClientKey<A, T> {}

impl<T> ClientKey<Key, T> for DeclaredAccess {}
impl<A, T> ClientKey<A, T> for Overridden<Key> {}

/// A property that a client may set in the body of an update request.
#[diagnostic::on_unimplemented(
    message = "a property with the access `{Self}` can't be changed by an update",
    label = "not allowed in an update",
    note = "an update can't contain properties marked `key`, `computed` or `immutable`; to relate another entity through a navigation property, use `bind`",
    note = "a property of a derived type (`Cast`) or of another entity (`OtherEntity`) can only be changed by an update of that type or entity"
)]
pub trait SetOnUpdate {}

impl SetOnUpdate for Writable {}
