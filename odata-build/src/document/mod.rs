//! The content of a CSDL document: schemas, types and annotations.
//!
//! Type names are qualified with the namespace, such as `microsoft.graph.user`, even if the document uses an alias.

mod annotation;
mod annotation_targets;
mod annotations;
mod container;
mod container_members;
mod extension;
mod facets;
mod from_constraints;
mod from_model;
mod from_operations;
mod from_types;
mod index;
mod merge;
mod names;
mod problem;
mod reference;
mod type_names;
mod types;
mod version;
mod warning;

use std::path::Path;

pub(crate) use annotation::ANY_ENUMERATION;
pub use annotation::{Annotation, Expression, PropertyValue, TargetAnnotations};
pub use annotations::{Annotations, Deprecation};
pub use container::{ActionImport, EntityContainer, EntitySet, FunctionImport, Singleton};
pub(crate) use container_members::{ContainerMember, ContainerMemberKind, Containers};
pub use extension::Extension;
pub use facets::Facets;
pub(crate) use index::Index;
pub(crate) use names::{Aliases, last_segment, namespace_of};
pub use problem::{InvalidElement, Problem};
pub use reference::{Include, IncludeAnnotations, Reference};
pub(crate) use types::UNKNOWN_FUTURE_VALUE;
pub use types::{
    Action, EnumerationType, Function, Member, Property, PropertyRef, StructuredKind, StructuredType, Term,
    TypeDefinition, TypeReference,
};
pub use version::Version;
pub use warning::Warning;

/// The content of a CSDL document, or of several CSDL documents that are merged.
///
/// ```
/// use odata_build::Document;
///
/// let document = Document::from_xml(
///     r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
///          <edmx:DataServices>
///            <Schema Namespace="clinic" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///              <EnumType Name="state"><Member Name="open" /><Member Name="closed" /></EnumType>
///            </Schema>
///          </edmx:DataServices>
///        </edmx:Edmx>"#,
/// )?;
/// assert_eq!(document.enumeration_type("clinic.state").unwrap().members[1].value, 1);
/// # Ok::<(), odata_build::ReadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The OData version of the document. If several documents are merged, the highest version of these documents.
    pub version: Version,
    /// The references to other documents (`edmx:Reference`).
    pub references: Vec<Reference>,
    /// The schemas of the document, in document order.
    pub schemas: Vec<Schema>,
    /// The annotations with a target path (`<Annotations Target="NS.ward/beds">`) that aren't stored in the annotated
    /// element:
    ///
    /// - annotations with an unknown target, for example because the document that declares the target isn't included
    ///   yet
    /// - annotations of functions and terms
    /// - annotations with several properties in the target path, such as `NS.ward/address/street`
    pub annotations: Vec<TargetAnnotations>,
    /// The problems that were found while the document and its included documents were read.
    pub read_warnings: Vec<Warning>,
    /// The extensions: attributes, elements and JSON members of the document that aren't part of CSDL 4.01, such as the
    /// attribute `sap:label`. [`to_xml`](Self::to_xml) and [`to_json`](Self::to_json) don't write extensions.
    /// [`xml_warnings`](Self::xml_warnings) and [`json_warnings`](Self::json_warnings) return a warning for each
    /// extension.
    pub extensions: Vec<Extension>,
}

/// A schema: the types, actions, functions and other elements of a namespace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// The namespace of the schema, such as `microsoft.graph`.
    pub namespace: String,
    /// The alias of the namespace: a short name that the document can use instead of the namespace (`Alias`).
    pub alias: Option<String>,
    /// The entity and complex types of the schema, in document order.
    pub structured_types: Vec<StructuredType>,
    /// The enumeration types of the schema, in document order.
    pub enumeration_types: Vec<EnumerationType>,
    /// The type definitions of the schema, in document order.
    pub type_definitions: Vec<TypeDefinition>,
    /// The actions of the schema, in document order.
    pub actions: Vec<Action>,
    /// The functions of the schema, in document order.
    pub functions: Vec<Function>,
    /// The terms of the schema, in document order.
    pub terms: Vec<Term>,
    /// The entity container of the schema, if the schema declares one.
    pub container: Option<EntityContainer>,
    /// The annotations of the schema.
    pub annotations: Annotations,
}

impl Document {
    /// Returns an iterator over the entity and complex types of all schemas.
    pub fn structured_types(&self) -> impl Iterator<Item = &StructuredType> {
        self.schemas.iter().flat_map(|schema| &schema.structured_types)
    }

    /// Returns an iterator over the enumeration types of all schemas.
    pub fn enumeration_types(&self) -> impl Iterator<Item = &EnumerationType> {
        self.schemas.iter().flat_map(|schema| &schema.enumeration_types)
    }

    /// Returns an iterator over the actions of all schemas.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.schemas.iter().flat_map(|schema| &schema.actions)
    }

    /// Returns an iterator over the signatures of the functions of all schemas.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &Action> {
        self.schemas.iter().flat_map(|schema| &schema.functions).map(|function| &function.signature)
    }

    /// Returns an iterator over the signatures of the actions and functions of all schemas.
    pub(crate) fn signatures(&self) -> impl Iterator<Item = &Action> {
        self.actions().chain(self.functions())
    }

    /// Returns the entity or complex type with this qualified name, such as `microsoft.graph.user`.
    ///
    /// This method is a linear search. For many lookups, create a map of [`structured_types`](Self::structured_types).
    #[must_use]
    pub fn structured_type(&self, qualified_name: &str) -> Option<&StructuredType> {
        self.structured_types().find(|structured| structured.qualified_name == qualified_name)
    }

    /// Returns the enumeration type with a qualified name, such as `clinic.state`.
    #[must_use]
    pub fn enumeration_type(&self, qualified_name: &str) -> Option<&EnumerationType> {
        self.enumeration_types().find(|enumeration| enumeration.qualified_name == qualified_name)
    }

    /// Returns the type definition with a qualified name, such as `clinic.milligrams`.
    #[must_use]
    pub fn type_definition(&self, qualified_name: &str) -> Option<&TypeDefinition> {
        let mut all = self.schemas.iter().flat_map(|schema| &schema.type_definitions);
        all.find(|definition| definition.qualified_name == qualified_name)
    }

    /// Sets the name of the file that the document was read from. Warnings about invalid elements and about extensions
    /// such as `sap:label` contain the file name.
    pub(crate) fn in_file(mut self, file: &Path) -> Self {
        let name = file.display().to_string();
        for warning in &mut self.read_warnings {
            if let Warning::Invalid(element) = warning {
                element.file = Some(name.clone());
            }
        }
        for extension in &mut self.extensions {
            extension.file = Some(name.clone());
        }
        self
    }

    /// Adds the schemas of the document `other`, such as a referenced document, to this document.
    ///
    /// An annotation with a target path can be in a different document from the annotated element. Documents can be
    /// included in any order.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let mut document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic" Alias="self">
    ///          <EntityType Name="ward"><Property Name="made" Type="Edm.DateTimeOffset" /></EntityType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// document.include(Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic.annotations">
    ///          <Annotations Target="self.ward/made"><Annotation Term="Org.OData.Core.V1.Computed" /></Annotations>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?);
    /// assert!(document.structured_type("clinic.ward").unwrap().properties[0].annotations.is_computed);
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    pub fn include(&mut self, other: Self) {
        self.append(other);
        self.apply_annotations();
    }
}
