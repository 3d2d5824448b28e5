//! The generator option `computed`, which sets whether the service computes a property.

use odata_core::metadata::KeyAccess;

use super::pattern::matches;
use super::{GenerateError, Generator};
use crate::Document;
use crate::document::{Property, StructuredType};

/// The values of the generator option `computed`. For example, the pattern `clinic.ward/beds` with the Boolean `true`
/// specifies that the service computes the property `beds`. If several patterns match a property, the last pattern
/// applies.
#[derive(Debug, Clone, Default)]
pub(super) struct Computed {
    configured: Vec<(String, bool)>,
}

impl Computed {
    /// Checks whether the service computes a non-key property. Clients never send a computed property.
    pub(super) fn is_computed(&self, owner: &str, property: &Property) -> bool {
        if self.configured.is_empty() {
            return property.is_never_sent(false);
        }
        let name = format!("{owner}/{}", property.name);
        let mut latest_first = self.configured.iter().rev();
        latest_first
            .find(|(pattern, _)| matches(pattern, &name))
            .map_or_else(|| property.is_never_sent(false), |(_, is_computed)| *is_computed)
    }

    /// Returns an error if a pattern in the option `computed` matches no property of the document, or only key properties.
    pub(super) fn check(&self, document: &Document) -> Result<(), GenerateError> {
        for (pattern, _) in &self.configured {
            let mut matching = properties(document)
                .filter(|(owner, property)| is_match(pattern, owner, property))
                .map(|(owner, property)| owner.key.iter().any(|part| part.name == property.name))
                .peekable();
            if matching.peek().is_none() {
                return Err(GenerateError::NoSuchProperty(pattern.clone()));
            }
            if matching.all(|is_key| is_key) {
                return Err(GenerateError::InvalidOption {
                    text: pattern.clone(),
                    reason: "the pattern matches only key properties; use `key_access` or `--key` for key properties".to_owned(),
                });
            }
        }
        Ok(())
    }
}

pub(super) fn properties(document: &Document) -> impl Iterator<Item = (&StructuredType, &Property)> {
    let types = document.structured_types();
    types.flat_map(|owner| owner.properties.iter().map(move |property| (owner, property)))
}

pub(super) fn is_match(pattern: &str, owner: &StructuredType, property: &Property) -> bool {
    matches(pattern, &format!("{}/{}", owner.qualified_name, property.name))
}

impl Generator<'_> {
    /// Sets whether the service computes the properties that match a pattern, such as `clinic.ward/beds` or
    /// `*/createdDateTime`. You can call `computed` several times. If several patterns match a property, the pattern of
    /// the last call applies.
    ///
    /// Computed properties are omitted from request bodies. By default, a property is computed if the document annotates it with
    /// `Core.Computed`, or with `Core.Permissions` and the value `Read`. For key properties, use [`key_access`](Self::key_access). A
    /// pattern such as `clinic.ward/beds` refers to the type that declares the property, not to a derived type.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="ward"><Property Name="beds" Type="Edm.Int32" /></ComplexType>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// let source = Generator::new(&document).computed("clinic.ward/beds", true).source()?;
    /// assert!(source.contains("#[odata(computed)]\n        pub beds: Option<i32>,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn computed(mut self, pattern: impl Into<String>, is_computed: bool) -> Self {
        self.options.computed.configured.push((pattern.into(), is_computed));
        self
    }

    /// Checks whether the options `computed`, `not-computed` and `key`, or the annotations of the document, prevent clients
    /// from sending a property of the type `owner`.
    pub(crate) fn is_never_sent(&self, owner: &str, property: &Property, is_key: bool) -> bool {
        match self.options.keys.configured(owner).filter(|_| is_key) {
            Some(access) => access == KeyAccess::Computed,
            None if is_key => property.is_never_sent(true),
            None => self.options.computed.is_computed(owner, property),
        }
    }
}
