//! CSDL JSON.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-json/v4.01/odata-csdl-json-v4.01.html>

use super::value::{Object, Value};
use super::{Annotation, CORE, annotations};
use crate::Document;
use crate::document::{
    Action, Deprecation, EntityContainer, EnumerationType, Property, PropertyRef, Reference, Remarks, Schema,
    StructuredKind, StructuredType, TypeDefinition, last_segment,
};

pub(super) fn document(document: &Document) -> Object<'_> {
    let containers = document.schemas.iter().filter_map(|schema| {
        Some(Value::Text(format!("{}.{}", schema.namespace, schema.container.as_ref()?.name).into()))
    });
    let references = document.references.iter().map(|of| (&of.uri, reference(of)));
    let references = Object::default().with_all(references);
    Object::default()
        .with("$Version", "4.01")
        .with_some("$EntityContainer", containers.into_iter().next())
        .with_some("$Reference", (!references.is_empty()).then_some(references))
        .with_all(document.schemas.iter().map(|of| (&of.namespace, schema(of))))
}

fn reference(reference: &Reference) -> Object<'_> {
    let include = |namespace| Object::default().with("$Namespace", namespace).into();
    let includes = (!reference.namespaces.is_empty())
        .then(|| reference.namespaces.iter().map(include).collect::<Value<'_>>());
    Object::default().with_some("$Include", includes)
}

fn schema(schema: &Schema) -> Object<'_> {
    Object::default()
        .with_some("$Alias", schema.alias.as_deref())
        .with_all(
            schema.type_definitions.iter().map(|of| (last_segment(&of.qualified_name), type_definition(of))),
        )
        .with_all(
            schema.enumeration_types.iter().map(|of| (last_segment(&of.qualified_name), enumeration(of))),
        )
        .with_all(schema.structured_types.iter().map(|of| (last_segment(&of.qualified_name), structured(of))))
        .with_all(overloads(&schema.actions))
        .with_all(schema.container.iter().map(|of| (&of.name, container(of))))
}

fn type_definition(definition: &TypeDefinition) -> Object<'_> {
    Object::default().with("$Kind", "TypeDefinition").with("$UnderlyingType", &definition.underlying_type)
}

fn enumeration(enumeration: &EnumerationType) -> Object<'_> {
    let underlying_type = Some(&enumeration.underlying_type).filter(|name| *name != "Edm.Int32");
    let object = Object::default()
        .with("$Kind", "EnumType")
        .with_some("$UnderlyingType", underlying_type)
        .with_flag("$IsFlags", enumeration.is_flags)
        .with_all(remarks("", &enumeration.remarks));
    enumeration.members.iter().fold(object, |object, member| {
        object.with(&member.name, member.value).with_all(remarks(&member.name, &member.remarks))
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
        .with_all(remarks("", &structured.remarks))
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
    // A navigation property has no type by default.
    let is_default = !property.is_navigation && value_type.name == "Edm.String";
    // Only a collection of values has no default.
    let is_stated =
        value_type.is_collection && !property.is_navigation && !value_type.is_nullability_unspecified;
    let nullable = if value_type.is_nullable { Some(Value::True) } else { is_stated.then_some(Value::False) };
    Object::default()
        .with_some("$Kind", property.is_navigation.then_some("NavigationProperty"))
        .with_flag("$Collection", value_type.is_collection)
        .with_some("$Type", (!is_default).then_some(&value_type.name))
        .with_some("$Nullable", nullable)
        .with_flag("$ContainsTarget", property.contains_target)
        .with_all(remarks("", &property.remarks))
}

/// The actions, those of one name in an array.
fn overloads(actions: &[Action]) -> Vec<(&str, Value<'_>)> {
    let mut named: Vec<(&str, Vec<Value<'_>>)> = Vec::new();
    for of in actions {
        let name = last_segment(&of.qualified_name);
        match named.iter_mut().find(|(other, _)| *other == name) {
            Some((_, overloads)) => overloads.push(action(of).into()),
            None => named.push((name, vec![action(of).into()])),
        }
    }
    named.into_iter().map(|(name, overloads)| (name, Value::Array(overloads))).collect()
}

fn action(action: &Action) -> Object<'_> {
    let parameters = action.parameters.iter().map(|of| property(of).with("$Name", &of.name).into());
    Object::default()
        .with("$Kind", "Action")
        .with_flag("$IsBound", action.is_bound)
        .with_some("$Parameter", (!action.parameters.is_empty()).then(|| parameters.collect::<Value<'_>>()))
}

fn container(container: &EntityContainer) -> Object<'_> {
    let entity_sets = container.entity_sets.iter().map(|(name, entity_type)| {
        (name, Object::default().with_flag("$Collection", true).with("$Type", entity_type))
    });
    let singletons = container
        .singletons
        .iter()
        .map(|(name, entity_type)| (name, Object::default().with("$Type", entity_type)));
    Object::default().with("$Kind", "EntityContainer").with_all(entity_sets).with_all(singletons)
}

/// The annotations of an object, in it; or those of one of its members, beside that.
fn remarks<'d>(member: &str, remarks: &'d Remarks) -> impl Iterator<Item = (String, Value<'d>)> {
    annotations(remarks).into_iter().map(move |annotation| {
        let (term, value) = match annotation {
            Annotation::Text(term, text) => (term, text.into()),
            Annotation::Tag(term) => (term, Value::True),
            Annotation::ReadOnly => ("Permissions", "Read".into()),
            Annotation::Revision(deprecation) => ("Revisions", [revision(deprecation)].into_iter().collect()),
        };
        (format!("{member}@{CORE}.{term}"), value)
    })
}

fn revision(deprecation: &Deprecation) -> Value<'_> {
    Object::default()
        .with("Kind", "Deprecated")
        .with_some("Version", deprecation.version.as_ref())
        .with_some("Description", deprecation.description.as_ref())
        .with_some("RemovalDate", deprecation.removal_date.as_ref())
        .into()
}
