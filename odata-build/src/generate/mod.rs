//! Generates structs and enums with the derives of odata-derive from CSDL.

mod alternate_keys;
mod attributes;
mod computed;
mod configuration;
mod constants;
mod containment;
mod default_values;
mod depth;
mod derives;
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
mod options;
mod output;
mod pattern;
mod plan;
mod polymorphic;
mod primitive_types;
mod renames;
mod repair;
mod roles;
mod run;
mod selection;
mod source;
mod structure;
mod text;
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

/// Generates the Rust source of a model from a document.
///
/// The model contains the selected types and the types that they need: base types and the types of properties, transitively. Navigation
/// properties are left out unless the model contains their entity type; otherwise, three types of Microsoft Graph would pull in almost all
/// others. If a request expands such a property (`$expand`), the `extra` field contains its value. Use
/// [`follow_navigation`](Self::follow_navigation) to include these entity types.
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
/// A crate with a generated model depends on odata-core and chrono. If the model contains `Edm.Guid` or `Edm.Decimal` properties, it also
/// depends on the crate `uuid` or `rust_decimal`, and on the feature of odata-core with the same name.
#[derive(Debug, Clone)]
pub struct Generator<'d> {
    document: &'d Document,
    options: Options,
}

impl<'d> Generator<'d> {
    /// Creates a generator for all types of a document. Use [`Self::types`] to select types.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self { document, options: Options::default() }
    }

    /// Sets who provides the keys of the types that match a pattern, such as `microsoft.graph.externalConnectors.externalConnection`. Can
    /// be called multiple times; the last pattern that matches a type applies.
    ///
    /// By default, a key is [computed](KeyAccess::Computed) if the document annotates it with `Core.Computed`, and
    /// [optional](KeyAccess::Optional) otherwise. If a type inherits its key, the attribute is generated on the field of the base type:
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

    /// Selects the types whose qualified names match a pattern, such as `microsoft.graph.security.*`. `*` matches any number of
    /// characters, including dots. Can be called multiple times.
    #[must_use]
    pub fn types(mut self, pattern: impl Into<String>) -> Self {
        self.options.patterns.push(pattern.into());
        self
    }

    /// Includes navigation properties and the entity types that they refer to.
    #[must_use]
    pub fn follow_navigation(mut self) -> Self {
        self.options.follows_navigation = true;
        self
    }

    /// Adds a struct for the parameters of each action of the selected types, such as `EdiscoverySearchExportResultParameters`. It is the
    /// body of the `POST` request that calls the action, not a type of the service.
    #[must_use]
    pub fn actions(mut self) -> Self {
        self.options.has_actions = true;
        self
    }

    /// Adds methods for each variant to polymorphic enums, such as `as_export`, `as_export_mut` and `into_export`.
    ///
    /// By default, polymorphic enums are generated with `#[odata(no_accessors)]`, and the type of a value is found with `match`. Some types
    /// have hundreds of derived types: in a model of all types in `microsoft.graph.security`, the methods account for 8 % of the time of an
    /// incremental `cargo check`.
    #[must_use]
    pub fn accessors(mut self) -> Self {
        self.options.has_accessors = true;
        self
    }

    /// Returns the Rust path of each type in the generated source, by qualified name. For example, the path of `microsoft.graph.user` is
    /// `graph::User`, or `graph::AnyUser` if the model contains types that derive from it.
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate`](Self::generate) returns one.
    pub fn paths(&self) -> Result<BTreeMap<String, String>, GenerateError> {
        let paths = self.with_plan(|plan| {
            let names = plan.qualified_names();
            names.map(|name| (name.to_owned(), plan.value_path_from_root(name))).collect()
        });
        Ok(paths?.0)
    }
}
