//! Rust from CSDL: structs and enums with the derives, as somebody would write them by hand.

mod attributes;
mod configuration;
mod containment;
mod documentation;
mod enumeration;
mod keys;
mod naming;
mod options;
mod output;
mod plan;
mod polymorphic;
mod repair;
mod selection;
mod source;
mod structure;
mod type_map;
mod value_type;
mod warning;

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use odata_core::metadata::KeyAccess;

use crate::Document;
use options::Options;
use plan::Plan;

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
        let (document, mut warnings) = repair::repair(document, self.options.follows_navigation, &|name| {
            self.options.type_map.contains(name)
        });
        let selected = selection::select(&document, &patterns, &self.options)?;
        self.check_key_patterns(&document)?;
        self.check_type_map(&document)?;
        warnings.retain(|warning| {
            let owner = warning.owner();
            selected.contains(owner) || is_selected(owner)
        });
        warnings.extend(selected.enumeration_types.values().copied().flat_map(enumeration::warnings));
        warnings.sort_by(|one, other| one.element().cmp(other.element()));
        if self.options.is_strict && !warnings.is_empty() {
            return Err(GenerateError::Warnings(warnings));
        }
        Ok((result(&Plan::new(&document, selected, &self.options)), warnings))
    }

    /// Checks that each pattern of [`key_access`](Self::key_access) matches an entity type of the document.
    fn check_key_patterns(&self, document: &Document) -> Result<(), GenerateError> {
        let mut patterns = self.options.keys.patterns();
        let is_unused = |pattern: &&str| {
            !document.structured_types().any(|one| selection::matches(pattern, &one.qualified_name))
        };
        patterns.find(is_unused).map_or(Ok(()), |pattern| Err(GenerateError::NoSuchType(pattern.to_owned())))
    }
}

impl Generator<'_> {
    /// Checks that each type that is mapped exists, and that its Rust type can be used.
    fn check_type_map(&self, document: &Document) -> Result<(), GenerateError> {
        let is_declared = |name: &str| {
            value_type::primitive(name).is_some()
                || document.structured_types().any(|one| one.qualified_name == name)
                || document.enumeration_types().any(|one| one.qualified_name == name)
                || document.type_definition(name).is_some()
        };
        if let Some(name) = self.options.type_map.names().find(|name| !is_declared(name)) {
            return Err(GenerateError::NoSuchType(name.to_owned()));
        }
        match self.options.type_map.invalid() {
            Some((text, reason)) => Err(GenerateError::InvalidOption { text, reason }),
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
