//! Writing of CSDL JSON.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-json/v4.01/odata-csdl-json-v4.01.html>

use std::borrow::Cow;
use std::collections::HashMap;

use super::json_annotations::{annotations, facet};
use super::json_container::{container, references};
use super::value::{Object, Value};
use super::warnings::clashes;
use crate::Document;
use crate::document::{
    Action, Annotations, EnumerationType, Facets, Property, PropertyRef, Schema, StructuredKind,
    StructuredType, TargetAnnotations, Term, TypeDefinition,
};

pub(super) fn document(document: &Document) -> Object<'_> {
    let containers = document.schemas.iter().filter_map(|schema| {
        let name = format!("{}.{}", schema.namespace, schema.container.as_ref()?.name);
        (!clashes(schema).contains(&name)).then(|| Value::Text(name.into()))
    });
    let references = references(document);
    Object::default()
        .with("$Version", document.version.as_str())
        .with_some("$EntityContainer", containers.into_iter().next())
        .with_some("$Reference", (!references.is_empty()).then_some(references))
        .with_all(document.schemas.iter().enumerate().map(|(position, of)| {
            // Annotations with a target path can be in any schema. These annotations are written in the first schema.
            let targets = if position == 0 { document.annotations.as_slice() } else { &[] };
            (&of.namespace, schema(of, targets))
        }))
}

fn annotated_targets<'d>(
    all: impl IntoIterator<Item = (Cow<'d, str>, &'d Annotations)>,
) -> Option<Object<'d>> {
    let targets = all
        .into_iter()
        .map(|(target, of_target)| (target, Object::default().with_all(annotations("", of_target))));
    let object = Object::default().with_all(targets);
    (!object.is_empty()).then_some(object)
}

fn schema<'d>(schema: &'d Schema, targets: &'d [TargetAnnotations]) -> Object<'d> {
    let inherited = schema.structured_types.iter().flat_map(|structured| {
        let annotations = structured.inherited_annotations.iter();
        annotations.map(|(name, of)| (format!("{}/{name}", structured.qualified_name).into(), of))
    });
    let targets = targets.iter().map(|of| (of.target.as_str().into(), &of.annotations));
    Object::default()
        .with_some("$Alias", schema.alias.as_deref())
        .with_all(annotations("", &schema.annotations))
        .with_all(
            schema
                .type_definitions
                .iter()
                .map(|of| (schema.simple_name(&of.qualified_name), type_definition(of))),
        )
        .with_all(
            schema
                .enumeration_types
                .iter()
                .map(|of| (schema.simple_name(&of.qualified_name), enumeration(of))),
        )
        .with_all(
            schema.structured_types.iter().map(|of| (schema.simple_name(&of.qualified_name), structured(of))),
        )
        .with_all(overloads(schema))
        .with_all(schema.terms.iter().map(|of| (schema.simple_name(&of.qualified_name), term(of))))
        .with_all(schema.container.iter().map(|of| (&of.name, container(of))))
        .with_some("$Annotations", annotated_targets(inherited.chain(targets)))
}

fn type_definition(definition: &TypeDefinition) -> Object<'_> {
    Object::default()
        .with("$Kind", "TypeDefinition")
        .with("$UnderlyingType", &definition.underlying_type)
        .with_all(facets(&definition.facets, &definition.underlying_type))
        .with_all(annotations("", &definition.annotations))
}

fn enumeration(enumeration: &EnumerationType) -> Object<'_> {
    let underlying_type = Some(&enumeration.underlying_type).filter(|name| *name != "Edm.Int32");
    let object = Object::default()
        .with("$Kind", "EnumType")
        .with_some("$UnderlyingType", underlying_type)
        .with_flag("$IsFlags", enumeration.is_flags)
        .with_all(annotations("", &enumeration.annotations));
    enumeration.members.iter().fold(object, |object, member| {
        object.with(&member.name, member.value).with_all(annotations(&member.name, &member.annotations))
    })
}

fn structured(structured: &StructuredType) -> Object<'_> {
    let kind = match structured.kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    };
    let key = structured.key.iter().map(part_of_key);
    Object::default()
        .with("$Kind", kind)
        .with_some("$BaseType", structured.base.as_deref())
        .with_flag("$Abstract", structured.is_abstract)
        .with_flag("$OpenType", structured.is_open)
        .with_flag("$HasStream", structured.has_stream)
        .with_some("$Key", (!structured.key.is_empty()).then(|| key.collect::<Value<'_>>()))
        .with_all(annotations("", &structured.annotations))
        .with_all(structured.properties.iter().map(|of| (&of.name, property(of))))
}

fn part_of_key(part: &PropertyRef) -> Value<'_> {
    match &part.alias {
        Some(alias) => Object::default().with(alias, &part.name).into(),
        None => Value::from(&part.name),
    }
}

