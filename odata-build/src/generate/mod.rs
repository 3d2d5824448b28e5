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
mod fields;
mod files;
mod hierarchy;
mod keys;
mod merge_versions;
mod naming;
mod options;
mod output;
mod plan;
mod polymorphic;
mod renames;
mod repair;
mod roles;
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

use core::fmt;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use odata_core::metadata::KeyAccess;

use crate::Document;
use options::Options;
use plan::Plan;

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

/// Why there is no model. `{:?}` shows the same words as `{}`: a build script that ends with an error shows it so.
#[non_exhaustive]
pub enum GenerateError {
    /// A pattern that no type matches.
    NoSuchType(String),
    /// A pattern that no property matches.
    NoSuchProperty(String),
    /// A Rust type or name in the options that can't be used.
    InvalidOption {
        /// The type or name.
        text: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The document has invalid elements, and [`Generator::strict`] is set.
    Warnings(Vec<Warning>),
    /// The file can't be written.
    Io(PathBuf, std::io::Error),
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

    fn with_plan<T>(&self, result: impl FnOnce(&Plan<'_>) -> T) -> Result<(T, Vec<Warning>), GenerateError> {
        let mut patterns = self.options.patterns.clone();
        let mut document = Cow::Borrowed(self.document);
        let is_selected = |name: &str| selection::is_selected(&self.options.patterns, name);
        if self.options.has_actions {
            let (extended, added) = self.document.with_parameters(is_selected);
            document = Cow::Owned(extended);
            // Without patterns, all types are asked for.
            patterns.extend(if patterns.is_empty() { Vec::new() } else { added });
        }
        let mut merged_types = BTreeSet::new();
        let mut merge_warnings = Vec::new();
        if self.options.merges_versions {
            let merged = merge_versions::merge_versions(document.into_owned());
            (document, merged_types, merge_warnings) =
                (Cow::Owned(merged.document), merged.types, merged.warnings);
        }
        let (document, mut warnings) =
            repair::repair(document, self.options.follows_navigation, &|name| self.options.is_replaced(name));
        warnings.append(&mut merge_warnings);
        let selected = selection::select(&document, &patterns, &self.options)?;
        self.check_options(&document)?;
        warnings.retain(|warning| {
            let owner = warning.owner();
            selected.contains(owner) || (is_selected(owner) && !self.options.is_excluded(owner))
        });
        warnings.extend(selected.enumeration_types.values().copied().flat_map(enumeration::warnings));
        let plan = Plan::new(&document, selected, merged_types, &self.options);
        warnings.extend(default_values::warnings(&plan));
        warnings.extend(alternate_keys::warnings(&plan));
        warnings.sort_by(|one, other| one.element().cmp(other.element()));
        if self.options.is_strict && !warnings.is_empty() {
            return Err(GenerateError::Warnings(warnings));
        }
        if let Some((text, reason)) = plan.shared_module() {
            return Err(GenerateError::InvalidOption { text, reason });
        }
        Ok((result(&plan), warnings))
    }
}

impl Generator<'_> {
    /// Checks that each pattern or name in the options is one of a type, and that each Rust type or name can be used.
    fn check_options(&self, document: &Document) -> Result<(), GenerateError> {
        let is_declared = |name: &str| {
            value_type::primitive(name).is_some()
                || document.structured_types().any(|one| one.qualified_name == name)
                || document.enumeration_types().any(|one| one.qualified_name == name)
                || document.type_definition(name).is_some()
        };
        if let Some(name) = self.options.type_map.names().find(|name| !is_declared(name)) {
            return Err(GenerateError::NoSuchType(name.to_owned()));
        }
        self.check_patterns(document)?;
        self.options.check_properties(document)?;
        match self.options.invalid() {
            Some((text, reason)) => Err(GenerateError::InvalidOption { text, reason }),
            None => Ok(()),
        }
    }

    /// Checks that each pattern matches a type, and that types and namespaces with a name exist.
    fn check_patterns(&self, document: &Document) -> Result<(), GenerateError> {
        let options = &self.options;
        let mut patterns = options.keys.patterns().chain(options.derives.patterns());
        let mut patterns = patterns
            .by_ref()
            .chain(options.excluded.iter().map(String::as_str))
            .chain(options.renames.types.keys().map(String::as_str));
        let types = document.structured_types().map(|one| &one.qualified_name);
        let enumerations = document.enumeration_types().map(|one| &one.qualified_name);
        let definitions = document.schemas.iter().flat_map(|schema| &schema.type_definitions);
        let names: Vec<&String> =
            types.chain(enumerations).chain(definitions.map(|one| &one.qualified_name)).collect();
        let is_unused = |pattern: &&str| !names.iter().any(|name| selection::matches(pattern, name));
        if let Some(pattern) = patterns.find(is_unused) {
            return Err(GenerateError::NoSuchType(pattern.to_owned()));
        }
        let is_namespace = |name: &&String| document.schemas.iter().any(|schema| schema.namespace == **name);
        match options.renames.modules.keys().find(|name| !is_namespace(name)) {
            Some(name) => Err(GenerateError::InvalidOption {
                text: name.clone(),
                reason: "the document has no schema with this namespace".to_owned(),
            }),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchType(pattern) => write!(
                f,
                "no type matches `{pattern}`: names are qualified, as in `microsoft.graph.user`, and letter case counts",
            ),
            Self::NoSuchProperty(pattern) => write!(
                f,
                "no property matches `{pattern}`: a pattern has the type that declares the property, as in \
                 `microsoft.graph.user/displayName`, and letter case counts",
            ),
            Self::InvalidOption { text, reason } => write!(f, "`{text}` can't be used: {reason}"),
            Self::Warnings(warnings) => {
                write!(f, "the document has {} invalid element(s)", warnings.len())?;
                warnings.iter().try_for_each(|warning| write!(f, "\n  {warning}"))
            }
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl core::error::Error for GenerateError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(_, error) => Some(error),
            _ => None,
        }
    }
}
