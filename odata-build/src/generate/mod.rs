//! Generates Rust structs and enums from a CSDL document.

mod alternate_keys;
mod attributes;
mod computed;
mod configuration;
mod constants;
mod containers;
mod containment;
mod default_values;
mod depth;
mod derives;
mod doc_text;
mod documentation;
mod enumeration;
mod error;
mod fields;
mod files;
mod hierarchy;
mod keys;
mod members;
mod merge_versions;
mod name_rules;
mod naming;
mod operations;
mod options;
mod output;
mod pattern;
mod plan;
mod polymorphic;
mod preparation;
mod preset_patterns;
mod primitive_types;
mod property_attributes;
mod renames;
mod repair;
mod selection;
mod source;
mod structure;
mod type_map;
mod value_type;
mod variant_names;
mod versioning;
mod versions;
mod warning;
mod warning_messages;

use std::collections::BTreeMap;

use odata_core::metadata::KeyAccess;

use crate::Document;
use options::Options;

pub use error::GenerateError;
pub use files::{OutputFile, OutputFiles};
pub use output::Output;
pub use warning::Warning;

/// Generates the Rust source of a model from a CSDL document.
///
/// The model contains the selected types, their base types, and the types of their properties, recursively.
///
/// A navigation property is omitted if its entity type isn't part of the model. If a request expands an omitted
/// navigation property (`$expand`), the value from the response is stored in the `extra` field. Use
/// [`follow_navigation`](Self::follow_navigation) to include all navigation properties. `follow_navigation` can make a
/// model much larger. For example, if you select `microsoft.graph.user`, `follow_navigation` adds almost all entity
/// types of Microsoft Graph, because they refer to each other.
///
/// ```
/// use odata_build::{Document, Generator};
///
/// let document = Document::from_xml(
///     r#"<Edmx><DataServices><Schema Namespace="clinic">
///          <ComplexType Name="dose"><Property Name="unitOfMeasure" Type="Edm.String" /></ComplexType>
///        </Schema></DataServices></Edmx>"#,
/// )?;
/// let source = Generator::new(&document).types("clinic.*").source()?;
/// assert!(source.contains("pub unit_of_measure: Option<String>,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// In a build script, write the model to `OUT_DIR`, and include it with `include!(concat!(env!("OUT_DIR"), "/model.rs"));`:
///
/// ```no_run
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     println!("cargo::rerun-if-changed=metadata.xml");
///     let document = odata_build::Document::read_file("metadata.xml")?;
///     Ok(odata_build::Generator::new(&document).types("clinic.*").write_to_out_dir("model.rs")?)
/// }
/// ```
///
/// A crate with a generated model must depend on odata-core and chrono. If the model contains `Edm.Guid` or `Edm.Decimal` properties, the
/// crate must also depend on `uuid` or `rust_decimal`, and enable the feature of odata-core with the same name.
#[derive(Debug, Clone)]
pub struct Generator<'d> {
    document: &'d Document,
    options: Options,
}

