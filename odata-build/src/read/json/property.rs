//! Parsing of properties, parameters, return types and terms in CSDL JSON.

use super::annotations::{ObjectAnnotations, annotations};
use super::context::Context;
use super::node::{Kind, Node, Object};
use crate::document::{Annotations, Facets, Problem, Property, TypeReference};

/// The CSDL JSON keywords that a property, a parameter, a return type or a term can contain.
const KNOWN: [&str; 17] = [
    "$Kind",
    "$Name",
    "$Type",
    "$Collection",
    "$Nullable",
    "$MaxLength",
    "$Precision",
    "$Scale",
    "$SRID",
    "$Unicode",
    "$DefaultValue",
    "$Partner",
    "$ContainsTarget",
    "$ReferentialConstraint",
    ON_DELETE,
    "$BaseTerm",
    "$AppliesTo",
];

const CONSTRAINT: &str = "$ReferentialConstraint";
const ON_DELETE: &str = "$OnDelete";

pub(super) fn read<'t>(context: &Context<'_, 't>, name: &str, node: Node<'t>) -> Option<Property> {
    read_object(context, name, &context.object(name, node)?)
}

pub(super) fn read_object<'t>(
    context: &Context<'_, 't>,
    name: &str,
    object: &Object<'t>,
) -> Option<Property> {
    let is_navigation = is_navigation(context, object);
    let parent = if is_navigation { "NavigationProperty" } else { "Property" };
    context.report_others(object, parent, &KNOWN, |target| matches!(target, "" | ON_DELETE));
    context.report_elements(object, parent);
    let value_type = type_reference(context, object, is_navigation)?;
    let on_delete = context.optional(object, ON_DELETE);
    let on_delete_annotations = ObjectAnnotations::of(object).read(context, ON_DELETE);
    let mut property = Property {
        name: name.to_owned(),
        facets: facets(context, object, &value_type.name),
        partner: context.optional(object, "$Partner"),
        on_delete_annotations: if on_delete.is_some() {
            on_delete_annotations
        } else {
            Annotations::default()
        },
        on_delete,
        value_type,
        is_navigation,
        contains_target: context.flag(object, "$ContainsTarget"),
        annotations: annotations(context, object),
        ..Property::default()
    };
    read_constraints(context, object, &mut property);
    Some(property)
}

fn type_reference<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    is_navigation: bool,
) -> Option<TypeReference> {
    let name = if is_navigation {
        context.required(object, "NavigationProperty", "$Type")?
    } else {
        context.optional(object, "$Type").unwrap_or_else(|| default_type(object).to_owned())
    };
    let is_collection = context.flag(object, "$Collection");
    let nullable = context.boolean(object, "$Nullable");
    // The value of `$Type` can be `Collection(…)`. CSDL doesn't allow nested collections, but the generator has a warning about them.
    let is_invalid = name.matches('(').count() != name.matches(')').count();
    if is_invalid {
        let position = object.get("$Type").map_or(object.position, |node| node.position);
        context.warn(position, Problem::InvalidType { type_name: name.clone() });
    }
    Some(TypeReference {
        name: if is_invalid { "Edm.Untyped".to_owned() } else { name },
        is_collection,
        // Entities in a collection are never null.
        is_nullable: nullable.unwrap_or_default() && !(is_navigation && is_collection),
        is_nullability_unspecified: is_collection && !is_navigation && nullable.is_none(),
    })
}

/// Returns the type of a property without a valid `$Type`: `Edm.String` if `$Type` is missing, and `Edm.Untyped` if `$Type` isn't a string.
fn default_type(object: &Object<'_>) -> &'static str {
    match object.get("$Type") {
        None => "Edm.String",
        Some(_) => "Edm.Untyped",
    }
}

/// Reads the facets of a type. In CSDL JSON, an `Edm.Decimal` without `$Scale` has a variable scale.
pub(super) fn facets<'t>(context: &Context<'_, 't>, object: &Object<'t>, type_name: &str) -> Facets {
    Facets::read(|name| {
        let name = format!("${name}");
        let value = object.get(&name).and_then(|node| match node.kind() {
            Kind::String => Some(context.string(&name, node)?.into_owned()),
            Kind::Number | Kind::Boolean => Some(node.text.to_owned()),
            kind => {
                context.warn(node.position, Problem::value(&name, "a string, a number or a boolean", kind));
                None
            }
        });
        let is_variable = name == "$Scale" && type_name == "Edm.Decimal";
        value.or_else(|| is_variable.then(|| "variable".to_owned()))
    })
}

fn read_constraints<'t>(context: &Context<'_, 't>, object: &Object<'t>, property: &mut Property) {
    let constraints = object.get(CONSTRAINT).and_then(|node| context.object(CONSTRAINT, node));
    let Some(constraints) = constraints else { return };
    context.report_others(&constraints, CONSTRAINT, &[], |target| !target.is_empty());
    let annotations = ObjectAnnotations::of(&constraints);
    for member in constraints.elements() {
        let Some(referenced) = context.string(&member.name, member.value) else { continue };
        let of_constraint = annotations.read(context, &member.name);
        if !of_constraint.is_empty() {
            property.constraint_annotations.insert(member.name.clone().into_owned(), of_constraint);
        }
        property.referential_constraints.insert(member.name.clone().into_owned(), referenced.into_owned());
    }
}

fn is_navigation<'t>(context: &Context<'_, 't>, object: &Object<'t>) -> bool {
    let Some(kind) = object.get("$Kind") else { return false };
    match context.string("$Kind", kind).as_deref() {
        Some("NavigationProperty") => true,
        None | Some("Property" | "Term") => false,
        Some(other) => {
            let expected = "`Property` or `NavigationProperty`";
            context.warn(kind.position, Problem::value("$Kind", expected, format_args!("`{other}`")));
            false
        }
    }
}
