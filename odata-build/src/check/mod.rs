//! A model held against a document: what would be misread, and what is new.

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
use findings::Place;
use service::Service;

/// Holds a model against the CSDL of its service.
///
/// A test of the library that has the model tells when the two part:
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
/// Every type that the given ones reach is held against the document: base types, the types of properties, the variants of
/// polymorphic values. Of two structs for one OData type that are reached, the nearer one is.
#[derive(Debug, Clone)]
#[must_use]
pub struct Check<'d> {
    document: &'d Document,
    types: Vec<ValueType>,
}

impl<'d> Check<'d> {
    /// A check against the document, as yet of no type.
    pub fn new(document: &'d Document) -> Self {
        Self { document, types: Vec::new() }
    }

    /// The same check of this type, too, and of all that it reaches.
    pub fn model<T: ODataValue>(self) -> Self {
        self.types([T::TYPE])
    }

    /// The same check of these types, too, and of all that they reach.
    pub fn types(mut self, types: impl IntoIterator<Item = ValueType>) -> Self {
        self.types.extend(types);
        self
    }

    /// What the document says differently, and what it has beyond the types.
    pub fn findings(&self) -> Findings {
        let model = Model::of(self.types.iter().copied());
        // A struct that a `Generator` made for the parameters of an action is none of the document's own types.
        let (document, _) = self.document.with_parameters(|_| true);
        let service = Service::of(&document);
        let mut findings = Vec::new();
        for (name, metadata) in &model.structured {
            structured::check(&service, metadata, &mut Place::of_type(name, &mut findings));
        }
        for (name, metadata) in &model.enumerations {
            enumeration::check(&service, metadata, &mut Place::of_type(name, &mut findings));
        }
        Findings::new(findings, model.structured.len() + model.enumerations.len())
    }
}
