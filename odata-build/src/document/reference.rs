//! References to other documents.

use super::Annotations;

/// A reference to another document (`edmx:Reference`), with the schemas and annotations that are used from it.
///
/// [CSDL XML, 3.3](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Reference)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// The URI of the document.
    pub uri: String,
    /// The schemas that are used from it.
    pub includes: Vec<Include>,
    /// The annotations that are used from it.
    pub included_annotations: Vec<IncludeAnnotations>,
    /// Annotations of the reference.
    pub annotations: Annotations,
}

/// A schema that is used from another document (`edmx:Include`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Include {
    /// The namespace of the schema.
    pub namespace: String,
    /// The alias that the document uses for the namespace.
    pub alias: Option<String>,
    /// Annotations of the include.
    pub annotations: Annotations,
}

/// Annotations that are used from another document (`IncludeAnnotations`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IncludeAnnotations {
    /// The namespace of the terms.
    pub term_namespace: String,
    /// The qualifier of the annotations. `None` includes annotations with any qualifier.
    pub qualifier: Option<String>,
    /// The namespace of the annotated elements. `None` includes annotations of all elements.
    pub target_namespace: Option<String>,
}

impl Reference {
    /// Returns the namespaces of the schemas that are used.
    pub fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.includes.iter().map(|include| &*include.namespace)
    }
}
