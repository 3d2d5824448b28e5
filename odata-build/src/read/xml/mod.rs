//! Parsing of CSDL XML.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html>

mod annotations;
mod container;
mod context;
mod extensions;
mod property;
mod reference;
mod schema;
mod tree;

use super::assemble::Parts;
use super::problems::Problems;
use super::{ReadError, unknown_version};
use crate::Document;
use crate::document::{Aliases, Problem, Version};
use context::Context;
use tree::Element;

pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let root = tree::read(text)?;
    let problems = Problems::new(text);
    let mut parts = Parts { aliases: aliases(&root), ..Parts::default() };
    let context = Context::new(&problems, &parts.aliases);
    parts.document.version = check_root(&context, &root)?;
    let (references, schemas) = (root.children_named("Reference"), || schemas(&root));
    parts.document.references =
        references.filter_map(|reference| reference::read(&context, reference)).collect();
    for (namespace, schema) in
        schemas().filter_map(|schema| Some((context.required(schema, "Namespace")?, schema)))
    {
        let is_duplicate = parts.document.schemas.iter().any(|other| other.namespace == namespace);
        if is_duplicate {
            context.warn(schema, Problem::DuplicateSchema { namespace: namespace.to_owned() });
        }
        let schema = schema::read(&context.inside(namespace), schema, namespace, &mut parts.targets);
        parts.document.push_schema(schema);
    }
    extensions::report(&problems, &root, false);
    Ok(parts.assemble(problems))
}

fn schemas(root: &Element) -> impl Iterator<Item = &Element> {
    root.children_named("DataServices").flat_map(|services| services.children_named("Schema"))
}

/// Returns the namespace aliases of the document. The aliases are read before all other elements, because a document can use an alias
/// before it declares the alias.
fn aliases(root: &Element) -> Aliases {
    let mut aliases = Aliases::default();
    let includes = root.children_named("Reference").flat_map(|reference| reference.children_named("Include"));
    for element in includes.chain(schemas(root)) {
        if let (Some(alias), Some(namespace)) = (element.attribute("Alias"), element.attribute("Namespace")) {
            aliases.insert(alias, namespace);
        }
    }
    aliases
}

/// Returns the version of the document. Returns an error if the document isn't CSDL of OData 4.0 or 4.01.
fn check_root(context: &Context<'_>, root: &Element) -> Result<Version, ReadError> {
    if root.name != "Edmx" {
        let message = format!("the root element must be `edmx:Edmx`, not `{}`", root.name);
        return Err(context.error(root, message));
    }
    if let Some(version) = root.attribute("Version") {
        return Version::parse(version).ok_or_else(|| context.error(root, unknown_version(version)));
    }
    let is_earlier = |schema: &&Element| {
        schema.attribute("xmlns").is_some_and(|xmlns| xmlns.starts_with("http://schemas.microsoft.com/ado/"))
    };
    match schemas(root).find(is_earlier) {
        Some(schema) => {
            Err(context.error(schema, "the namespace of the schema belongs to an OData version before 4"))
        }
        None => Ok(Version::default()),
    }
}
