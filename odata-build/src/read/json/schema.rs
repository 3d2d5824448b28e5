//! Parsing of a schema and its types in CSDL JSON.

use std::collections::BTreeMap;

use super::annotations::{ObjectAnnotations, annotations};
use super::node::{self, Kind, Node, Object};
use super::place::Place;
use super::{container, property};
use crate::document::{
    Action, Annotations, EnumerationType, Function, Member, Problem, PropertyRef, Schema, StructuredKind,
    StructuredType, Term, TypeDefinition,
};

pub(super) fn read<'t>(
    place: &Place<'_, 't>,
    namespace: &str,
    object: &Object<'t>,
    targets: &mut Vec<(String, Annotations)>,
) -> Schema {
    place.report_others(object, "Schema", &["$Alias", "$Annotations"], str::is_empty);
    let mut schema = Schema {
        namespace: namespace.to_owned(),
        alias: place.optional(object, "$Alias"),
        annotations: annotations(place, object),
        ..Schema::default()
    };
    for member in object.elements() {
        let place = &place.inside(&member.name);
        if member.value.kind() == Kind::Array {
            for overload in place.array(&member.name, member.value).unwrap_or_default() {
                read_overload(place, &member.name, overload, &mut schema);
            }
        } else {
            read_element(place, &member.name, member.value, &mut schema);
        }
    }
    let annotated = object.get("$Annotations").and_then(|node| place.object("$Annotations", node));
    if let Some(annotated) = annotated {
        for target in annotated.members {
            let place = &place.inside(&target.name);
            if let Some(object) = place.object(&target.name, target.value) {
                place.report_others(&object, "$Annotations", &[], str::is_empty);
                place.report_elements(&object, "$Annotations");
                targets.push((target.name.into_owned(), annotations(place, &object)));
            }
        }
    }
    schema
}

fn read_element<'t>(place: &Place<'_, 't>, name: &str, node: Node<'t>, schema: &mut Schema) -> Option<()> {
    let object = &place.object(name, node)?;
    let qualified_name = format!("{}.{name}", schema.namespace);
    let kind = place.required(object, name, "$Kind")?;
    match &*kind {
        "EntityType" => {
            schema.structured_types.push(structured(place, object, StructuredKind::Entity, qualified_name));
        }
        "ComplexType" => {
            schema.structured_types.push(structured(place, object, StructuredKind::Complex, qualified_name));
        }
        "EnumType" => schema.enumeration_types.push(enumeration(place, object, qualified_name)),
        "TypeDefinition" => schema.type_definitions.push(type_definition(place, object, qualified_name)?),
        "EntityContainer" if schema.container.is_some() => {
            place.warn(object.position, Problem::DuplicateName { name: kind });
        }
        "EntityContainer" => schema.container = Some(container::read(place, name, object)),
        "Term" => schema.terms.push(Term {
            qualified_name,
            definition: property::read_object(place, name, object)?,
            base: place.optional(object, "$BaseTerm"),
            applies_to: applies_to(place, object),
        }),
        _ => {
            let expected = "the kind of a schema element, such as `EntityType`";
            place.warn(object.position, Problem::value("$Kind", expected, format_args!("`{kind}`")));
        }
    }
    Some(())
}

fn type_definition<'t>(
    place: &Place<'_, 't>,
    object: &Object<'t>,
    qualified_name: String,
) -> Option<TypeDefinition> {
    let known = ["$Kind", "$UnderlyingType", "$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode"];
    place.report_others(object, "TypeDefinition", &known, str::is_empty);
    let underlying_type = place.required(object, "TypeDefinition", "$UnderlyingType")?;
    let facets = property::facets(place, object, &underlying_type);
    Some(TypeDefinition { qualified_name, underlying_type, facets, annotations: annotations(place, object) })
}

/// Reads an overload of an action or a function.
fn read_overload<'t>(place: &Place<'_, 't>, name: &str, node: Node<'t>, schema: &mut Schema) -> Option<()> {
    let object = &place.object(name, node)?;
    let kind = place.required(object, name, "$Kind")?;
    let mut known = vec!["$Kind", "$IsBound", "$EntitySetPath", "$Parameter", "$ReturnType"];
    if kind == "Function" {
        known.push("$IsComposable");
    }
    place.report_others(object, &kind, &known, str::is_empty);
    place.report_elements(object, &kind);
    let action = Action {
        qualified_name: format!("{}.{name}", schema.namespace),
        is_bound: place.flag(object, "$IsBound"),
        parameters: parameters(place, object),
        return_type: object
            .get("$ReturnType")
            .and_then(|node| property::read(&place.inside("$ReturnType"), "$ReturnType", node)),
        entity_set_path: place.optional(object, "$EntitySetPath"),
        annotations: annotations(place, object),
    };
    match &*kind {
        "Action" => schema.actions.push(action),
        "Function" => {
            let is_composable = place.flag(object, "$IsComposable");
            schema.functions.push(Function { signature: action, is_composable });
        }
        _ => {
            let found = format_args!("`{kind}`");
            place.warn(object.position, Problem::value("$Kind", "`Action` or `Function`", found));
        }
    }
    Some(())
}

