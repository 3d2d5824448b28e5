//! CSDL XML.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html>

use std::borrow::Cow;

use super::element::Element;
use super::{Annotation, CORE, annotations};
use crate::Document;
use crate::document::{
    Action, Deprecation, EntityContainer, EnumerationType, Member, Property, PropertyRef, Reference, Remarks,
    Schema, StructuredKind, StructuredType, TypeDefinition, last_segment,
};

pub(super) fn document(document: &Document) -> Element<'_> {
    let services = Element::new("edmx:DataServices").with_children(document.schemas.iter().map(schema));
    Element::new("edmx:Edmx")
        .with("Version", "4.01")
        .with("xmlns:edmx", "http://docs.oasis-open.org/odata/ns/edmx")
        .with_children(document.references.iter().map(reference))
        .with_children([services])
}

fn reference(reference: &Reference) -> Element<'_> {
    let include = |namespace| Element::new("edmx:Include").with("Namespace", namespace);
    Element::new("edmx:Reference")
        .with("Uri", &reference.uri)
        .with_children(reference.namespaces.iter().map(include))
}

fn schema(schema: &Schema) -> Element<'_> {
    Element::new("Schema")
        .with("Namespace", &schema.namespace)
        .with_some("Alias", schema.alias.as_deref())
        .with("xmlns", "http://docs.oasis-open.org/odata/ns/edm")
        .with_children(schema.type_definitions.iter().map(type_definition))
        .with_children(schema.enumeration_types.iter().map(enumeration))
        .with_children(schema.structured_types.iter().map(structured))
        .with_children(schema.actions.iter().map(action))
        .with_children(schema.container.iter().map(container))
}

fn type_definition(definition: &TypeDefinition) -> Element<'_> {
    Element::new("TypeDefinition")
        .with("Name", last_segment(&definition.qualified_name))
        .with("UnderlyingType", &definition.underlying_type)
}

fn enumeration(enumeration: &EnumerationType) -> Element<'_> {
    let underlying_type = Some(&enumeration.underlying_type).filter(|name| *name != "Edm.Int32");
    Element::new("EnumType")
        .with("Name", last_segment(&enumeration.qualified_name))
        .with_some("UnderlyingType", underlying_type)
        .with_flag("IsFlags", enumeration.is_flags)
        .with_children(remarks(&enumeration.remarks))
        .with_children(enumeration.members.iter().map(member))
}

fn member(member: &Member) -> Element<'_> {
    Element::new("Member")
        .with("Name", &member.name)
        .with("Value", member.value.to_string())
        .with_children(remarks(&member.remarks))
}

fn structured(structured: &StructuredType) -> Element<'_> {
    let name = match structured.kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    };
    let key = Element::new("Key").with_children(structured.key.iter().map(part_of_key));
    Element::new(name)
        .with("Name", last_segment(&structured.qualified_name))
        .with_some("BaseType", structured.base.as_deref())
        .with_flag("Abstract", structured.is_abstract)
        .with_flag("OpenType", structured.is_open)
        .with_flag("HasStream", structured.has_stream)
        .with_children((!structured.key.is_empty()).then_some(key))
        .with_children(remarks(&structured.remarks))
        .with_children(structured.properties.iter().map(property))
}

fn part_of_key(part: &PropertyRef) -> Element<'_> {
    Element::new("PropertyRef").with("Name", &part.name).with_some("Alias", part.alias.as_deref())
}

fn property(property: &Property) -> Element<'_> {
    described(if property.is_navigation { "NavigationProperty" } else { "Property" }, property)
}

/// A property, or a parameter.
fn described<'d>(name: &'static str, property: &'d Property) -> Element<'d> {
    let value_type = &property.value_type;
    let type_name = match &value_type.name {
        name if value_type.is_collection => Cow::Owned(format!("Collection({name})")),
        name => Cow::Borrowed(name.as_str()),
    };
    // A single value has a default, and the entities in a collection are never null.
    let nullable = match (value_type.is_collection, value_type.is_nullable) {
        (true, true) => Some("true"),
        (true, false) if property.is_navigation || value_type.is_nullability_unspecified => None,
        (_, false) => Some("false"),
        (false, true) => None,
    };
    Element::new(name)
        .with("Name", &property.name)
        .with("Type", type_name)
        .with_some("Nullable", nullable)
        .with_flag("ContainsTarget", property.contains_target)
        .with_children(remarks(&property.remarks))
}

fn action(action: &Action) -> Element<'_> {
    Element::new("Action")
        .with("Name", last_segment(&action.qualified_name))
        .with_flag("IsBound", action.is_bound)
        .with_children(action.parameters.iter().map(|parameter| described("Parameter", parameter)))
}

fn container(container: &EntityContainer) -> Element<'_> {
    let entity_sets = container.entity_sets.iter().map(|(name, entity_type)| {
        Element::new("EntitySet").with("Name", name).with("EntityType", entity_type)
    });
    let singletons = container
        .singletons
        .iter()
        .map(|(name, entity_type)| Element::new("Singleton").with("Name", name).with("Type", entity_type));
    Element::new("EntityContainer")
        .with("Name", &container.name)
        .with_children(entity_sets)
        .with_children(singletons)
}

fn remarks(remarks: &Remarks) -> impl Iterator<Item = Element<'_>> {
    let annotation = |term| Element::new("Annotation").with("Term", format!("{CORE}.{term}"));
    annotations(remarks).into_iter().map(move |value| match value {
        Annotation::Text(term, text) => annotation(term).with("String", text),
        Annotation::Tag(term) => annotation(term).with("Bool", "true"),
        Annotation::ReadOnly => {
            annotation("Permissions").with("EnumMember", format!("{CORE}.Permission/Read"))
        }
        Annotation::Revision(deprecation) => {
            let revisions = Element::new("Collection").with_children([revision(deprecation)]);
            annotation("Revisions").with_children([revisions])
        }
    })
}

fn revision(deprecation: &Deprecation) -> Element<'_> {
    let Deprecation { description, version, removal_date } = deprecation;
    let property = |name| Element::new("PropertyValue").with("Property", name);
    Element::new("Record")
        .with_children([property("Kind").with("EnumMember", format!("{CORE}.RevisionKind/Deprecated"))])
        .with_children(version.as_ref().map(|text| property("Version").with("String", text)))
        .with_children(description.as_ref().map(|text| property("Description").with("String", text)))
        .with_children(removal_date.as_ref().map(|date| property("RemovalDate").with("Date", date)))
}
