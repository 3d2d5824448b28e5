//! The types of a schema.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Annotations, Facets};

/// An entity type or a complex type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StructuredType {
    /// Whether the type is an entity type or a complex type.
    pub kind: StructuredKind,
    /// The qualified name: the namespace, a dot, and the name.
    pub qualified_name: String,
    /// The qualified name of the base type.
    pub base: Option<String>,
    /// Whether the type is abstract, so that only derived types have instances (`Abstract`).
    pub is_abstract: bool,
    /// Whether instances can have dynamic properties (`OpenType`).
    pub is_open: bool,
    /// Whether entities are media entities, which have a stream (`HasStream`).
    pub has_stream: bool,
    /// The parts of the key. Empty if a base type declares the key.
    pub key: Vec<PropertyRef>,
    /// The properties and navigation properties that the type itself declares, in document order.
    pub properties: Vec<Property>,
    /// Annotations that this type adds to properties of its base types, by the names of the properties.
    pub inherited_annotations: BTreeMap<String, Annotations>,
    /// Annotations.
    pub annotations: Annotations,
}

/// The kind of a [`StructuredType`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StructuredKind {
    /// An entity type.
    Entity,
    /// A complex type.
    #[default]
    Complex,
}

impl fmt::Display for StructuredKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Entity => "entity type",
            Self::Complex => "complex type",
        })
    }
}

/// A part of a key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PropertyRef {
    /// The name of the property, or the path to a property of a complex property.
    pub name: String,
    /// The name in a key predicate. Required for paths.
    pub alias: Option<String>,
}

/// A property or a navigation property.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Property {
    /// The name.
    pub name: String,
    /// The type of the value.
    pub value_type: TypeReference,
    /// Whether the property is a navigation property.
    pub is_navigation: bool,
    /// Whether the related entities are contained in the entity, which means that they only exist as part of it (`ContainsTarget`).
    pub contains_target: bool,
    /// Facets of the type, and the default value.
    pub facets: Facets,
    /// The path of the opposite navigation property (`Partner`).
    pub partner: Option<String>,
    /// Pairs of a dependent property and the principal property (`ReferentialConstraint`).
    pub referential_constraints: BTreeMap<String, String>,
    /// The action of the service on the related entities when the entity is deleted (`OnDelete`): `Cascade`, `None`, `SetNull` or
    /// `SetDefault`.
    pub on_delete: Option<String>,
    /// Annotations of referential constraints, by the dependent properties.
    pub constraint_annotations: BTreeMap<String, Annotations>,
    /// Annotations of `OnDelete`.
    pub on_delete_annotations: Annotations,
    /// Annotations.
    pub annotations: Annotations,
}

impl Property {
    /// Checks whether a client never sends the property, given whether it is part of the key.
    ///
    /// Clients can set a read-only key when they create an entity, so a key property is only excluded if it is annotated with
    /// `Core.Computed`.
    #[must_use]
    pub const fn is_never_sent(&self, is_key: bool) -> bool {
        self.annotations.is_computed || (self.annotations.is_read_only && !is_key)
    }
}

/// The type of a property's value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeReference {
    /// The qualified name of the type, or of the element type of a collection.
    pub name: String,
    /// Whether the type is a collection.
    pub is_collection: bool,
    /// Whether the value can be null. For a collection, whether the document declares that its elements can be null.
    pub is_nullable: bool,
    /// Whether a collection has no `Nullable` facet. Clients can't assume a default in this case (CSDL 4.01, 7.2.1). Always false for single
    /// values and navigation properties, which have a default.
    ///
    /// CSDL JSON is read in the same way, so that converting a document preserves its meaning.
    pub is_nullability_unspecified: bool,
}

impl TypeReference {
    /// Returns the type as CSDL XML writes it: `Edm.String`, `Collection(Edm.String)`.
    pub(crate) fn expression(&self) -> Cow<'_, str> {
        if self.is_collection {
            Cow::Owned(format!("Collection({})", self.name))
        } else {
            Cow::Borrowed(&self.name)
        }
    }
}

/// An enumeration type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnumerationType {
    /// The qualified name: the namespace, a dot, and the name.
    pub qualified_name: String,
    /// The type of the values. Defaults to `Edm.Int32`.
    pub underlying_type: String,
    /// Whether a value can consist of several members (`IsFlags`).
    pub is_flags: bool,
    /// The members, in document order.
    pub members: Vec<Member>,
    /// Annotations.
    pub annotations: Annotations,
}

impl EnumerationType {
    /// Returns the position of the member with a name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }
}

/// The name of the sentinel member in evolvable enumerations of Microsoft Graph. A document doesn't mark sentinels in another way.
pub(crate) const UNKNOWN_FUTURE_VALUE: &str = "unknownFutureValue";

/// A member of an enumeration type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The value. If the document omits it, it is one more than the value of the previous member.
    pub value: i64,
    /// Annotations.
    pub annotations: Annotations,
}

/// An action, which clients call with a `POST` request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// The qualified name. Overloads have the same name, and differ in their first parameter.
    pub qualified_name: String,
    /// Whether the action is bound to the value of its first parameter (`IsBound`).
    pub is_bound: bool,
    /// The parameters, represented as properties.
    pub parameters: Vec<Property>,
    /// The return type, represented as a property with the name `$ReturnType`.
    pub return_type: Option<Property>,
    /// The path from the binding parameter to the entity set of the result (`EntitySetPath`).
    pub entity_set_path: Option<String>,
    /// Annotations.
    pub annotations: Annotations,
}

impl Action {
    /// Returns the binding parameter, if the action is bound.
    #[must_use]
    pub fn binding_parameter(&self) -> Option<&Property> {
        self.parameters.first().filter(|_| self.is_bound)
    }

    /// Returns the parameters that are sent in the request body.
    #[must_use]
    pub fn body_parameters(&self) -> &[Property] {
        self.parameters.get(usize::from(self.is_bound)..).unwrap_or_default()
    }
}

/// A function, which returns a value and has no side effects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Function {
    /// The name, the parameters and the return type, represented as an action.
    pub signature: Action,
    /// Whether the result can be used in further path segments (`IsComposable`).
    pub is_composable: bool,
}

/// A term, which annotations can apply to elements of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The qualified name: the namespace, a dot, and the name.
    pub qualified_name: String,
    /// The type, the default value and the annotations, represented as a property.
    pub definition: Property,
    /// The qualified name of the base term.
    pub base: Option<String>,
    /// The kinds of elements that the term applies to, separated by spaces (`AppliesTo`).
    pub applies_to: Option<String>,
}

/// A type definition: a name for a primitive type, optionally with facets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeDefinition {
    /// The qualified name: the namespace, a dot, and the name.
    pub qualified_name: String,
    /// The primitive type, such as `Edm.Decimal`.
    pub underlying_type: String,
    /// Facets of the type.
    pub facets: Facets,
    /// Annotations.
    pub annotations: Annotations,
}
