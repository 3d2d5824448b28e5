//! References to other documents.

use super::Annotations;

/// A reference to another CSDL document (`edmx:Reference`), with a list of the schemas and annotations that are included from that
/// document.
///
/// [CSDL XML, 3.3](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Reference)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// The URI of the referenced document.
    pub uri: String,
    /// The schemas that are included from the referenced document (`edmx:Include`).
    pub includes: Vec<Include>,
    /// The annotations that are included from the referenced document (`edmx:IncludeAnnotations`).
    pub included_annotations: Vec<IncludeAnnotations>,
    /// The annotations of the reference itself.
    pub annotations: Annotations,
}

/// A schema that is included from another document (`edmx:Include`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Include {
    /// The namespace of the included schema.
    pub namespace: String,
    /// The alias of the namespace (`Alias`): a short name that the document with the `edmx:Reference` can use instead
    /// of the namespace.
    pub alias: Option<String>,
    /// The annotations of the `edmx:Include` element.
    pub annotations: Annotations,
}

/// Annotations that are included from another document (`edmx:IncludeAnnotations`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IncludeAnnotations {
    /// The namespace of the terms of the included annotations (`TermNamespace`).
    pub term_namespace: String,
    /// The qualifier of the included annotations (`Qualifier`). If the qualifier is `None`, annotations with any qualifier and without a
    /// qualifier are included.
    pub qualifier: Option<String>,
    /// The namespace of the annotated elements (`TargetNamespace`). If the namespace is `None`, the annotations of elements in all
    /// namespaces are included.
    pub target_namespace: Option<String>,
}

impl Reference {
    /// Returns the namespaces of the included schemas.
    pub fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.includes.iter().map(|include| &*include.namespace)
    }
}
