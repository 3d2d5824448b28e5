//! Parsing of a schema and its types in CSDL XML.

use std::collections::{BTreeMap, HashSet};

use super::annotations::annotations;
use super::context::Context;
use super::tree::Element;
use super::{container, property};
use crate::document::{
    Action, Annotations, EnumerationType, Function, Member, Problem, PropertyRef, Schema, StructuredKind,
    StructuredType, Term, TypeDefinition,
};

pub(super) fn read(
    context: &Context<'_>,
    element: &Element,
    namespace: &str,
    targets: &mut Vec<(String, Annotations)>,
) -> Schema {
    let mut schema = Schema {
        namespace: namespace.to_owned(),
        alias: element.attribute("Alias").map(str::to_owned),
        annotations: annotations(context, element),
        ..Schema::default()
    };
    let mut names = HashSet::new();
    for child in &element.children {
        // Overloads of an action or a function have the same name.
        let is_overload = matches!(&*child.name, "Action" | "Function");
        match child.attribute("Name").filter(|_| !is_overload) {
            Some(name) if !names.insert(name) => {
                context.warn(child, Problem::DuplicateName { name: name.to_owned() });
            }
            _ => read_element(context, child, &mut schema, targets),
        }
    }
    schema
}

fn read_element(
    context: &Context<'_>,
    element: &Element,
    schema: &mut Schema,
    targets: &mut Vec<(String, Annotations)>,
) {
    let namespace = &*schema.namespace;
    match element.name.as_str() {
        "EntityType" => {
            schema.structured_types.extend(structured(context, element, namespace, StructuredKind::Entity));
        }
        "ComplexType" => {
            schema.structured_types.extend(structured(context, element, namespace, StructuredKind::Complex));
        }
        "EnumType" => schema.enumeration_types.extend(enumeration(context, element, namespace)),
        "TypeDefinition" => schema.type_definitions.extend(type_definition(context, element, namespace)),
        "Action" => schema.actions.extend(action(context, element, namespace)),
        "Function" => {
            let function = action(context, element, namespace).map(|signature| Function {
                signature,
                is_composable: context.boolean(element, "IsComposable", false),
            });
            schema.functions.extend(function);
        }
        "Term" => schema.terms.extend(term(context, element, namespace)),
        "EntityContainer" if schema.container.is_some() => {
            context.warn(element, Problem::DuplicateName { name: element.name.clone() });
        }
        "EntityContainer" => schema.container = container::read(context, element),
        "Annotations" => {
            if let Some(target) = context.required(element, "Target") {
                targets.push((target.to_owned(), annotations(&context.inside(target), element)));
            }
        }
        _ => {}
    }
}

fn structured(
    context: &Context<'_>,
    element: &Element,
    namespace: &str,
    kind: StructuredKind,
) -> Option<StructuredType> {
    let name = context.required(element, "Name")?;
    let context = &context.inside(name);
    let references = element.children_named("Key").flat_map(|key| key.children_named("PropertyRef"));
    let key = references.filter_map(|reference| {
        let name = context.required_string(reference, "Name")?;
        Some(PropertyRef { name, alias: reference.attribute("Alias").map(str::to_owned) })
    });
    let is_property = |child: &&Element| matches!(&*child.name, "Property" | "NavigationProperty");
    let properties = context.distinct("Name", element.children.iter().filter(is_property));
    Some(StructuredType {
        kind,
        qualified_name: format!("{namespace}.{name}"),
        base: element.attribute("BaseType").map(str::to_owned),
        is_abstract: context.boolean(element, "Abstract", false),
        is_open: context.boolean(element, "OpenType", false),
        has_stream: context.boolean(element, "HasStream", false),
        key: key.collect(),
        properties: properties.into_iter().filter_map(|child| property::read(context, child)).collect(),
        inherited_annotations: BTreeMap::new(),
        annotations: annotations(context, element),
    })
}

fn enumeration(context: &Context<'_>, element: &Element, namespace: &str) -> Option<EnumerationType> {
    let name = context.required(element, "Name")?;
    let context = &context.inside(name);
    let mut members: Vec<Member> = Vec::new();
    for child in context.distinct("Name", element.children_named("Member")) {
        let next = members.last().map_or(0, |member| member.value.wrapping_add(1));
        members.extend(member(context, child, next));
    }
    Some(EnumerationType {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: element.attribute("UnderlyingType").unwrap_or("Edm.Int32").to_owned(),
        is_flags: context.boolean(element, "IsFlags", false),
        members,
        annotations: annotations(context, element),
    })
}

fn member(context: &Context<'_>, element: &Element, next: i64) -> Option<Member> {
    let name = context.required(element, "Name")?;
    let context = &context.inside(name);
    let value = match element.attribute("Value").map(|value| (value, value.parse())) {
        None => next,
        Some((_, Ok(value))) => value,
        Some((value, Err(_))) => {
            context.warn(element, Problem::InvalidMemberValue { found: format!("`{value}`") });
            return None;
        }
    };
    Some(Member { name: name.to_owned(), value, annotations: annotations(context, element) })
}

/// Reads the name, parameters and return type of an `Action` or `Function` element.
fn action(context: &Context<'_>, element: &Element, namespace: &str) -> Option<Action> {
    let name = context.required(element, "Name")?;
    let context = &context.inside(name);
    let parameters = context.distinct("Name", element.children_named("Parameter")).into_iter();
    let return_type = context.single(element.children_named("ReturnType"));
    Some(Action {
        qualified_name: format!("{namespace}.{name}"),
        is_bound: context.boolean(element, "IsBound", false),
        parameters: parameters.filter_map(|child| property::read(context, child)).collect(),
        return_type: return_type.and_then(|child| property::read(context, child)),
        entity_set_path: element.attribute("EntitySetPath").map(str::to_owned),
        annotations: annotations(context, element),
    })
}

fn term(context: &Context<'_>, element: &Element, namespace: &str) -> Option<Term> {
    let definition = property::read(context, element)?;
    Some(Term {
        qualified_name: format!("{namespace}.{}", definition.name),
        definition,
        base: element.attribute("BaseTerm").map(str::to_owned),
        applies_to: element.attribute("AppliesTo").map(str::to_owned),
    })
}

fn type_definition(context: &Context<'_>, element: &Element, namespace: &str) -> Option<TypeDefinition> {
    let name = context.required(element, "Name")?;
    let context = &context.inside(name);
    Some(TypeDefinition {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: context.required_string(element, "UnderlyingType")?,
        facets: property::facets(element),
        annotations: annotations(context, element),
    })
}
