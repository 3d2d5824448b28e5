//! Parsing of CSDL JSON.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-json/v4.01/odata-csdl-json-v4.01.html>

mod annotations;
mod container;
mod context;
mod node;
mod property;
mod reference;
mod schema;

use super::assemble::Parts;
use super::problems::Problems;
use super::{ReadError, unknown_version};
use crate::Document;
use crate::document::{Aliases, Problem, Version};
use context::Context;
use node::{Kind, Member, Node};

pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    let problems = Problems::new(text);
    let no_aliases = Aliases::default();
    let context = Context::new(&problems, &no_aliases);
    let root = Node::root(text).map_err(|error| syntax_error(text, &error))?;
    let (members, version) = root_members(&context, root)?;
    let aliases = aliases(&members);
    let mut parts = Parts { aliases, ..Parts::default() };
    parts.document.version = version;
    let context = Context::new(&problems, &parts.aliases);
    for member in &members {
        match &*member.name {
            "$Reference" => {
                let references = reference::read(&context.inside("$Reference"), member.value);
                parts.document.references.extend(references);
            }
            // The schema declares the entity container, so `$EntityContainer` isn't needed.
            "$Version" | "$EntityContainer" => {}
            _ if member.is_element() => {
                read_schema(&context, member, &mut parts.document, &mut parts.targets);
            }
            name => problems.push_extension(member.position, "CSDL", name),
        }
    }
    Ok(parts.assemble(problems))
}

/// Converts a syntax error of `serde_json` to a [`ReadError`] with the line and column of the error.
fn syntax_error(text: &str, error: &serde_json::Error) -> ReadError {
    let lines_before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let position = lines_before.map(str::len).sum::<usize>();
    let message = error.to_string();
    let context = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&context).unwrap_or(&message);
    ReadError::at(text, position, "", format_args!("{message} at column {}", error.column()))
}

/// Returns the members of a document's root object, such as `$Version` and the schemas, and the version of the document.
/// If several schemas have the same namespace, all of them are returned. Returns an error instead of the members if the
/// document isn't CSDL of OData 4.0 or 4.01.
fn root_members<'t>(
    context: &Context<'_, 't>,
    root: Node<'t>,
) -> Result<(Vec<Member<'t>>, Version), ReadError> {
    if root.kind() != Kind::Object {
        return Err(
            context.error(root.position, format_args!("CSDL must be a JSON object, not {}", root.kind()))
        );
    }
    let mut members = context.members("CSDL", root).unwrap_or_default();
    let mut names = std::collections::HashSet::new();
    members.retain(|member| {
        let is_first = names.insert(member.name.clone()) || member.is_element();
        if !is_first {
            context.warn(member.position, Problem::DuplicateName { name: member.name.clone().into_owned() });
        }
        is_first
    });
    let version = members.iter().find(|member| member.name == "$Version").map(|member| member.value);
    let version = version.ok_or_else(|| context.error(root.position, "`$Version` is missing"))?;
    match version.string().ok().filter(|_| version.kind() == Kind::String) {
        Some(text) => match Version::parse(&text) {
            Some(version) => Ok((members, version)),
            None => Err(context.error(root.position, unknown_version(&text))),
        },
        None => Err(context
            .error(version.position, format_args!("`$Version` must be a string, not {}", version.kind()))),
    }
}

/// Returns the namespace aliases of the document. The aliases are read before all other elements, because a document can use an alias
/// before it declares the alias.
fn aliases(members: &[Member<'_>]) -> Aliases {
    let text = String::new();
    let (problems, none) = (Problems::new(&text), Aliases::default());
    let mut aliases = Aliases::default();
    // Problems are ignored in this step, because they are reported when the elements are read completely.
    let context = Context::new(&problems, &none);
    for member in members {
        if member.name == "$Reference" {
            for include in reference::read(&context, member.value).iter().flat_map(|one| &one.includes) {
                if let Some(alias) = &include.alias {
                    aliases.insert(alias, &include.namespace);
                }
            }
        } else if member.is_element()
            && let Some(object) = context.object(&member.name, member.value)
            && let Some(alias) = context.optional(&object, "$Alias")
        {
            aliases.insert(&alias, &member.name);
        }
    }
    aliases
}

fn read_schema<'t>(
    context: &Context<'_, 't>,
    member: &Member<'t>,
    document: &mut Document,
    targets: &mut Vec<(String, crate::document::Annotations)>,
) {
    let namespace = &*member.name;
    if document.schemas.iter().any(|schema| schema.namespace == namespace) {
        context.warn(member.position, Problem::DuplicateSchema { namespace: namespace.to_owned() });
    }
    let context = &context.inside(namespace);
    if let Some(object) = context.object(namespace, member.value) {
        document.push_schema(schema::read(context, namespace, &object, targets));
    }
}
