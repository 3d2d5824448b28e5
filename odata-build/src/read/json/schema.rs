//! A schema and its types.

use std::collections::BTreeMap;

use super::ReadError;
use super::annotations::{Annotations, remarks};
use super::node::{self, Kind, Node, Object};
use super::place::Place;
use crate::document::{
    Action, Aliases, EntityContainer, EnumerationType, Facets, Function, Member, Property, PropertyRef,
    Remarks, Schema, StructuredKind, StructuredType, Term, TypeDefinition, TypeReference,
};
use crate::read::assemble::Parts;

pub(super) fn read<'t>(
    place: &Place<'t>,
    namespace: &str,
    object: &Object<'t>,
    parts: &mut Parts,
) -> Result<(), ReadError> {
    let place = &place.inside(namespace);
    let alias = place.optional(object, "$Alias")?;
    let mut schema = Schema { namespace: namespace.to_owned(), alias, ..Schema::default() };
    for member in object.elements() {
        let place = &place.inside(&member.name);
        if member.value.kind() == Kind::Array {
            overloads(place, &member.name, member.value, &mut schema, &parts.aliases)?;
        } else {
            element(place, &member.name, member.value, &mut schema, &parts.aliases)?;
        }
    }
    if let Some(targets) = object.get("$Annotations") {
        for target in place.object("$Annotations", targets)?.members {
            let place = place.inside(&target.name);
            let object = place.object(&target.name, target.value)?;
            let remarks = remarks(&place, &object, &parts.aliases)?;
            parts.targets.push((target.name.into_owned(), remarks));
        }
    }
    parts.document.schemas.push(schema);
    Ok(())
}

/// An element of a schema: what a model has no use for is passed over.
fn element<'t>(
    place: &Place<'t>,
    name: &str,
    node: Node<'t>,
    schema: &mut Schema,
    aliases: &Aliases,
) -> Result<(), ReadError> {
    let object = &place.object(name, node)?;
    let qualified_name = format!("{}.{name}", schema.namespace);
    let mut structured = |kind| {
        schema.structured_types.push(structured(place, object, kind, qualified_name.clone(), aliases)?);
        Ok(())
    };
    match place.required(object, "$Kind")?.as_str() {
        "EntityType" => structured(StructuredKind::Entity)?,
        "ComplexType" => structured(StructuredKind::Complex)?,
        "EnumType" => schema.enumeration_types.push(enumeration(place, object, qualified_name, aliases)?),
        "TypeDefinition" => {
            let underlying_type = place.required(object, "$UnderlyingType")?;
            let remarks = remarks(place, object, aliases)?;
            let facets = facets(place, object, &underlying_type)?;
            schema.type_definitions.push(TypeDefinition { qualified_name, underlying_type, facets, remarks });
        }
        "EntityContainer" => schema.container = Some(container(place, object, name, aliases)?),
        "Term" => schema.terms.push(Term {
            qualified_name,
            definition: property(place, name, node, aliases)?,
            base: place.optional(object, "$BaseTerm")?,
            applies_to: applies_to(place, object)?,
        }),
        _ => {}
    }
    Ok(())
}

/// The overloads of an action or a function.
fn overloads<'t>(
    place: &Place<'t>,
    name: &str,
    node: Node<'t>,
    schema: &mut Schema,
    aliases: &Aliases,
) -> Result<(), ReadError> {
    for overload in place.array(name, node)? {
        let object = &place.object(name, overload)?;
        let kind = place.required(object, "$Kind")?;
        let parameters = object.get("$Parameter").map(|all| place.array("$Parameter", all)).transpose()?;
        let parameter = |node: Node<'t>| {
            let name = place.required(&place.object("$Parameter", node)?, "$Name")?;
            property(&place.inside(&name), &name, node, aliases)
        };
        let action = Action {
            qualified_name: format!("{}.{name}", schema.namespace),
            is_bound: place.flag(object, "$IsBound")?,
            parameters: parameters
                .unwrap_or_default()
                .into_iter()
                .map(parameter)
                .collect::<Result<_, _>>()?,
            return_type: object
                .get("$ReturnType")
                .map(|node| property(&place.inside("$ReturnType"), "$ReturnType", node, aliases))
                .transpose()?,
            entity_set_path: place.optional(object, "$EntitySetPath")?,
            remarks: remarks(place, object, aliases)?,
        };
        match &*kind {
            "Action" => schema.actions.push(action),
            "Function" => {
                let is_composable = place.flag(object, "$IsComposable")?;
                schema.functions.push(Function { signature: action, is_composable });
            }
            _ => {}
        }
    }
    Ok(())
}

