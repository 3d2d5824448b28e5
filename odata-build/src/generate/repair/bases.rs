//! Removal of invalid base types. A base type is invalid if it isn't declared, if it is part of a cycle, or if a complex type derives from
//! an entity type (or the reverse).

use std::collections::{HashMap, HashSet};

use super::Warning;
use crate::Document;
use crate::document::Index;

/// Returns a map from the qualified name of each derived type to the qualified name of its base type. An invalid base type causes a
/// warning, and isn't part of the returned map.
pub(super) fn valid<'d>(
    document: &'d Document,
    index: &Index<'d>,
    warnings: &mut Vec<Warning>,
) -> HashMap<&'d str, &'d str> {
    let mut bases = HashMap::new();
    for structured in document.structured_types() {
        let Some(base) = structured.base.as_deref() else { continue };
        let element = structured.qualified_name.clone();
        match index.structured_types.get(base) {
            Some(found) if found.kind == structured.kind => {
                bases.insert(structured.qualified_name.as_str(), base);
            }
            Some(_) => warnings.push(Warning::BaseOfOtherKind { element, base: base.to_owned() }),
            None => warnings.push(Warning::UndeclaredBase { element, base: base.to_owned() }),
        }
    }
    let mut safe = HashSet::new();
    for structured in document.structured_types() {
        cut_cycle(&structured.qualified_name, &mut bases, &mut safe, warnings);
    }
    bases
}

/// Breaks a cycle in the inheritance chain of a type: removes the base type of the alphabetically first type in the cycle.
fn cut_cycle<'d>(
    name: &'d str,
    bases: &mut HashMap<&'d str, &'d str>,
    safe: &mut HashSet<&'d str>,
    warnings: &mut Vec<Warning>,
) {
    let mut chain = Vec::new();
    let mut in_chain = HashSet::new();
    let mut next = Some(name);
    while let Some(name) = next.filter(|name| !safe.contains(name)) {
        if !in_chain.insert(name) {
            let start = chain.iter().position(|other| *other == name).unwrap_or_default();
            let first = chain[start..].iter().copied().min().unwrap_or(name);
            if let Some(base) = bases.remove(first) {
                warnings.push(Warning::CircularBase { element: first.to_owned(), base: base.to_owned() });
            }
            break;
        }
        chain.push(name);
        next = bases.get(name).copied();
    }
    safe.extend(chain);
}
