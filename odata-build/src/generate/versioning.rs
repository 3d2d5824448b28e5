//! The methods `merge_versions`, `flat_enums` and `related` of [`Generator`].

use super::Generator;

impl Generator<'_> {
    /// Generates one struct for all versions of a type, instead of a struct for each version and a polymorphic enum.
    ///
    /// A type is a version of its base type if their qualified names differ only in a segment such as `v1_1_0`. For
    /// example, `Chassis.v1_1_0.Chassis` is a version of its base type `Chassis.v1_0_0.Chassis`, which is a version of
    /// `Chassis.Chassis`. The generated struct has the properties of all versions and the name of the oldest version.
    /// The generated struct can represent values of every version, even of a version that is newer than the document.
    /// If the version of a value differs from the version of the struct, the `extra` field preserves the `@odata.type`
    /// of the value.
    ///
    /// Patterns and type names in other generator options must match the names of the merged types, such as
    /// `Chassis.Chassis`. Use [`Document::merge_versions`](crate::Document::merge_versions) to get the names of the
    /// merged types.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices>
    ///          <Schema Namespace="clinic.v1"><ComplexType Name="dose"><Property Name="unit" Type="Edm.String" /></ComplexType></Schema>
    ///          <Schema Namespace="clinic.v2"><ComplexType Name="dose" BaseType="clinic.v1.dose">
    ///            <Property Name="amount" Type="Edm.Int32" />
    ///          </ComplexType></Schema>
    ///        </DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).merge_versions().source()?;
    /// assert!(source.contains(r#"#[odata(namespace = "clinic.v1", any_version)]"#));
    /// assert_eq!(source.matches("pub struct").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn merge_versions(mut self) -> Self {
        self.options.merges_versions = true;
        self
    }

    /// Generates polymorphic enums with a variant for each directly or indirectly derived type. By default, an enum has
    /// variants only for directly derived types, and can contain other enums: if `doctor` has derived types, the
    /// variant `Doctor` of `AnyPerson` contains the enum `AnyDoctor`.
    ///
    /// The versions of a type, such as `Chassis.v1_1_0.Chassis`, are always variants of a single enum, with or without
    /// this option. Each version derives from the previous version, so nested enums would have a level for each
    /// version: 30 levels for some types of Redfish.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="person" />
    ///          <EntityType Name="doctor" BaseType="clinic.person" />
    ///          <EntityType Name="surgeon" BaseType="clinic.doctor" />
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).flat_enums().source()?;
    /// assert!(source.contains("Surgeon(Box<Surgeon>),"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn flat_enums(mut self) -> Self {
        self.options.is_flat = true;
        self
    }

    /// Sets whether related entities in navigation properties are generated as `Related<T>`, instead of `T` or `Box<T>`.
    ///
    /// Use `Related<T>` if the compiler reports `overflow while adding drop-check rules` or `overflow evaluating the
    /// requirement`. The compiler checks the types of navigation properties recursively, so it can report an overflow
    /// if many entity types refer to each other. By default, `Related<T>` is used for all navigation properties if the
    /// nesting of the types would exceed the recursion limit of the compiler.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <EntityType Name="ward"><NavigationProperty Name="beds" Type="Collection(clinic.bed)" /></EntityType>
    ///          <EntityType Name="bed"><NavigationProperty Name="ward" Type="clinic.ward" /></EntityType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert!(Generator::new(&document).source()?.contains("pub beds: Option<Vec<Bed>>,"));
    /// let source = Generator::new(&document).related(true).source()?;
    /// assert!(source.contains("pub beds: Option<Vec<Related<Bed>>>,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn related(mut self, is_used: bool) -> Self {
        self.options.has_related = Some(is_used);
        self
    }
}
