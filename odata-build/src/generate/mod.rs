//! Rust from CSDL: structs and enums with the derives, as somebody would write them by hand.

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

/// Makes the source of a model from a document.
///
/// It holds what is asked for and what that needs: base types, and the types of properties, transitively. A navigation property
/// to an entity type that nobody asked for is left out, or three types would bring all of Graph; expanded, it is in the `extra`.
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
/// In a build script, with `include!(concat!(env!("OUT_DIR"), "/model.rs"));` in the crate:
///
/// ```no_run
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     println!("cargo::rerun-if-changed=metadata.xml");
///     let document = odata_build::Document::read_file("metadata.xml")?;
///     Ok(odata_build::Generator::new(&document).types("clinic.*").write_to_out_dir("model.rs")?)
/// }
/// ```
///
/// The crate needs odata-core and chrono, and where the types ask for it odata-core with the features `uuid` (`Edm.Guid`) and
/// `rust_decimal` (`Edm.Decimal`) and the crates of these names.
#[derive(Debug, Clone)]
pub struct Generator<'d> {
    document: &'d Document,
    options: Options,
}

impl<'d> Generator<'d> {
    /// Of all types of a document, until [`Self::types`] says which.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self { document, options: Options::default() }
    }

    /// Sets who provides the keys of the types that match a pattern, such as `microsoft.graph.externalConnectors.externalConnection`. Can
    /// be called multiple times; the last pattern that matches a type applies.
    ///
    /// Without it, a key is [computed](KeyAccess::Computed) if the document says so (`Core.Computed`), otherwise
    /// [optional](KeyAccess::Optional). For a type that inherits its key, the base type's field becomes `#[odata(base, key = "…")]`.
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

    /// The types with such a qualified name: `*` stands for anything, dots too, as in `microsoft.graph.security.*`. May be said more
    /// than once.
    #[must_use]
    pub fn types(mut self, pattern: impl Into<String>) -> Self {
        self.options.patterns.push(pattern.into());
        self
    }

    /// Takes in the entity types that navigation properties lead to, too.
    #[must_use]
    pub fn follow_navigation(mut self) -> Self {
        self.options.follows_navigation = true;
        self
    }

    /// Adds a struct for the parameters of each action of the types, `EdiscoverySearchExportResultParameters`. That is a body of a `POST`,
    /// not a type of the service.
    #[must_use]
    pub fn actions(mut self) -> Self {
        self.options.has_actions = true;
        self
    }

    /// Gives the enums of types methods for each variant: `as_export`, `as_export_mut` and `into_export`.
    ///
    /// Without this they are `#[odata(no_accessors)]`, and a `match` asks what a value is: from some types of a service hundreds derive, and of
    /// the time to check all types of `microsoft.graph.security` after an edit the methods take 8 %.
    #[must_use]
    pub fn accessors(mut self) -> Self {
        self.options.has_accessors = true;
        self
    }

    /// Where the types stand in the source, by their qualified names: `microsoft.graph.user` is `graph::User`, or `graph::AnyUser`
    /// when other types of the model derive from it.
    ///
    /// # Errors
    ///
    /// Those of [`Self::source`].
    pub fn paths(&self) -> Result<BTreeMap<String, String>, GenerateError> {
        let paths = self.with_plan(|plan| {
            let names = plan.qualified_names();
            names.map(|name| (name.to_owned(), plan.value_path_from_root(name))).collect()
        });
        Ok(paths?.0)
    }
}
