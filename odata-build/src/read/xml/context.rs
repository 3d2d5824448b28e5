//! The type `Context`, which reads XML attributes and reports invalid elements.

use std::collections::HashSet;

use super::ReadError;
use super::tree::Element;
use crate::document::{Aliases, Problem};
use crate::read::problems::Problems;

/// The state of the parser at a CSDL element: the path of the element, the aliases of the document, and the problems that were found so
/// far.
pub(super) struct Context<'t> {
    problems: &'t Problems<'t>,
    pub(super) aliases: &'t Aliases,
    path: String,
}

impl<'t> Context<'t> {
    pub(super) fn new(problems: &'t Problems<'t>, aliases: &'t Aliases) -> Self {
        Self { problems, aliases, path: String::new() }
    }

    pub(super) fn inside(&self, name: &str) -> Self {
        let separator = if self.path.is_empty() { "" } else { "/" };
        Self { path: format!("{}{separator}{name}", self.path), ..*self }
    }

    pub(super) fn error(&self, element: &Element, message: impl core::fmt::Display) -> ReadError {
        ReadError::at(self.problems.text(), element.position, &self.path, message)
    }

    pub(super) fn warn(&self, element: &Element, problem: Problem) {
        self.problems.push(element.position, &self.path, problem);
    }

    /// Returns the value of a required attribute. If the attribute is missing or contains an invalid name, returns `None` and adds a
    /// warning that the element is skipped.
    pub(super) fn required<'e>(&self, element: &'e Element, name: &str) -> Option<&'e str> {
        let value = element.attribute(name);
        match value {
            None => self.warn(element, Problem::missing(&element.name, name)),
            Some(text) if !is_valid_name(&element.name, name, text) => {
                self.warn(element, Problem::InvalidName { name: text.to_owned() });
                return None;
            }
            Some(_) => {}
        }
        value
    }

    pub(super) fn required_string(&self, element: &Element, name: &str) -> Option<String> {
        self.required(element, name).map(str::to_owned)
    }

    /// Returns the elements without duplicates, and adds a warning for each duplicate. An element is a duplicate if its attribute
    /// `attribute` has the same value as in a previous element.
    pub(super) fn distinct<'e>(
        &self,
        attribute: &str,
        elements: impl Iterator<Item = &'e Element>,
    ) -> Vec<&'e Element> {
        let mut names = HashSet::new();
        let mut distinct = Vec::new();
        for element in elements {
            match element.attribute(attribute) {
                Some(name) if !names.insert(name) => {
                    self.warn(element, Problem::DuplicateName { name: name.to_owned() });
                }
                _ => distinct.push(element),
            }
        }
        distinct
    }

    /// Returns the child element that CSDL allows at most once, such as `ReturnType`. If `elements` contains several
    /// elements, returns the first element, and adds a warning for each additional element.
    pub(super) fn single<'e>(&self, mut elements: impl Iterator<Item = &'e Element>) -> Option<&'e Element> {
        let first = elements.next();
        for second in elements {
            self.warn(second, Problem::DuplicateName { name: second.name.clone() });
        }
        first
    }

    pub(super) fn boolean(&self, element: &Element, name: &str, default: bool) -> bool {
        match element.attribute(name) {
            None => default,
            Some("true" | "1") => true,
            Some("false" | "0") => false,
            Some(other) => {
                self.warn(element, Problem::value(name, "`true` or `false`", format_args!("`{other}`")));
                default
            }
        }
    }
}

/// Checks whether the value of an XML attribute is a valid name. A name such as `a@b` is invalid, because CSDL JSON can't use it as the
/// name of a member.
fn is_valid_name(element: &str, attribute: &str, name: &str) -> bool {
    match (element, attribute) {
        ("PropertyRef" | "Include", _) => true,
        (_, "Term") => !name.contains(['@', '#']),
        (_, "Name" | "Namespace" | "Property" | "Path") => !name.contains('@') && !name.starts_with('$'),
        _ => true,
    }
}
