//! Moving of annotations with a target path (`<Annotations Target="NS.Type">`) to the annotated elements.

use std::collections::{HashMap, HashSet};

use super::{
    Aliases, Annotations, Document, EntityContainer, Index, Schema, StructuredType, TargetAnnotations,
    Warning,
};
use crate::read::add_annotation;

impl Document {
    /// Moves the annotations in [`annotations`](Self::annotations) to the elements at their target paths. Annotations
    /// with an unknown target, and annotations of functions and terms, remain in [`annotations`](Self::annotations).
    pub(crate) fn apply_annotations(&mut self) {
        if self.annotations.is_empty() {
            return;
        }
        let aliases = self.aliases();
        let mut order = Vec::new();
        let mut pending: HashMap<String, Annotations> = HashMap::new();
        for TargetAnnotations { target, mut annotations } in std::mem::take(&mut self.annotations) {
            resolve_terms(&mut annotations, &aliases, &target, &mut self.read_warnings);
            let target = aliases.resolve_target(&target);
            if !pending.contains_key(&target) {
                order.push(target.clone());
            }
            merge(&target, pending.entry(target.clone()).or_default(), annotations, &mut self.read_warnings);
        }
        let roots = pending.keys().map(|target| split_path(target).0.to_owned()).collect();
        for schema in &mut self.schemas {
            annotate_schema(schema, &roots, &mut pending, &mut self.read_warnings);
        }
        let inherited = self.inherited_targets(&pending);
        for structured in self.schemas.iter_mut().flat_map(|schema| &mut schema.structured_types) {
            for property in inherited.get(&structured.qualified_name).into_iter().flatten() {
                if let Some(annotations) =
                    pending.remove(&format!("{}/{property}", structured.qualified_name))
                {
                    structured.inherited_annotations.entry(property.clone()).or_default().merge(annotations);
                }
            }
        }
        let rest = order.into_iter().filter_map(|target| {
            let annotations = pending.remove(&target)?;
            Some(TargetAnnotations { target, annotations })
        });
        self.annotations = rest.collect();
    }

    /// Returns the namespace aliases of all merged documents.
    fn aliases(&self) -> Aliases {
        let mut aliases = Aliases::default();
        for include in self.references.iter().flat_map(|reference| &reference.includes) {
            if let Some(alias) = &include.alias {
                aliases.insert(alias, &include.namespace);
            }
        }
        for schema in &self.schemas {
            if let Some(alias) = &schema.alias {
                aliases.insert(alias, &schema.namespace);
            }
        }
        aliases
    }

    /// Finds target paths of inherited properties, such as `NS.derived/id` if a base type of `NS.derived` declares
    /// `id`. Returns a map with the derived types (`NS.derived`) as keys and the names of inherited properties (`id`)
    /// as values.
    fn inherited_targets(&self, pending: &HashMap<String, Annotations>) -> HashMap<String, Vec<String>> {
        let index = Index::of(self);
        let mut inherited: HashMap<String, Vec<String>> = HashMap::new();
        for target in pending.keys() {
            if let Some((name, property)) = target.split_once('/')
                && let Some(structured) = index.structured_types.get(name)
                && has_property(&index, structured, property)
            {
                inherited.entry(name.to_owned()).or_default().push(property.to_owned());
            }
        }
        inherited
    }

    /// Returns the target paths in [`annotations`](Self::annotations) that don't refer to an element of the document.
    pub(crate) fn unknown_targets(&self) -> Vec<String> {
        let index = Index::of(self);
        let others: HashSet<&str> = self.schemas.iter().flat_map(names_of_functions_and_terms).collect();
        let is_unknown = |target: &&str| !self.is_target(&index, &others, target);
        self.annotations.iter().map(|of| &*of.target).filter(is_unknown).map(str::to_owned).collect()
    }

