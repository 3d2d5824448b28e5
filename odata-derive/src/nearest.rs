//! Suggestions for misspelled names.

/// Returns the candidate that is most similar to a misspelled name, or `None` if no candidate is similar enough.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let max_distance = (name.chars().count() / 3).max(1);
    candidates
        .iter()
        .map(|candidate| (distance(name, candidate), *candidate))
        .filter(|(distance, _)| *distance <= max_distance)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns the optimal string alignment distance of two strings. The distance is the minimum number of edits that turn one string into the
/// other. An edit inserts, deletes or replaces a character, or swaps two adjacent characters.
fn distance(left: &str, right: &str) -> usize {
    let [left, right]: [Vec<char>; 2] = [left, right].map(|string| string.chars().collect());
    let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            table[i][j] = match (i, j) {
                (0, distance) | (distance, 0) => distance,
                _ => {
                    let with_replacement = table[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                    let without_swap = with_replacement.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let is_swap =
                        i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                    if is_swap { without_swap.min(table[i - 2][j - 2] + 1) } else { without_swap }
                }
            };
        }
    }
    table[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_similar_names_only() {
        let keys = ["computed", "immutable", "key", "navigation"];
        assert_eq!(nearest("compted", &keys), Some("computed"));
        assert_eq!(nearest("kye", &keys), Some("key"));
        assert_eq!(nearest("navigaton", &keys), Some("navigation"));
        assert_eq!(nearest("colour", &keys), None);
    }
}
