//! Where in the document a value is read, and what it has to be there.

use core::fmt;
use std::borrow::Cow;
use std::collections::HashSet;

use super::ReadError;
use super::node::{Kind, Node, Object};

/// The text, and the path to the element that is read: what an error needs.
pub(super) struct Place<'t> {
    text: &'t str,
    path: String,
}

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, path: String::new() }
    }

    pub(super) fn inside(&self, name: &str) -> Self {
        let separator = if self.path.is_empty() { "" } else { "/" };
        Self { text: self.text, path: format!("{}{separator}{name}", self.path) }
    }

    pub(super) fn error(&self, position: usize, message: impl fmt::Display) -> ReadError {
        ReadError::at(self.text, position, &self.path, message)
    }

    /// What serde's reader found, at the place that it tells itself.
    pub(super) fn syntax_error(&self, error: &serde_json::Error) -> ReadError {
        let lines_before = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let position = lines_before.map(str::len).sum::<usize>();
        self.error(position, format_args!("{} at column {}", reason(error), error.column()))
    }

    /// The object that `name` is.
    pub(super) fn object(&self, name: &str, node: Node<'t>) -> Result<Object<'t>, ReadError> {
        self.expect(Kind::Object, name, node)?;
        let members = node.members().map_err(|error| self.unreadable(node, &error))?;
        let mut names = HashSet::with_capacity(members.len());
        if let Some(second) = members.iter().find(|member| !names.insert(&*member.name)) {
            return Err(self.error(second.position, format_args!("`{}` stands here twice", second.name)));
        }
        Ok(Object { members, position: node.position })
    }

    /// The elements of the array that `name` is.
    pub(super) fn array(&self, name: &str, node: Node<'t>) -> Result<Vec<Node<'t>>, ReadError> {
        self.expect(Kind::Array, name, node)?;
        node.elements().map_err(|error| self.unreadable(node, &error))
    }

    /// The string that `name` is.
    pub(super) fn string(&self, name: &str, node: Node<'t>) -> Result<Cow<'t, str>, ReadError> {
        self.expect(Kind::String, name, node)?;
        node.string().map_err(|error| self.unreadable(node, &error))
    }

    /// A member that is a string, if it is there.
    pub(super) fn optional(&self, object: &Object<'t>, name: &str) -> Result<Option<String>, ReadError> {
        object.get(name).map(|node| Ok(self.string(name, node)?.into_owned())).transpose()
    }

    /// A member that is a string and has to be there.
    pub(super) fn required(&self, object: &Object<'t>, name: &str) -> Result<String, ReadError> {
        self.optional(object, name)?
            .ok_or_else(|| self.error(object.position, format_args!("`{name}` is missing")))
    }

    /// A member that is `true` or `false`; without it, it is `false`.
    pub(super) fn flag(&self, object: &Object<'t>, name: &str) -> Result<bool, ReadError> {
        let Some(node) = object.get(name) else { return Ok(false) };
        self.expect(Kind::Boolean, name, node)?;
        Ok(node.text == "true")
    }

    fn expect(&self, expected: Kind, name: &str, node: Node<'t>) -> Result<(), ReadError> {
        match node.kind() {
            kind if kind == expected => Ok(()),
            kind => Err(self.error(node.position, format_args!("`{name}` is {expected}, not {kind}"))),
        }
    }

    /// What is well-formed, but no text: half of a surrogate pair.
    fn unreadable(&self, node: Node<'t>, error: &serde_json::Error) -> ReadError {
        self.error(node.position, reason(error))
    }
}

/// What serde says, without the place that it says it of.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&place).map(str::to_owned).unwrap_or(message)
}
