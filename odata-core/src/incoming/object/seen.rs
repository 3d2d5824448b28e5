//! [`Seen`]: the set of properties that were read, for the detection of duplicates.

/// A set of the properties that were read, identified by their positions (slots). The set allocates memory only for a
/// type with more than 256 properties. For example, reading the types of Microsoft Graph never allocates memory for the
/// set, because they have at most 213 properties.
#[derive(Default)]
pub(super) struct Seen {
    first: [u64; 4],
    more: Vec<u64>,
}

impl Seen {
    /// Adds the position of a property to the set. Returns `false` if the set already contained the position.
    #[inline]
    pub(super) fn insert(&mut self, slot: usize) -> bool {
        let (word, bit) = (slot / 64, 1 << (slot % 64));
        let word = match self.first.get_mut(word) {
            Some(word) => word,
            None => self.far_word(word - 4),
        };
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    #[cold]
    fn far_word(&mut self, word: usize) -> &mut u64 {
        if self.more.len() <= word {
            self.more.resize(word + 1, 0);
        }
        &mut self.more[word]
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn detects_duplicates_in_small_and_large_slots() {
        let mut seen = Seen::default();
        for slot in [0, 63, 64, 255, 256, 1000] {
            assert!(seen.insert(slot), "{slot}");
            assert!(!seen.insert(slot), "{slot}");
        }
    }
}
