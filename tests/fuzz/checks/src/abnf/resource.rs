//! Resource paths (rule `resourcePath`). Without a model, any name can be an entity set, a property or a function.

use super::cursor::{Cursor, Parsed};
use super::url::Url;

/// The segments that must be last.
const LAST: [&str; 4] = ["$count", "$ref", "$value", "$query"];

impl Url {
    /// Checks the segments of a resource path.
    ///
    /// # Errors
    ///
    /// Returns a message with the position of the first syntax error.
    pub fn check_resource_path(&self) -> Parsed<()> {
        let [first, others @ ..] = &self.segments[..] else { return Ok(()) };
        Cursor::parse_all(&first.text, |cursor| cursor.first_segment(&self.options))?;
        for (position, segment) in others.iter().enumerate() {
            let is_last = position + 1 == others.len();
            if LAST.contains(&segment.text.as_str()) && !is_last {
                return Err(format!("a segment follows `{}`", segment.text));
            }
            Cursor::parse_all(&segment.text, Cursor::following_segment)?;
        }
        let is_reference = first.text == "$entity";
        let has_cast_option = self
            .options
            .iter()
            .any(|(name, _)| ["select", "expand"].contains(&name.strip_prefix('$').unwrap_or(name)));
        if is_reference && others.is_empty() && has_cast_option {
            return Err("`$entity` without a type has no `$select` and no `$expand`".to_owned());
        }
        Ok(())
    }
}

impl Cursor<'_> {
    /// Parses the name of an entity set, a singleton or an import, or a resource such as `$all`.
    fn first_segment(&mut self, options: &super::Options) -> Parsed<()> {
        if ["$batch", "$metadata", "$all"].into_iter().any(|name| self.eat(name)) {
            return Ok(());
        }
        if self.eat("$entity") {
            let has_id = options.iter().any(|(name, _)| ["$id", "id"].contains(&name.as_str()));
            return if has_id { Ok(()) } else { self.fail("the option `$id`") };
        }
        if self.eat("$crossjoin(") {
            self.separated(",", Self::identifier)?;
            return self.expect(")");
        }
        self.eat("$root");
        if self.rest().is_empty() {
            return Ok(());
        }
        self.identifier()?;
        self.keys_and_arguments()
    }

    /// Parses a name with keys or arguments, a segment such as `$count`, or the value of a key.
    fn following_segment(&mut self) -> Parsed<()> {
        if ["$each"].iter().chain(&LAST).any(|name| self.eat(name)) {
            return Ok(());
        }
        if self.eat("$filter(") {
            self.expression()?;
            return self.expect(")");
        }
        let has_parentheses = self.attempt(|cursor| {
            cursor.qualified_name()?;
            cursor.expect("(")
        });
        if has_parentheses.is_some() {
            self.path_arguments()?;
            return self.keys_and_arguments();
        }
        let key = self.take_while(|_| true);
        if key.is_empty() || key.starts_with('$') { self.fail("a segment") } else { Ok(()) }
    }

    fn keys_and_arguments(&mut self) -> Parsed<()> {
        while self.eat("(") {
            self.path_arguments()?;
        }
        Ok(())
    }

    /// Parses the text after `(`: a key, or the parameters of a function. The values are literals or aliases.
    fn path_arguments(&mut self) -> Parsed<()> {
        self.whitespace();
        if self.eat(")") {
            return Ok(());
        }
        self.separated(",", |cursor| {
            cursor.attempt(|cursor| {
                cursor.identifier()?;
                cursor.expect("=")
            });
            if cursor.eat("@") { cursor.identifier().map(|_| ()) } else { cursor.literal().map(|_| ()) }
        })?;
        self.whitespace();
        self.expect(")")
    }
}
