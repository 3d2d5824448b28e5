//! Detection of links that lead back to an earlier page.

/// Detects a link to the same page or to an earlier page in constant memory (Brent's algorithm).
///
/// A link to the same page is detected immediately. If the links lead to `n` different pages, a longer cycle is
/// detected after at most `3 * n` pages.
pub(crate) struct LinkHistory {
    /// The earlier URL with which every new URL is compared. After 1, 2, 4, 8, … pages, the current URL replaces the
    /// earlier URL.
    anchor: String,
    previous: String,
    distance: u64,
    limit: u64,
}

impl LinkHistory {
    pub(crate) const fn new() -> Self {
        Self { anchor: String::new(), previous: String::new(), distance: 0, limit: 1 }
    }

    /// Adds the URL of a page. Returns `false` if the URL leads back to an earlier page.
    pub(crate) fn add(&mut self, url: &str) -> bool {
        if url == self.anchor || url == self.previous {
            return false;
        }
        url.clone_into(&mut self.previous);
        self.distance += 1;
        if self.distance == self.limit {
            url.clone_into(&mut self.anchor);
            self.distance = 0;
            self.limit = self.limit.saturating_mul(2);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::LinkHistory;

    /// Returns the number of URLs that are accepted until a cycle of `length` pages is detected. `start` other pages
    /// precede the cycle.
    fn detected_after(start: usize, length: usize) -> Option<usize> {
        let mut history = LinkHistory::new();
        let urls = (0..start).chain((0..length).cycle().map(|page| start + page));
        urls.take(10_000).position(|page| !history.add(&format!("https://host/{page}")))
    }

    #[test]
    fn cycles_of_every_length_are_detected() {
        assert_eq!(detected_after(0, 1), Some(1));
        assert_eq!(detected_after(5, 1), Some(6));
        for start in 0..20 {
            for length in 2..50 {
                let detected = detected_after(start, length).expect("a cycle");
                assert!(detected <= 3 * (start + length), "{start} {length}: {detected}");
            }
        }
    }

    #[test]
    fn different_links_are_accepted() {
        assert_eq!(detected_after(10_000, 1), None);
    }
}
