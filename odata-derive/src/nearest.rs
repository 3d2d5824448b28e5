//! What somebody may have meant.

/// The candidate that a misspelt name is nearest to, if any is near.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let within = (name.chars().count() / 3).max(1);
    candidates
        .iter()
        .map(|candidate| (distance(name, candidate), *candidate))
        .filter(|(distance, _)| *distance <= within)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many characters have to be added, removed, replaced or swapped with their neighbour to make one of the other
/// (the optimal string alignment distance).
fn distance(left: &str, right: &str) -> usize {
    let [left, right]: [Vec<char>; 2] = [left, right].map(|text| text.chars().collect());
    let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            table[i][j] = match (i, j) {
                (0, distance) | (distance, 0) => distance,
                _ => {
                    let replaced = table[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                    let changed = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let is_swap =
                        i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                    if is_swap { changed.min(table[i - 2][j - 2] + 1) } else { changed }
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
    fn finds_the_typing_mistake_and_nothing_far_off() {
        let keys = ["computed", "immutable", "key", "navigation"];
        assert_eq!(nearest("compted", &keys), Some("computed"));
        assert_eq!(nearest("kye", &keys), Some("key"));
        assert_eq!(nearest("navigaton", &keys), Some("navigation"));
        assert_eq!(nearest("colour", &keys), None);
    }
}
