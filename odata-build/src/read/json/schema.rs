//! Parsing of a schema and its types in CSDL JSON.

use std::collections::BTreeMap;

use super::annotations::{ObjectAnnotations, annotations};
use super::context::Context;
use super::node::{self, Kind, Node, Object};
use super::{container, property};
use crate::document::{
    Action, Annotations, EnumerationType, Function, Member, Problem, PropertyRef, Schema, StructuredKind,
    StructuredType, Term, TypeDefinition,
};

pub(super) fn read<'t>(
    context: &Context<'_, 't>,
    namespace: &str,
    object: &Object<'t>,
    targets: &mut Vec<(String, Annotations)>,
) -> Schema {
    context.report_others(object, "Schema", &["$Alias", "$Annotations"], str::is_empty);
    let mut schema = Schema {
        namespace: namespace.to_owned(),
        alias: context.optional(object, "$Alias"),
        annotations: annotations(context, object),
        ..Schema::default()
    };
    for member in object.elements() {
        let context = &context.inside(&member.name);
        if member.value.kind() == Kind::Array {
            for overload in context.array(&member.name, member.value).unwrap_or_default() {
                read_overload(context, &member.name, overload, &mut schema);
            }
        } else {
            read_element(context, &member.name, member.value, &mut schema);
        }
    }
    let annotated = object.get("$Annotations").and_then(|node| context.object("$Annotations", node));
    if let Some(annotated) = annotated {
        for target in annotated.members {
            let context = &context.inside(&target.name);
            if let Some(object) = context.object(&target.name, target.value) {
                context.report_others(&object, "$Annotations", &[], str::is_empty);
                context.report_elements(&object, "$Annotations");
                targets.push((target.name.into_owned(), annotations(context, &object)));
            }
        }
    }
    schema
}

fn read_element<'t>(
    context: &Context<'_, 't>,
    name: &str,
    node: Node<'t>,
    schema: &mut Schema,
) -> Option<()> {
    let object = &context.object(name, node)?;
    let qualified_name = format!("{}.{name}", schema.namespace);
    let kind = context.required(object, name, "$Kind")?;
    match &*kind {
        "EntityType" => {
            schema.structured_types.push(structured(context, object, StructuredKind::Entity, qualified_name));
        }
        "ComplexType" => {
            schema.structured_types.push(structured(
                context,
                object,
                StructuredKind::Complex,
                qualified_name,
            ));
        }
        "EnumType" => schema.enumeration_types.push(enumeration(context, object, qualified_name)),
        "TypeDefinition" => schema.type_definitions.push(type_definition(context, object, qualified_name)?),
        "EntityContainer" if schema.container.is_some() => {
            context.warn(object.position, Problem::DuplicateName { name: kind });
        }
        "EntityContainer" => schema.container = Some(container::read(context, name, object)),
        "Term" => schema.terms.push(Term {
            qualified_name,
            definition: property::read_object(context, name, object)?,
            base: context.optional(object, "$BaseTerm"),
            applies_to: applies_to(context, object),
        }),
        _ => {
            let expected = "the kind of a schema element, such as `EntityType`";
            context.warn(object.position, Problem::value("$Kind", expected, format_args!("`{kind}`")));
        }
    }
    Some(())
}

fn type_definition<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    qualified_name: String,
) -> Option<TypeDefinition> {
    let known = ["$Kind", "$UnderlyingType", "$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"];
    context.report_others(object, "TypeDefinition", &known, str::is_empty);
    let underlying_type = context.required(object, "TypeDefinition", "$UnderlyingType")?;
    let facets = property::facets(context, object, &underlying_type);
    Some(TypeDefinition {
        qualified_name,
        underlying_type,
        facets,
        annotations: annotations(context, object),
    })
}

/// Reads an overload of an action or a function.
fn read_overload<'t>(
    context: &Context<'_, 't>,
    name: &str,
    node: Node<'t>,
    schema: &mut Schema,
) -> Option<()> {
    let object = &context.object(name, node)?;
    let kind = context.required(object, name, "$Kind")?;
    let mut known = vec!["$Kind", "$IsBound", "$EntitySetPath", "$Parameter", "$ReturnType"];
    if kind == "Function" {
        known.push("$IsComposable");
    }
    context.report_others(object, &kind, &known, str::is_empty);
    context.report_elements(object, &kind);
    let action = Action {
        qualified_name: format!("{}.{name}", schema.namespace),
        is_bound: context.flag(object, "$IsBound"),
        parameters: parameters(context, object),
        return_type: object
            .get("$ReturnType")
            .and_then(|node| property::read(&context.inside("$ReturnType"), "$ReturnType", node)),
        entity_set_path: context.optional(object, "$EntitySetPath"),
        annotations: annotations(context, object),
    };
    match &*kind {
        "Action" => schema.actions.push(action),
        "Function" => {
            let is_composable = context.flag(object, "$IsComposable");
            schema.functions.push(Function { signature: action, is_composable });
        }
        _ => {
            let found = format!("`{kind}`");
            context.warn(object.position, Problem::value("$Kind", "`Action` or `Function`", found));
        }
    }
    Some(())
}

