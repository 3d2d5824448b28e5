//! Writing of CSDL XML.
//!
//! <https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html>

use std::borrow::Cow;

use super::EDM;
use super::element::Element;
use super::xml_annotations::annotations;
use super::xml_container::{container, reference};
use crate::Document;
use crate::document::{
    Action, Annotations, EnumerationType, Facets, Member, Property, PropertyRef, Schema, StructuredKind,
    StructuredType, Term, TypeDefinition,
};

pub(super) fn document(document: &Document) -> Element<'_> {
    let schemas = document.schemas.iter().enumerate().map(|(position, of)| {
        // Annotations with a target path can be in any schema. These annotations are written in the first schema.
        let annotations = if position == 0 { document.annotations.as_slice() } else { &[] };
        schema(of).with_children(annotations.iter().map(|of| targets(&*of.target, &of.annotations)))
    });
    let services = Element::new("edmx:DataServices").with_children(schemas);
    Element::new("edmx:Edmx")
        .with("Version", document.version.as_str())
        .with("xmlns:edmx", "http://docs.oasis-open.org/odata/ns/edmx")
        .with_children(document.references.iter().map(reference))
        .with_children([services])
}

fn targets<'d>(target: impl Into<Cow<'d, str>>, of_target: &'d Annotations) -> Element<'d> {
    Element::new("Annotations").with("Target", target).with_children(annotations(of_target))
}

fn schema(schema: &Schema) -> Element<'_> {
    let inherited = schema.structured_types.iter().flat_map(|structured| {
        let annotations = structured.inherited_annotations.iter();
        annotations.map(|(name, of)| targets(format!("{}/{name}", structured.qualified_name), of))
    });
    Element::new("Schema")
        .with("Namespace", &schema.namespace)
        .with_some("Alias", schema.alias.as_deref())
        .with("xmlns", EDM)
        .with_children(annotations(&schema.annotations))
        .with_children(schema.type_definitions.iter().map(|of| type_definition(schema, of)))
        .with_children(schema.enumeration_types.iter().map(|of| enumeration(schema, of)))
        .with_children(schema.structured_types.iter().map(|of| structured(schema, of)))
        .with_children(schema.actions.iter().map(|of| action(schema, "Action", of)))
        .with_children(
            schema.functions.iter().map(|of| {
                action(schema, "Function", &of.signature).with_flag("IsComposable", of.is_composable)
            }),
        )
        .with_children(schema.terms.iter().map(term))
        .with_children(schema.container.iter().map(container))
        .with_children(inherited)
}

fn type_definition<'d>(schema: &Schema, definition: &'d TypeDefinition) -> Element<'d> {
    Element::new("TypeDefinition")
        .with("Name", schema.simple_name(&definition.qualified_name))
        .with("UnderlyingType", &definition.underlying_type)
        .with_all(facets(&definition.facets))
        .with_children(annotations(&definition.annotations))
}

fn facets(facets: &Facets) -> impl Iterator<Item = (&'static str, &str)> {
    facets.of_type().into_iter().filter_map(|(name, value)| Some((name, value?)))
}

fn enumeration<'d>(schema: &Schema, enumeration: &'d EnumerationType) -> Element<'d> {
    let underlying_type = Some(&enumeration.underlying_type).filter(|name| *name != "Edm.Int32");
    Element::new("EnumType")
        .with("Name", schema.simple_name(&enumeration.qualified_name))
        .with_some("UnderlyingType", underlying_type)
        .with_flag("IsFlags", enumeration.is_flags)
        .with_children(annotations(&enumeration.annotations))
        .with_children(enumeration.members.iter().map(member))
}

fn member(member: &Member) -> Element<'_> {
    Element::new("Member")
        .with("Name", &member.name)
        .with("Value", member.value.to_string())
        .with_children(annotations(&member.annotations))
}

fn structured<'d>(schema: &Schema, structured: &'d StructuredType) -> Element<'d> {
    let name = match structured.kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    };
    let key = Element::new("Key").with_children(structured.key.iter().map(part_of_key));
    Element::new(name)
        .with("Name", schema.simple_name(&structured.qualified_name))
        .with_some("BaseType", structured.base.as_deref())
        .with_flag("Abstract", structured.is_abstract)
        .with_flag("OpenType", structured.is_open)
        .with_flag("HasStream", structured.has_stream)
        .with_children((!structured.key.is_empty()).then_some(key))
        .with_children(annotations(&structured.annotations))
        .with_children(structured.properties.iter().map(property))
}

fn part_of_key(part: &PropertyRef) -> Element<'_> {
    Element::new("PropertyRef").with("Name", &part.name).with_some("Alias", part.alias.as_deref())
}

fn property(property: &Property) -> Element<'_> {
    described(if property.is_navigation { "NavigationProperty" } else { "Property" }, property)
}

/// Returns an XML element with the type and the facets of a property, parameter, return type or term.
fn described<'d>(name: &'static str, property: &'d Property) -> Element<'d> {
    let value_type = &property.value_type;
    // `Nullable` defaults to `true` for single values, and is never written for collections of entities.
    let nullable = match (value_type.is_collection, value_type.is_nullable) {
        (true, true) => Some("true"),
        (true, false) if property.is_navigation || value_type.is_nullability_unspecified => None,
        (_, false) => Some("false"),
        (false, true) => None,
    };
    Element::new(name)
        .with_some("Name", (name != "ReturnType").then_some(&property.name))
        .with("Type", value_type.expression())
        .with_some("Nullable", nullable)
        .with_flag("ContainsTarget", property.contains_target)
        .with_some("Partner", property.partner.as_deref())
        .with_all(facets(&property.facets))
        .with_some("DefaultValue", property.facets.default_value.as_deref())
        .with_children(property.referential_constraints.iter().map(|(dependent, principal)| {
            Element::new("ReferentialConstraint")
                .with("Property", dependent)
                .with("ReferencedProperty", principal)
                .with_children(
                    property.constraint_annotations.get(dependent).into_iter().flat_map(annotations),
                )
        }))
        .with_children(property.on_delete.iter().map(|of| {
            let on_delete = Element::new("OnDelete").with("Action", of);
            on_delete.with_children(annotations(&property.on_delete_annotations))
        }))
        .with_children(annotations(&property.annotations))
}

fn term(term: &Term) -> Element<'_> {
    described("Term", &term.definition)
        .with_some("BaseTerm", term.base.as_deref())
        .with_some("AppliesTo", term.applies_to.as_deref())
}

/// Returns the XML element for an action or a function, without the attribute `IsComposable`.
fn action<'d>(schema: &Schema, kind: &'static str, action: &'d Action) -> Element<'d> {
    let return_type = action.return_type.iter().map(|of| described("ReturnType", of));
    Element::new(kind)
        .with("Name", schema.simple_name(&action.qualified_name))
        .with_flag("IsBound", action.is_bound)
        .with_some("EntitySetPath", action.entity_set_path.as_deref())
        .with_children(annotations(&action.annotations))
        .with_children(action.parameters.iter().map(|parameter| described("Parameter", parameter)))
        .with_children(return_type)
}
