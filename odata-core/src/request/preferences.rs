//! The preferences of a request (`Prefer`, RFC 7240).

/// The preferences of a request (`Prefer`) in the order in which they were added. No two preferences have the same
/// name.
#[derive(Clone, Default)]
pub(super) struct Preferences(Vec<String>);

impl Preferences {
    /// Adds the preferences of a comma-separated list, such as `return=minimal, respond-async`. An added preference
    /// replaces an earlier preference with the same name.
    pub(super) fn add(&mut self, list: &str) {
        for preference in split(list) {
            self.0.retain(|earlier| !is_same(name_of(earlier), name_of(preference)));
            self.0.push(preference.to_owned());
        }
    }

    /// Adds all preferences of `others`.
    pub(super) fn extend(&mut self, others: &Self) {
        others.0.iter().for_each(|preference| self.add(preference));
    }

    /// Returns the value of the header `Prefer`, or `None` if there are no preferences.
    pub(super) fn header(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.join(", "))
    }
}

/// Splits a list of preferences at the commas outside of quoted strings: `outlook.timezone="a,b", respond-async`.
pub(super) fn split(list: &str) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let parts = list.split(move |character| {
        let is_separator = character == ',' && !is_quoted;
        is_quoted ^= character == '"' && !is_escaped;
        is_escaped = character == '\\' && is_quoted && !is_escaped;
        is_separator
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Returns the value of a preference, such as `5` for `odata.maxpagesize=5`, or an empty string if the preference has
/// no value. Returns `None` if the name of the preference isn't `name`.
pub(super) fn value_of<'p>(preference: &'p str, name: &str) -> Option<&'p str> {
    let (own_name, rest) = preference.split_at(name_end(preference));
    if !is_same(own_name.trim(), name) {
        return None;
    }
    let value = rest.strip_prefix('=').unwrap_or_default().trim_start();
    let (quoted, end) = value.strip_prefix('"').map_or((value, ';'), |quoted| (quoted, '"'));
    Some(quoted.split(end).next()?.trim())
}

fn name_of(preference: &str) -> &str {
    preference[..name_end(preference)].trim()
}

fn name_end(preference: &str) -> usize {
    preference.find(['=', ';']).unwrap_or(preference.len())
}

/// Checks whether two names refer to the same preference, such as `maxpagesize` and `odata.MaxPageSize`. The comparison
/// ignores the letter case of the names and the prefix `odata.`, which is optional in OData 4.01.
fn is_same(name: &str, other: &str) -> bool {
    let [name, other] = [name, other].map(|name| match name.split_at_checked("odata.".len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case("odata.") => rest,
        _ => name,
    });
    name.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::{Preferences, split, value_of};

    #[test]
    fn lists_are_split_outside_of_quoted_strings() {
        let list = r#"a, b="x,\"y,", ,c ; d=1"#;
        assert_eq!(split(list).collect::<Vec<_>>(), ["a", r#"b="x,\"y,""#, "c ; d=1"]);
    }

    #[test]
    fn later_preference_replaces_same_name() {
        let mut preferences = Preferences::default();
        preferences.add("return=minimal, odata.maxpagesize=5");
        preferences.add("Return = representation");
        preferences.add("maxpagesize=9; strict");
        assert_eq!(preferences.header().as_deref(), Some("Return = representation, maxpagesize=9; strict"));
    }

    #[test]
    fn values_are_found_by_name() {
        assert_eq!(value_of("odata.maxpagesize = 5", "maxpagesize"), Some("5"));
        assert_eq!(value_of("respond-async; wait=1", "Respond-Async"), Some(""));
        assert_eq!(value_of("outlook.timezone=\"a;b\"; x=1", "outlook.timezone"), Some("a;b"));
        assert_eq!(value_of("return=minimal", "returns"), None);
    }
}