fn parameters<'t>(context: &Context<'_, 't>, object: &Object<'t>) -> Vec<crate::document::Property> {
    let mut parameters: Vec<crate::document::Property> = Vec::new();
    for node in context.elements(object, "$Parameter") {
        let Some(object) = context.object("$Parameter", node) else { continue };
        let Some(name) = context.required(&object, "$Parameter", "$Name") else { continue };
        if name.contains('@') || name.starts_with('$') {
            context.warn(node.position, Problem::InvalidName { name });
        } else if parameters.iter().any(|parameter| parameter.name == name) {
            context.warn(node.position, Problem::DuplicateName { name });
        } else {
            parameters.extend(property::read_object(&context.inside(&name), &name, &object));
        }
    }
    parameters
}

fn applies_to<'t>(context: &Context<'_, 't>, object: &Object<'t>) -> Option<String> {
    let elements = context.array("$AppliesTo", object.get("$AppliesTo")?)?.into_iter();
    let kinds: Vec<_> = elements.filter_map(|element| context.string("$AppliesTo", element)).collect();
    Some(kinds.join(" "))
}

fn structured<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    kind: StructuredKind,
    qualified_name: String,
) -> StructuredType {
    let known = ["$Kind", "$BaseType", "$Abstract", "$OpenType", "$HasStream", "$Key"];
    let parent = match kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    };
    context.report_others(object, parent, &known, str::is_empty);
    let key = context.elements(object, "$Key").into_iter();
    let properties = object.elements();
    StructuredType {
        kind,
        qualified_name,
        base: context.optional(object, "$BaseType"),
        is_abstract: context.flag(object, "$Abstract"),
        is_open: context.flag(object, "$OpenType"),
        has_stream: context.flag(object, "$HasStream"),
        key: key.filter_map(|part| part_of_key(context, part)).collect(),
        properties: properties
            .filter_map(|member| property::read(&context.inside(&member.name), &member.name, member.value))
            .collect(),
        inherited_annotations: BTreeMap::new(),
        annotations: annotations(context, object),
    }
}

/// Reads an element of the array `$Key`: the name of a property, or an object with an alias such as `{"EntityInfoID": "Info/ID"}`.
fn part_of_key<'t>(context: &Context<'_, 't>, node: Node<'t>) -> Option<PropertyRef> {
    if node.kind() == Kind::String {
        return Some(PropertyRef { name: context.string("$Key", node)?.into_owned(), alias: None });
    }
    let object = context.object("$Key", node)?;
    let [part] = object.members.as_slice() else {
        let expected = "the name of a property, or an object with one alias and its path";
        let found = format!("an object with {} members", object.members.len());
        context.warn(node.position, Problem::value("$Key", expected, found));
        return None;
    };
    let name = context.string(&part.name, part.value)?.into_owned();
    Some(PropertyRef { name, alias: Some(part.name.clone().into_owned()) })
}

fn enumeration<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    qualified_name: String,
) -> EnumerationType {
    let known = ["$Kind", "$UnderlyingType", "$IsFlags"];
    context.report_others(object, "EnumType", &known, |target| !target.starts_with('$'));
    let annotations = ObjectAnnotations::of(object);
    let member = |member: &node::Member<'t>| {
        let context = &context.inside(&member.name);
        Some(Member {
            name: member.name.clone().into_owned(),
            value: number(context, member.value)?,
            annotations: annotations.read(context, &member.name),
        })
    };
    EnumerationType {
        qualified_name,
        underlying_type: context
            .optional(object, "$UnderlyingType")
            .unwrap_or_else(|| "Edm.Int32".to_owned()),
        is_flags: context.flag(object, "$IsFlags"),
        members: object.elements().filter_map(member).collect(),
        annotations: annotations.read(context, ""),
    }
}

fn number(context: &Context<'_, '_>, node: Node<'_>) -> Option<i64> {
    let found = match node.kind() {
        Kind::Number => match node.text.parse() {
            Ok(value) => return Some(value),
            Err(_) => format!("`{}`", node.text),
        },
        kind => kind.to_string(),
    };
    context.warn(node.position, Problem::InvalidMemberValue { found });
    None
}
