//! The models that are compiled: each document is generated with each option set.

use std::fmt::Write;

use odata_build::{GenerateError, Generator, Warning};

use super::documents::Source;
use super::operations::Operations;
use super::option_sets::{self, OptionSet};
use super::package::Package;

/// A model of a document, which is a module of the compiled package.
pub(super) struct Model<'s> {
    /// The name of the module, such as `full_shop`.
    pub(super) name: String,
    pub(super) source: &'s Source,
    pub(super) options: &'static OptionSet,
    /// The qualified names of the structured types, and the Rust paths of their structs in the model.
    pub(super) types: Vec<(String, String)>,
    pub(super) operations: Operations,
    pub(super) warnings: Vec<Warning>,
    /// The paths and contents of the generated files.
    files: Vec<(String, String)>,
}

/// Returns all models. Also checks that each option has a value for at least one document.
pub(super) fn all(sources: &[Source]) -> Vec<Model<'_>> {
    for set in option_sets::all() {
        for (option, values) in set.options {
            let is_used = sources.iter().any(|source| !values(&source.document).is_empty());
            assert!(is_used, "`{option}` in `{}` has no value for any document", set.name);
        }
    }
    let of_set = |set| sources.iter().map(move |source| Model::new(source, set));
    option_sets::all().iter().flat_map(of_set).collect()
}

impl<'s> Model<'s> {
    fn new(source: &'s Source, options: &'static OptionSet) -> Self {
        let name = format!("{}_{}", options.name, source.name);
        let generator = Generator::new(&source.document).configure(&options.configuration(&source.document));
        let files = if options.has_files { of_files(&generator) } else { of_single_file(&generator) };
        let (files, warnings) = files.unwrap_or_else(|error| panic!("{name}: {error}"));
        let paths = generator.paths().expect("a model").into_iter();
        let types = paths.filter(|(name, _)| source.document.enumeration_type(name).is_none()).collect();
        let operations = Operations::of(&generator.source().expect("a model"));
        Self { name, source, options, types, operations, warnings, files }
    }

    /// Checks whether the options merge the versions of a type.
    fn is_merged(&self) -> bool {
        self.options.options.iter().any(|(option, _)| *option == "merge-versions")
    }
}

type Files = Result<(Vec<(String, String)>, Vec<Warning>), GenerateError>;

fn of_files(generator: &Generator<'_>) -> Files {
    let output = generator.generate_files()?;
    let files = output.files.into_iter().map(|file| (file.path.display().to_string(), file.source));
    Ok((files.collect(), output.warnings))
}

fn of_single_file(generator: &Generator<'_>) -> Files {
    let output = generator.generate()?;
    Ok((vec![("mod.rs".to_owned(), output.source)], output.warnings))
}

/// Writes the models, and the module `models` with a function that prints the findings of all models.
pub(super) fn write(models: &[Model<'_>], package: &Package) {
    let (mut modules, mut checks) = (String::new(), String::new());
    for model in models {
        let Model { name, source, types, operations, files, .. } = model;
        for (path, content) in files {
            package.write(&format!("src/models/{name}/{path}"), content);
        }
        let types = list(types.iter().map(|(_, path)| format!("<{name}::{path} as ODataValue>::TYPE")));
        let of_modules = list(operations.modules.iter().map(|path| format!("{name}::{path}OPERATIONS")));
        let containers = list(
            operations.containers.iter().map(|path| format!("<{name}::{path} as ODataContainer>::METADATA")),
        );
        let is_merged = model.is_merged();
        let _ = writeln!(modules, "mod {name};");
        let _ = writeln!(
            checks,
            "    crate::check(crate::Model {{ name: {name:?}, paths: &{:?}, is_merged: {is_merged}, types: {types}, \
             operations: {of_modules}, containers: {containers} }});",
            source.paths
        );
    }
    let module = format!(
        "{modules}\nuse odata_core::{{ODataContainer, ODataValue}};\n\npub fn check() {{\n{checks}}}\n"
    );
    package.write("src/models.rs", &module);
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("vec![\n{}\n]", items.collect::<Vec<_>>().join(",\n"))
}
