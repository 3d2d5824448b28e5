//! Who may set a property, and when: the last parameter of a [`TypedProperty`](super::TypedProperty).

use core::marker::PhantomData;

use crate::structured::ODataStructured;

/// A property that a client may set at any time.
#[derive(Debug)]
pub enum Writable {}

/// A key property that a client may set when it creates an entity, and never changes.
#[derive(Debug)]
pub enum Key {}

/// A key property that the service computes, unless a derived type overrides the access of its key.
#[derive(Debug)]
pub enum ComputedKey {}

/// A property that a client sets on create and never changes.
#[derive(Debug)]
pub enum Immutable {}

/// A property that the service sets.
#[derive(Debug)]
pub enum Computed {}

/// A navigation property: bound to what is there already, or created with it.
#[derive(Debug)]
pub enum Navigation {}

/// A property of another entity, which a request for that one sets.
#[derive(Debug)]
pub enum OtherEntity {}

/// A property of a derived type, asked of the base type: for queries and paths alone.
#[derive(Debug)]
pub struct Cast<A>(PhantomData<A>);

/// One of the types of this module.
pub trait Access {
    /// Who may set what is reached through such a property.
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
    message = "a property that is `{Self}` is not a navigation property",
    label = "not a navigation property",
    note = "a property that leads to other entities is marked `#[odata(navigation)]`"
)]
pub trait Navigable {}

impl Navigable for Navigation {}
impl Navigable for Cast<Navigation> {}

/// A structural property: its value is read and written by itself.
#[diagnostic::on_unimplemented(
    message = "a navigation property has no value of its own",
    label = "a property that is `{Self}`",
    note = "use `navigate` for a navigation property with one entity, and `collection` for one with several"
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
    message = "a property that is `{Self}` can't be bound to an entity",
    label = "not a navigation property of this type",
    note = "a property that leads to other entities is marked `#[odata(navigation)]`; one of a derived type is bound in a body of that"
)]
pub trait Bindable {}

impl Bindable for Navigation {}

/// A property that a client may set when it creates an instance of `T`.
#[diagnostic::on_unimplemented(
    message = "a property that is `{Self}` can't be set when a `{T}` is created",
    label = "the service sets this property, or it belongs to another entity",
    note = "create and update bodies can't contain a property marked `#[odata(computed)]`: remove this `set`"
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

/// The access of the key that a type inherits: [`DeclaredAccess`], or [`Overridden`] by the type or one of its base types.
///
/// Implemented by `ODataStructured::Partial`, whose type parameters contain the inheritance chain.
pub trait InheritedKey {
    /// The nearest override.
    type Access;
}

impl InheritedKey for () {
    type Access = DeclaredAccess;
}

/// The access of a key is the one that its property declares.
#[derive(Debug)]
pub enum DeclaredAccess {}

/// The access of a key is overridden: `A` is [`Key`] or [`ComputedKey`].
#[derive(Debug)]
pub struct Overridden<A>(PhantomData<A>);

/// An access of an inherited key that lets a client set a key property, which is declared as `A`, when it creates a `T`.
#[diagnostic::on_unimplemented(
    message = "the key of `{T}` can't be set when a `{T}` is created",
    label = "the service computes this key",
    note = "create and update bodies can't contain a key marked `#[odata(key, computed)]`: remove this `set`",
    note = "if clients of this type choose the key, write `#[odata(base, key = \"optional\")]` on its base type's field"
)]
pub trait ClientKey<A, T> {}

impl<T> ClientKey<Key, T> for DeclaredAccess {}
impl<A, T> ClientKey<A, T> for Overridden<Key> {}

/// A property that a client may change.
#[diagnostic::on_unimplemented(
    message = "a property that is `{Self}` can't be changed by an update",
    label = "not a property that an update changes",
    note = "`key`, `computed` and `immutable` properties never change; a navigation property is bound to an entity with `bind`",
    note = "one of a derived type (`Cast`) is changed by an update of that type"
)]
pub trait SetOnUpdate {}

impl SetOnUpdate for Writable {}
