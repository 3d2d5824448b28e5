//! A schema and its types.

use std::collections::BTreeMap;
use std::convert::Infallible;

use super::annotations::remarks;
use super::tree::Element;
use super::{Place, ReadError};
use crate::document::{
    Action, EntityContainer, EnumerationType, Facets, Function, Member, Property, PropertyRef, Remarks,
    Schema, StructuredKind, StructuredType, Term, TypeDefinition, TypeReference,
};
use crate::read::assemble::Parts;

pub(super) fn read(place: &Place<'_>, element: &Element, parts: &mut Parts) -> Result<(), ReadError> {
    let namespace = place.required(element, "Namespace")?;
    let place = &place.inside(namespace);
    let alias = element.attribute("Alias").map(str::to_owned);
    let mut schema = Schema { namespace: namespace.to_owned(), alias, ..Schema::default() };
    // Actions and functions have overloads.
    place.distinct(
        "Name",
        element.children.iter().filter(|child| !matches!(&*child.name, "Action" | "Function")),
    )?;
    for child in &element.children {
        match child.name.as_str() {
            "EntityType" | "ComplexType" => {
                schema.structured_types.push(structured(place, child, namespace, parts)?);
            }
            "EnumType" => schema.enumeration_types.push(enumeration(place, child, namespace, parts)?),
            "TypeDefinition" => {
                schema.type_definitions.push(type_definition(place, child, namespace, parts)?);
            }
            "Action" => schema.actions.push(action(place, child, namespace, parts)?),
            "EntityContainer" => schema.container = Some(container(place, child, parts)?),
            "Annotations" => {
                let target = place.required(child, "Target")?;
                parts.targets.push((target.to_owned(), remarks(child, parts)));
            }
            "Function" => schema.functions.push(Function {
                signature: action(place, child, namespace, parts)?,
                is_composable: place.boolean(child, "IsComposable", false)?,
            }),
            "Term" => schema.terms.push(term(place, child, namespace, parts)?),
            _ => {}
        }
    }
    parts.document.schemas.push(schema);
    Ok(())
}

fn structured(
    place: &Place<'_>,
    element: &Element,
    namespace: &str,
    parts: &Parts,
) -> Result<StructuredType, ReadError> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let kind = match element.name.as_str() {
        "EntityType" => StructuredKind::Entity,
        _ => StructuredKind::Complex,
    };
    let references = element.children_named("Key").flat_map(|key| key.children_named("PropertyRef"));
    let key = references.map(|reference| {
        Ok(PropertyRef {
            name: place.required(reference, "Name")?.to_owned(),
            alias: reference.attribute("Alias").map(str::to_owned),
        })
    });
    place.distinct("Name", element.children.iter())?;
    let properties = element.children.iter().filter_map(|child| match child.name.as_str() {
        "Property" => Some(property(place, child, false, parts)),
        "NavigationProperty" => Some(property(place, child, true, parts)),
        _ => None,
    });
    Ok(StructuredType {
        kind,
        qualified_name: format!("{namespace}.{name}"),
        base: element.attribute("BaseType").map(str::to_owned),
        is_abstract: place.boolean(element, "Abstract", false)?,
        is_open: place.boolean(element, "OpenType", false)?,
        has_stream: place.boolean(element, "HasStream", false)?,
        key: key.collect::<Result<_, _>>()?,
        properties: properties.collect::<Result<_, _>>()?,
        inherited_remarks: BTreeMap::new(),
        remarks: remarks(element, parts),
    })
}

fn property(
    place: &Place<'_>,
    element: &Element,
    is_navigation: bool,
    parts: &Parts,
) -> Result<Property, ReadError> {
    let name = match element.name.as_str() {
        "ReturnType" => "$ReturnType",
        _ => place.required(element, "Name")?,
    };
    let place = &place.inside(name);
    let type_name = place.required(element, "Type")?;
    let element_type = type_name.strip_prefix("Collection(").map(|rest| rest.strip_suffix(')'));
    if element_type == Some(None) {
        return Err(place.error(element, format_args!("`{type_name}` lacks its `)`")));
    }
    let value_type = TypeReference {
        name: element_type.flatten().unwrap_or(type_name).to_owned(),
        is_collection: element_type.is_some(),
        // Entities in a collection are never null, and of other elements nothing is known where nothing is said.
        is_nullable: place.boolean(element, "Nullable", element_type.is_none())?
            && !(is_navigation && element_type.is_some()),
        is_nullability_unspecified: element_type.is_some()
            && !is_navigation
            && element.attribute("Nullable").is_none(),
    };
    Ok(Property {
        name: name.to_owned(),
        value_type,
        is_navigation,
        contains_target: place.boolean(element, "ContainsTarget", false)?,
        facets: facets(element),
        partner: element.attribute("Partner").map(str::to_owned),
        referential_constraints: element
            .children_named("ReferentialConstraint")
            .filter_map(|constraint| {
                let referenced = constraint.attribute("ReferencedProperty")?;
                Some((constraint.attribute("Property")?.to_owned(), referenced.to_owned()))
            })
            .collect(),
        on_delete: element
            .children_named("OnDelete")
            .find_map(|on_delete| on_delete.attribute("Action").map(str::to_owned)),
        remarks: remarks(element, parts),
    })
}

