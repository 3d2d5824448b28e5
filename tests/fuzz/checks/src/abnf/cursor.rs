//! `Cursor`: the position in a decoded text.

/// The result of parsing a part of the text. The error contains the position.
pub type Parsed<T> = Result<T, String>;

/// The position in a decoded text, and the variables of lambda expressions that are in scope.
#[derive(Clone, Debug)]
pub struct Cursor<'t> {
    text: &'t str,
    position: usize,
    pub(super) variables: Vec<String>,
    pub(super) depth: usize,
}

impl<'t> Cursor<'t> {
    /// Parses the whole text with `rule`.
    ///
    /// # Errors
    ///
    /// Returns the error of `rule`, or an error if text remains.
    pub fn parse_all<T>(text: &'t str, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let mut cursor = Self { text, position: 0, variables: Vec::new(), depth: 0 };
        let value = rule(&mut cursor)?;
        if cursor.rest().is_empty() { Ok(value) } else { cursor.fail("the end of the text") }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.position..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.position += next.len_utf8();
        Some(next)
    }

    pub(super) const fn advance(&mut self, length: usize) {
        self.position += length;
    }

    pub(super) fn fail<T>(&self, expected: &str) -> Parsed<T> {
        Err(format!("expected {expected} at {} in `{}`", self.position, self.text))
    }

    /// Consumes `token` if the rest of the text starts with it.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        let is_next = self.rest().starts_with(token);
        if is_next {
            self.position += token.len();
        }
        is_next
    }

    pub(super) fn expect(&mut self, token: &str) -> Parsed<()> {
        if self.eat(token) { Ok(()) } else { self.fail(&format!("`{token}`")) }
    }

    /// Consumes the longest prefix of characters that `is_part` accepts.
    pub(super) fn take_while(&mut self, mut is_part: impl FnMut(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
        self.position += length;
        &rest[..length]
    }

    /// Consumes optional whitespace (rule `BWS`).
    pub(super) fn whitespace(&mut self) -> bool {
        !self.take_while(|character| matches!(character, ' ' | '\t')).is_empty()
    }

    /// Consumes a keyword in any letter case if the rest of the text starts with it.
    pub(super) fn eat_keyword(&mut self, keyword: &str) -> bool {
        let is_next = self.rest().get(..keyword.len()).is_some_and(|next| next.eq_ignore_ascii_case(keyword));
        if is_next {
            self.position += keyword.len();
        }
        is_next
    }

    /// Consumes an operator of an expression with whitespace on both sides, in any letter case.
    pub(super) fn eat_operator(&mut self, operator: &str) -> bool {
        let mut ahead = self.clone();
        let is_next = ahead.whitespace() && ahead.eat_keyword(operator) && ahead.whitespace();
        if is_next {
            self.position = ahead.position;
        }
        is_next
    }

    /// Consumes an operator of `$search` with whitespace on both sides, such as ` AND `.
    pub(super) fn eat_search_operator(&mut self, operator: &str) -> bool {
        let mut ahead = self.clone();
        let is_next = ahead.whitespace() && ahead.eat(operator) && ahead.whitespace();
        if is_next {
            self.position = ahead.position;
        }
        is_next
    }

    /// Tries `rule`, and restores the position if it fails.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Option<T> {
        let earlier = self.clone();
        rule(self).map_err(|_| *self = earlier).ok()
    }

    /// Parses one or more items that are separated by `separator` and optional whitespace.
    pub(super) fn separated<T>(
        &mut self,
        separator: &str,
        mut item: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut items = vec![item(self)?];
        loop {
            let mut ahead = self.clone();
            ahead.whitespace();
            if !ahead.eat(separator) {
                return Ok(items);
            }
            ahead.whitespace();
            *self = ahead;
            items.push(item(self)?);
        }
    }
}
