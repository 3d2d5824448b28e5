//! Removal and replacement of invalid elements in a document, before Rust source is generated from the document.

mod bases;
mod declared;
mod structured;
mod types;

use std::borrow::Cow;

use super::Warning;
use crate::Document;
use crate::document::EnumerationType;
use crate::generate::name_rules::invalid_reason;
use declared::Declared;

/// Returns a document without invalid elements, and a warning for each element that was skipped or replaced.
///
/// A navigation property to an undeclared type causes a warning only with the generator option `follow_navigation`. By
/// default, the generator omits each navigation property to an entity type that isn't in the model.
pub(super) fn repair<'d>(
    document: Cow<'d, Document>,
    follows_navigation: bool,
    is_replaced: &dyn Fn(&str) -> bool,
) -> (Cow<'d, Document>, Vec<Warning>) {
    let mut warnings = Vec::new();
    let mut document = types::without_invalid_types(document, &mut warnings);
    let (mut structured_types, mut enumeration_types) = (Vec::new(), Vec::new());
    let declared = Declared::of(&document, follows_navigation, is_replaced, &mut warnings);
    for (at, schema) in document.schemas.iter().enumerate() {
        for (position, structured) in schema.structured_types.iter().enumerate() {
            let repaired = declared.repaired(structured, &mut warnings);
            structured_types.extend(repaired.map(|repaired| (at, position, repaired)));
        }
        for (position, enumeration) in schema.enumeration_types.iter().enumerate() {
            let repaired = repaired_enumeration(enumeration, &mut warnings);
            enumeration_types.extend(repaired.map(|repaired| (at, position, repaired)));
        }
    }
    drop(declared);
    for (at, position, repaired) in structured_types {
        document.to_mut().schemas[at].structured_types[position] = repaired;
    }
    for (at, position, repaired) in enumeration_types {
        document.to_mut().schemas[at].enumeration_types[position] = repaired;
    }
    (document, warnings)
}

/// Returns a copy of an enumeration type without its invalid members, or `None` if all members are valid.
fn repaired_enumeration(
    enumeration: &EnumerationType,
    warnings: &mut Vec<Warning>,
) -> Option<EnumerationType> {
    let before = warnings.len();
    let mut names = std::collections::HashSet::new();
    let mut is_valid = |name: &str| {
        let element = format!("{}/{name}", enumeration.qualified_name);
        if let Some(reason) = invalid_reason(name) {
            warnings.push(Warning::InvalidName { element, reason });
            return false;
        }
        let is_new = names.insert(name.to_owned());
        if !is_new {
            warnings.push(Warning::DuplicateMember { element });
        }
        is_new
    };
    let valid: Vec<bool> = enumeration.members.iter().map(|member| is_valid(&member.name)).collect();
    (warnings.len() > before).then(|| {
        let mut repaired = enumeration.clone();
        let mut valid = valid.into_iter();
        repaired.members.retain(|_| valid.next().unwrap_or(true));
        repaired
    })
}
