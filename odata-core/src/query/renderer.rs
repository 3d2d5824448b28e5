//! `Renderer`: the buffer into which query options are written, without percent-encoding.

use super::InvalidQuery;
use super::literal::Literal;
use super::property_name;
use super::variable_id::VariableId;
use crate::wire_format::WireFormat;

/// A buffer into which query options are written, and which stores the first error that occurs.
pub(super) struct Renderer {
    text: String,
    format: WireFormat,
    /// The enclosing lambda expressions (`any` or `all`), starting with the outermost.
    lambdas: Vec<Lambda>,
    /// The names of properties that can't be the names of variables.
    reserved: Vec<String>,
    /// The lambda variable that is written before a property path: 1 for `a/status`, 2 for `b/status`, and 0 for
    /// `status`.
    current: usize,
    /// The error for the first value that can't be written into a URL.
    failure: Option<InvalidQuery>,
}

/// A lambda expression that encloses the current position.
struct Lambda {
    /// Identifies the argument of the closure in `any_with(|element| …)`, or `None` for `any(condition)`, which has no
    /// closure.
    id: Option<VariableId>,
    variable: String,
}

impl Renderer {
    pub(super) const fn new(format: WireFormat) -> Self {
        Self {
            text: String::new(),
            format,
            lambdas: Vec::new(),
            reserved: Vec::new(),
            current: 0,
            failure: None,
        }
    }

    /// Returns the text of the query options.
    ///
    /// # Errors
    ///
    /// Returns an error if a value or a path is invalid in a URL: the first error that was passed to [`Self::fail`].
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

    /// Writes the colon and the value in a branch of `case`, such as `:b` in `case(a:b)`. Between numbers such as 12
    /// and 34, writes a space after the colon, because servers would read `12:34` as a time.
    pub(super) fn colon(&mut self, write: impl FnOnce(&mut Self)) {
        let is_digit = |byte: &u8| byte.is_ascii_digit();
        let follows_digits = self.text.bytes().rev().take(2).filter(is_digit).count() == 2;
        self.push(":");
        let start = self.text.len();
        write(self);
        if follows_digits && self.text[start..].bytes().take(2).filter(is_digit).count() == 2 {
            self.text.insert(start, ' ');
        }
    }

    pub(super) fn fail(&mut self, message: String) {
        self.failure.get_or_insert(InvalidQuery::new(message));
    }

    /// Writes a literal. If the value has no literal, the error message starts with `name`, such as the property path
    /// `address/city`.
    pub(super) fn literal(&mut self, literal: &Literal, name: impl FnOnce() -> String) {
        let text = literal.format(self.format);
        self.literal_text(text, name);
    }

    /// Writes a collection as a JSON array. If the collection can't be serialized, the error message starts with
    /// `name`, such as the property path `address/city`.
    pub(super) fn array(&mut self, literal: &Literal, name: impl FnOnce() -> String) {
        let text = literal.format_array(self.format);
        self.literal_text(text, name);
    }

    fn literal_text(&mut self, text: Result<String, String>, name: impl FnOnce() -> String) {
        match text {
            Ok(text) => self.text.push_str(&text),
            Err(reason) => {
                self.push(&format!("<{reason}>"));
                self.fail(format!("`{}`: {reason}", name()));
            }
        }
    }

    /// Writes a property path. Inside of `any` and `all`, the path starts with the variable of the lambda expression:
    /// `a/status`.
    pub(super) fn path(&mut self, segments: &[&str]) {
        let prefix = match self.current_variable() {
            None if segments.is_empty() => Some("$this".to_owned()),
            variable => variable,
        };
        if prefix.is_none() {
            self.reserve(segments[0]);
        }
        self.prefixed_path(prefix.as_deref(), segments);
    }

