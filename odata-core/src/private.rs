//! Items for the code that the derive macros generate. The module `private` isn't part of the public API and may change
//! at any time.

pub use core::convert::{From, TryFrom};
pub use core::ops::{Deref, DerefMut};
pub use core::option::Option::{self, None, Some};
pub use core::result::Result::{self, Err, Ok};

pub use serde::de::{Deserialize, Deserializer};
pub use serde::ser::{Serialize, SerializeMap, Serializer};

pub use crate::entity::{ODataComplex, ODataEntity};
pub use crate::enumeration::{
    EnumerationKind, Flag, Flags, ODataEnum, UnknownMember, UnknownText, deserialize_enumeration,
    write_enumeration as serialize_enumeration,
};
pub use crate::extra::{Extra, IsExtra};
pub use crate::incoming::{Incoming, Object};
pub use crate::metadata::{Container, ContainerMember};
pub use crate::metadata::{
    EnumerationType, KeyAccess, KeyPath, Member, Operation, Property, StructuredType, TypeAnnotationMode,
    TypeIndex, TypeKind, TypeSet, ValueType,
};
pub use crate::operation::{
    Arguments, ComposableFunction, ODataAction, ODataFunction, ODataOperation, ParameterValue,
};
pub use crate::read_error::ReadResult;
#[cfg(feature = "http")]
pub use crate::request::{ContainerField, ODataContainer, OperationResult, Request, Service};
pub use crate::structured::kind::{PolymorphicKind, StructuredKind};
pub use crate::structured::read::{
    DeserializeWith, read_property_with, read_struct, read_variant, skip_property,
};
pub use crate::structured::rules::{Described, Rules, Undescribed, ValueRules, VariantRules};
pub use crate::structured::write::{SerializeWith, write_structured as serialize_structured};
pub use crate::structured::{
    BaseType, Derived, DerivedFrom, Empty, ODataStructured, Partial, Polymorphic, PropertyValue,
    PropertyWriter, ReadStructured, ReadVariant, Structured, Variant, WithoutProperties,
    deserialize_polymorphic, deserialize_structured, finish_property, finish_required, read_into,
    read_property, serialize_polymorphic,
};
pub use crate::typed_property::{TypedProperty, access};
pub use crate::value::kind::PropertyType;
pub use crate::value::{
    DeriveFailedKind, ODataValue, ReadValue, deserialize_derive_failed, serialize_derive_failed,
};

/// Shorthand for the return type of `Serialize::serialize`.
pub type Written<S> = Result<<S as Serializer>::Ok, <S as Serializer>::Error>;

/// Shorthand for the return type of `Deserialize::deserialize`.
pub type Read<'de, T, D> = Result<T, <D as Deserializer<'de>>::Error>;
