//! Comparison of the Rust types of a model with a CSDL document.

mod enumeration;
mod findings;
mod key;
mod properties;
mod property;
mod sentinels;
mod service;
mod structured;

pub use findings::{Finding, Findings, Severity};

use odata_core::ODataValue;
use odata_core::metadata::ValueType;

use crate::Document;
use crate::model::Model;
use findings::Location;
use service::Service;

/// A comparison of the Rust types of a model with the CSDL document of a service.
///
/// Use `Check` in a test that fails if the model and the document differ:
///
/// ```
/// use odata_build::{Check, Document};
/// use odata_core::{Extra, ODataEntity};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "clinic")]
/// struct Prescription {
///     #[odata(key)]
///     id: String,
///     packs: Option<i32>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// # let metadata = r#"<Edmx><DataServices><Schema Namespace="clinic">
/// #   <EntityType Name="prescription">
/// #     <Key><PropertyRef Name="id" /></Key>
/// #     <Property Name="id" Type="Edm.String" Nullable="false" />
/// #     <Property Name="packs" Type="Edm.Int64" />
/// #     <Property Name="doctor" Type="Edm.String" />
/// #   </EntityType>
/// # </Schema></DataServices></Edmx>"#;
/// let document = Document::read(metadata)?;
/// let findings = Check::new(&document).model::<Prescription>().findings();
/// assert!(findings.has_contradictions());
/// assert_eq!(
///     findings.to_string(),
///     "contradictions:
///   clinic.prescription
///     packs: `Edm.Int64` in the document, `Edm.Int32` in the model
/// additions:
///   clinic.prescription
///     doctor: not in the model, `Edm.String` in the document
///
/// 1 contradiction and 1 addition in 1 of 1 type",
/// );
/// # Ok::<(), odata_build::ReadError>(())
/// ```
///
/// The comparison includes all types that the given types refer to: base types, the types of properties, and the variants of polymorphic
/// enums. If several structs represent the same OData type, only the first struct that a breadth-first search of the given types finds is
/// compared.
#[derive(Debug, Clone)]
#[must_use]
pub struct Check<'d> {
    document: &'d Document,
    types: Vec<ValueType>,
}

impl<'d> Check<'d> {
    /// Creates a comparison with `document`. Use [`Self::model`] or [`Self::types`] to add Rust types to the comparison.
    pub fn new(document: &'d Document) -> Self {
        Self { document, types: Vec::new() }
    }

    /// Adds the Rust type `T`, and all types that `T` refers to, to the comparison.
    pub fn model<T: ODataValue>(self) -> Self {
        self.types([T::TYPE])
    }

    /// Adds several Rust types, and all types that these types refer to, to the comparison.
    pub fn types(mut self, types: impl IntoIterator<Item = ValueType>) -> Self {
        self.types.extend(types);
        self
    }

    /// Compares the added Rust types with the document and returns the differences.
    pub fn findings(&self) -> Findings {
        let model = Model::of(self.types.iter().copied());
        // The model can contain structs that a `Generator` created for the parameters of actions. The document doesn't declare types for
        // these structs.
        let (document, _) = self.document.with_parameters(|_| true);
        let service = Service::of(&document);
        let mut findings = Vec::new();
        for (name, metadata) in &model.structured {
            structured::check(&service, metadata, &mut Location::of_type(name, &mut findings));
        }
        for (name, metadata) in &model.enumerations {
            enumeration::check(&service, metadata, &mut Location::of_type(name, &mut findings));
        }
        Findings::new(findings, model.structured.len() + model.enumerations.len())
    }
}
