//! What only the expansions of the derives call. Nothing here is for anybody else, and any of it may change.

pub use serde::de::{Deserialize, Deserializer};
pub use serde::ser::{Serialize, SerializeMap, Serializer};

pub use crate::enumeration::{UnknownText, read_enumeration, write_enumeration};
pub use crate::extra::IsExtra;
pub use crate::incoming::{Incoming, Object, ReadError, ReadResult};
pub use crate::metadata::{
    EnumerationType, Member, PrimitiveType, Property, StructuredKind, StructuredType, TypeKind, TypeTag,
    ValueType, table,
};
pub use crate::metadata::{TypeIndex, TypeSet};
pub use crate::structured::polymorphic::read_variant;
pub use crate::structured::read::{
    DeserializeWith, read_polymorphic, read_property_with, read_struct, read_structured, skip_property,
};
pub use crate::structured::rules::{Described, Rules, Undescribed, ValueRules, VariantRules};
pub use crate::structured::write::{SerializeWith, write_structured};
pub use crate::structured::{
    BaseType, Empty, Partial, Polymorphic, PropertyValue, PropertyWriter, ReadStructured, ReadVariant, Slot,
    Structured, Variant, finish_property, finish_required, read_base, read_into, read_property,
};
pub use crate::value::{deserialize_value, read_value};
