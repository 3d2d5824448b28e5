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
    /// The qualified name of the type, such as `microsoft.graph.user`.
    pub qualified_name: String,
    /// The qualified name of the base type, if the type has one (`BaseType`).
    pub base: Option<String>,
    /// Whether the type is abstract (`Abstract`). Every instance of an abstract type is an instance of a derived type.
    pub is_abstract: bool,
    /// Whether instances of the type can have dynamic properties (`OpenType`).
    pub is_open: bool,
    /// Whether entities of the type are media entities, which have a media stream (`HasStream`).
    pub has_stream: bool,
    /// The properties of the entity key (`Key`). The list of key properties is empty if a base type declares the key.
    pub key: Vec<PropertyRef>,
    /// The properties and navigation properties that the type itself declares, in document order.
    pub properties: Vec<Property>,
    /// Annotations that the type adds to inherited properties, by the name of the property.
    pub inherited_annotations: BTreeMap<String, Annotations>,
    /// The annotations of the type.
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

/// A property of an entity key (`PropertyRef`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PropertyRef {
    /// The name of the key property, or the path to a property of a complex property, such as `Info/ID`.
    pub name: String,
    /// The alias of the key property (`Alias`). Key predicates in URLs contain the alias instead of the name. A key
    /// property inside a complex property, such as `Info/ID`, must have an alias.
    pub alias: Option<String>,
}

/// The term of the annotation that marks a parameter as optional: callers may omit the parameter.
pub(super) const OPTIONAL_PARAMETER: &str = "Org.OData.Core.V1.OptionalParameter";

/// A property or a navigation property.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Property {
    /// The name of the property.
    pub name: String,
    /// The type of the property's value.
    pub value_type: TypeReference,
    /// Whether the property is a navigation property.
    pub is_navigation: bool,
    /// Whether the entity contains the related entities (`ContainsTarget`). Contained entities exist only as part of the entity that
    /// contains them.
    pub contains_target: bool,
    /// The facets of the property, such as `MaxLength` and `DefaultValue`.
    pub facets: Facets,
    /// The path of the navigation property in the opposite direction: from the related entity to this entity (`Partner`).
    pub partner: Option<String>,
    /// The referential constraints (`ReferentialConstraint`): a map from a dependent property to the principal property with the same
    /// value.
    pub referential_constraints: BTreeMap<String, String>,
    /// The effect on the related entities when the entity is deleted (`OnDelete`): `Cascade`, `None`, `SetNull` or `SetDefault`.
    pub on_delete: Option<String>,
    /// The annotations of the referential constraints, by the name of the dependent property.
    pub constraint_annotations: BTreeMap<String, Annotations>,
    /// The annotations of the `OnDelete` element.
    pub on_delete_annotations: Annotations,
    /// The annotations of the property.
    pub annotations: Annotations,
}

impl Property {
    /// Returns `true` if a request body must not contain the property, because the property is computed or read-only.
    /// `is_key` specifies whether the property is part of the key.
    ///
    /// A create request can contain a read-only key property, but not a computed key property.
    #[must_use]
    pub const fn is_never_sent(&self, is_key: bool) -> bool {
        self.annotations.is_computed || (self.annotations.is_read_only && !is_key)
    }

    /// Checks whether callers of an operation may omit the parameter (`Core.OptionalParameter`).
    pub(crate) fn is_optional_parameter(&self) -> bool {
        self.annotations.value_of(OPTIONAL_PARAMETER).is_some()
    }
}

/// The type of a property, a parameter, a return type or a term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeReference {
    /// The qualified name of the type. For a collection, the qualified name of the element type.
    pub name: String,
    /// Whether the type is a collection.
    pub is_collection: bool,
    /// Whether the value can be null. For a collection, `is_nullable` is true if the document declares that the elements can be null.
    pub is_nullable: bool,
    /// Whether the type is a collection without a `Nullable` facet. Without a `Nullable` facet, clients can't assume whether the elements
    /// of a collection can be null (CSDL 4.01, 7.2.1). For a single value, `is_nullability_unspecified` is always false, because the
    /// `Nullable` facet of single values has a default value. For a navigation property, `is_nullability_unspecified` is always false.
    ///
    /// In CSDL JSON, `is_nullability_unspecified` is true for a collection without `$Nullable`. If a collection without `$Nullable` is
    /// converted to CSDL XML, the collection has no `Nullable` facet.
    pub is_nullability_unspecified: bool,
}

