//! The type `Context`, which reads JSON members and reports invalid values.

use core::fmt;
use std::borrow::Cow;
use std::collections::HashSet;

use super::ReadError;
use super::node::{Kind, Member, Node, Object};
use crate::document::{Aliases, Problem};
use crate::read::problems::Problems;

/// The state of the parser at a CSDL element: the path of the element, the aliases of the document, and the problems that were found so
/// far.
pub(super) struct Context<'p, 't> {
    problems: &'p Problems<'t>,
    pub(super) aliases: &'p Aliases,
    path: String,
}

impl<'p, 't> Context<'p, 't> {
    pub(super) fn new(problems: &'p Problems<'t>, aliases: &'p Aliases) -> Self {
        Self { problems, aliases, path: String::new() }
    }

    pub(super) fn inside(&self, name: &str) -> Self {
        let separator = if self.path.is_empty() { "" } else { "/" };
        Self { path: format!("{}{separator}{name}", self.path), ..*self }
    }

    pub(super) fn error(&self, position: usize, message: impl fmt::Display) -> ReadError {
        ReadError::at(self.problems.text(), position, &self.path, message)
    }

    pub(super) fn warn(&self, position: usize, problem: Problem) {
        self.problems.push(position, &self.path, problem);
    }

    /// Parses a JSON object. If `node` isn't an object, returns `None` and adds a warning about the member `name`.
    pub(super) fn object(&self, name: &str, node: Node<'t>) -> Option<Object<'t>> {
        self.expect(Kind::Object, name, node)?;
        let mut names = HashSet::new();
        let members = self.members(name, node)?.into_iter().filter(|member| {
            let is_first = names.insert(member.name.clone());
            if !is_first {
                self.warn(member.position, Problem::DuplicateName { name: member.name.clone().into_owned() });
            }
            is_first
        });
        Some(Object { members: members.collect(), position: node.position })
    }

    /// Parses the members of a JSON object, including members with duplicate names.
    pub(super) fn members(&self, name: &str, node: Node<'t>) -> Option<Vec<Member<'t>>> {
        let members = node.members().map_err(|_| self.invalid(name, node, TEXT)).ok()?;
        let is_text = |member: Result<Member<'t>, Node<'t>>| {
            member.map_err(|of_name| self.invalid(of_name.text, of_name, TEXT)).ok()
        };
        Some(members.into_iter().filter_map(is_text).collect())
    }

    /// Parses a JSON array. If `node` isn't an array, returns `None` and adds a warning about the member `name`.
    pub(super) fn array(&self, name: &str, node: Node<'t>) -> Option<Vec<Node<'t>>> {
        self.expect(Kind::Array, name, node)?;
        node.elements().map_err(|_| self.invalid(name, node, TEXT)).ok()
    }

    /// Returns the elements of the array in the member `name`. Returns no elements if the member is missing or isn't an array.
    pub(super) fn elements(&self, object: &Object<'t>, name: &str) -> Vec<Node<'t>> {
        object.get(name).and_then(|node| self.array(name, node)).unwrap_or_default()
    }

    /// Parses a JSON string. If `node` isn't a string, returns `None` and adds a warning about the member `name`.
    pub(super) fn string(&self, name: &str, node: Node<'t>) -> Option<Cow<'t, str>> {
        self.expect(Kind::String, name, node)?;
        node.string().map_err(|_| self.invalid(name, node, TEXT)).ok()
    }

    /// Returns the string in the member `name`, or `None` if the member is missing or isn't a string.
    pub(super) fn optional(&self, object: &Object<'t>, name: &str) -> Option<String> {
        self.string(name, object.get(name)?).map(Cow::into_owned)
    }

    /// Returns the string in the required member `name`, or `None` if the member is missing or isn't a string. If the
    /// function returns `None`, it also adds a warning that the element is skipped.
    pub(super) fn required(&self, object: &Object<'t>, element: &str, name: &str) -> Option<String> {
        let value = self.optional(object, name);
        if value.is_none() {
            self.warn(object.position, Problem::missing(element, name));
        }
        value
    }

    /// Returns the boolean in the member `name`, or `None` if the member is missing or isn't a boolean.
    pub(super) fn boolean(&self, object: &Object<'t>, name: &str) -> Option<bool> {
        let node = object.get(name)?;
        self.expect(Kind::Boolean, name, node)?;
        Some(node.text == "true")
    }

    /// Returns the boolean in the member `name`, or `false` if the member is missing or isn't a boolean.
    pub(super) fn flag(&self, object: &Object<'t>, name: &str) -> bool {
        self.boolean(object, name).unwrap_or_default()
    }

    /// Reports unknown keywords in a JSON object, such as `$Foo`, and annotations in places where CSDL allows no annotations.
    ///
    /// The closure `is_annotated` must return whether CSDL allows annotations of a member. Its parameter is the name of
    /// the member, such as `Name` for the annotation `Name@Core.Description`. For an annotation of the whole object,
    /// such as `@Core.Description`, the parameter of `is_annotated` is an empty string.
    pub(super) fn report_others(
        &self,
        object: &Object<'t>,
        parent: &str,
        known: &[&str],
        is_annotated: impl Fn(&str) -> bool,
    ) {
        for member in &object.members {
            let is_known = match member.name.rsplit_once('@') {
                None => !member.name.starts_with('$') || known.contains(&&*member.name),
                Some((target, _)) if target.contains('@') => object.get(target).is_some(),
                Some((target, _)) => {
                    is_annotated(target) && (target.is_empty() || object.get(target).is_some())
                }
            };
            if !is_known {
                self.report(member, parent);
            }
        }
    }

    /// Reports the named elements, such as `firstName`, of a JSON object in which CSDL allows only keywords, such as
    /// `$Kind`, and annotations, such as `@Core.Description`.
    pub(super) fn report_elements(&self, object: &Object<'t>, parent: &str) {
        object.elements().for_each(|member| self.report(member, parent));
    }

    /// Adds a warning for each annotation of an object for which CSDL allows no annotations.
    pub(super) fn report_annotations(&self, object: &Object<'t>, parent: &str) {
        let annotations = object.members.iter().filter(|member| member.name.starts_with('@'));
        annotations.for_each(|member| self.report(member, parent));
    }

    fn report(&self, member: &Member<'t>, parent: &str) {
        self.problems.push_extension(member.position, parent, &member.name);
    }

    fn expect(&self, expected: Kind, name: &str, node: Node<'t>) -> Option<()> {
        if node.kind() == expected {
            return Some(());
        }
        self.invalid(name, node, expected.name());
        None
    }

    fn invalid(&self, name: &str, node: Node<'t>, expected: &'static str) {
        self.warn(node.position, Problem::value(name, expected, node.kind()));
    }
}

/// The expected value in a warning about a string that isn't valid Unicode, such as a string with an unpaired surrogate.
const TEXT: &str = "Unicode text";
