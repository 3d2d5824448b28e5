//! Conversion of Rust names to OData names.

/// A naming convention for OData names, from the `rename_all` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RenameRule {
    Camel,
    Pascal,
    Snake,
    ScreamingSnake,
    Kebab,
    Lower,
    Upper,
}

impl RenameRule {
    /// A table with each value of the `rename_all` attribute, such as `camelCase`, and its rule. serde's `rename_all`
    /// also supports all of these values.
    pub(crate) const NAMES: [(&'static str, Self); 7] = [
        ("camelCase", Self::Camel),
        ("PascalCase", Self::Pascal),
        ("snake_case", Self::Snake),
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("kebab-case", Self::Kebab),
        ("lowercase", Self::Lower),
        ("UPPERCASE", Self::Upper),
    ];

    /// Returns the rule for a value of `rename_all`, such as `camelCase`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(spelling, _)| *spelling == name).map(|(_, rule)| *rule)
    }

    /// Converts a Rust identifier in `snake_case` or `PascalCase` to the naming convention of this rule.
    pub(crate) fn apply(self, identifier: &str) -> String {
        let words = words(identifier);
        match self {
            Self::Camel => words
                .iter()
                .enumerate()
                .map(|(i, word)| if i == 0 { lower_first(word) } else { upper_first(word) })
                .collect(),
            Self::Pascal => words.iter().map(|word| upper_first(word)).collect(),
            Self::Snake => words.join("_").to_lowercase(),
            Self::ScreamingSnake => words.join("_").to_uppercase(),
            Self::Kebab => words.join("-").to_lowercase(),
            Self::Lower => words.concat().to_lowercase(),
            Self::Upper => words.concat().to_uppercase(),
        }
    }
}

/// Splits an identifier into words at underscores and before uppercase letters: `file_name` and `fileName` have two words each.
fn words(identifier: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in identifier.trim_start_matches("r#").split('_').filter(|part| !part.is_empty()) {
        let mut word = String::new();
        for character in part.chars() {
            if character.is_uppercase() && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            word.push(character);
        }
        words.push(word);
    }
    words
}

fn upper_first(word: &str) -> String {
    change_first(word, |first| first.to_uppercase().collect())
}

fn lower_first(word: &str) -> String {
    change_first(word, |first| first.to_lowercase().collect())
}

fn change_first(word: &str, change: impl Fn(char) -> String) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| change(first) + characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::RenameRule;

    #[test]
    fn camel_case_matches_service_names() {
        for (rust, odata) in [
            ("created_date_time", "createdDateTime"),
            ("id", "id"),
            ("r#type", "type"),
            ("CaseOperation", "caseOperation"),
            ("ConvertToPdf", "convertToPdf"),
            ("Recent10", "recent10"),
            ("self_", "self"),
            ("_private", "private"),
            ("größe_über_alles", "größeÜberAlles"),
            ("Überfall", "überfall"),
        ] {
            assert_eq!(RenameRule::Camel.apply(rust), odata);
        }
    }

    #[test]
    fn all_rules_apply_to_fields_and_variants() {
        for (name, from_field, from_variant) in [
            ("camelCase", "fileName", "fileName"),
            ("PascalCase", "FileName", "FileName"),
            ("snake_case", "file_name", "file_name"),
            ("SCREAMING_SNAKE_CASE", "FILE_NAME", "FILE_NAME"),
            ("kebab-case", "file-name", "file-name"),
            ("lowercase", "filename", "filename"),
            ("UPPERCASE", "FILENAME", "FILENAME"),
        ] {
            let rule = RenameRule::from_name(name).expect(name);
            assert_eq!(rule.apply("file_name"), from_field);
            assert_eq!(rule.apply("FileName"), from_variant);
        }
    }
}
