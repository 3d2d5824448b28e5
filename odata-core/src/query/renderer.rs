//! `Renderer`: the buffer into which query options are written, without percent-encoding.

use super::InvalidQuery;
use super::literal::Literal;
use super::variable_id::VariableId;
use crate::wire_format::WireFormat;

/// A buffer into which query options are written, and which stores the first error that occurs.
pub(super) struct Renderer {
    text: String,
    format: WireFormat,
    /// The enclosing lambda expressions (`any` or `all`), starting with the outermost. Only lambda expressions from
    /// `any_with` and `all_with` have a [`VariableId`].
    lambdas: Vec<Option<VariableId>>,
    /// The lambda variable that is written before a property path: 1 for `a/status`, 2 for `b/status`, and 0 for
    /// `status`.
    current: usize,
    /// The error for the first value that can't be written into a URL.
    failure: Option<InvalidQuery>,
}

impl Renderer {
    pub(super) const fn new(format: WireFormat) -> Self {
        Self { text: String::new(), format, lambdas: Vec::new(), current: 0, failure: None }
    }

    /// Returns the text of the query options.
    ///
    /// # Errors
    ///
    /// Returns the first error that [`Self::fail`] recorded.
    pub(super) fn finish(self) -> Result<String, InvalidQuery> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.text),
        }
    }

    /// Returns the text of the query options. The text contains an error message in place of each value that has no
    /// literal.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes items with a separator between them.
    pub(super) fn separated<T>(
        &mut self,
        separator: &str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Self),
    ) {
        for (position, item) in items.into_iter().enumerate() {
            self.push(if position == 0 { "" } else { separator });
            write(item, self);
        }
    }

    /// Writes an expression, in parentheses if `has_parentheses` is true.
    pub(super) fn enclosed(&mut self, has_parentheses: bool, write: impl FnOnce(&mut Self)) {
        self.push(if has_parentheses { "(" } else { "" });
        write(self);
        self.push(if has_parentheses { ")" } else { "" });
    }

    pub(super) fn fail(&mut self, message: String) {
        self.failure.get_or_insert(InvalidQuery::new(message));
    }

    /// Writes a literal. If the value has no literal, records an error that contains `name`. For example, `name` is the
    /// path of the property with which the value is compared.
    pub(super) fn literal(&mut self, literal: &Literal, name: &str) {
        let text = literal.format(self.format);
        self.literal_text(text, name);
    }

    /// Writes a collection as a JSON array. If the collection can't be serialized, records an error that contains
    /// `name`.
    pub(super) fn array(&mut self, literal: &Literal, name: &str) {
        let text = literal.format_array(self.format);
        self.literal_text(text, name);
    }

    fn literal_text(&mut self, text: Result<String, String>, name: &str) {
        match text {
            Ok(text) => self.text.push_str(&text),
            Err(reason) => {
                self.push(&format!("<{reason}>"));
                self.fail(format!("`{name}`: {reason}"));
            }
        }
    }

    /// Writes a property path. Inside of `any` and `all`, the path starts with the variable of the lambda expression:
    /// `a/status`.
    pub(super) fn path(&mut self, segments: &[&str]) {
        let prefix = match self.current {
            0 if segments.is_empty() => Some("$this".to_owned()),
            0 => None,
            number => Some(variable(number)),
        };
        self.prefixed_path(prefix.as_deref(), segments);
    }

    /// Writes the first argument of `isof` with a comma: `a,` in `isof(a,n.user)`. The first argument is the lambda
    /// variable. Outside of `any` and `all`, there is no lambda variable, and nothing is written: `isof(n.user)`.
    pub(super) fn push_element(&mut self) {
        if self.current > 0 {
            self.push(&format!("{},", variable(self.current)));
        }
    }

    /// Writes a path that starts with the lambda variable `id`, such as `b/price`. If the path isn't inside of the
    /// lambda expression of this variable, records an error.
    pub(super) fn variable_path(&mut self, id: VariableId, segments: &[&str]) {
        match self.lambdas.iter().position(|lambda| *lambda == Some(id)) {
            Some(position) => self.prefixed_path(Some(&variable(position + 1)), segments),
            None => self.fail(
                "the variable of a lambda expression is used outside of the closure: use it only in the condition that \
                 the closure of `any_with` or `all_with` returns"
                    .to_owned(),
            ),
        }
    }

    pub(super) fn prefixed_path(&mut self, prefix: Option<&str>, segments: &[&str]) {
        let segments = prefix.into_iter().chain(segments.iter().copied());
        let path = segments.collect::<Vec<_>>().join("/");
        self.text.push_str(&path);
    }

    /// Writes the inner part of a lambda expression, such as `a:a/status eq 'running'`. The function `write` writes the
    /// condition.
    ///
    /// For `any` and `all`, `id` is `None`, and every property path in the condition starts with the lambda variable.
    /// For `any_with` and `all_with`, `id` is the [`VariableId`] of the lambda variable, and only paths with this
    /// `VariableId` start with the lambda variable.
    pub(super) fn inside_lambda(&mut self, id: Option<VariableId>, write: impl FnOnce(&mut Self)) {
        self.lambdas.push(id);
        let (number, previous) = (self.lambdas.len(), self.current);
        if id.is_none() {
            self.current = number;
        }
        self.text.push_str(&variable(number));
        self.text.push(':');
        write(self);
        self.current = previous;
        self.lambdas.pop();
    }

    /// Writes the condition of a `$count` segment, such as `age gt 18` in `members/$count($filter=age gt 18)`. Inside
    /// of a `$count` segment, property paths have no lambda variable: `age` instead of `a/age`.
    pub(super) fn inside_count(&mut self, write: impl FnOnce(&mut Self)) {
        let previous = core::mem::take(&mut self.current);
        write(self);
        self.current = previous;
    }
}

/// Returns the variable of a lambda expression: `a` for the outermost lambda expression, `b` for a nested one.
fn variable(number: usize) -> String {
    match number {
        1..=26 => char::from(b"abcdefghijklmnopqrstuvwxyz"[number - 1]).to_string(),
        _ => format!("v{number}"),
    }
}
