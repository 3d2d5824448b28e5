//! Doc comment sentences about the entity sets and singletons that contain entities of a type.

use super::capabilities;
use crate::Document;
use crate::generate::doc_text::code;

/// An entity set or a singleton of the entity container.
struct Member {
    is_set: bool,
    /// The name of the entity set or singleton, as inline code.
    name: String,
    restrictions: String,
}

/// Returns sentences about the entity sets and singletons that contain entities of a type. The names of the entity sets
/// are followed by their restrictions, such as requests and query options that the entity sets don't support. Entity
/// sets with the same restrictions are listed in one sentence.
pub(super) fn sentences(document: &Document, qualified_name: &str) -> Vec<String> {
    let mut groups: Vec<Vec<Member>> = Vec::new();
    for member in members(document, qualified_name) {
        let is_same =
            |other: &Member| other.is_set == member.is_set && other.restrictions == member.restrictions;
        match groups.iter_mut().find(|group| group.iter().any(is_same)) {
            _ if member.name.is_empty() => {}
            Some(group) if group.iter().any(|other| other.name == member.name) => {}
            Some(group) => group.push(member),
            None => groups.push(vec![member]),
        }
    }
    groups.iter().map(|group| sentence(group)).collect()
}

fn members(document: &Document, qualified_name: &str) -> impl Iterator<Item = Member> {
    let containers = document.schemas.iter().filter_map(|schema| schema.container.as_ref());
    containers.flat_map(move |container| {
        let sets = container.entity_sets.iter();
        let sets = sets.map(|(name, set)| (true, name, &set.entity_type, &set.annotations));
        let singletons = container.singletons.iter();
        let singletons =
            singletons.map(|(name, singleton)| (false, name, &singleton.entity_type, &singleton.annotations));
        let of_type =
            sets.chain(singletons).filter(move |(.., entity_type, _)| *entity_type == qualified_name);
        of_type.map(|(is_set, name, _, annotations)| Member {
            is_set,
            name: code(name),
            restrictions: capabilities::sentences(annotations, is_set).join(" "),
        })
    })
}

/// Returns the doc comment text about entity sets or singletons with the same restrictions: first the names, such as
/// "Entity sets: `a`, `b`", then the restrictions.
fn sentence(group: &[Member]) -> String {
    let names: Vec<String> = group.iter().map(|member| member.name.clone()).collect();
    let kind = if group.iter().any(|member| member.is_set) { "Entity set" } else { "Singleton" };
    let plural = if names.len() > 1 { "s" } else { "" };
    let restrictions = group.first().map(|member| member.restrictions.as_str()).unwrap_or_default();
    format!("{kind}{plural}: {}. {restrictions}", names.join(", ")).trim_end().to_owned()
}
