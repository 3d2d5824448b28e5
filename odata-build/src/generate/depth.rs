//! Estimation of how deeply the compiler must recurse into the generated types. If the types are nested too deeply, navigation properties
//! are generated as `Related<T>`.

use std::collections::HashSet;

use super::fields::has_field;
use super::plan::Plan;
use crate::document::Property;

/// The maximum nesting depth of the generated types. For a model with deeper nesting, the generator uses `Related<T>`
/// for navigation properties. The maximum nesting depth is half of rustc's default recursion limit (128), because a
/// program can nest the generated types in its own types.
const LIMIT: usize = 64;

/// The number of types that the compiler visits for a `Box<T>` before it visits `T`: `Box<T>`, `Unique<T>` and
/// `PhantomData<T>`.
const BOX: usize = 3;

/// A generated struct or polymorphic enum, identified by the qualified name of its OData type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node<'d> {
    Struct(&'d str),
    Enum(&'d str),
}

/// Checks whether the generated types are nested more than [`LIMIT`] levels deep.
///
/// The types of fields are visited in the same order as in the compiler, which visits them to check whether a type is
/// `Send`. If the fields were visited in a different order, the nesting depth could be different, because the compiler
/// visits each type only once.
pub(super) fn is_too_deep(plan: &Plan<'_>) -> bool {
    let enums = plan.selection.structured_types.keys().filter(|name| plan.is_polymorphic(name));
    let nodes = plan.selection.structured_types.keys().map(|name| Node::Struct(name));
    let mut nodes = enums.map(|name| Node::Enum(name)).chain(nodes);
    nodes.any(|node| exceeds(plan, node, 0, &mut HashSet::new()))
}

fn exceeds<'d>(plan: &Plan<'d>, node: Node<'d>, depth: usize, visited: &mut HashSet<Node<'d>>) -> bool {
    if depth > LIMIT {
        return true;
    }
    if !visited.insert(node) {
        return false;
    }
    successors(plan, node).into_iter().any(|(next, levels)| exceeds(plan, next, depth + levels, visited))
}

/// Returns the generated types in the fields of a struct, or in the variants of an enum, with the number of levels at
/// which each type is nested in the field or variant. For example, `Doctor` is nested three levels deep in the variant
/// `Doctor(Box<Doctor>)`, because of the `Box` (see [`BOX`]).
fn successors<'d>(plan: &Plan<'d>, node: Node<'d>) -> Vec<(Node<'d>, usize)> {
    match node {
        Node::Struct(name) => {
            let Some(structured) = plan.selection.structured_types.get(name) else { return Vec::new() };
            let base = structured.base.as_deref().map(|base| (Node::Struct(base), 1));
            let properties = structured.properties.iter().filter(|property| has_field(plan, property));
            base.into_iter().chain(properties.filter_map(|property| of_property(plan, property))).collect()
        }
        Node::Enum(name) => {
            let variants = plan.hierarchy.variants(name).into_iter().map(|variant| {
                let is_enum = !variant.is_flattened && plan.is_polymorphic(variant.name);
                let node = if is_enum { Node::Enum(variant.name) } else { Node::Struct(variant.name) };
                (node, BOX)
            });
            core::iter::once((Node::Struct(name), BOX)).chain(variants).collect()
        }
    }
}

fn of_property<'d>(plan: &Plan<'d>, property: &'d Property) -> Option<(Node<'d>, usize)> {
    let name = property.value_type.name.as_str();
    if !plan.selection.structured_types.contains_key(name) || plan.options.is_replaced(name) {
        return None;
    }
    let is_enum = plan.is_polymorphic(name);
    let node = if is_enum { Node::Enum(name) } else { Node::Struct(name) };
    // An `Option<Vec<T>>` adds five levels: it contains a `RawVec<T>`, which contains a `PhantomData<T>`.
    let levels = match (property.value_type.is_collection, property.is_navigation && !is_enum) {
        (true, _) => 5,
        (false, true) => 1 + BOX,
        (false, false) => 2,
    };
    Some((node, levels))
}
