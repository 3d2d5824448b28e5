//! `ValueType`: the type of a property, a parameter or an element of a collection.

use core::fmt;

use super::{EnumerationType, StructuredType, TypeSet};

/// The declared type of a property, a parameter or an element of a collection, and whether the value can be `null`.
///
/// The [`Display`](fmt::Display) implementation writes the name of the type as in CSDL, such as `Collection(Edm.String)`.
#[derive(Clone, Copy, Debug)]
pub struct ValueType {
    kind: TypeKind,
    nullable: bool,
    /// Whether values of the type are read with [`deserialize_any`](crate::incoming) instead of a typed method such as
    /// `deserialize_f64`.
    uses_deserialize_any: bool,
}

/// The kind of a [`ValueType`], such as an enumeration type or a collection, with the metadata of the type.
///
/// A variant such as `Structured` contains a function that returns the metadata of the type. A reference to the
/// metadata is impossible, because a Rust constant can't refer to itself: the type `user` has a property `manager` of
/// the type `user`.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum TypeKind {
    /// A primitive type such as `Edm.String`.
    Primitive(PrimitiveType),
    /// An enumeration type, with a function that returns its metadata.
    Enumeration(fn() -> &'static EnumerationType),
    /// An entity or complex type, with a function that returns its metadata.
    Structured(fn() -> &'static StructuredType),
    /// The type of a polymorphic enum, with a function for the metadata of the declared type and a function for the
    /// types of all variants.
    Polymorphic(fn() -> &'static StructuredType, fn() -> TypeSet),
    /// A collection of elements of the given type.
    Collection(&'static ValueType),
    /// `Edm.Untyped`: any JSON value.
    Untyped,
}

impl ValueType {
    /// Creates a non-nullable type of the given kind.
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

    /// Creates a non-nullable primitive type.
    #[must_use]
    pub const fn primitive(primitive: PrimitiveType) -> Self {
        Self::new(TypeKind::Primitive(primitive))
    }

    /// Makes the type nullable.
    #[must_use]
    pub const fn nullable(self) -> Self {
        Self { nullable: true, ..self }
    }

    pub(crate) const fn not_nullable(self) -> Self {
        Self { nullable: false, ..self }
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

    /// Checks whether the type is a primitive type, an enumeration type or `Edm.Untyped`.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        matches!(self.kind, TypeKind::Primitive(_) | TypeKind::Enumeration(_) | TypeKind::Untyped)
    }

    /// Returns the element type of a collection, or `None` if the type isn't a collection.
    #[must_use]
    pub const fn element(&self) -> Option<&'static Self> {
        match self.kind {
            TypeKind::Collection(element) => Some(element),
            _ => None,
        }
    }

    /// Returns the metadata of an entity type or complex type. For a polymorphic enum, returns the metadata of the
    /// declared type, such as `directoryObject` for an enum with the variants `user` and `group`. Returns `None` for
    /// any type other than an entity type, a complex type or a polymorphic enum.
    #[must_use]
    pub fn structured(&self) -> Option<&'static StructuredType> {
        match self.kind {
            TypeKind::Structured(metadata) | TypeKind::Polymorphic(metadata, _) => Some(metadata()),
            _ => None,
        }
    }

    /// Returns the primitive type, or `None` if the type isn't a primitive type.
    #[must_use]
    pub const fn primitive_type(&self) -> Option<PrimitiveType> {
        match self.kind {
            TypeKind::Primitive(primitive) => Some(primitive),
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
    /// Writes only the name of the type, because types that refer to each other would cause infinite output.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&ValueType::new(*self), f)
    }
}

/// A primitive type (CSDL 4.01, clause 3.3). For example, the variant `Date` is the type `Edm.Date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the variants have the same names as the primitive types in CSDL")]
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
    /// Returns the qualified name of the primitive type, such as `Edm.DateTimeOffset`.
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
