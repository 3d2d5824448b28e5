//! The type of a property, a parameter or an element of a collection.

use core::fmt;

use super::{EnumerationType, StructuredType, TypeSet};

/// The declared type of a value and its nullability.
///
/// [`Display`](fmt::Display) formats the name in CSDL, such as `Collection(Edm.String)`.
#[derive(Clone, Copy, Debug)]
pub struct ValueType {
    kind: TypeKind,
    nullable: bool,
    /// Whether values can be [read with `deserialize_any`](crate::incoming). Other types need a typed hint.
    uses_deserialize_any: bool,
}

/// The kind of a [`ValueType`].
///
/// Types can refer to each other in cycles (for example, a user's manager is also a user). The variants contain functions
/// instead of references, so that these descriptions can be constants.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum TypeKind {
    /// A primitive type such as `Edm.String`.
    Primitive(PrimitiveType),
    /// An enumeration type.
    Enumeration(fn() -> &'static EnumerationType),
    /// An entity or complex type.
    Structured(fn() -> &'static StructuredType),
    /// A polymorphic value: the declared type and the set of all supported types.
    Polymorphic(fn() -> &'static StructuredType, fn() -> TypeSet),
    /// A collection with the type of its elements.
    Collection(&'static ValueType),
    /// `Edm.Untyped`: any JSON value.
    Untyped,
}

impl ValueType {
    /// Creates a type of the given kind that isn't nullable.
    #[must_use]
    pub const fn new(kind: TypeKind) -> Self {
        let uses_deserialize_any = matches!(
            kind,
            TypeKind::Enumeration(_)
                | TypeKind::Structured(_)
                | TypeKind::Polymorphic(..)
                | TypeKind::Collection(_)
        );
        Self { kind, nullable: false, uses_deserialize_any }
    }

    /// Creates a primitive type that isn't nullable.
    #[must_use]
    pub const fn primitive(primitive: PrimitiveType) -> Self {
        Self::new(TypeKind::Primitive(primitive))
    }

    /// Makes the type nullable.
    #[must_use]
    pub const fn nullable(self) -> Self {
        Self { nullable: true, ..self }
    }

    pub(crate) const fn with_deserialize_any(self, uses_deserialize_any: bool) -> Self {
        Self { uses_deserialize_any, ..self }
    }

    pub(crate) const fn uses_deserialize_any(&self) -> bool {
        self.uses_deserialize_any
    }

    /// Checks whether the type is nullable.
    #[must_use]
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// Checks whether the type is neither a collection nor an entity or complex type.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        matches!(self.kind, TypeKind::Primitive(_) | TypeKind::Enumeration(_) | TypeKind::Untyped)
    }

    /// Returns the type of the elements if the type is a collection.
    #[must_use]
    pub const fn element(&self) -> Option<&'static Self> {
        match self.kind {
            TypeKind::Collection(element) => Some(element),
            _ => None,
        }
    }

    /// Returns the entity or complex type, or the declared type of a polymorphic value.
    #[must_use]
    pub fn structured(&self) -> Option<&'static StructuredType> {
        match self.kind {
            TypeKind::Structured(metadata) | TypeKind::Polymorphic(metadata, _) => Some(metadata()),
            _ => None,
        }
    }

    /// Returns the kind of the type.
    #[must_use]
    pub const fn kind(&self) -> TypeKind {
        self.kind
    }
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TypeKind::Primitive(primitive) => f.write_str(primitive.qualified_name()),
            TypeKind::Enumeration(metadata) => f.write_str(metadata().qualified_name()),
            TypeKind::Structured(metadata) | TypeKind::Polymorphic(metadata, _) => {
                f.write_str(metadata().qualified_name())
            }
            TypeKind::Collection(element) => write!(f, "Collection({element})"),
            TypeKind::Untyped => f.write_str("Edm.Untyped"),
        }
    }
}

impl fmt::Debug for TypeKind {
    /// Formats only the names of referenced types, because types can refer to each other in cycles.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&ValueType::new(*self), f)
    }
}

/// The primitive types of CSDL 4.01, clause 3.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the variants have the names of the standard")]
pub enum PrimitiveType {
    Binary,
    Boolean,
    Byte,
    Date,
    DateTimeOffset,
    Decimal,
    Double,
    Duration,
    Guid,
    Int16,
    Int32,
    Int64,
    SByte,
    Single,
    Stream,
    String,
    TimeOfDay,
    Geography,
    GeographyPoint,
    GeographyLineString,
    GeographyPolygon,
    GeographyMultiPoint,
    GeographyMultiLineString,
    GeographyMultiPolygon,
    GeographyCollection,
    Geometry,
    GeometryPoint,
    GeometryLineString,
    GeometryPolygon,
    GeometryMultiPoint,
    GeometryMultiLineString,
    GeometryMultiPolygon,
    GeometryCollection,
}

impl PrimitiveType {
    /// Returns the qualified name, such as `Edm.DateTimeOffset`.
    #[must_use]
    pub const fn qualified_name(self) -> &'static str {
        match self {
            Self::Binary => "Edm.Binary",
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::Date => "Edm.Date",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::Decimal => "Edm.Decimal",
            Self::Double => "Edm.Double",
            Self::Duration => "Edm.Duration",
            Self::Guid => "Edm.Guid",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::SByte => "Edm.SByte",
            Self::Single => "Edm.Single",
            Self::Stream => "Edm.Stream",
            Self::String => "Edm.String",
            Self::TimeOfDay => "Edm.TimeOfDay",
            Self::Geography => "Edm.Geography",
            Self::GeographyPoint => "Edm.GeographyPoint",
            Self::GeographyLineString => "Edm.GeographyLineString",
            Self::GeographyPolygon => "Edm.GeographyPolygon",
            Self::GeographyMultiPoint => "Edm.GeographyMultiPoint",
            Self::GeographyMultiLineString => "Edm.GeographyMultiLineString",
            Self::GeographyMultiPolygon => "Edm.GeographyMultiPolygon",
            Self::GeographyCollection => "Edm.GeographyCollection",
            Self::Geometry => "Edm.Geometry",
            Self::GeometryPoint => "Edm.GeometryPoint",
            Self::GeometryLineString => "Edm.GeometryLineString",
            Self::GeometryPolygon => "Edm.GeometryPolygon",
            Self::GeometryMultiPoint => "Edm.GeometryMultiPoint",
            Self::GeometryMultiLineString => "Edm.GeometryMultiLineString",
            Self::GeometryMultiPolygon => "Edm.GeometryMultiPolygon",
            Self::GeometryCollection => "Edm.GeometryCollection",
        }
    }
}
