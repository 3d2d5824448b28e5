//! The types of a schema.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Facets, Remarks};

/// An entity type or a complex type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StructuredType {
    /// Entity or complex.
    pub kind: StructuredKind,
    /// The namespace and the name.
    pub qualified_name: String,
    /// The qualified name of the base type.
    pub base: Option<String>,
    /// Whether it has no instances of its own.
    pub is_abstract: bool,
    /// Whether instances may have dynamic properties.
    pub is_open: bool,
    /// Whether an entity is a media stream itself.
    pub has_stream: bool,
    /// The key, in its order. Empty when a base type has it.
    pub key: Vec<PropertyRef>,
    /// The properties that the type itself declares, in document order, with the navigation properties.
    pub properties: Vec<Property>,
    /// Annotations that this type adds to properties of its base types, by the names of the properties.
    pub inherited_remarks: BTreeMap<String, Remarks>,
    /// What is annotated.
    pub remarks: Remarks,
}

/// Whether a structured type's instances have an identity.
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
    /// The property, or a path to one inside a complex property.
    pub name: String,
    /// What stands for it in a key predicate. A path needs one.
    pub alias: Option<String>,
}

/// A property or a navigation property.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// The type of its value.
    pub value_type: TypeReference,
    /// Whether it leads to entities.
    pub is_navigation: bool,
    /// Whether the entities that it leads to live and die with this one.
    pub contains_target: bool,
    /// Facets of the type, and the default value.
    pub facets: Facets,
    /// The path of the opposite navigation property (`Partner`).
    pub partner: Option<String>,
    /// Pairs of a dependent property and the principal property (`ReferentialConstraint`).
    pub referential_constraints: BTreeMap<String, String>,
    /// What the service does with the related entities when the entity is deleted (`OnDelete`): `Cascade`, `None`, `SetNull` or
    /// `SetDefault`.
    pub on_delete: Option<String>,
    /// Annotations of referential constraints, by the dependent properties.
    pub constraint_remarks: BTreeMap<String, Remarks>,
    /// Annotations of `OnDelete`.
    pub on_delete_remarks: Remarks,
    /// What is annotated.
    pub remarks: Remarks,
}

impl Property {
    /// Checks whether a client never sends the property, given whether it is part of the key.
    ///
    /// A key that clients may only read can still be chosen when an entity is created, so only `Core.Computed` excludes it.
    #[must_use]
    pub const fn is_never_sent(&self, is_key: bool) -> bool {
        self.remarks.is_computed || (self.remarks.is_read_only && !is_key)
    }
}

/// The type of a property's value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeReference {
    /// The qualified name of the type, or of its elements' type.
    pub name: String,
    /// Whether it is a collection.
    pub is_collection: bool,
    /// Whether the value may be null; of a collection, whether the document says that of its elements.
    pub is_nullable: bool,
    /// Whether the document leaves open if the elements of a collection may be null: it has no `Nullable` facet. Clients can't assume a
    /// default then (CSDL 4.01, 7.2.1). Always false for single values and navigation properties, which have a default.
    ///
    /// CSDL JSON is read in the same way, so that a document keeps its meaning when it is converted.
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
    /// The namespace and the name.
    pub qualified_name: String,
    /// The type of its numbers, `Edm.Int32` unless the document says otherwise.
    pub underlying_type: String,
    /// Whether a value is a set of members.
    pub is_flags: bool,
    /// The members, in document order.
    pub members: Vec<Member>,
    /// What is annotated.
    pub remarks: Remarks,
}

impl EnumerationType {
    /// The position of the member with that name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }
}

/// The sentinel of Graph's evolvable enumerations. By nothing but this name does a document say that a member is one.
pub(crate) const UNKNOWN_FUTURE_VALUE: &str = "unknownFutureValue";

/// A member of an enumeration type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its number: the document's, or one more than the member's before it.
    pub value: i64,
    /// What is annotated.
    pub remarks: Remarks,
}

/// An action: what a client asks a service to do with a `POST`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// The namespace and the name. Overloads have one name, and differ in their first parameter.
    pub qualified_name: String,
    /// Whether the first parameter is the value that the action is called on.
    pub is_bound: bool,
    /// The parameters, described as properties are.
    pub parameters: Vec<Property>,
    /// The return type, described as a property with the name `$ReturnType`.
    pub return_type: Option<Property>,
    /// The path from the binding parameter to the entity set of the result (`EntitySetPath`).
    pub entity_set_path: Option<String>,
    /// What is annotated.
    pub remarks: Remarks,
}

impl Action {
    /// The parameter for the value that the action is called on.
    #[must_use]
    pub fn binding_parameter(&self) -> Option<&Property> {
        self.parameters.first().filter(|_| self.is_bound)
    }

    /// The parameters that stand in the body of a call.
    #[must_use]
    pub fn body_parameters(&self) -> &[Property] {
        self.parameters.get(usize::from(self.is_bound)..).unwrap_or_default()
    }
}

/// A function, which returns a value and has no side effects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Function {
    /// The name, the parameters and the return type, described as those of an action.
    pub signature: Action,
    /// Whether the result can be used in further path segments (`IsComposable`).
    pub is_composable: bool,
}

/// A term, which annotations apply to elements of a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The namespace and the name.
    pub qualified_name: String,
    /// The type, the default value and the annotations, described as a property.
    pub definition: Property,
    /// The qualified name of the base term.
    pub base: Option<String>,
    /// The kinds of elements that the term applies to, separated by spaces (`AppliesTo`).
    pub applies_to: Option<String>,
}

/// Another name for a primitive type, `Model.Length` for `Edm.Decimal`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeDefinition {
    /// The namespace and the name.
    pub qualified_name: String,
    /// The primitive type, `Edm.Decimal`.
    pub underlying_type: String,
    /// Facets of the type.
    pub facets: Facets,
    /// What is annotated.
    pub remarks: Remarks,
}
