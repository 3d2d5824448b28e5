//! The fields of a generated struct, with their names.

use proc_macro2::Ident;

use super::naming::{Scope, identifier, snake_case};
use super::plan::Plan;
use crate::document::{Property, StructuredType, last_segment};

/// The fields of a struct that represents an entity or complex type.
pub(super) struct Fields<'d> {
    /// The field for the base type, with the qualified name of the base type.
    pub(super) base: Option<(Ident, &'d str)>,
    pub(super) properties: Vec<(Ident, &'d Property)>,
    /// The name of the `Extra` field, which stores undeclared properties and annotations. `None` if the type has a base type, because the
    /// struct of the root type has the `Extra` field.
    pub(super) extra: Option<Ident>,
}

impl<'d> Fields<'d> {
    pub(super) fn of(plan: &Plan<'_>, structured: &'d StructuredType) -> Self {
        let mut scope = Scope::default();
        let properties = structured.properties.iter().filter(|property| has_field(plan, property));
        let mut properties: Vec<_> = properties
            .map(|property| (identifier(&scope.add(snake_case(&property.name), "_")), property))
            .collect();
        sort_key_properties(structured, &mut properties);
        let base = structured.base.as_deref().map(|base| {
            let name = plan.options.renames.types.get(base).map_or(last_segment(base), String::as_str);
            (identifier(&scope.add(snake_case(name), "_base")), base)
        });
        let extra = base.is_none().then(|| identifier(&scope.add("extra".to_owned(), "_members")));
        Self { base, properties, extra }
    }
}

/// Sorts the fields of key properties in the order of the `<Key>` element. The derives of odata-derive use the order of
/// the fields as the order of the key properties. In a document, the order of the `<Property>` elements can differ from
/// the order in the `<Key>` element.
fn sort_key_properties(structured: &StructuredType, properties: &mut [(Ident, &Property)]) {
    let position = |property: &Property| structured.key.iter().position(|part| part.name == property.name);
    let indices = properties.iter().enumerate().filter(|(_, (_, property))| position(property).is_some());
    let indices: Vec<usize> = indices.map(|(index, _)| index).collect();
    let mut key: Vec<_> = indices.iter().map(|index| properties[*index].clone()).collect();
    key.sort_by_key(|(_, property)| position(property));
    for (index, field) in indices.into_iter().zip(key) {
        properties[index] = field;
    }
}

/// Checks whether a field is generated for a property. If the model doesn't contain the entity type of a navigation property, no field is
/// generated for the property.
pub(super) fn has_field(plan: &Plan<'_>, property: &Property) -> bool {
    let name = property.value_type.name.as_str();
    !property.is_navigation
        || plan.selection.structured_types.contains_key(name) && !plan.options.is_replaced(name)
}