impl TypeReference {
    /// Returns the type in the syntax of CSDL XML, such as `Edm.String` or `Collection(Edm.String)`.
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
    /// The qualified name of the enumeration type, such as `microsoft.graph.bodyType`.
    pub qualified_name: String,
    /// The integer type of the member values (`UnderlyingType`). The underlying type defaults to `Edm.Int32`.
    pub underlying_type: String,
    /// Whether a value of the enumeration type can consist of several members (`IsFlags`).
    pub is_flags: bool,
    /// The members of the enumeration type, in document order.
    pub members: Vec<Member>,
    /// The annotations of the enumeration type.
    pub annotations: Annotations,
}

impl EnumerationType {
    /// Returns the index of the member with this name in [`members`](Self::members).
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }
}

/// The name of the sentinel member in evolvable enumerations of Microsoft Graph. CSDL doesn't mark the sentinel in any other way, so it can
/// be recognized only by this name.
pub(crate) const UNKNOWN_FUTURE_VALUE: &str = "unknownFutureValue";

/// A member of an enumeration type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// The name of the enumeration member, such as `text`.
    pub name: String,
    /// The value of the enumeration member. If the document omits the value, the value is one more than the value of
    /// the previous member.
    pub value: i64,
    /// The annotations of the enumeration member.
    pub annotations: Annotations,
}

/// An action, which clients call with a `POST` request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// The qualified name of the action, such as `clinic.close`. Several actions can have the same qualified name if
    /// they are overloads, which differ in the type of their first parameter.
    pub qualified_name: String,
    /// Whether the action is bound to the value of its first parameter (`IsBound`).
    pub is_bound: bool,
    /// The parameters of the action, represented as properties.
    pub parameters: Vec<Property>,
    /// The return type of the action, represented as a property with the name `$ReturnType`.
    pub return_type: Option<Property>,
    /// The path from the binding parameter to the entity set of the returned entities (`EntitySetPath`).
    pub entity_set_path: Option<String>,
    /// The annotations of the action.
    pub annotations: Annotations,
}

impl Action {
    /// Returns the first parameter if the action is bound, or `None` if the action is unbound.
    #[must_use]
    pub fn binding_parameter(&self) -> Option<&Property> {
        self.parameters.first().filter(|_| self.is_bound)
    }

    /// Returns a name that is unique for each overload of an action or a function. The name consists of the qualified name and the types of
    /// all parameters: `microsoft.graph.delta(Collection(microsoft.graph.user))`.
    pub(crate) fn overload(&self) -> String {
        let types: Vec<_> =
            self.parameters.iter().map(|parameter| parameter.value_type.expression()).collect();
        format!("{}({})", self.qualified_name, types.join(","))
    }

    /// Returns the parameters that clients send in the request body: all parameters except the binding parameter.
    #[must_use]
    pub fn body_parameters(&self) -> &[Property] {
        self.parameters.get(usize::from(self.is_bound)..).unwrap_or_default()
    }
}

/// A function, which returns a value and has no side effects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Function {
    /// The name, the parameters and the return type of the function, in the same struct as for an action.
    pub signature: Action,
    /// Whether a URL can contain further path segments after the function (`IsComposable`).
    pub is_composable: bool,
}

/// A term: the declaration of the name and the type of an annotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The qualified name of the term, such as `Org.OData.Core.V1.Description`.
    pub qualified_name: String,
    /// The type, the default value and the annotations of the term, represented as a property.
    pub definition: Property,
    /// The qualified name of the base term, if the term has one (`BaseTerm`).
    pub base: Option<String>,
    /// The kinds of elements that can be annotated with the term, separated by spaces (`AppliesTo`).
    pub applies_to: Option<String>,
}

/// A type definition: a name for a primitive type, optionally with facets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeDefinition {
    /// The qualified name of the type definition, such as `clinic.milligrams`.
    pub qualified_name: String,
    /// The primitive type that the type definition renames, such as `Edm.Decimal` (`UnderlyingType`).
    pub underlying_type: String,
    /// The facets of the type definition.
    pub facets: Facets,
    /// The annotations of the type definition.
    pub annotations: Annotations,
}