fn applies_to<'t>(place: &Place<'t>, object: &Object<'t>) -> Result<Option<String>, ReadError> {
    let Some(node) = object.get("$AppliesTo") else { return Ok(None) };
    let elements = place.array("$AppliesTo", node)?.into_iter();
    let kinds = elements.map(|element| place.string("$AppliesTo", element)).collect::<Result<Vec<_>, _>>()?;
    Ok(Some(kinds.join(" ")))
}

fn structured<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    kind: StructuredKind,
    qualified_name: String,
    aliases: &Aliases,
) -> Result<StructuredType, ReadError> {
    let key = object.get("$Key").map(|key| place.array("$Key", key)).transpose()?.unwrap_or_default();
    let properties = object
        .elements()
        .map(|member| property(&place.inside(&member.name), &member.name, member.value, aliases));
    Ok(StructuredType {
        kind,
        qualified_name,
        base: place.optional(object, "$BaseType")?,
        is_abstract: place.flag(object, "$Abstract")?,
        is_open: place.flag(object, "$OpenType")?,
        has_stream: place.flag(object, "$HasStream")?,
        key: key.into_iter().map(|part| part_of_key(place, part)).collect::<Result<_, _>>()?,
        properties: properties.collect::<Result<_, _>>()?,
        inherited_remarks: BTreeMap::new(),
        remarks: remarks(place, object, aliases)?,
    })
}

/// The name of a property, or an object with an alias and the path that it stands for.
fn part_of_key<'t>(place: &Place<'t>, node: Node<'t>) -> Result<PropertyRef, ReadError> {
    if node.kind() == Kind::String {
        return Ok(PropertyRef { name: place.string("$Key", node)?.into_owned(), alias: None });
    }
    let object = place.object("$Key", node)?;
    let [part] = object.members.as_slice() else {
        return Err(
            place.error(node.position, "a part of `$Key` has one alias and the path that it stands for")
        );
    };
    let name = place.string(&part.name, part.value)?.into_owned();
    Ok(PropertyRef { name, alias: Some(part.name.clone().into_owned()) })
}

fn property<'t>(
    place: &Place<'t>,
    name: &str,
    node: Node<'t>,
    aliases: &Aliases,
) -> Result<Property, ReadError> {
    let object = &place.object(name, node)?;
    let is_navigation = is_navigation(place, object)?;
    let type_name = if is_navigation {
        place.required(object, "$Type")?
    } else {
        place.optional(object, "$Type")?.unwrap_or_else(|| "Edm.String".to_owned())
    };
    let is_collection = place.flag(object, "$Collection")?;
    // Entities in a collection are never null.
    let is_nullable = place.flag(object, "$Nullable")? && !(is_navigation && is_collection);
    let is_nullability_unspecified = is_collection && !is_navigation && object.get("$Nullable").is_none();
    let facets = facets(place, object, &type_name)?;
    Ok(Property {
        name: name.to_owned(),
        facets,
        partner: place.optional(object, "$Partner")?,
        referential_constraints: referential_constraints(place, object)?,
        on_delete: place.optional(object, "$OnDelete")?,
        value_type: TypeReference { name: type_name, is_collection, is_nullable, is_nullability_unspecified },
        is_navigation,
        contains_target: place.flag(object, "$ContainsTarget")?,
        remarks: remarks(place, object, aliases)?,
    })
}

