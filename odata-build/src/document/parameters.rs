//! Complex types for the parameters of actions, which are sent in the body of a `POST` request.

use std::collections::{BTreeMap, HashSet};

use super::{
    Action, Annotations, Document, Property, StructuredKind, StructuredType, last_segment, namespace_of,
};

impl Document {
    /// Returns a copy of the document with an additional complex type for the parameters of each selected action, and the qualified names
    /// of the additional types. Calls `is_selected` with the name of the type that an action is bound to, or with the name of an unbound
    /// action.
    pub(crate) fn with_parameters(&self, is_selected: impl Fn(&str) -> bool) -> (Self, Vec<String>) {
        let mut extended = self.clone();
        let (mut names, mut added) = (HashSet::new(), Vec::new());
        for schema in &mut extended.schemas {
            names.extend(schema.structured_types.iter().map(|structured| structured.qualified_name.clone()));
            names.extend(schema.enumeration_types.iter().map(|item| item.qualified_name.clone()));
            let selected = schema.actions.iter().filter(|action| {
                let binding = action.binding_parameter().map(|parameter| &parameter.value_type.name);
                !action.body_parameters().is_empty() && is_selected(binding.unwrap_or(&action.qualified_name))
            });
            let new: Vec<_> = selected.map(parameters).map(|new| with_new_name(new, &mut names)).collect();
            added.extend(new.iter().map(|new| new.qualified_name.clone()));
            schema.structured_types.extend(new);
        }
        (extended, added)
    }
}

/// Appends a number to the name of a type if another type has the same name. For example, the same action can be bound to two types with
/// the same name in different namespaces.
fn with_new_name(mut new: StructuredType, names: &mut HashSet<String>) -> StructuredType {
    let name = new.qualified_name.clone();
    let mut number = 1;
    while !names.insert(new.qualified_name.clone()) {
        number += 1;
        new.qualified_name = format!("{name}{number}");
    }
    new
}

/// Returns the complex type for the parameters of an action: `ediscoverySearchExportResultParameters` for the action `exportResult` of
/// `ediscoverySearch`.
fn parameters(action: &Action) -> StructuredType {
    let name = last_segment(&action.qualified_name);
    let (owner, of) = action.binding_parameter().map_or_else(Default::default, owner);
    let name = match (owner.is_empty(), name.chars().next()) {
        (false, Some(first)) => format!("{owner}{}{}", first.to_uppercase(), &name[first.len_utf8()..]),
        _ => name.to_owned(),
    };
    let description = format!("The parameters of the action `{}`{of}.", action.qualified_name);
    StructuredType {
        kind: StructuredKind::Complex,
        qualified_name: format!("{}.{name}Parameters", namespace_of(&action.qualified_name)),
        base: None,
        is_abstract: false,
        is_open: false,
        has_stream: false,
        inherited_annotations: BTreeMap::new(),
        key: Vec::new(),
        properties: action.body_parameters().iter().map(sent).collect(),
        annotations: Annotations { description: Some(description), ..Annotations::default() },
    }
}

/// Returns the property of the request body for a parameter. A client doesn't send null elements in a collection without a `Nullable`
/// facet.
fn sent(parameter: &Property) -> Property {
    let mut parameter = parameter.clone();
    parameter.value_type.is_nullability_unspecified = false;
    parameter
}

/// Returns two strings about the type that an action is bound to: a part of a type name, and a part of a description, which starts with
/// ` of `.
fn owner(binding: &Property) -> (String, String) {
    let name = &binding.value_type.name;
    match (binding.value_type.is_collection, last_segment(name)) {
        (false, owner) => (owner.to_owned(), format!(" of `{name}`")),
        (true, owner) => (format!("{owner}Collection"), format!(" of a collection of `{name}`")),
    }
}
