//! Patterns of qualified names, such as `microsoft.graph.security.*`.

use crate::Document;

/// Checks whether a name matches a pattern. In the pattern, `*` matches any number of characters, including dots.
pub(super) fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

/// Returns the qualified names of all structured types, enumeration types and type definitions of a document.
pub(super) fn type_names(document: &Document) -> Vec<&String> {
    let types = document.structured_types().map(|one| &one.qualified_name);
    let enumerations = document.enumeration_types().map(|one| &one.qualified_name);
    let definitions = document.schemas.iter().flat_map(|schema| &schema.type_definitions);
    types.chain(enumerations).chain(definitions.map(|one| &one.qualified_name)).collect()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn asterisk_matches_any_characters() {
        for (pattern, name, expected) in [
            ("clinic.*", "clinic.record", true),
            ("clinic.*", "clinic.ward.bed", true),
            ("clinic.*", "clinics.record", false),
            ("clinic.record", "clinic.record", true),
            ("clinic.record", "clinic.records", false),
            ("*Operation", "clinic.operation", false),
            ("*.*Operation", "clinic.exportOperation", true),
            ("c*.r*d", "clinic.record", true),
            ("c*c*d", "c.d", false),
            ("*", "clinic.record", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