/// Reads facets. In JSON, a decimal without `$Scale` has a variable scale.
fn facets<'t>(place: &Place<'t>, object: &Object<'t>, type_name: &str) -> Result<Facets, ReadError> {
    let value = |name: &str| {
        let name = format!("${name}");
        let value = object.get(&name).map(|node| match node.kind() {
            Kind::String => Ok(place.string(&name, node)?.into_owned()),
            _ => Ok(node.text.to_owned()),
        });
        let is_variable = name == "$Scale" && type_name == "Edm.Decimal";
        Ok(value.transpose()?.or_else(|| is_variable.then(|| "variable".to_owned())))
    };
    Facets::read(value)
}

fn referential_constraints<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
) -> Result<BTreeMap<String, String>, ReadError> {
    let Some(node) = object.get("$ReferentialConstraint") else { return Ok(BTreeMap::new()) };
    let constraints = place.object("$ReferentialConstraint", node)?;
    let constraint = |member: &node::Member<'t>| {
        let referenced = place.string(&member.name, member.value)?.into_owned();
        Ok((member.name.clone().into_owned(), referenced))
    };
    constraints.elements().map(constraint).collect()
}

fn is_navigation<'t>(place: &Place<'t>, object: &Object<'t>) -> Result<bool, ReadError> {
    let Some(kind) = object.get("$Kind") else { return Ok(false) };
    match &*place.string("$Kind", kind)? {
        "Property" | "Term" => Ok(false),
        "NavigationProperty" => Ok(true),
        other => {
            let message = format_args!("`$Kind` is `Property` or `NavigationProperty`, not `{other}`");
            Err(place.error(kind.position, message))
        }
    }
}

fn enumeration<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    qualified_name: String,
    aliases: &Aliases,
) -> Result<EnumerationType, ReadError> {
    let annotations = Annotations::of(object);
    let member = |member: &node::Member<'t>| {
        let place = &place.inside(&member.name);
        Ok(Member {
            name: member.name.clone().into_owned(),
            value: number(place, member.value)?,
            remarks: annotations.remarks(place, &member.name, aliases)?,
        })
    };
    let members = object.elements().map(member).collect::<Result<_, _>>()?;
    Ok(EnumerationType {
        qualified_name,
        underlying_type: place.optional(object, "$UnderlyingType")?.unwrap_or_else(|| "Edm.Int32".to_owned()),
        is_flags: place.flag(object, "$IsFlags")?,
        members,
        remarks: annotations.remarks(place, "", aliases)?,
    })
}

fn number(place: &Place<'_>, node: Node<'_>) -> Result<i64, ReadError> {
    let refused = |found: &dyn core::fmt::Display| {
        place.error(node.position, format_args!("the value of a member is a whole number, not {found}"))
    };
    match node.kind() {
        Kind::Number => node.text.parse().map_err(|_| refused(&format_args!("`{}`", node.text))),
        kind => Err(refused(&kind)),
    }
}

fn container<'t>(
    place: &Place<'t>,
    object: &Object<'t>,
    name: &str,
    aliases: &Aliases,
) -> Result<EntityContainer, ReadError> {
    let mut container = EntityContainer {
        name: name.to_owned(),
        remarks: remarks(place, object, aliases)?,
        ..EntityContainer::default()
    };
    for member in object.elements() {
        let place = &place.inside(&member.name);
        let object = &place.object(&member.name, member.value)?;
        let name = member.name.clone().into_owned();
        let remarks = remarks(place, object, aliases)?;
        if remarks != Remarks::default() {
            container.member_remarks.insert(name.clone(), remarks);
        }
        if ["$Action", "$Function"].iter().any(|import| object.get(import).is_some()) {
            container.imports.insert(name);
            continue;
        }
        let is_entity_set = place.flag(object, "$Collection")?;
        let all = if is_entity_set { &mut container.entity_sets } else { &mut container.singletons };
        all.insert(name, place.required(object, "$Type")?);
    }
    Ok(container)
}
