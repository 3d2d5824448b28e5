//! The methods of [`Generator`] that change how types are generated.

use super::Generator;

impl Generator<'_> {
    /// Maps an OData type to an existing Rust type. For example, after `map_type("graph.Json", "Untyped")`, a property
    /// with the type `graph.Json` is generated as a field with the type `Option<Untyped>`, and a property with the type
    /// `Collection(graph.Json)` as a collection of `Untyped` values. A struct for the OData type is generated only if
    /// another type derives from the OData type.
    ///
    /// A type of odata-core or chrono can be specified by its name, such as `Untyped` or `DateTime<FixedOffset>`. A
    /// type of your own crate must be specified by its full path, such as `crate::Json`, and must implement
    /// `ODataValue`.
    ///
    /// Use this method for types that a service documents as arbitrary JSON, or to replace the default Rust type of a primitive type.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="graph">
    ///          <ComplexType Name="Json" />
    ///          <ComplexType Name="range">
    ///            <Property Name="values" Type="graph.Json" />
    ///            <Property Name="changed" Type="Edm.DateTimeOffset" />
    ///          </ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document)
    ///     .map_type("graph.Json", "Untyped")
    ///     .map_type("Edm.DateTimeOffset", "DateTime<FixedOffset>")
    ///     .source()?;
    /// assert!(source.contains("pub values: Option<Untyped>,"));
    /// assert!(source.contains("use chrono::{DateTime, FixedOffset};"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn map_type(mut self, qualified_name: impl Into<String>, rust_type: impl Into<String>) -> Self {
        self.options.type_map.insert(qualified_name.into(), rust_type.into());
        self
    }

    /// Generates collections without a `Nullable` facet as `Option<Vec<T>>` instead of `Option<Vec<Option<T>>>`,
    /// because their elements are never null. The setting applies to the types or properties that match a pattern, such
    /// as `clinic.*` or `clinic.ward/alerts`. You can call `non_null_elements` several times, with different patterns.
    ///
    /// By default, a collection without a `Nullable` facet is generated as `Option<Vec<Option<T>>>`, because clients
    /// can't assume a default value for the facet ([CSDL 4.01,
    /// 7.2.1](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Nullable)). Use
    /// `non_null_elements` if the service omits the `Nullable` facet but never returns null elements: `Option<Vec<T>>`
    /// is easier to use than `Option<Vec<Option<T>>>`. If the service returns a null element in spite of
    /// `non_null_elements`, deserialization of the generated `Option<Vec<T>>` fails. `non_null_elements` has no effect
    /// on collections with `Nullable="true"`, which are always generated as `Option<Vec<Option<T>>>`.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="dose"><Property Name="units" Type="Collection(Edm.String)" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let generator = Generator::new(&document);
    /// assert!(generator.source()?.contains("pub units: Option<Vec<Option<String>>>,"));
    /// let generator = generator.non_null_elements("clinic.*");
    /// assert!(generator.source()?.contains("pub units: Option<Vec<String>>,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn non_null_elements(mut self, pattern: impl Into<String>) -> Self {
        self.options.non_null_elements.push(pattern.into());
        self
    }

    /// Excludes types from the model if their qualified names match a pattern. Properties with an excluded type are
    /// generated as `Untyped`, and navigation properties to an excluded type are omitted. If a type of the model
    /// derives from an excluded type, the excluded type is still generated. Each call of `exclude` adds a pattern.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="internalState" />
    ///          <ComplexType Name="ward"><Property Name="state" Type="clinic.internalState" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).exclude("clinic.internal*").source()?;
    /// assert!(source.contains("pub state: Option<Untyped>,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exclude(mut self, pattern: impl Into<String>) -> Self {
        self.options.excluded.push(pattern.into());
        self
    }

    /// Sets the Rust name of a type. The name of the type in JSON (`@odata.type`) doesn't change.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="wardV2" /></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).rename("clinic.wardV2", "Ward").source()?;
    /// assert!(source.contains(r#"#[odata(namespace = "clinic", name = "wardV2")]"#));
    /// assert!(source.contains("pub struct Ward {"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rename(mut self, qualified_name: impl Into<String>, rust_name: impl Into<String>) -> Self {
        self.options.renames.types.insert(qualified_name.into(), rust_name.into());
        self
    }

    /// Sets the Rust name of the struct of an action or a function. The operation is identified by its qualified name and the types of all of
    /// its parameters, with the binding parameter first: `microsoft.graph.delta(Collection(microsoft.graph.user))`. The name has an effect only
    /// with [`operations`](Self::operations).
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="ward" />
    ///          <Action Name="close" IsBound="true">
    ///            <Parameter Name="it" Type="clinic.ward" Nullable="false" /><Parameter Name="reason" Type="Edm.String" />
    ///          </Action>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let generator = Generator::new(&document).operations();
    /// let source = generator.rename_operation("clinic.close(clinic.ward,Edm.String)", "CloseWard").source()?;
    /// assert!(source.contains("pub struct CloseWard {"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rename_operation(mut self, operation: impl Into<String>, rust_name: impl Into<String>) -> Self {
        self.options.renames.operations.insert(operation.into(), rust_name.into());
        self
    }

    /// Sets the Rust module of a namespace, such as `trippin` or `contoso::sales`. The module path is relative to the root of the generated
    /// source.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="Contoso.Clinic.V1"><ComplexType Name="ward" /></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let paths = Generator::new(&document).module("Contoso.Clinic.V1", "clinic").paths()?;
    /// assert_eq!(paths["Contoso.Clinic.V1.ward"], "clinic::Ward");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn module(mut self, namespace: impl Into<String>, path: impl Into<String>) -> Self {
        self.options.renames.modules.insert(namespace.into(), path.into());
        self
    }

    /// Adds a derive to the generated types that match a pattern. The derive is the name of a derive of the standard
    /// library, such as `Hash`, or the path of a macro, such as `::serde::Serialize`. If a polymorphic enum is
    /// generated for a type, the derive is also added to this enum. Each call of `derive` adds one derive.
    ///
    /// `Default` is added only to structs, because a generated enum has no default variant. `Copy` is added only to
    /// structs and to the enums of flags enumerations, because other enums contain a `Box` or a `String`.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="ward" /></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).derive("*", "Eq").omit_derive("*", "Default").source()?;
    /// assert!(source.contains("#[derive(Debug, Clone, PartialEq, ODataComplex, Eq)]"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn derive(mut self, pattern: impl Into<String>, derive: impl Into<String>) -> Self {
        self.options.derives.add(pattern.into(), derive.into());
        self
    }

    /// Omits a derive of the standard library, such as `Default`, from the types that match a pattern. Omitting `Clone`
    /// also omits `Copy`, and omitting `PartialEq` also omits `Eq`. Each call of `omit_derive` omits one derive.
    #[must_use]
    pub fn omit_derive(mut self, pattern: impl Into<String>, derive: impl Into<String>) -> Self {
        self.options.derives.omit(pattern.into(), derive.into());
        self
    }

    /// Adds `#[non_exhaustive]` to all generated structs and enums, except the structs of actions and functions, which
    /// other crates must be able to create. A library that exports a model with `#[non_exhaustive]` can add new
    /// properties and enumeration members without a breaking change.
    #[must_use]
    pub fn non_exhaustive(mut self) -> Self {
        self.options.is_non_exhaustive = true;
        self
    }

    /// Implements `Default` for the generated structs with the default values that the document declares (`DefaultValue`). Properties without
    /// a default value are `None`.
    ///
    /// A create request with `..Default::default()` contains the default values of the document, even if the service
    /// has changed its default values. Don't use `..Default::default()` in an update request, because the request would
    /// reset properties of the entity to their default values. Instead of an update request with default values, read
    /// the entity from the service, change it, and send only the changed properties (`changes_since`).
    ///
    /// If a default value is invalid or can't be written as a Rust expression, the generator ignores it and adds a
    /// [warning](crate::Warning::InvalidDefaultValue).
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="ward"><Property Name="beds" Type="Edm.Int32" DefaultValue="4" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).default_values().source()?;
    /// assert!(source.contains("impl Default for Ward {"));
    /// assert!(source.contains("beds: Some(4),"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn default_values(mut self) -> Self {
        self.options.has_default_values = true;
        self
    }

    /// Adds functions for alternate keys, such as `Patient::key_by_ssn`, to the structs of entity types. The function
    /// `key_by_ssn` returns an `odata_core::request::Key` with the alternate key `ssn`. A document declares alternate
    /// keys in `Core.AlternateKeys` annotations of entity types and entity sets.
    ///
    /// The generated functions require the `http` feature of odata-core. By default, alternate keys are only listed in the doc comments of
    /// entity types. An invalid alternate key is skipped with a [warning](crate::Warning::InvalidAlternateKey).
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="patient">
    ///            <Property Name="ssn" Type="Edm.String" />
    ///            <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
    ///              <Record><PropertyValue Property="Name" PropertyPath="ssn" /></Record>
    ///            </Collection></PropertyValue></Record></Collection></Annotation>
    ///          </EntityType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert!(Generator::new(&document).source()?.contains("/// Alternate key: `ssn`."));
    /// let source = Generator::new(&document).alternate_keys().source()?;
    /// assert!(source.contains("pub fn key_by_ssn(ssn: &str) -> ::odata_core::request::Key {"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn alternate_keys(mut self) -> Self {
        self.options.has_alternate_keys = true;
        self
    }

    /// Adds constants for inherited properties to the structs of derived types. For example, if `CaseOperation` derives
    /// from `Entity`, `CaseOperation::ID` is the same as `Entity::ID`.
    ///
    /// By default, the constant of a property exists only on the struct of the type that declares the property. No constant is added for an
    /// inherited property if the derived type already has a constant with the same name.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="room"><Property Name="floor" Type="Edm.Int32" /></ComplexType>
    ///          <ComplexType Name="ward" BaseType="clinic.room" />
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).inherited_constants().source()?;
    /// assert!(source.contains("pub const FLOOR: ::odata_core::TypedProperty<Room, Option<i32>> = Room::FLOOR;"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn inherited_constants(mut self) -> Self {
        self.options.has_inherited_constants = true;
        self
    }
}
