//! The properties of an alternate key.

use proc_macro2::TokenStream;

use crate::document::{Expression, Property, StructuredType, namespace_of};
use crate::generate::name_rules::is_simple_identifier;
use crate::generate::plan::Plan;
use crate::generate::value_type;

/// A property of an alternate key, with its optional alias.
#[derive(PartialEq)]
pub(super) struct Part<'d> {
    /// The path of the property, such as `number` or `info/number`.
    pub(super) path: &'d str,
    /// The name in a key predicate such as `(number=1)`: the alias of the property, or the name of the property if there is no
    /// alias.
    pub(super) name: &'d str,
    property: &'d Property,
}

/// The reason why a property of an alternate key is invalid.
pub(super) struct InvalidPart<'d> {
    /// The path of the property, or `None` if the annotation has no path.
    pub(super) path: Option<&'d str>,
    pub(super) reason: &'static str,
}

impl<'d> Part<'d> {
    /// Reads the path (`Name`) and the alias (`Alias`) of a property from a record in an `AlternateKeys` annotation.
    pub(super) fn of(
        plan: &Plan<'d>,
        structured: &'d StructuredType,
        record: &'d Expression,
    ) -> Result<Self, InvalidPart<'d>> {
        let Some(path) = record.property("Name").and_then(Expression::path) else {
            return Err(InvalidPart { path: None, reason: "a property of the alternate key has no `Name`" });
        };
        let invalid = |reason| Err(InvalidPart { path: Some(path), reason });
        let alias = record.property("Alias").and_then(Expression::text).filter(|alias| *alias != path);
        if alias.is_none() && path.contains('/') {
            return invalid("a key property with a path such as `info/number` needs an alias");
        }
        if alias.is_some_and(|alias| !is_simple_identifier(alias)) {
            return invalid("the alias of a key property must be an identifier");
        }
        let Some(property) = property_at(plan, structured, path) else {
            return invalid("the entity type doesn't have this property");
        };
        if !has_literal(plan, &structured.qualified_name, property) {
            return invalid("a key property must have a primitive type or an enumeration type");
        }
        Ok(Self { path, name: alias.unwrap_or(path), property })
    }

    /// Returns the Rust type of the property's value. A path such as `super::Status` is relative to the module of the entity type `owner`.
    pub(super) fn value_type(&self, plan: &Plan<'_>, owner: &str) -> TokenStream {
        value_type::single(plan, namespace_of(owner), &self.property.value_type)
    }
}

/// Returns the property at a path such as `info/number`. The segments of the path can also be the names of inherited properties.
fn property_at<'d>(plan: &Plan<'d>, structured: &'d StructuredType, path: &str) -> Option<&'d Property> {
    let find = |owner: &'d StructuredType, name: &str| {
        let chain = core::iter::once(owner).chain(plan.selection.bases(owner));
        chain.flat_map(|one| &one.properties).find(|property| property.name == name)
    };
    let mut segments = path.split('/');
    let first = find(structured, segments.next()?)?;
    segments.try_fold(first, |property, segment| {
        let value_type = &property.value_type;
        let owner = plan.selection.structured_types.get(value_type.name.as_str())?;
        (!value_type.is_collection && !property.is_navigation).then(|| find(owner, segment))?
    })
}

/// Checks whether the values of a property can be written in a key predicate such as `(number=1)`.
fn has_literal(plan: &Plan<'_>, owner: &str, property: &Property) -> bool {
    let name = property.value_type.name.as_str();
    let rust = value_type::single(plan, namespace_of(owner), &property.value_type).to_string();
    let is_structured = plan.selection.structured_types.contains_key(name) && !plan.options.is_replaced(name);
    let is_mapped = plan.options.type_map.contains(name);
    let is_primitive = !matches!(rust.as_str(), "Untyped" | "Stream") && !rust.starts_with("Geo");
    let is_single = !property.value_type.is_collection && !property.is_navigation;
    is_single && !is_structured && (is_primitive || is_mapped)
}
