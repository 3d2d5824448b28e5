//! `Renderer`: the buffer into which query options are written, without percent-encoding.

use super::InvalidQuery;
use super::literal::Literal;
use crate::typed_property::Expression;
use crate::wire_format::WireFormat;

/// A buffer into which query options are written, and which stores the first error that occurs.
pub(super) struct Renderer {
    text: String,
    format: WireFormat,
    /// The current nesting depth of lambda expressions (`any` or `all`). The depth is 0 outside of lambda expressions.
    depth: usize,
    /// The error for the first value that can't be written into a URL, or `None` if no error occurred.
    failure: Option<InvalidQuery>,
}

impl Renderer {
    pub(super) const fn new(format: WireFormat) -> Self {
        Self { text: String::new(), format, depth: 0, failure: None }
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

    pub(super) fn fail(&mut self, message: String) {
        self.failure.get_or_insert(InvalidQuery::new(message));
    }

    /// Writes a literal. If the value can't be written as a literal, records an error with the property path of
    /// `operand`.
    pub(super) fn literal(&mut self, literal: &Literal, operand: &Expression) {
        match literal.format(self.format) {
            Ok(text) => self.text.push_str(&text),
            Err(reason) => {
                self.push(&format!("<{reason}>"));
                self.fail(format!("`{}`: {reason}", operand.name()));
            }
        }
    }

    /// Writes a property path. Inside of `any` and `all`, the path starts with the variable of the lambda expression:
    /// `a/status`.
    pub(super) fn path(&mut self, segments: &[&str]) {
        let variable = (self.depth > 0).then(|| variable(self.depth));
        let segments = variable.as_deref().into_iter().chain(segments.iter().copied());
        self.text.push_str(&segments.collect::<Vec<_>>().join("/"));
    }

    /// Writes the variable of a lambda expression and a colon (`a:`), and calls `write` to write the condition.
    pub(super) fn inside_lambda(&mut self, write: impl FnOnce(&mut Self)) {
        self.depth += 1;
        self.text.push_str(&variable(self.depth));
        self.text.push(':');
        write(self);
        self.depth -= 1;
    }
}

/// Returns the variable of a lambda expression: `a` for the outermost lambda expression, and `b` for a nested lambda
/// expression.
fn variable(depth: usize) -> String {
    match depth {
        1..=26 => char::from(b"abcdefghijklmnopqrstuvwxyz"[depth - 1]).to_string(),
        _ => format!("v{depth}"),
    }
}

impl Expression {
    /// Returns the property path in the expression, without function calls, for use in error messages.
    fn name(&self) -> String {
        match self {
            Self::Path(segments) => segments.to_string(),
            Self::Call(_, operand) => operand.name(),
        }
    }
}