impl<'d> Generator<'d> {
    /// Creates a generator for all types of a document. Use [`Self::types`] to generate only some of the types.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self { document, options: Options::default() }
    }

    /// Sets whether the client or the service provides the keys of entities. The setting applies to the types that
    /// match a pattern, such as `microsoft.graph.externalConnectors.externalConnection`. Each call of `key_access` adds
    /// a pattern. If several patterns match a type, the last pattern applies.
    ///
    /// By default, a key property with the annotation `Core.Computed` is [computed](KeyAccess::Computed). A key property without
    /// `Core.Computed` is [optional](KeyAccess::Optional) by default. For a type that inherits its key, the generated attribute is
    /// `#[odata(base, key = "…")]`.
    ///
    /// ```
    /// use odata_build::{Document, Generator, KeyAccess};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="record"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" /></EntityType>
    ///          <EntityType Name="prescription" BaseType="clinic.record" />
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let generator = Generator::new(&document)
    ///     .key_access("clinic.*", KeyAccess::Computed)
    ///     .key_access("clinic.prescription", KeyAccess::Optional);
    /// let source = generator.source()?;
    /// assert!(source.contains("#[odata(key, computed)]"));
    /// assert!(source.contains("#[odata(base, key = \"optional\")]"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn key_access(mut self, pattern: impl Into<String>, access: KeyAccess) -> Self {
        self.options.keys.configure(pattern.into(), access);
        self
    }

    /// Selects the types whose qualified names match a pattern, such as `microsoft.graph.security.*`. `*` matches any
    /// number of characters, including dots. Each call of `types` adds a pattern.
    #[must_use]
    pub fn types(mut self, pattern: impl Into<String>) -> Self {
        self.options.patterns.push(pattern.into());
        self
    }

    /// Includes all navigation properties of the types in the model, and the entity types that they refer to.
    #[must_use]
    pub fn follow_navigation(mut self) -> Self {
        self.options.follows_navigation = true;
        self
    }

    /// Adds a struct for each action and function that is bound to a selected type, and for each unbound action and
    /// function whose name matches a pattern of [`types`](Self::types). The structs of a namespace are in its module
    /// `operations`, and derive [`ODataAction`](derive@odata_core::ODataAction) or
    /// [`ODataFunction`](derive@odata_core::ODataFunction). Each module `operations` also contains a constant
    /// `OPERATIONS` with the metadata of its operations, which can be passed to
    /// [`Check::operations`](crate::Check::operations). An unbound operation without an action import or function
    /// import is skipped with a [warning](Warning::OperationWithoutImport), because clients can't call it.
    ///
    /// This option also adds a struct for each entity container to the module of its namespace, such as
    /// `graph::GraphService`. The struct of a container derives `odata_core::ODataContainer`, and has a field for each
    /// entity set, singleton, action import and function import. If the container extends another container, the struct
    /// also has fields for the inherited members (CSDL 4.01, 13.1). An entity set, singleton or import has no field if
    /// the model doesn't contain its entity type or operation. The doc comment of a generated container, such as
    /// `GraphService`, lists the entity sets, singletons and imports without a field. A generated container requires
    /// the feature `http` of odata-core.
    ///
    /// The struct of an operation has the name of the operation. If several operations of a namespace have the same
    /// name, the struct names of bound operations start with the binding type (`EdiscoveryCaseClose`, or
    /// `UserCollectionDelta` for a collection). The parameter names are appended if the binding type doesn't make a
    /// struct name unique (`DriveItemSearchWithQ`). Use [`rename_operation`](Self::rename_operation) to choose another
    /// struct name for an operation.
    ///
    /// The names don't depend on the selected types or on the order of the document. If the service adds an operation, an
    /// existing name changes only if it is no longer unique: `Close` becomes `EdiscoveryCaseClose` if the service adds
    /// the first operation `close` for another type. `rename_operation` keeps the name `Close`.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="ward"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" /></EntityType>
    ///          <Action Name="close" IsBound="true">
    ///            <Parameter Name="it" Type="clinic.ward" Nullable="false" /><Parameter Name="reason" Type="Edm.String" />
    ///          </Action>
    ///          <EntityContainer Name="Clinic"><EntitySet Name="wards" EntityType="clinic.ward" /></EntityContainer>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).operations().source()?;
    /// assert!(source.contains("pub struct Close {"));
    /// assert!(source.contains("pub reason: Option<String>,"));
    /// assert!(source.contains("pub struct Clinic {"));
    /// assert!(source.contains("pub wards: ::odata_core::request::EntitySet<Ward>,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn operations(mut self) -> Self {
        self.options.has_operations = true;
        self
    }

    /// Adds accessor methods to polymorphic enums. For example, the methods for the variant `Export` are `as_export`, `as_export_mut` and
    /// `into_export`.
    ///
    /// By default, polymorphic enums are generated with `#[odata(no_accessors)]`, and programs use a `match` expression
    /// to access the derived type of a value. Accessor methods increase compile times, because each variant has three
    /// methods, and some enums have hundreds of variants. In a model of all types in `microsoft.graph.security`,
    /// accessor methods account for 8 % of the time of an incremental `cargo check`.
    #[must_use]
    pub fn accessors(mut self) -> Self {
        self.options.has_accessors = true;
        self
    }

    /// Returns a map from the qualified name of each type to its Rust path in the generated source. For example, the path of
    /// `microsoft.graph.user` is `graph::User`, or `graph::AnyUser` if the model contains types that derive from it.
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate`](Self::generate) returns an error.
    pub fn paths(&self) -> Result<BTreeMap<String, String>, GenerateError> {
        let paths = self.with_plan(|plan| {
            let names = plan.qualified_names();
            names.map(|name| (name.to_owned(), plan.value_path_from_root(name))).collect()
        });
        Ok(paths?.0)
    }
}