fn property(property: &Property) -> Object<'_> {
    let value_type = &property.value_type;
    // The type of a structural property defaults to `Edm.String`. Navigation properties have no default type.
    let is_default = !property.is_navigation && value_type.name == "Edm.String";
    // `$Nullable` defaults to `false`, except for structural properties that are collections.
    let is_explicit =
        value_type.is_collection && !property.is_navigation && !value_type.is_nullability_unspecified;
    let nullable =
        if value_type.is_nullable { Some(Value::True) } else { is_explicit.then_some(Value::False) };
    Object::default()
        .with_some("$Kind", property.is_navigation.then_some("NavigationProperty"))
        .with_flag("$Collection", value_type.is_collection)
        .with_some("$Type", (!is_default).then_some(&value_type.name))
        .with_some("$Nullable", nullable)
        .with_flag("$ContainsTarget", property.contains_target)
        .with_some("$Partner", property.partner.as_deref())
        .with_all(facets(&property.facets, &value_type.name))
        .with_some(
            "$ReferentialConstraint",
            (!property.referential_constraints.is_empty()).then(|| referential_constraints(property)),
        )
        .with_some("$OnDelete", property.on_delete.as_deref())
        .with_all(annotations("$OnDelete", &property.on_delete_annotations))
        .with_all(annotations("", &property.annotations))
}

fn referential_constraints(property: &Property) -> Object<'_> {
    let constraints = property.referential_constraints.iter();
    constraints.fold(Object::default(), |object, (dependent, principal)| {
        let of_constraint = property.constraint_annotations.get(dependent);
        let annotations = of_constraint.into_iter().flat_map(|of| annotations(dependent, of));
        object.with(dependent, principal).with_all(annotations)
    })
}

/// Returns the facets as JSON members. An `Edm.Decimal` without the facet `Scale` has a variable scale in CSDL JSON, but the scale 0 in
/// CSDL XML.
fn facets<'d>(facets: &'d Facets, type_name: &str) -> Vec<(String, Value<'d>)> {
    let is_decimal = type_name == "Edm.Decimal";
    let of_type = facets.of_type().into_iter().filter_map(|(name, value)| match (name, value) {
        ("Scale", None) if is_decimal => Some((name, Value::Number(0))),
        ("Scale", Some("variable")) if is_decimal => None,
        (name, value) => Some((name, facet(value?))),
    });
    let is_number_or_boolean = !matches!(
        type_name,
        "Edm.String"
            | "Edm.Date"
            | "Edm.DateTimeOffset"
            | "Edm.TimeOfDay"
            | "Edm.Duration"
            | "Edm.Guid"
            | "Edm.Binary"
    );
    let default_value = facets
        .default_value
        .as_deref()
        .map(|value| ("DefaultValue", if is_number_or_boolean { facet(value) } else { value.into() }));
    of_type.chain(default_value).map(|(name, value)| (format!("${name}"), value)).collect()
}

/// Returns the actions and functions of a schema as JSON members. Each action or function is a member, and its value is
/// the array of the overloads.
fn overloads(schema: &Schema) -> Vec<(&str, Value<'_>)> {
    let mut positions: HashMap<&str, usize> = HashMap::new();
    let mut named: Vec<(&str, Vec<Value<'_>>)> = Vec::new();
    let actions = schema.actions.iter().map(|of| (&of.qualified_name, action("Action", of)));
    let functions = schema.functions.iter().map(|of| {
        let object = action("Function", &of.signature).with_flag("$IsComposable", of.is_composable);
        (&of.signature.qualified_name, object)
    });
    for (qualified_name, overload) in actions.chain(functions) {
        let name = schema.simple_name(qualified_name);
        let position = *positions.entry(name).or_insert(named.len());
        if position == named.len() {
            named.push((name, Vec::new()));
        }
        named[position].1.push(overload.into());
    }
    named.into_iter().map(|(name, overloads)| (name, Value::Array(overloads))).collect()
}

fn term(term: &Term) -> Object<'_> {
    let applies_to = term.applies_to.as_deref();
    property(&term.definition).with("$Kind", "Term").with_some("$BaseTerm", term.base.as_deref()).with_some(
        "$AppliesTo",
        applies_to.map(|kinds| kinds.split_whitespace().map(Value::from).collect::<Value<'_>>()),
    )
}

/// Returns the JSON object for an action or a function, without the member `$IsComposable`.
fn action<'d>(kind: &'static str, action: &'d Action) -> Object<'d> {
    let parameters = action.parameters.iter().map(|of| property(of).with("$Name", &of.name).into());
    Object::default()
        .with("$Kind", kind)
        .with_flag("$IsBound", action.is_bound)
        .with_some("$EntitySetPath", action.entity_set_path.as_deref())
        .with_some("$ReturnType", action.return_type.as_ref().map(property))
        .with_all(annotations("", &action.annotations))
        .with_some("$Parameter", (!action.parameters.is_empty()).then(|| parameters.collect::<Value<'_>>()))
}
