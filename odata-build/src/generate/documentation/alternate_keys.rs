//! The doc comment sentence about the alternate keys of an entity type.

use crate::document::StructuredType;
use crate::generate::alternate_keys::{AlternateKey, of_type};
use crate::generate::plan::Plan;

/// Returns a sentence such as `Alternate keys: …` that lists the alternate keys of a type. Returns `None` if the type has no alternate keys.
pub(super) fn sentence(plan: &Plan<'_>, structured: &StructuredType) -> Option<String> {
    let (keys, _) = of_type(plan, structured);
    let keys: Vec<String> = keys.iter().map(AlternateKey::properties).collect();
    let plural = if keys.len() > 1 { "s" } else { "" };
    (!keys.is_empty()).then(|| format!("Alternate key{plural}: {}.", keys.join("; ")))
}
