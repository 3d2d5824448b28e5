//! Merging of all versions of a type, such as `Chassis.v1_0_0.Chassis` and `Chassis.v1_1_0.Chassis`, into one type.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Warning;
use super::versions::{is_version, version_number, version_of};
use crate::Document;
use crate::document::{Index, Property, StructuredType, TypeReference};

/// A document in which all versions of a type are merged into one type.
pub(super) struct Merged {
    pub(super) document: Document,
    /// The qualified names of merged types. A type with a version in its namespace, such as `Chassis.v1_0_0.Chassis`,
    /// is in `types` even if the document contains only one version, because the service may add newer versions.
    pub(super) types: BTreeSet<String>,
    pub(super) warnings: Vec<Warning>,
}

impl Document {
    /// Returns a copy of the document in which all versions of a type are merged into one type with the properties of all versions.
    ///
    /// A type is a version of its base type if their qualified names differ only in the version, which is the last segment of the
    /// namespace. For example, in Redfish, `Chassis.v1_1_0.Chassis` is a version of its base type `Chassis.v1_0_0.Chassis`, which is a
    /// version of `Chassis.Chassis`. The merged type has the name of the oldest version.
    ///
    /// [`Generator::merge_versions`](crate::Generator::merge_versions) generates a model from the merged document. To check a model with
    /// merged types, pass the merged document to [`Check`](crate::Check).
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices>
    ///          <Schema Namespace="clinic.v1"><ComplexType Name="dose"><Property Name="unit" Type="Edm.String" /></ComplexType></Schema>
    ///          <Schema Namespace="clinic.v2"><ComplexType Name="dose" BaseType="clinic.v1.dose">
    ///            <Property Name="amount" Type="Edm.Int32" />
    ///          </ComplexType></Schema>
    ///        </DataServices></Edmx>"#,
    /// )?;
    /// let merged = document.merge_versions();
    /// assert_eq!(merged.structured_type("clinic.v1.dose").unwrap().properties.len(), 2);
    /// assert_eq!(merged.structured_type("clinic.v2.dose"), None);
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn merge_versions(&self) -> Self {
        merge_versions(self.clone()).document
    }
}

/// Merges all versions of a type, such as `Chassis.v1_0_0.Chassis` and `Chassis.v1_1_0.Chassis`, into one type with the
/// name of the oldest version.
pub(super) fn merge_versions(mut document: Document) -> Merged {
    let oldest = oldest_versions(&document);
    document.for_each_type_name(&|name| {
        if let Some(oldest) = oldest.get(name) {
            oldest.clone_into(name);
        }
    });
    let mut newer: HashMap<&str, Vec<StructuredType>> = HashMap::new();
    for schema in &mut document.schemas {
        for structured in std::mem::take(&mut schema.structured_types) {
            match oldest.get(&structured.qualified_name) {
                Some(oldest) => newer.entry(oldest).or_default().push(structured),
                None => schema.structured_types.push(structured),
            }
        }
    }
    let (mut types, mut warnings) = (BTreeSet::new(), Vec::new());
    for structured in document.schemas.iter_mut().flat_map(|schema| &mut schema.structured_types) {
        let mut versions = newer.remove(structured.qualified_name.as_str()).unwrap_or_default();
        if !versions.is_empty() || version_of(&structured.qualified_name).is_some() {
            types.insert(structured.qualified_name.clone());
        }
        versions.sort_by_key(|version| version_number(&version.qualified_name));
        for version in versions {
            structured.merge_version(version, &mut warnings);
        }
    }
    Merged { document, types, warnings }
}

/// Returns a map from the qualified name of each newer version of a type to the qualified name of the oldest version.
fn oldest_versions(document: &Document) -> HashMap<String, String> {
    let index = Index::of(document);
    let previous = |structured: &&StructuredType| {
        let base = *index.structured_types.get(structured.base.as_deref()?)?;
        let is_version = is_version(&structured.qualified_name, &base.qualified_name);
        (is_version && base.kind == structured.kind).then_some(base)
    };
    let newer = document.structured_types().filter_map(|structured| {
        let mut seen = HashSet::new();
        let mut chain = core::iter::successors(previous(&structured), previous);
        // Types in an inheritance cycle have no oldest version.
        let oldest = chain.by_ref().take_while(|base| seen.insert(&base.qualified_name)).last()?;
        let is_cycle = previous(&oldest).is_some();
        (!is_cycle).then(|| (structured.qualified_name.clone(), oldest.qualified_name.clone()))
    });
    newer.collect()
}

impl StructuredType {
    /// Adds the properties and annotations of a newer version of a type to the merged type.
    fn merge_version(&mut self, version: Self, warnings: &mut Vec<Warning>) {
        self.is_abstract &= version.is_abstract;
        self.is_open |= version.is_open;
        self.has_stream |= version.has_stream;
        if self.key.is_empty() {
            self.key = version.key;
        }
        self.annotations.merge(version.annotations);
        for (name, annotations) in version.inherited_annotations {
            match self.properties.iter_mut().find(|property| property.name == name) {
                Some(property) => property.annotations.merge(annotations),
                None => self.inherited_annotations.entry(name).or_default().merge(annotations),
            }
        }
        for property in version.properties {
            let Some(other) = self.properties.iter_mut().find(|other| other.name == property.name) else {
                self.properties.push(property);
                continue;
            };
            if !other.merge_version(&property) {
                warnings.push(Warning::ConflictingVersions {
                    element: format!("{}/{}", self.qualified_name, property.name),
                    version: version.qualified_name.clone(),
                });
                *other = Property {
                    name: property.name,
                    value_type: TypeReference {
                        name: "Edm.Untyped".to_owned(),
                        is_nullable: true,
                        ..TypeReference::default()
                    },
                    ..Property::default()
                };
            }
        }
    }
}

impl Property {
    /// Merges a property with the same property in a newer version of the type. The merged property is nullable if the
    /// property is nullable in at least one of the two versions. Returns `false` if the property can't be merged,
    /// because the two versions declare it with different types, such as `Edm.String` and `Edm.Int32`.
    fn merge_version(&mut self, version: &Self) -> bool {
        let (own, other) = (&mut self.value_type, &version.value_type);
        own.is_nullable |= other.is_nullable;
        own.is_nullability_unspecified |= other.is_nullability_unspecified;
        own.name == "Edm.Untyped"
            || (own.name == other.name
                && own.is_collection == other.is_collection
                && self.is_navigation == version.is_navigation)
    }
}
