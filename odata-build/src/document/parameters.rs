//! Complex types for the parameters of actions, which clients send in the body of a `POST` request.

use std::collections::{BTreeMap, HashSet};

use super::{
    Action, Annotations, Document, Property, StructuredKind, StructuredType, last_segment, namespace_of,
};

impl Document {
    /// Returns a copy of the document with additional complex types, and the qualified names of the additional types. Each additional type
    /// represents the parameters of a selected action.
    ///
    /// Calls `is_selected` once for each action that has parameters in its request body. The argument of `is_selected` is the name of the
    /// type that the action is bound to, or the name of an unbound action.
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

/// Appends a number to the name of a type if another type has the same name. The names of two types are equal if actions with the same name
/// are bound to types with the same name in different namespaces.
fn with_new_name(mut new: StructuredType, names: &mut HashSet<String>) -> StructuredType {
    let name = new.qualified_name.clone();
    let mut number = 1;
    while !names.insert(new.qualified_name.clone()) {
        number += 1;
        new.qualified_name = format!("{name}{number}");
    }
    new
}

/// Returns the complex type for the parameters of an action. For the action `exportResult` of `ediscoverySearch`, the complex type has the
/// name `ediscoverySearchExportResultParameters`.
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

/// Returns the property that represents a parameter of an action in the request body. If the parameter is a collection without a `Nullable`
/// facet, the elements of the property can't be null, because the service might reject null elements.
fn sent(parameter: &Property) -> Property {
    let mut parameter = parameter.clone();
    parameter.value_type.is_nullability_unspecified = false;
    parameter
}

/// Returns two strings about the type that an action is bound to: the start of the complex type's name, such as `ediscoverySearch`, and the
/// end of the complex type's description, such as `` of `NS.ediscoverySearch` ``.
fn owner(binding: &Property) -> (String, String) {
    let name = &binding.value_type.name;
    match (binding.value_type.is_collection, last_segment(name)) {
        (false, owner) => (owner.to_owned(), format!(" of `{name}`")),
        (true, owner) => (format!("{owner}Collection"), format!(" of a collection of `{name}`")),
    }
}
