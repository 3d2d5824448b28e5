//! Creation of CSDL documents from Rust types with OData derives.

use std::collections::BTreeMap;

use odata_core::ODataValue;
use odata_core::metadata::{Container, Operation, ValueType};

use super::{Document, from_constraints, from_operations, from_types};
use crate::model::Model;

impl Document {
    /// Creates a CSDL document from Rust types. The document declares the given types and all types that the given
    /// types refer to: base types, the types of properties, and the variants of polymorphic enums.
    ///
    /// Schemas are sorted by namespace, and types by name. If several Rust types have the same qualified name, the
    /// document declares only the first type that a breadth-first search finds.
    ///
    /// The derives provide no information about open types, media entities, descriptions and entity sets, so the document contains none of
    /// these elements. The underlying type of an enumeration is `Edm.Int32` if all member values fit into 32 bits, and `Edm.Int64`
    /// otherwise.
    ///
    /// A computed key property (`#[odata(key, computed)]`) has the annotation `Core.Computed`. An optional key property
    /// (`#[odata(key)]`) has the annotation `Core.ComputedDefaultValue`. A required key property
    /// (`#[odata(key = "required")]`) has neither `Core.Computed` nor `Core.ComputedDefaultValue`, because the client
    /// must send the key. For a derived type with `#[odata(base, key = "…")]`, the inherited key property is annotated
    /// in an element such as `<Annotations Target="NS.derived/id">`.
    ///
    /// For a dependent key property (`#[odata(key, dependent)]`), the navigation property to the parent entity has a
    /// `ReferentialConstraint`. The principal property is the key property of the parent with the same name, or the only
    /// key property of the parent. The document contains no `ReferentialConstraint` if the entity type has no navigation
    /// property to its parent, or several of them.
    #[must_use]
    pub fn of_model(types: impl IntoIterator<Item = ValueType>) -> Self {
        Self::of_service(types, [], [])
    }

    /// Creates a CSDL document from Rust types, actions and functions, and entity containers. The document also declares the operations
    /// that the containers import, and all types that the operations and containers refer to.
    ///
    /// The documentation of [`of_model`](Self::of_model) describes how types and their keys are declared. Every binding
    /// parameter has the name `bindingParameter`, because the derives provide no name. An action import or a function
    /// import is declared only if `containers` includes the entity container that contains the import. A schema can
    /// declare only one entity container; further containers of a namespace are ignored.
    ///
    /// ```
    /// use odata_build::Document;
    /// use odata_core::{ODataAction, ODataEntity, ODataOperation};
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
    ///     reason: Option<String>,
    /// }
    ///
    /// let document = Document::of_service([], [Close::METADATA], []);
    /// assert!(document.structured_type("clinic.ward").is_some());
    /// assert!(document.to_xml().contains(r#"<Action Name="close" IsBound="true">"#));
    /// ```
    #[must_use]
    pub fn of_service(
        types: impl IntoIterator<Item = ValueType>,
        operations: impl IntoIterator<Item = &'static Operation>,
        containers: impl IntoIterator<Item = &'static Container>,
    ) -> Self {
        let model = Model::of(types, operations, containers);
        let mut schemas = BTreeMap::new();
        for structured in model.structured.values() {
            let schema = from_types::schema(&mut schemas, structured.qualified_name());
            schema.alias = schema.alias.take().or_else(|| structured.alias().map(str::to_owned));
            schema.structured_types.push(from_types::structured(structured));
        }
        for enumeration in model.enumerations.values() {
            from_types::schema(&mut schemas, enumeration.qualified_name())
                .enumeration_types
                .push(from_types::enumeration(enumeration));
        }
        from_constraints::add(&mut schemas, &model);
        for operation in model.operations.values() {
            from_operations::add_operation(&mut schemas, operation);
        }
        for container in model.containers.values() {
            from_operations::add_container(&mut schemas, container);
        }
        Self { schemas: schemas.into_values().collect(), ..Self::default() }
    }

    /// Creates a CSDL document from the Rust type `T`. The document declares `T` and all types that `T` refers to.
    ///
    /// ```
    /// use odata_build::Document;
    /// use odata_core::ODataComplex;
    ///
    /// #[derive(ODataComplex)]
    /// #[odata(namespace = "clinic")]
    /// struct Dose {
    ///     unit: Option<String>,
    /// }
    ///
    /// let document = Document::of::<Dose>();
    /// let dose = document.structured_type("clinic.dose").unwrap();
    /// assert_eq!(dose.properties[0].value_type.name, "Edm.String");
    /// assert!(dose.properties[0].value_type.is_nullable);
    /// ```
    #[must_use]
    pub fn of<T: ODataValue>() -> Self {
        Self::of_model([T::TYPE])
    }
}
