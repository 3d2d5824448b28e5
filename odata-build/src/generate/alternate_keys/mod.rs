//! The alternate keys of entity types. A document declares alternate keys in annotations of entity types and entity sets, with the term
//! `Org.OData.Core.V1.AlternateKeys`.

mod constructors;
mod part;

use super::Warning;
use super::doc_text::{code, enumerated};
use super::plan::Plan;
use crate::document::{Annotation, Expression, StructuredKind, StructuredType};

pub(super) use constructors::item;
use part::{InvalidPart, Part};

const TERMS: [&str; 2] = ["Org.OData.Core.V1.AlternateKeys", "OData.Community.Keys.V1.AlternateKeys"];

/// An alternate key: one or more properties whose values identify an entity.
pub(super) struct AlternateKey<'d> {
    parts: Vec<Part<'d>>,
}

/// Returns a warning for each invalid alternate key of the entity types in the model. Returns no warnings if the option
/// `alternate_keys` isn't set.
pub(super) fn warnings(plan: &Plan<'_>) -> Vec<Warning> {
    let types = plan.selection.structured_types.values();
    let types = types.filter(|_| plan.options.has_alternate_keys);
    types.flat_map(|structured| of_type(plan, structured).1).collect()
}

impl AlternateKey<'_> {
    /// Returns the property paths of the alternate key as inline code, as in `` `country` and `number` ``.
    pub(super) fn properties(&self) -> String {
        let paths: Vec<String> = self.parts.iter().map(|part| code(part.path)).collect();
        enumerated(&paths, "and")
    }
}

/// Returns the valid alternate keys of a type, and a warning for each invalid alternate key of the type.
pub(super) fn of_type<'d>(
    plan: &Plan<'d>,
    structured: &'d StructuredType,
) -> (Vec<AlternateKey<'d>>, Vec<Warning>) {
    let (mut keys, mut warnings) = (Vec::<AlternateKey<'_>>::new(), Vec::new());
    for annotation in annotations(plan, structured) {
        let records = match &annotation.value {
            Expression::Collection(records) => records.as_slice(),
            other => core::slice::from_ref(other),
        };
        for record in records {
            match key(plan, structured, record) {
                Ok(key) if keys.iter().any(|other| other.parts == key.parts) => {}
                Ok(key) => keys.push(key),
                Err(InvalidPart { path, reason }) => {
                    let name = &structured.qualified_name;
                    let element = path.map_or_else(|| name.clone(), |path| format!("{name}/{path}"));
                    let warning = Warning::InvalidAlternateKey { element, reason };
                    // An entity type and its entity sets can have the same annotation, which would cause the same warning twice.
                    if !warnings.contains(&warning) {
                        warnings.push(warning);
                    }
                }
            }
        }
    }
    (keys, warnings)
}

/// Returns the `AlternateKeys` annotations of an entity type and of the entity sets that contain entities of this type.
fn annotations<'d>(plan: &Plan<'d>, structured: &'d StructuredType) -> impl Iterator<Item = &'d Annotation> {
    let containers = plan.document.schemas.iter().filter_map(|schema| schema.container.as_ref());
    let of_sets = containers.flat_map(|container| {
        let sets = container.entity_sets.values();
        sets.filter(|set| set.entity_type == structured.qualified_name).map(|set| &set.annotations)
    });
    let all = core::iter::once(&structured.annotations).chain(of_sets);
    let all = all.filter(|_| structured.kind == StructuredKind::Entity);
    all.flat_map(|annotations| &annotations.others).filter(|annotation| TERMS.contains(&&*annotation.term))
}

fn key<'d>(
    plan: &Plan<'d>,
    structured: &'d StructuredType,
    record: &'d Expression,
) -> Result<AlternateKey<'d>, InvalidPart<'d>> {
    let parts = match record.property("Key") {
        Some(Expression::Collection(parts)) if !parts.is_empty() => parts,
        _ => return Err(InvalidPart { path: None, reason: "the alternate key has no properties" }),
    };
    let parts = parts.iter().map(|part| Part::of(plan, structured, part));
    let parts: Vec<Part<'d>> = parts.collect::<Result<_, _>>()?;
    for (position, part) in parts.iter().enumerate() {
        if parts[..position].iter().any(|earlier| earlier.name == part.name) {
            let reason = "the alternate key has two properties with this name";
            return Err(InvalidPart { path: Some(part.path), reason });
        }
    }
    Ok(AlternateKey { parts })
}
