//! Generates Rust models from the CSDL document of an OData service, and compares Rust models with the CSDL document of a service.
//!
//! A service describes its types in a CSDL document, which is available at `$metadata`.
//!
//! - [`Document`] reads a CSDL document in XML or JSON.
//! - [`Generator`] generates a model that uses the derives of odata-derive. Use the generator in a build script, or run the `odata-build`
//!   command.
//! - [`Check`] compares a generated or handwritten model with a document.
//! - [`Document::of`] creates the CSDL document of a Rust model. [`Document::to_xml`] and [`Document::to_json`] return a document as a
//!   string.
//!
//! ```
//! use odata_build::{Check, Document, Generator};
//! use odata_core::{Extra, ODataEntity};
//!
//! #[derive(ODataEntity)]
//! #[odata(namespace = "clinic")]
//! struct Ward {
//!     #[odata(key, computed)]
//!     id: Option<String>,
//!     beds: Option<String>,
//!     #[odata(extra)]
//!     extra: Extra,
//! }
//!
//! let document = Document::read(
//!     r#"<Edmx><DataServices><Schema Namespace="clinic">
//!          <EntityType Name="ward">
//!            <Key><PropertyRef Name="id" /></Key>
//!            <Property Name="id" Type="Edm.String" Nullable="false" />
//!            <Property Name="beds" Type="Edm.Int32" />
//!            <Property Name="floor" Type="Edm.Int32" />
//!          </EntityType>
//!        </Schema></DataServices></Edmx>"#,
//! )?;
//!
//! // Compare the model with the document.
//! let findings = Check::new(&document).model::<Ward>().findings();
//! let messages: Vec<String> = findings.iter().map(ToString::to_string).collect();
//! assert_eq!(messages.len(), 2);
//! assert!(messages[0].starts_with("contradiction at `clinic.ward/beds`: "));
//! assert!(messages[1].starts_with("addition at `clinic.ward/floor`: "));
//!
//! // Generate a model from the document.
//! let source = Generator::new(&document).source()?;
//! assert!(source.contains("pub beds: Option<i32>,"));
//!
//! // Write the document of the model.
//! assert!(Document::of::<Ward>().to_xml().contains(r#"<Property Name="beds" Type="Edm.String"/>"#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Configuration
//!
//! Each option of a [`Generator`] is a method. Use [`Configuration`] to read the options of a build script and of the `odata-build` command
//! from the same file, such as `odata-build.toml`. `Configuration::graph` returns the options for Microsoft Graph.
//!
//! # Features
//!
//! | Feature | Default | Enables |
//! |---|---|---|
//! | `config` | yes | Configuration files: `Configuration::from_toml`, `read_file` and `graph`. Adds a dependency on the crate `toml` |
//! | `cli` | yes | The `odata-build` command. Enables `config`, and adds a dependency on the crate `clap` |
//!
//! In a build script, disable the default features to compile fewer dependencies:
//! `odata-build = { version = "…", default-features = false }`. If the build script reads a configuration file, add
//! `features = ["config"]`.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod configuration;
pub mod document;
mod generate;
mod model;
mod read;
mod write;

pub use check::{Check, Finding, Findings, Severity};
pub use configuration::{Configuration, ConfigurationError, ConfigurationOption};
pub use document::Document;
pub use generate::{GenerateError, Generator, Output, OutputFile, OutputFiles, Warning};
pub use odata_core::metadata::KeyAccess;
pub use read::ReadError;