    /// Checks whether a target path refers to an element of the document. If the path refers to an annotation, such as
    /// `NS.ward@Core.Description`, only the annotated element `NS.ward` is checked.
    fn is_target(&self, index: &Index<'_>, others: &HashSet<&str>, target: &str) -> bool {
        let path = target.split('@').next().unwrap_or(target);
        let (root, rest) = split_path(path);
        let name = root.split('(').next().unwrap_or(root);
        if others.contains(name) || self.schemas.iter().any(|schema| schema.namespace == name) {
            return true;
        }
        let is_action = |action: &super::Action| {
            let (parameter, _) = split_path(rest);
            let is_parameter = action.parameters.iter().any(|one| one.name == parameter);
            action.qualified_name == name && (is_parameter || matches!(parameter, "" | "$ReturnType"))
        };
        if self.actions().any(is_action) {
            return true;
        }
        if let Some(container) = self.container(name) {
            let (member, rest) = split_path(rest);
            return match container.entity_type(member) {
                Some(entity_type) => is_property_path(index, entity_type, rest),
                None => member.is_empty() || container.has_import(member),
            };
        }
        is_property_path(index, name, rest)
    }

    /// Returns the entity container with this qualified name.
    fn container(&self, qualified_name: &str) -> Option<&EntityContainer> {
        let (namespace, name) = qualified_name.rsplit_once('.')?;
        let mut schemas = self.schemas.iter().filter(|schema| schema.namespace == namespace);
        schemas.find_map(|schema| schema.container.as_ref().filter(|container| container.name == name))
    }
}

fn names_of_functions_and_terms(schema: &Schema) -> impl Iterator<Item = &str> {
    let functions = schema.functions.iter().map(|function| &*function.signature.qualified_name);
    functions.chain(schema.terms.iter().map(|term| &*term.qualified_name))
}

/// Splits a path after its first segment, and returns the first segment and the remaining path.
fn split_path(path: &str) -> (&str, &str) {
    // The parameter types in a segment, such as `NS.close(NS.case)`, don't contain `/`.
    path.split_once('/').unwrap_or((path, ""))
}

/// Checks whether the document declares the element at the path `type_name/path`: a property (`NS.ward/beds`), an
/// enumeration member (`NS.state/open`), or a type (`NS.ward`, with an empty `path`). A path can also contain the names
/// of derived types, such as `NS.ward/address/NS.homeAddress/street`.
fn is_property_path(index: &Index<'_>, type_name: &str, path: &str) -> bool {
    if path.is_empty() {
        return index.structured_types.contains_key(type_name)
            || index.enumeration_types.contains_key(type_name)
            || index.type_definitions.contains_key(type_name);
    }
    let (segment, rest) = split_path(path);
    if let Some(enumeration) = index.enumeration_types.get(type_name) {
        return enumeration.position(segment).is_some() && rest.is_empty();
    }
    let Some(structured) = index.structured_types.get(type_name) else { return false };
    if segment.contains('.') {
        return is_property_path(index, segment, rest);
    }
    property_type(index, structured, segment)
        .is_some_and(|type_name| rest.is_empty() || is_property_path(index, type_name, rest))
}

fn has_property(index: &Index<'_>, structured: &StructuredType, name: &str) -> bool {
    property_type(index, structured, name).is_some()
}

/// Returns the name of a property's type, such as `Edm.String`. The property can be declared by the type `structured`
/// or by one of its base types. Returns `None` if neither `structured` nor one of its base types declares a property
/// with the name `name`.
fn property_type<'d>(index: &Index<'d>, structured: &'d StructuredType, name: &str) -> Option<&'d str> {
    let mut next = Some(structured);
    // In an invalid document, the inheritance chain can be a cycle, so the number of steps is limited.
    for _ in 0..=index.structured_types.len() {
        let structured = next?;
        if let Some(property) = structured.properties.iter().find(|property| property.name == name) {
            return Some(&property.value_type.name);
        }
        next = structured.base.as_deref().and_then(|base| index.structured_types.get(base).copied());
    }
    None
}

