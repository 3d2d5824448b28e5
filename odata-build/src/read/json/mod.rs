//! CSDL JSON.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-json/v4.01/odata-csdl-json-v4.01.html>

mod annotations;
mod node;
mod place;
mod schema;

use super::assemble::Parts;
use super::{ReadError, is_known_version, unknown_version};
use crate::Document;
use crate::document::Reference;
use node::{Member, Node, Object};
use place::Place;

pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let place = &Place::new(text);
    let root = Node::root(text).map_err(|error| place.syntax_error(&error))?;
    let document = place.object("CSDL", root)?;
    let version = place.required(&document, "$Version")?;
    if !is_known_version(&version) {
        return Err(place.error(document.position, unknown_version(&version)));
    }
    let mut parts = Parts::default();
    if let Some(references) = document.get("$Reference") {
        read_references(&place.inside("$Reference"), references, &mut parts)?;
    }
    let schemas = schemas(place, &document)?;
    // A name may have an alias that stands further below.
    for (namespace, schema) in &schemas {
        if let Some(alias) = place.inside(namespace).optional(schema, "$Alias")? {
            parts.aliases.insert(&alias, namespace);
        }
    }
    for (namespace, schema) in &schemas {
        schema::read(place, namespace, schema, &mut parts)?;
    }
    Ok(parts.assemble())
}

fn schemas<'d, 't>(
    place: &Place<'t>,
    document: &'d Object<'t>,
) -> Result<Vec<(&'d str, Object<'t>)>, ReadError> {
    let schema = |member: &'d Member<'t>| {
        let namespace = &*member.name;
        Ok((namespace, place.inside(namespace).object(namespace, member.value)?))
    };
    document.elements().map(schema).collect()
}

fn read_references<'t>(place: &Place<'t>, references: Node<'t>, parts: &mut Parts) -> Result<(), ReadError> {
    for member in place.object("$Reference", references)?.members {
        if member.name.starts_with('@') {
            continue;
        }
        let place = &place.inside(&member.name);
        let mut reference = Reference { uri: member.name.clone().into_owned(), ..Reference::default() };
        let object = place.object(&member.name, member.value)?;
        let includes = object.get("$Include").map(|includes| place.array("$Include", includes));
        for include in includes.transpose()?.unwrap_or_default() {
            let include = place.object("$Include", include)?;
            let namespace = place.required(&include, "$Namespace")?;
            if let Some(alias) = place.optional(&include, "$Alias")? {
                parts.aliases.insert(&alias, &namespace);
                reference.aliases.insert(alias, namespace.clone());
            }
            reference.namespaces.push(namespace);
        }
        parts.document.references.push(reference);
    }
    Ok(())
}
