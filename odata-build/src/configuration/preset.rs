//! Configurations that are part of this crate.

use super::Configuration;

const GRAPH: &str = include_str!("../../configurations/graph.toml");

/// Returns the configuration with a name.
pub(super) fn named(name: &str) -> Result<Configuration, String> {
    match name {
        "graph" => Ok(Configuration::graph()),
        other => Err(format!("unknown preset `{other}`; the presets are `graph`")),
    }
}

impl Configuration {
    /// Returns the configuration for Microsoft Graph, which is the preset `graph`. It sets the access of keys, `Untyped` for
    /// `microsoft.graph.Json`, and collections without null elements.
    ///
    /// The file `configurations/graph.toml` of this crate documents the options. The configuration is for documents with the types of Graph
    /// v1.0 or beta. It doesn't select types.
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
            Ok(configuration) => configuration,
            Err(error) => unreachable!("a test reads this file: {error}"),
        }
    }
}
