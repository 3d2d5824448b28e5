//! The annotations of a schema element.

use super::{Annotation, Expression};

/// The annotations of an element, such as a type, a property or an enumeration member.
///
/// Several annotations of the vocabulary `Org.OData.Core.V1` have a dedicated field. Annotations without a dedicated field are in
/// [`others`](Self::others).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotations {
    /// The description of the element (`Org.OData.Core.V1.Description`).
    pub description: Option<String>,
    /// The long description of the element (`Org.OData.Core.V1.LongDescription`).
    pub long_description: Option<String>,
    /// The deprecation of the element (`Org.OData.Core.V1.Revisions` with the kind `Deprecated`).
    pub deprecation: Option<Deprecation>,
    /// Whether the service computes the value of the property (`Org.OData.Core.V1.Computed`).
    pub is_computed: bool,
    /// Whether clients can read but not change the property (`Org.OData.Core.V1.Permissions` with the value `Read`).
    pub is_read_only: bool,
    /// Whether clients can set the property only when they create an entity (`Org.OData.Core.V1.Immutable`).
    pub is_immutable: bool,
    /// All annotations without a dedicated field, in document order. An annotation with a dedicated field is also in `others` if the field
    /// can't represent all details of the annotation.
    pub others: Vec<Annotation>,
}

/// The deprecation of a schema element, such as a property.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// The description of the deprecation, which often recommends an alternative.
    pub description: Option<String>,
    /// The version of the schema in which the element was deprecated.
    pub version: Option<String>,
    /// The date on which the element is removed, such as `2026-04-10`.
    pub removal_date: Option<String>,
}

impl Annotations {
    /// Returns the value of the annotation with the qualified term name `term` in [`others`](Self::others). Annotations with a qualifier
    /// are ignored.
    pub(crate) fn value_of(&self, term: &str) -> Option<&Expression> {
        let matches = |annotation: &&Annotation| annotation.term == term && annotation.qualifier.is_none();
        self.others.iter().find(matches).map(|annotation| &annotation.value)
    }

    /// Checks whether the element has no annotations.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the terms of annotations, such as `Org.OData.Core.V1.Description`, that occur in both `self` and
    /// `other`, but with different values.
    pub(crate) fn conflicts(&self, other: &Self) -> Vec<String> {
        let differ =
            |own: &Option<String>, other: &Option<String>| own.is_some() && other.is_some() && own != other;
        let deprecations = (&self.deprecation, &other.deprecation);
        let fields = [
            ("Description", differ(&self.description, &other.description)),
            ("LongDescription", differ(&self.long_description, &other.long_description)),
            ("Revisions", matches!(deprecations, (Some(own), Some(other)) if own != other)),
        ];
        let fields = fields.into_iter().filter(|(_, differ)| *differ);
        let fields = fields.map(|(term, _)| format!("Org.OData.Core.V1.{term}"));
        let differs =
            |one: &&Annotation| other.others.iter().any(|other| one.is_same(other) && **one != *other);
        let annotations = self.others.iter().filter(differs).map(|annotation| annotation.term.clone());
        let mut conflicts: Vec<_> = fields.chain(annotations).collect();
        // An annotation with details that its dedicated field can't represent is in the field and in `others`.
        conflicts.sort();
        conflicts.dedup();
        conflicts
    }

    /// Adds the annotations of `other` to `self`. If both `self` and `other` have an annotation with the same term, the annotation of
    /// `self` is preserved.
    pub(crate) fn merge(&mut self, other: Self) {
        let Self {
            description,
            long_description,
            deprecation,
            is_computed,
            is_read_only,
            is_immutable,
            others,
        } = other;
        self.description = self.description.take().or(description);
        self.long_description = self.long_description.take().or(long_description);
        self.deprecation = self.deprecation.take().or(deprecation);
        self.is_computed |= is_computed;
        self.is_read_only |= is_read_only;
        self.is_immutable |= is_immutable;
        let is_new = |other: &Annotation| {
            !self.others.iter().any(|one| one.term == other.term && one.qualifier == other.qualifier)
        };
        let new: Vec<_> = others.into_iter().filter(is_new).collect();
        self.others.extend(new);
    }
}
