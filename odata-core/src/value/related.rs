//! [`Related`]: a `Box` for an entity in a navigation property. `Related` prevents compiler errors in models with many
//! entity types that refer to each other.

use core::any::Any;
use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use core::panic::{RefUnwindSafe, UnwindSafe};

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::kind::{PropertyType, ReadKind, Unbox, WriteKind};
use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{StructuredType, ValueType};
use crate::read_error::ReadError;
use crate::structured::ODataStructured;

/// An entity in a navigation property. `Related<T>` works like a `Box<T>`, and prevents the compiler errors E0320 and
/// E0275 in models with many entity types that refer to each other.
///
/// In a large model, rustc may reach its recursion limit when it checks the types of all fields of an entity type, for
/// example to determine whether the entity type is `Send`. If rustc reaches the recursion limit, it reports `overflow
/// while adding drop-check rules` (E0320) or `overflow evaluating the requirement … : Send` (E0275). `Related<T>`
/// prevents the errors E0320 and E0275, because rustc doesn't check the fields of `T` when it checks a field of the
/// type `Related<T>`. odata-build generates `Related` fields for models in which rustc would report E0320 or E0275.
///
/// `Related` doesn't prevent the compiler error `reached the recursion limit while instantiating …`. rustc may report
/// this error in a program that deserializes dozens of entity types that refer to each other, because the read
/// functions of the types call each other. If rustc reports `reached the recursion limit while instantiating …`, add
/// `#![recursion_limit = "512"]` to the program.
///
/// ```
/// use odata_core::{Extra, ODataEntity, Related};
///
/// #[derive(Debug, Clone, PartialEq, ODataEntity)]
/// #[odata(namespace = "clinic")]
/// struct Ward {
///     #[odata(key)]
///     id: Option<String>,
///     #[odata(navigation)]
///     head: Option<Related<Person>>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// #[derive(Debug, Clone, PartialEq, ODataEntity)]
/// #[odata(namespace = "clinic")]
/// struct Person {
///     #[odata(key)]
///     id: Option<String>,
///     name: Option<String>,
///     #[odata(navigation)]
///     wards: Option<Vec<Related<Ward>>>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// let ward: Ward = serde_json::from_str(r#"{"id":"w1","head":{"id":"p1","name":"Ada"}}"#)?;
/// let head = ward.head.expect("the head is expanded");
/// assert_eq!(head.name.as_deref(), Some("Ada"));
/// let person: Person = head.into_inner();
/// # assert_eq!(person.wards, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Related<T> {
    /// The entity, which always has the type `T`.
    value: Box<dyn Any + Send + Sync>,
    /// The type `T` of the entity. With `PhantomData<T>`, rustc would check the fields of `T` for drops, `Send` and
    /// `Sync`, and might reach its recursion limit. rustc doesn't check the fields of `T` in a `PhantomData<fn() ->
    /// T>`.
    value_type: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Related<T> {
    /// Creates a `Related` that contains an entity.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value: Box::new(value), value_type: PhantomData }
    }

    /// Returns the entity that the `Related` contains.
    #[must_use]
    pub fn into_inner(self) -> T {
        match self.value.downcast::<T>() {
            Ok(value) => *value,
            Err(_) => unreachable!("`value` always has the type `T`"),
        }
    }
}

impl<T: 'static> Deref for Related<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.value.downcast_ref() {
            Some(value) => value,
            None => unreachable!("`value` always has the type `T`"),
        }
    }
}

impl<T: 'static> DerefMut for Related<T> {
    fn deref_mut(&mut self) -> &mut T {
        match self.value.downcast_mut() {
            Some(value) => value,
            None => unreachable!("`value` always has the type `T`"),
        }
    }
}

impl<T: 'static> AsRef<T> for Related<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: Send + Sync + 'static> From<T> for Related<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Send + Sync + 'static> From<Box<T>> for Related<T> {
    fn from(value: Box<T>) -> Self {
        Self { value, value_type: PhantomData }
    }
}

impl<T: Clone + Send + Sync + 'static> Clone for Related<T> {
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: Default + Send + Sync + 'static> Default for Related<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: fmt::Debug + 'static> fmt::Debug for Related<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

impl<T: PartialEq + 'static> PartialEq for Related<T> {
    fn eq(&self, other: &Self) -> bool {
        T::eq(self, other)
    }
}

impl<T: Eq + 'static> Eq for Related<T> {}

impl<T: core::hash::Hash + 'static> core::hash::Hash for Related<T> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        T::hash(self, state);
    }
}

// Without explicit implementations of `UnwindSafe` and `RefUnwindSafe`, the compiler would inspect the fields of `T`.
// Values of a model are owned data, which a panic can't leave in an inconsistent state.
impl<T> UnwindSafe for Related<T> {}

impl<T> RefUnwindSafe for Related<T> {}

/// The implementation of serialization and deserialization for [`Related`].
#[derive(Debug)]
pub struct RelatedKind(());

impl<T> PropertyType for Related<T> {
    type Kind = RelatedKind;
}

impl<T: PropertyType<Kind: Unbox<T>>> Unbox<Related<T>> for RelatedKind {
    type Unboxed = <T::Kind as Unbox<T>>::Unboxed;
}

impl<T: ODataStructured + 'static> ODataStructured for Related<T> {
    const METADATA: &'static StructuredType = T::METADATA;

    type Partial = T::Partial;

    fn instance_type(&self) -> &'static StructuredType {
        T::instance_type(self)
    }
}

impl<T: ODataValue + 'static> WriteKind<Related<T>> for RelatedKind {
    const TYPE: ValueType = T::TYPE;

    #[inline]
    fn write<S: Serializer>(value: &Related<T>, serializer: S) -> Result<S::Ok, S::Error> {
        T::write(value, serializer)
    }
}

impl<'de, T: ReadValue<'de> + Send + Sync + 'static> ReadKind<'de, Related<T>> for RelatedKind {
    const USES_DESERIALIZE_ANY: bool = T::USES_DESERIALIZE_ANY;

    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Related<T>, D::Error> {
        T::read(deserializer).map(Related::new)
    }

    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Related<T>, ReadError> {
        T::read_incoming(value).map(Related::new)
    }
}
