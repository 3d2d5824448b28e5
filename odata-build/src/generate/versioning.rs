//! The options for versions of types, and for polymorphic values.

use super::Generator;

impl Generator<'_> {
    /// Generates one struct for all versions of a type, instead of one for each version and an enum of them.
    ///
    /// A version is a type that derives from another one whose qualified name differs in the version only, which is the last segment of the
    /// namespace: `Chassis.v1_1_0.Chassis` derives from `Chassis.v1_0_0.Chassis`, and this one from `Chassis.Chassis`. The struct has the
    /// properties of all versions and the name of the oldest one. It reads values of every version, also of versions that aren't in the document,
    /// and preserves the name in `@odata.type`.
    ///
    /// Patterns and names in other options are those of the merged types. [`Document::merge_versions`](crate::Document::merge_versions) returns
    /// a document with these types.
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

    /// Gives each polymorphic enum a variant for every type that derives from its type, directly or not. Without this, a variant contains
    /// the enum of a directly derived type if other types derive from that one.
    ///
    /// Versions of one type are always variants of one enum: Redfish has types with 30 versions, each derived from the previous one.
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

    /// Sets whether the entities of navigation properties are `Related<T>`, or `T` or `Box<T>`.
    ///
    /// `Related` stops the compiler from following navigation properties from type to type, which fails with `overflow while adding drop-check
    /// rules` or `overflow evaluating the requirement` if many entity types refer to each other. By default, a model uses it for all navigation
    /// properties if the compiler would get too deep otherwise.
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
