//! Conversion of the types of a Rust model into declarations of CSDL.

use super::{
    Annotation, Annotations, EnumerationType, Expression, Facets, Member, Property, PropertyRef, Schema,
    StructuredKind, StructuredType, TypeReference, namespace_of,
};
use crate::model::innermost;
use odata_core::metadata::{self, KeyAccess, ValueType};
use std::collections::BTreeMap;

/// Returns the schema with the namespace of a type. Creates the schema if it doesn't exist.
pub(super) fn schema<'s>(
    schemas: &'s mut BTreeMap<&'static str, Schema>,
    qualified_name: &'static str,
) -> &'s mut Schema {
    let namespace = namespace_of(qualified_name);
    schemas
        .entry(namespace)
        .or_insert_with(|| Schema { namespace: namespace.to_owned(), ..Schema::default() })
}

pub(super) fn structured(of_model: &metadata::StructuredType) -> StructuredType {
    let properties = of_model.own_properties().iter();
    let key = properties.clone().filter(|property| property.is_key());
    StructuredType {
        kind: match of_model.kind() {
            metadata::StructuredKind::Entity => StructuredKind::Entity,
            metadata::StructuredKind::Complex => StructuredKind::Complex,
        },
        qualified_name: of_model.qualified_name().to_owned(),
        base: of_model.base().map(|base| base.qualified_name().to_owned()),
        is_abstract: of_model.is_abstract(),
        is_open: false,
        has_stream: false,
        inherited_annotations: of_model.base().map(|base| key_overrides(of_model, base)).unwrap_or_default(),
        key: key
            .map(|property| PropertyRef { name: property.name().to_owned(), alias: None })
            .chain(of_model.own_key_paths().iter().map(|key_path| PropertyRef {
                name: key_path.path().to_owned(),
                alias: Some(key_path.alias().to_owned()),
            }))
            .collect(),
        properties: properties.map(property).collect(),
        annotations: Annotations::default(),
    }
}

fn property(of_model: &metadata::Property) -> Property {
    let is_navigation = of_model.is_navigation();
    let mut value_type = type_reference(of_model.value_type());
    // Key properties and the entities in a collection are never null. A computed key is an `Option` in the Rust type only because a new
    // entity has no key yet.
    let is_never_null = of_model.is_key() || (is_navigation && value_type.is_collection);
    value_type.is_nullable &= !is_never_null;
    let facets = facets(&value_type);
    Property {
        name: of_model.name().to_owned(),
        value_type,
        is_navigation,
        contains_target: of_model.is_contained(),
        facets,
        annotations: Annotations {
            is_computed: of_model.is_computed(),
            is_immutable: of_model.is_immutable(),
            others: match of_model.key_access() {
                Some(KeyAccess::Optional) => vec![computed_default_value(true)],
                _ => Vec::new(),
            },
            ..Annotations::default()
        },
        ..Property::default()
    }
}

/// Returns the facets of a type. `Edm.Decimal` has the facet `Scale="variable"`, because without the facet `Scale`, CSDL allows no
/// fractional digits.
pub(super) fn facets(value_type: &TypeReference) -> Facets {
    let is_decimal = value_type.name == "Edm.Decimal";
    Facets { scale: is_decimal.then(|| "variable".to_owned()), ..Facets::default() }
}

/// Returns the annotations that a derived type adds to inherited key properties, by property name. For example, if the
/// key property `id` is computed in the base type and required in the derived type, the derived type adds
/// `Core.Computed` with the value `false` to `id`.
fn key_overrides(
    of_model: &metadata::StructuredType,
    base: &'static metadata::StructuredType,
) -> BTreeMap<String, Annotations> {
    let overridden = base.key_properties().filter_map(|property| {
        let (access, inherited) = (of_model.key_access(property)?, base.key_access(property)?);
        let annotations = (access != inherited).then(|| key_override(access, inherited))?;
        Some((property.name().to_owned(), annotations))
    });
    overridden.collect()
}

fn key_override(access: KeyAccess, inherited: KeyAccess) -> Annotations {
    let mut annotations =
        Annotations { is_computed: access == KeyAccess::Computed, ..Annotations::default() };
    if inherited == KeyAccess::Computed {
        annotations.others.push(boolean("Computed", false));
    }
    if [access, inherited].contains(&KeyAccess::Optional) {
        annotations.others.push(computed_default_value(access == KeyAccess::Optional));
    }
    annotations
}

/// Creates the annotation `Core.ComputedDefaultValue`, which specifies whether a client can omit the key property when
/// it creates an entity.
fn computed_default_value(value: bool) -> Annotation {
    boolean("ComputedDefaultValue", value)
}

fn boolean(term: &str, value: bool) -> Annotation {
    Annotation {
        term: format!("Org.OData.Core.V1.{term}"),
        value: Expression::constant("Edm.Boolean", value.to_string()),
        ..Annotation::default()
    }
}

pub(super) fn type_reference(of_model: ValueType) -> TypeReference {
    let element = innermost(of_model);
    TypeReference {
        name: element.to_string(),
        is_collection: of_model.element().is_some(),
        is_nullable: element.is_nullable(),
        is_nullability_unspecified: false,
    }
}

pub(super) fn enumeration(of_model: &metadata::EnumerationType) -> EnumerationType {
    let members = of_model.members().iter().map(|member| Member {
        name: member.name().to_owned(),
        value: member.value(),
        annotations: Annotations::default(),
    });
    let is_small = of_model.members().iter().all(|member| i32::try_from(member.value()).is_ok());
    EnumerationType {
        qualified_name: of_model.qualified_name().to_owned(),
        underlying_type: if is_small { "Edm.Int32" } else { "Edm.Int64" }.to_owned(),
        is_flags: of_model.is_flags(),
        members: members.collect(),
        annotations: Annotations::default(),
    }
}
