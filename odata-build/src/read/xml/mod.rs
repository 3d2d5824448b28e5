//! CSDL XML.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html>

mod annotations;
mod schema;
mod tree;

use std::collections::HashSet;

use super::assemble::Parts;
use super::{ReadError, is_known_version, unknown_version};
use crate::Document;
use crate::document::Reference;
use tree::Element;

/// The text, and the path to the element that is read: what an error needs.
struct Place<'t> {
    text: &'t str,
    path: String,
}

impl Place<'_> {
    fn inside(&self, name: &str) -> Self {
        let separator = if self.path.is_empty() { "" } else { "/" };
        Self { text: self.text, path: format!("{}{separator}{name}", self.path) }
    }

    fn error(&self, element: &Element, message: impl core::fmt::Display) -> ReadError {
        ReadError::at(self.text, element.position, &self.path, message)
    }

    /// The value of an attribute that has to be there.
    fn required<'e>(&self, element: &'e Element, name: &str) -> Result<&'e str, ReadError> {
        element
            .attribute(name)
            .ok_or_else(|| self.error(element, format_args!("`{}` has no `{name}`", element.name)))
    }

    /// Refuses elements of one name, as far as they have it in an attribute.
    fn distinct<'e>(
        &self,
        attribute: &str,
        elements: impl Iterator<Item = &'e Element>,
    ) -> Result<(), ReadError> {
        let mut names = HashSet::new();
        for element in elements {
            if let Some(name) = element.attribute(attribute)
                && !names.insert(name)
            {
                return Err(self.error(element, format_args!("`{name}` stands here twice")));
            }
        }
        Ok(())
    }

    fn boolean(&self, element: &Element, name: &str, default: bool) -> Result<bool, ReadError> {
        match element.attribute(name) {
            None => Ok(default),
            Some("true" | "1") => Ok(true),
            Some("false" | "0") => Ok(false),
            Some(other) => {
                Err(self.error(element, format_args!("`{name}` is `true` or `false`, not `{other}`")))
            }
        }
    }
}

pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let root = tree::read(text)?;
    let place = Place { text, path: String::new() };
    if root.name != "Edmx" {
        let message = format_args!("a document of CSDL begins with `edmx:Edmx`, not with `{}`", root.name);
        return Err(place.error(&root, message));
    }
    if let Some(version) = root.attribute("Version").filter(|version| !is_known_version(version)) {
        return Err(place.error(&root, unknown_version(version)));
    }
    let mut parts = Parts::default();
    for reference in root.children_named("Reference") {
        read_reference(&place, reference, &mut parts)?;
    }
    let services = || root.children_named("DataServices");
    let schemas = || services().flat_map(|services| services.children_named("Schema"));
    let is_earlier = |schema: &Element| {
        schema.attribute("xmlns").is_some_and(|xmlns| xmlns.starts_with("http://schemas.microsoft.com/ado/"))
    };
    if let Some(schema) = schemas().find(|schema| root.attribute("Version").is_none() && is_earlier(schema)) {
        return Err(place.error(schema, "a schema of an earlier version than OData 4"));
    }
    place.distinct("Namespace", schemas())?;
    // A name may have an alias that stands further below.
    for schema in schemas() {
        if let Some(alias) = schema.attribute("Alias") {
            parts.aliases.insert(alias, place.required(schema, "Namespace")?);
        }
    }
    for schema in schemas() {
        schema::read(&place, schema, &mut parts)?;
    }
    Ok(parts.assemble())
}

fn read_reference(place: &Place<'_>, element: &Element, parts: &mut Parts) -> Result<(), ReadError> {
    let mut reference = Reference { uri: place.required(element, "Uri")?.to_owned(), ..Reference::default() };
    for include in element.children_named("Include") {
        let namespace = place.required(include, "Namespace")?;
        reference.namespaces.push(namespace.to_owned());
        if let Some(alias) = include.attribute("Alias") {
            parts.aliases.insert(alias, namespace);
            reference.aliases.insert(alias.to_owned(), namespace.to_owned());
        }
    }
    parts.document.references.push(reference);
    Ok(())
}
