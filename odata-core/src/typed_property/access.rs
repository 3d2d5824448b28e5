//! Who may set a property, and when: the last parameter of a [`TypedProperty`](super::TypedProperty).

use core::marker::PhantomData;

/// A property that a client may set at any time.
#[derive(Debug)]
pub enum Writable {}

/// A property that a client sets on create and never changes, because it is a part of the key.
#[derive(Debug)]
pub enum Key {}

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
pub enum OfAnother {}

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

impl Access for Immutable {
    type Then<A: Access> = Immutable;
}

impl Access for Computed {
    type Then<A: Access> = Computed;
}

impl Access for Navigation {
    type Then<A: Access> = OfAnother;
}

impl<C: Access> Access for Cast<C> {
    type Then<A: Access> = Cast<A>;
}

impl Access for OfAnother {
    type Then<A: Access> = OfAnother;
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
impl Structural for OfAnother {}
impl Structural for Cast<Writable> {}
impl Structural for Cast<Key> {}
impl Structural for Cast<Immutable> {}
impl Structural for Cast<Computed> {}
impl Structural for Cast<OfAnother> {}

/// A navigation property that a body can bind.
#[diagnostic::on_unimplemented(
    message = "a property that is `{Self}` can't be bound to an entity",
    label = "not a navigation property of this type",
    note = "a property that leads to other entities is marked `#[odata(navigation)]`; one of a derived type is bound in a body of that"
)]
pub trait Bindable {}

impl Bindable for Navigation {}

/// A property that a client may give a value when it creates an instance.
#[diagnostic::on_unimplemented(
    message = "a property that is `{Self}` can't be set when an instance is created",
    label = "the service sets this property, or it is another entity's",
    note = "what is marked `#[odata(computed)]` is never sent; leave it out"
)]
pub trait SetOnCreate {}

impl SetOnCreate for Writable {}
impl SetOnCreate for Key {}
impl SetOnCreate for Immutable {}
impl SetOnCreate for Navigation {}

/// A property that a client may change.
#[diagnostic::on_unimplemented(
    message = "a property that is `{Self}` can't be changed by an update",
    label = "not a property that an update changes",
    note = "`key`, `computed` and `immutable` properties never change; a navigation property is bound to an entity with `bind`",
    note = "one of a derived type (`Cast`) is changed by an update of that type"
)]
pub trait SetOnUpdate {}

impl SetOnUpdate for Writable {}