/// Resolves the namespace aliases in the terms of annotations: `Core.Description` becomes `Org.OData.Core.V1.Description`. An alias that
/// one document declares can be used in the annotations of another document. `target` is the target path of the annotations, which is used
/// in warnings.
fn resolve_terms(
    annotations: &mut Annotations,
    aliases: &Aliases,
    target: &str,
    warnings: &mut Vec<Warning>,
) {
    for mut annotation in std::mem::take(&mut annotations.others) {
        let term = aliases.resolve(&annotation.term);
        if term == annotation.term {
            annotations.others.push(annotation);
            continue;
        }
        annotation.term = term;
        // When the alias is replaced, the annotation can become a duplicate of an annotation whose term has no alias.
        if let Err(term) = add_annotation(annotations, annotation) {
            warnings.push(Warning::Redeclared(format!("{target}@{term}")));
        }
    }
}

/// Moves annotations from `pending` to the elements of a schema. `pending` is a map from target paths to annotations.
///
/// `roots` contains the first segment of each target path, such as `NS.ward` for `NS.ward/beds`. To save time, entity,
/// complex and enumeration types that aren't in `roots` are skipped.
fn annotate_schema(
    schema: &mut Schema,
    roots: &HashSet<String>,
    pending: &mut HashMap<String, Annotations>,
    warnings: &mut Vec<Warning>,
) {
    let mut take = |target: String, annotations: &mut Annotations| {
        if let Some(of_target) = pending.remove(&target) {
            merge(&target, annotations, of_target, warnings);
        }
    };
    for structured in schema.structured_types.iter_mut().filter(|of| roots.contains(&of.qualified_name)) {
        let name = &structured.qualified_name;
        take(name.clone(), &mut structured.annotations);
        for property in &mut structured.properties {
            take(format!("{name}/{}", property.name), &mut property.annotations);
        }
    }
    for enumeration in schema.enumeration_types.iter_mut().filter(|of| roots.contains(&of.qualified_name)) {
        let name = &enumeration.qualified_name;
        take(name.clone(), &mut enumeration.annotations);
        for member in &mut enumeration.members {
            take(format!("{name}/{}", member.name), &mut member.annotations);
        }
    }
    for definition in &mut schema.type_definitions {
        take(definition.qualified_name.clone(), &mut definition.annotations);
    }
    if let Some(container) = &mut schema.container {
        let name = format!("{}.{}", schema.namespace, container.name);
        take(name.clone(), &mut container.annotations);
        for (member, annotations) in container.member_annotations_mut() {
            take(format!("{name}/{member}"), annotations);
        }
    }
    annotate_actions(schema, pending, warnings);
}

/// Adds annotations to an element. If the element already has an annotation with the same term and a different value, the existing
/// annotation is preserved, and a warning is added.
fn merge(target: &str, annotations: &mut Annotations, of_target: Annotations, warnings: &mut Vec<Warning>) {
    let conflicts = annotations.conflicts(&of_target).into_iter();
    warnings.extend(conflicts.map(|term| Warning::Redeclared(format!("{target}@{term}"))));
    annotations.merge(of_target);
}

/// Moves annotations from `pending` to the actions of a schema. `pending` is a map from target paths to annotations. A target path without
/// parentheses, such as `NS.close`, annotates all overloads of the action.
fn annotate_actions(
    schema: &mut Schema,
    pending: &mut HashMap<String, Annotations>,
    warnings: &mut Vec<Warning>,
) {
    let mut applied = HashSet::new();
    for action in &mut schema.actions {
        let binding =
            action.binding_parameter().map(|parameter| parameter.value_type.expression().into_owned());
        let overload = format!("{}({})", action.qualified_name, binding.unwrap_or_default());
        for (name, is_overload) in [(overload, true), (action.qualified_name.clone(), false)] {
            let parameters = action.parameters.iter_mut();
            let parameters = parameters.map(|one| (format!("{name}/{}", one.name), &mut one.annotations));
            for (target, annotations) in parameters.chain([(name.clone(), &mut action.annotations)]) {
                if let Some(of_target) = pending.get(&target) {
                    if is_overload {
                        merge(&target, annotations, of_target.clone(), warnings);
                    } else {
                        // Annotations of one overload take precedence over annotations of all overloads.
                        annotations.merge(of_target.clone());
                    }
                    applied.insert(target);
                }
            }
        }
    }
    pending.retain(|target, _| !applied.contains(target));
}