fn parameters<'t>(place: &Place<'_, 't>, object: &Object<'t>) -> Vec<crate::document::Property> {
    let mut parameters: Vec<crate::document::Property> = Vec::new();
    for node in place.elements(object, "$Parameter") {
        let Some(object) = place.object("$Parameter", node) else { continue };
        let Some(name) = place.required(&object, "$Parameter", "$Name") else { continue };
        if name.contains('@') || name.starts_with('$') {
            place.warn(node.position, Problem::InvalidName { name });
        } else if parameters.iter().any(|parameter| parameter.name == name) {
            place.warn(node.position, Problem::DuplicateName { name });
        } else {
            parameters.extend(property::read_object(&place.inside(&name), &name, &object));
        }
    }
    parameters
}

fn applies_to<'t>(place: &Place<'_, 't>, object: &Object<'t>) -> Option<String> {
    let elements = place.array("$AppliesTo", object.get("$AppliesTo")?)?.into_iter();
    let kinds: Vec<_> = elements.filter_map(|element| place.string("$AppliesTo", element)).collect();
    Some(kinds.join(" "))
}

fn structured<'t>(
    place: &Place<'_, 't>,
    object: &Object<'t>,
    kind: StructuredKind,
    qualified_name: String,
) -> StructuredType {
    let known = ["$Kind", "$BaseType", "$Abstract", "$OpenType", "$HasStream", "$Key"];
    let parent = match kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    };
    place.report_others(object, parent, &known, str::is_empty);
    let key = place.elements(object, "$Key").into_iter();
    let properties = object.elements();
    StructuredType {
        kind,
        qualified_name,
        base: place.optional(object, "$BaseType"),
        is_abstract: place.flag(object, "$Abstract"),
        is_open: place.flag(object, "$OpenType"),
        has_stream: place.flag(object, "$HasStream"),
        key: key.filter_map(|part| part_of_key(place, part)).collect(),
        properties: properties
            .filter_map(|member| property::read(&place.inside(&member.name), &member.name, member.value))
            .collect(),
        inherited_annotations: BTreeMap::new(),
        annotations: annotations(place, object),
    }
}

/// Reads an element of `$Key`: the name of a property, or an object that maps an alias to the path of a property.
fn part_of_key<'t>(place: &Place<'_, 't>, node: Node<'t>) -> Option<PropertyRef> {
    if node.kind() == Kind::String {
        return Some(PropertyRef { name: place.string("$Key", node)?.into_owned(), alias: None });
    }
    let object = place.object("$Key", node)?;
    let [part] = object.members.as_slice() else {
        let expected = "the name of a property, or an object with one alias and its path";
        let found = format_args!("an object with {} members", object.members.len());
        place.warn(node.position, Problem::value("$Key", expected, found));
        return None;
    };
    let name = place.string(&part.name, part.value)?.into_owned();
    Some(PropertyRef { name, alias: Some(part.name.clone().into_owned()) })
}

fn enumeration<'t>(place: &Place<'_, 't>, object: &Object<'t>, qualified_name: String) -> EnumerationType {
    let known = ["$Kind", "$UnderlyingType", "$IsFlags"];
    place.report_others(object, "EnumType", &known, |target| !target.starts_with('$'));
    let annotations = ObjectAnnotations::of(object);
    let member = |member: &node::Member<'t>| {
        let place = &place.inside(&member.name);
        Some(Member {
            name: member.name.clone().into_owned(),
            value: number(place, member.value)?,
            annotations: annotations.read(place, &member.name),
        })
    };
    EnumerationType {
        qualified_name,
        underlying_type: place.optional(object, "$UnderlyingType").unwrap_or_else(|| "Edm.Int32".to_owned()),
        is_flags: place.flag(object, "$IsFlags"),
        members: object.elements().filter_map(member).collect(),
        annotations: annotations.read(place, ""),
    }
}

fn number(place: &Place<'_, '_>, node: Node<'_>) -> Option<i64> {
    let found = match node.kind() {
        Kind::Number => match node.text.parse() {
            Ok(value) => return Some(value),
            Err(_) => format!("`{}`", node.text),
        },
        kind => kind.to_string(),
    };
    place.warn(node.position, Problem::InvalidMemberValue { found });
    None
}
