//! A list of the problems in a document.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::document::{Extension, InvalidElement, Problem, Warning};

/// The problems and extensions that were found in a document, with their byte positions.
pub(super) struct Problems<'t> {
    text: &'t str,
    found: RefCell<Vec<(usize, String, Problem)>>,
    /// The extensions that were found: elements and attributes that CSDL doesn't define. The map keys are pairs of the parent's name and
    /// the extension's name, such as (`ComplexType`, `sap:label`). The map value contains the byte position of the first occurrence and the
    /// number of occurrences.
    extensions: RefCell<BTreeMap<(String, String), (usize, usize)>>,
}

impl<'t> Problems<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: RefCell::default(), extensions: RefCell::default() }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn push(&self, position: usize, path: &str, problem: Problem) {
        self.found.borrow_mut().push((position, path.to_owned(), problem));
    }

    pub(super) fn push_extension(&self, position: usize, parent: &str, name: &str) {
        let mut extensions = self.extensions.borrow_mut();
        let (first, count) = extensions.entry((parent.to_owned(), name.to_owned())).or_insert((position, 0));
        *first = position.min(*first);
        *count += 1;
    }

    /// Returns the warnings and the extensions, both sorted by their position in the document.
    pub(super) fn finish(self) -> (Vec<Warning>, Vec<Extension>) {
        let mut found = self.found.into_inner();
        found.sort_by_key(|(position, ..)| *position);
        let mut lines = Lines::of(self.text);
        let warning = |(position, path, problem)| {
            Warning::Invalid(InvalidElement { file: None, line: lines.line(position), path, problem })
        };
        let warnings = found.into_iter().map(warning).collect();
        let mut extensions: Vec<_> = self.extensions.into_inner().into_iter().collect();
        extensions.sort_by_key(|(_, (position, _))| *position);
        let mut lines = Lines::of(self.text);
        let extension = |((parent, name), (position, count))| Extension {
            name,
            parent,
            file: None,
            line: lines.line(position),
            count,
        };
        (warnings, extensions.into_iter().map(extension).collect())
    }
}

/// A converter from byte positions to line numbers. The positions must be in ascending order, so that the document is read only once.
struct Lines<'t> {
    text: &'t str,
    position: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, position: 0, line: 1 }
    }

    /// Returns the line number of a byte position. This method must be called with ascending byte positions.
    fn line(&mut self, position: usize) -> usize {
        let before = self.text.get(self.position..position).unwrap_or_default();
        self.line += before.matches('\n').count();
        self.position = self.position.max(position);
        self.line
    }
}