fn facets(element: &Element) -> Facets {
    let value = |name: &str| Ok::<_, Infallible>(element.attribute(name).map(str::to_owned));
    let Ok(facets) = Facets::read(value);
    facets
}

fn enumeration(
    place: &Place<'_>,
    element: &Element,
    namespace: &str,
    parts: &Parts,
) -> Result<EnumerationType, ReadError> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    place.distinct("Name", element.children.iter())?;
    let mut members = Vec::new();
    let mut next = 0_i64;
    for child in element.children_named("Member") {
        let name = place.required(child, "Name")?;
        let value = match child.attribute("Value") {
            None => next,
            Some(number) => number.parse().map_err(|_| {
                place.inside(name).error(child, format_args!("`Value` is a whole number, not `{number}`"))
            })?,
        };
        next = value.wrapping_add(1);
        members.push(Member { name: name.to_owned(), value, remarks: remarks(child, parts) });
    }
    Ok(EnumerationType {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: element.attribute("UnderlyingType").unwrap_or("Edm.Int32").to_owned(),
        is_flags: place.boolean(element, "IsFlags", false)?,
        members,
        remarks: remarks(element, parts),
    })
}

fn action(place: &Place<'_>, element: &Element, namespace: &str, parts: &Parts) -> Result<Action, ReadError> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let parameters = element.children_named("Parameter").map(|child| property(place, child, false, parts));
    Ok(Action {
        qualified_name: format!("{namespace}.{name}"),
        is_bound: place.boolean(element, "IsBound", false)?,
        parameters: parameters.collect::<Result<_, _>>()?,
        return_type: element
            .children_named("ReturnType")
            .next()
            .map(|child| property(place, child, false, parts))
            .transpose()?,
        entity_set_path: element.attribute("EntitySetPath").map(str::to_owned),
        remarks: remarks(element, parts),
    })
}

fn term(place: &Place<'_>, element: &Element, namespace: &str, parts: &Parts) -> Result<Term, ReadError> {
    let definition = property(place, element, false, parts)?;
    Ok(Term {
        qualified_name: format!("{namespace}.{}", definition.name),
        definition,
        base: element.attribute("BaseTerm").map(str::to_owned),
        applies_to: element.attribute("AppliesTo").map(str::to_owned),
    })
}

fn type_definition(
    place: &Place<'_>,
    element: &Element,
    namespace: &str,
    parts: &Parts,
) -> Result<TypeDefinition, ReadError> {
    let name = place.required(element, "Name")?;
    Ok(TypeDefinition {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: place.inside(name).required(element, "UnderlyingType")?.to_owned(),
        facets: facets(element),
        remarks: remarks(element, parts),
    })
}

fn container(place: &Place<'_>, element: &Element, parts: &Parts) -> Result<EntityContainer, ReadError> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    place.distinct("Name", element.children.iter())?;
    let typed = |kind: &str, attribute: &str| {
        let all = element.children_named(kind);
        all.map(|child| {
            Ok((place.required(child, "Name")?.to_owned(), place.required(child, attribute)?.to_owned()))
        })
        .collect::<Result<_, ReadError>>()
    };
    let imports =
        ["ActionImport", "FunctionImport"].into_iter().flat_map(|kind| element.children_named(kind));
    let of_members = element.children.iter().filter_map(|child| {
        let remarks = remarks(child, parts);
        (remarks != Remarks::default()).then_some((child.attribute("Name")?.to_owned(), remarks))
    });
    Ok(EntityContainer {
        name: name.to_owned(),
        imports: imports.filter_map(|import| Some(import.attribute("Name")?.to_owned())).collect(),
        remarks: remarks(element, parts),
        member_remarks: of_members.collect(),
        entity_sets: typed("EntitySet", "EntityType")?,
        singletons: typed("Singleton", "Type")?,
    })
}