    /// Writes a property path that is known only at run time. If the path isn't a property path, records an error.
    pub(super) fn run_time_path(&mut self, path: &str) {
        let is_outer = self.current == 0;
        if let Err(reason) = property_name::check(path) {
            self.fail(format!("`{path}` is not a valid property path: {reason}"));
        } else if is_outer && property_name::is_alias(path) {
            self.fail(format!(
                "`{path}` is not a valid property path: services read `@name` as a parameter alias, so an annotation \
                 needs the namespace of its term, as in `@Measures.Currency`"
            ));
        }
        self.path(&[path]);
    }

    /// Writes the lambda variable as the first argument of `isof`, such as `a,` in `isof(a,n.user)`. Writes nothing
    /// outside of `any` and `all`, where `isof(n.user)` has only one argument.
    pub(super) fn push_element(&mut self) {
        if let Some(variable) = self.current_variable() {
            self.push(&format!("{variable},"));
        }
    }

    fn current_variable(&self) -> Option<String> {
        self.current.checked_sub(1).map(|position| self.lambdas[position].variable.clone())
    }

    /// Prevents a name conflict between a property and a lambda variable. If the path starts with a property `a`, as in
    /// `a/city`, a lambda variable `a` is renamed to `a_1`.
    fn reserve(&mut self, path: &str) {
        let name = path.split('/').next().unwrap_or_default();
        if self.lambdas.iter().any(|lambda| lambda.variable == name) {
            self.reserved.push(name.to_owned());
        }
    }

    /// Writes a path that starts with the lambda variable `id`, such as `b/price`. If the path isn't inside of the
    /// lambda expression of this variable, records an error.
    pub(super) fn variable_path(&mut self, id: VariableId, segments: &[&str]) {
        match self.lambdas.iter().find(|lambda| lambda.id == Some(id)).map(|lambda| lambda.variable.clone()) {
            Some(variable) => self.prefixed_path(Some(&variable), segments),
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

    /// Writes the inner part of a lambda expression, such as `a:a/status eq 'running'`. The argument `write` writes the
    /// condition after the colon, such as `a/status eq 'running'`.
    ///
    /// `id` identifies the argument of the closure in `any_with(|element| …)`, and is `None` for `any(condition)`.
    ///
    /// In `any` and `all`, every property path starts with the lambda variable: `a/status`. In `any_with` and
    /// `all_with`, a path without a lambda variable, such as `city`, is a property of the outer type, not of the
    /// elements of the collection.
    ///
    /// If the condition contains a property of the outer type with the name `a`, the variable is renamed from `a` to
    /// `a_1`.
    pub(super) fn inside_lambda(&mut self, id: Option<VariableId>, write: impl Fn(&mut Self)) {
        let (number, previous, start) = (self.lambdas.len() + 1, self.current, self.text.len());
        loop {
            let variable = variable(number, &self.reserved);
            self.text.truncate(start);
            self.text.extend([&variable, ":"]);
            self.lambdas.push(Lambda { id, variable: variable.clone() });
            if id.is_none() {
                self.current = number;
            }
            write(self);
            self.current = previous;
            self.lambdas.pop();
            if !self.reserved.contains(&variable) {
                return;
            }
        }
    }

    /// Writes the condition of a `$count` segment, such as `age gt 18` in `members/$count($filter=age gt 18)`. Inside
    /// of a `$count` segment, property paths have no lambda variable: `age` instead of `a/age`.
    pub(super) fn inside_count(&mut self, write: impl FnOnce(&mut Self)) {
        let previous = core::mem::take(&mut self.current);
        write(self);
        self.current = previous;
    }
}

/// Returns the variable of a lambda expression: `a` for the outermost lambda expression, `b` for a nested one. If the
/// name is reserved, the variable has a suffix, as in `a_1`.
fn variable(number: usize, reserved: &[String]) -> String {
    let name = match number {
        1..=26 => char::from(b"abcdefghijklmnopqrstuvwxyz"[number - 1]).to_string(),
        _ => format!("v{number}"),
    };
    let with_suffix = (1_usize..).map(|suffix| format!("{name}_{suffix}"));
    let mut names = [name.clone()].into_iter().chain(with_suffix);
    names.find(|name| !reserved.contains(name)).unwrap_or_default()
}
