//! The parameters of actions, as complex types: a `POST` has them in its body.

use std::collections::HashSet;

use crate::Document;
use crate::document::{
    Action, Property, Remarks, StructuredKind, StructuredType, last_segment, namespace_of,
};

/// A document with a complex type for the parameters of each action that is asked for: bound to such a type, or of such a name.
pub(super) fn with_parameters(
    document: &Document,
    is_asked: impl Fn(&str) -> bool,
) -> (Document, Vec<String>) {
    let mut extended = document.clone();
    let mut names = HashSet::new();
    for schema in &mut extended.schemas {
        names.extend(schema.structured_types.iter().map(|structured| structured.qualified_name.clone()));
        names.extend(schema.enumeration_types.iter().map(|enumeration| enumeration.qualified_name.clone()));
        let asked = schema.actions.iter().filter(|action| {
            let binding = action.binding_parameter().map(|parameter| &parameter.value_type.name);
            !action.body_parameters().is_empty() && is_asked(binding.unwrap_or(&action.qualified_name))
        });
        // Overloads that differ in what is not in their name: the first is as good as any.
        let new: Vec<_> =
            asked.map(parameters).filter(|new| names.insert(new.qualified_name.clone())).collect();
        schema.structured_types.extend(new);
    }
    let known: HashSet<&str> = document.structured_types().map(|known| &*known.qualified_name).collect();
    let added = extended.structured_types().map(|structured| &structured.qualified_name);
    let added = added.filter(|name| !known.contains(name.as_str())).cloned().collect();
    (extended, added)
}

/// `ediscoverySearchExportResultParameters` for the action `exportResult` of `ediscoverySearch`.
fn parameters(action: &Action) -> StructuredType {
    let name = last_segment(&action.qualified_name);
    let (owner, of) = action.binding_parameter().map_or_else(Default::default, owner);
    let name = if owner.is_empty() {
        name.to_owned()
    } else {
        format!("{owner}{}", super::naming::pascal_case(name))
    };
    let description = format!("The parameters of the action `{}`{of}.", action.qualified_name);
    StructuredType {
        kind: StructuredKind::Complex,
        qualified_name: format!("{}.{name}Parameters", namespace_of(&action.qualified_name)),
        base: None,
        is_abstract: false,
        is_open: false,
        has_stream: false,
        key: Vec::new(),
        properties: action.body_parameters().to_vec(),
        remarks: Remarks { description: Some(description), ..Remarks::default() },
    }
}

/// What a bound action is called on: as a part of a name, and in words.
fn owner(binding: &Property) -> (String, String) {
    let name = &binding.value_type.name;
    match (binding.value_type.is_collection, last_segment(name)) {
        (false, owner) => (owner.to_owned(), format!(" of `{name}`")),
        (true, owner) => (format!("{owner}Collection"), format!(" of a collection of `{name}`")),
    }
}
