//! Suggestions for misspelled option names.

/// Returns the candidate that is most similar to a misspelled name, or `None` if no candidate is similar enough.
pub(super) fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let max_distance = (name.chars().count() / 3).max(1);
    candidates
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= max_distance)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns the Levenshtein distance between two strings: the smallest number of characters to insert, delete or replace to turn one string
/// into the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, character) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn similar_name_is_suggested() {
        let nearest = |name| nearest(name, ["computed", "exclude", "key", "types"].into_iter());
        assert_eq!(nearest("typs"), Some("types"));
        assert_eq!(nearest("compted"), Some("computed"));
        assert_eq!(nearest("excludes"), Some("exclude"));
        assert_eq!(nearest("colour"), None);
    }
}
