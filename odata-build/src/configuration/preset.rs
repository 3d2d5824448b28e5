//! Built-in configurations.

use super::Configuration;

const GRAPH: &str = include_str!("../../configurations/graph.toml");

/// Returns the built-in configuration with the name `name`, such as `graph`.
pub(super) fn named(name: &str) -> Result<Configuration, String> {
    match name {
        "graph" => Ok(Configuration::graph()),
        other => Err(format!("unknown preset `{other}`; the only preset is `graph`")),
    }
}

impl Configuration {
    /// Returns the configuration for Microsoft Graph. In a configuration file, `preset = "graph"` applies the same
    /// options. For each entity type, the configuration sets whether the client or the service provides the key.
    /// Properties with the type `microsoft.graph.Json` are generated as `Untyped`. Collections without a `Nullable`
    /// facet are generated without null elements: as `Option<Vec<T>>` instead of `Option<Vec<Option<T>>>`.
    ///
    /// Use this configuration with the complete CSDL document of Graph v1.0 or beta. For a part of the document, the
    /// generator returns a [warning](crate::Warning::UnusedPreset) for each type in the configuration that the
    /// part doesn't contain. The configuration doesn't select types, so call
    /// [`Generator::types`](crate::Generator::types) as well. Comments in the file `configurations/graph.toml` of this crate explain the
    /// options.
    ///
    /// ```
    /// use odata_build::{Configuration, Document, Generator};
    ///
    /// fn write(metadata: &str) -> Result<(), Box<dyn std::error::Error>> {
    ///     let document = Document::read_file(metadata)?;
    ///     let generator = Generator::new(&document).configure(&Configuration::graph());
    ///     Ok(generator.types("microsoft.graph.security.*").write_to_out_dir("model.rs")?)
    /// }
    /// ```
    #[must_use]
    pub fn graph() -> Self {
        match Self::from_toml(GRAPH) {
            Ok(mut configuration) => {
                configuration.settings.iter_mut().for_each(|setting| setting.preset = Some("graph"));
                configuration
            }
            Err(error) => unreachable!("`configurations/graph.toml` is invalid: {error}"),
        }
    }
}
