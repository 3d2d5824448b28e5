//! Removal of types with invalid or duplicate names from a document.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Warning;
use crate::Document;
use crate::document::Schema;
use crate::generate::name_rules::invalid_reason;

/// Returns the name of a type without the namespace. In an invalid document, the returned name may contain dots.
fn simple_name<'n>(qualified_name: &'n str, namespace: &str) -> &'n str {
    let name = qualified_name.strip_prefix(namespace).and_then(|rest| rest.strip_prefix('.'));
    name.unwrap_or(qualified_name)
}

/// Returns the document without invalid types. A type is invalid if its name is invalid, or if an earlier type in the document has the same
/// name.
pub(super) fn without_invalid_types<'d>(
    mut document: Cow<'d, Document>,
    warnings: &mut Vec<Warning>,
) -> Cow<'d, Document> {
    let mut seen = HashSet::new();
    let mut is_valid = |schema: &Schema, qualified_name: &str| {
        let element = || qualified_name.to_owned();
        let reason = invalid_reason(simple_name(qualified_name, &schema.namespace));
        let is_invalid = |part: &str| invalid_reason(part).is_some();
        let reason =
            reason.or(qualified_name.split('.').any(is_invalid).then_some("isn't a valid qualified name"));
        let duplicate = !seen.insert(qualified_name.to_owned());
        match reason {
            Some(reason) => warnings.push(Warning::InvalidName { element: element(), reason }),
            None if duplicate => warnings.push(Warning::DuplicateType { element: element() }),
            None => return true,
        }
        false
    };
    let mut valid: Vec<[Vec<bool>; 3]> = Vec::new();
    for schema in &document.schemas {
        valid.push([
            schema.structured_types.iter().map(|one| is_valid(schema, &one.qualified_name)).collect(),
            schema.enumeration_types.iter().map(|one| is_valid(schema, &one.qualified_name)).collect(),
            schema.type_definitions.iter().map(|one| is_valid(schema, &one.qualified_name)).collect(),
        ]);
    }
    if valid.iter().flatten().flatten().all(|valid| *valid) {
        return document;
    }
    for (schema, [structured, enumerations, definitions]) in document.to_mut().schemas.iter_mut().zip(valid) {
        retain(&mut schema.structured_types, structured);
        retain(&mut schema.enumeration_types, enumerations);
        retain(&mut schema.type_definitions, definitions);
    }
    document
}

fn retain<T>(all: &mut Vec<T>, valid: Vec<bool>) {
    let mut valid = valid.into_iter();
    all.retain(|_| valid.next().unwrap_or(true));
}
