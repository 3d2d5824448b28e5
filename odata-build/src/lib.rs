//! From the CSDL of an OData service to a model, and a model held against the CSDL.
//!
//! A service says at `$metadata` what types it has. [`Document`] reads that, XML or JSON; [`Generator`] writes a model of it with the
//! derives of odata-derive, in a build script or with the command `odata-build`; [`Check`] compares the metadata of a model,
//! written by hand or not, with it. The other way round, [`Document::of`] is what a model has to say, and [`Document::to_xml`] writes it.
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
//! // The model against the document:
//! let findings = Check::new(&document).model::<Ward>().findings();
//! let messages: Vec<String> = findings.iter().map(ToString::to_string).collect();
//! assert_eq!(messages.len(), 2);
//! assert!(messages[0].starts_with("contradiction at `clinic.ward/beds`: "));
//! assert!(messages[1].starts_with("addition at `clinic.ward/floor`: "));
//!
//! // The model that the document asks for:
//! let source = Generator::new(&document).source()?;
//! assert!(source.contains("pub beds: Option<i32>,"));
//!
//! // The document of the model:
//! assert!(Document::of::<Ward>().to_xml().contains(r#"<Property Name="beds" Type="Edm.String"/>"#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Configuration
//!
//! The options of a [`Generator`] are its methods. They can also be in a file `odata-build.toml`, see [`Configuration`], which build scripts
//! and the command share. `Configuration::graph` has the options for Microsoft Graph.
//!
//! # Features
//!
//! | feature | default | enables |
//! |---|---|---|
//! | `config` | yes | reading configuration files: `Configuration::from_toml`, `read_file` and `graph`. Needs the crate `toml` |
//! | `cli` | yes | the command `odata-build`. Needs `config` and the crate `clap` |
//!
//! A build script needs neither: `odata-build = { version = "…", default-features = false }`, with `features = ["config"]` for a
//! configuration file.

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
