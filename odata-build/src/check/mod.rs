//! Comparison of the Rust types of a model with a CSDL document.

mod container;
mod enumeration;
mod findings;
mod key;
mod operation;
mod overload;
mod overloads;
mod properties;
mod property;
mod sentinels;
mod service;
mod structured;

pub use findings::{Finding, Findings, Severity};

use odata_core::metadata::{Container, Operation, ValueType};
use odata_core::{ODataOperation, ODataValue};

use crate::model::Model;
use crate::{Configuration, Document, Generator};
use findings::Location;
use service::Service;

/// A comparison of the Rust types, operations and entity containers of a model with the CSDL document of a service.
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
/// `Check` also compares all types that an added type, [operation](Self::operations) or [entity
/// container](Self::container) refers to. For example, if you add `Prescription`, its base type, the types of its
/// properties and the variants of polymorphic enums are also compared. If several structs represent the same OData
/// type, only the first struct that a breadth-first search finds is compared.
#[derive(Debug, Clone)]
#[must_use]
pub struct Check<'d> {
    document: &'d Document,
    /// The options with which the model was generated.
    options: Generator<'d>,
    types: Vec<ValueType>,
    operations: Vec<&'static Operation>,
    containers: Vec<&'static Container>,
}

impl<'d> Check<'d> {
    /// Creates a comparison with `document`. Use [`Self::model`], [`Self::operations`] and [`Self::container`] to add Rust types,
    /// operations and entity containers to the comparison.
    pub fn new(document: &'d Document) -> Self {
        Self {
            document,
            options: Generator::new(document),
            types: Vec::new(),
            operations: Vec::new(),
            containers: Vec::new(),
        }
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

    /// Adds the action or function `O`, and all types that it refers to, to the comparison.
    ///
    /// If you add at least one operation, the check also reports operations of the document that are missing in the model
    /// as [additions](Severity::Addition). For example, an operation that is bound to `clinic.ward` is reported only if
    /// the model contains the type `clinic.ward`. A missing unbound operation is reported only if you add another
    /// overload of the operation.
    ///
    /// ```
    /// use odata_build::{Check, Document};
    /// use odata_core::{ODataAction, ODataEntity};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "clinic")]
    /// struct Ward {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataAction)]
    /// #[odata(namespace = "clinic", binding = "Ward")]
    /// struct Close {
    ///     reason: String,
    /// }
    ///
    /// let document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="ward">
    ///            <Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />
    ///          </EntityType>
    ///          <Action Name="close" IsBound="true">
    ///            <Parameter Name="it" Type="clinic.ward" Nullable="false" />
    ///            <Parameter Name="reason" Type="Edm.Int32" Nullable="false" />
    ///          </Action>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let findings = Check::new(&document).operation::<Close>().findings();
    /// let messages: Vec<String> = findings.iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     messages,
    ///     ["contradiction at `clinic.close(clinic.ward,Edm.String)/reason`: `Edm.Int32` in the document, `Edm.String` in the model"],
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    pub fn operation<O: ODataOperation>(self) -> Self {
        self.operations([O::METADATA])
    }

    /// Adds several actions and functions, and all types that they refer to, to the comparison. For a model that was generated with
    /// [`Generator::operations`](crate::Generator::operations), pass the constant `OPERATIONS` of each module `operations`:
    /// `check.operations(graph::operations::OPERATIONS.iter().copied())`.
    pub fn operations(mut self, operations: impl IntoIterator<Item = &'static Operation>) -> Self {
        self.operations.extend(operations);
        self
    }

    /// Adds an entity container, its entity types, and the operations of its imports to the comparison:
    /// `check.container(GraphService::METADATA)`. Import the trait `odata_core::ODataContainer` to use the constant `METADATA`.
    pub fn container(mut self, container: &'static Container) -> Self {
        self.containers.push(container);
        self
    }

    /// Allows the model to send properties (`NS.Type/property`) that match a pattern, even if the document annotates them as
    /// computed or read-only. Use this method for the patterns of the generator option `not-computed`
    /// ([`Generator::computed`] with the value `false`). You can call `not_computed` several times.
    ///
    /// ```
    /// use odata_build::{Check, Document};
    /// use odata_core::ODataComplex;
    ///
    /// #[derive(ODataComplex)]
    /// #[odata(namespace = "clinic")]
    /// struct Ward {
    ///     beds: Option<i32>,
    /// }
    ///
    /// let document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="ward">
    ///          <Property Name="beds" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>
    ///        </ComplexType></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let check = Check::new(&document).model::<Ward>();
    /// assert!(check.findings().has_contradictions());
    /// assert!(check.not_computed("clinic.ward/beds").findings().is_empty());
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    pub fn not_computed(mut self, pattern: impl Into<String>) -> Self {
        self.options = self.options.computed(pattern, false);
        self
    }

    /// Applies the options with which the model was generated, for example from `odata-build.toml`. If the option
    /// `not-computed` or `key` allows clients to send a property, the property isn't reported because the document
    /// annotates it as computed. Other options have no effect.
    ///
    /// ```
    /// use odata_build::{Check, Configuration, Document};
    ///
    /// # let document = Document::default();
    /// let mut configuration = Configuration::default();
    /// configuration.set("not-computed", "clinic.ward/beds")?;
    /// let check = Check::new(&document).configure(&configuration);
    /// # assert!(check.findings().is_empty());
    /// # Ok::<(), odata_build::ConfigurationError>(())
    /// ```
    pub fn configure(mut self, configuration: &Configuration) -> Self {
        self.options = self.options.configure(configuration);
        self
    }

    /// Compares the added Rust types, operations and entity containers with the document and returns the differences.
    pub fn findings(&self) -> Findings {
        let Self { document, options, types, operations, containers } = self;
        let model = Model::of(types.iter().copied(), operations.iter().copied(), containers.iter().copied());
        let service = Service::of(document, options);
        let mut findings = Vec::new();
        for (name, metadata) in &model.structured {
            structured::check(&service, metadata, &mut Location::of_type(name, &mut findings));
        }
        for (name, metadata) in &model.enumerations {
            enumeration::check(&service, metadata, &mut Location::of_type(name, &mut findings));
        }
        overloads::check(&service, &model, &mut findings);
        for (name, metadata) in &model.containers {
            container::check(&service, metadata, &mut Location::of_type(name, &mut findings));
        }
        Findings::new(findings, &model)
    }
}
