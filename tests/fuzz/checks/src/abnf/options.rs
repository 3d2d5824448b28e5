//! Query options and their values.

use super::cursor::{Cursor, Parsed};
use super::tree::{Item, OptionValue, Options};

/// Parses the decoded value of the query option `name`, which isn't nested.
///
/// # Errors
///
/// Returns a message with the position of the first syntax error.
pub fn option_value(name: &str, value: &str) -> Parsed<OptionValue> {
    if is_known(name) {
        Cursor::parse_all(value, |cursor| cursor.value(name))
    } else {
        Ok(OptionValue::Text(value.to_owned()))
    }
}

/// Checks whether the value of an option has a syntax that this parser supports.
fn is_known(name: &str) -> bool {
    let plain = name.strip_prefix('$').unwrap_or(name);
    name.starts_with('@')
        || [
            "filter", "orderby", "select", "expand", "compute", "search", "apply", "top", "skip", "count",
            "levels",
        ]
        .contains(&plain)
}

impl Cursor<'_> {
    fn value(&mut self, name: &str) -> Parsed<OptionValue> {
        match name.strip_prefix('$').unwrap_or(name) {
            "orderby" => self.separated(",", Self::order_item).map(OptionValue::Order),
            "select" | "expand" => self.separated(",", Self::item).map(OptionValue::Items),
            "compute" => self.compute().map(OptionValue::Compute),
            "search" => {
                self.whitespace();
                self.search().map(OptionValue::Search)
            }
            "apply" => self.apply().map(OptionValue::Apply),
            "top" | "skip" => self.word(|word| word.bytes().all(|byte| byte.is_ascii_digit())),
            "count" => self.word(|word| ["true", "false"].contains(&word)),
            "levels" => {
                self.word(|word| word == "max" || word.parse::<u32>().is_ok_and(|_| !word.starts_with('0')))
            }
            _ => self.expression().map(OptionValue::Expression),
        }
    }

    fn word(&mut self, is_valid: impl FnOnce(&str) -> bool) -> Parsed<OptionValue> {
        let word = self.take_while(|character| character.is_ascii_alphanumeric());
        if word.is_empty() || !is_valid(word) {
            return self.fail("a valid value");
        }
        Ok(OptionValue::Text(word.to_owned()))
    }

    fn order_item(&mut self) -> Parsed<(super::Expression, bool)> {
        let expression = self.expression()?;
        let mut ahead = self.clone();
        if !ahead.whitespace() {
            return Ok((expression, false));
        }
        let is_descending = ahead.eat("desc");
        if !is_descending && !ahead.eat("asc") {
            return self.fail("`asc` or `desc`");
        }
        *self = ahead;
        Ok((expression, is_descending))
    }

    fn item(&mut self) -> Parsed<Item> {
        let path = self.plain_path()?;
        let options = if self.eat("(") { self.nested_options()? } else { Vec::new() };
        Ok(Item { path, options })
    }

    /// Parses a path of names, which may contain `*`, `$ref`, `$count` and `$value`.
    pub(super) fn plain_path(&mut self) -> Parsed<String> {
        let mut path = String::new();
        loop {
            let special = ["*", "$ref", "$count", "$value"].into_iter().find(|special| self.eat(special));
            match special {
                Some(special) => path += special,
                None => path += &self.segment_name()?,
            }
            // `namespace.*` selects all operations of a schema.
            if self.eat(".*") {
                path += ".*";
            }
            if !self.eat("/") {
                return Ok(path);
            }
            path.push('/');
        }
    }

    /// Parses nested options up to the closing parenthesis.
    pub(super) fn nested_options(&mut self) -> Parsed<Options> {
        // `*(max)` and `*(2)` are short forms of `$levels`.
        let levels = self.attempt(|cursor| {
            let levels = cursor.value("$levels")?;
            cursor.expect(")").map(|()| levels)
        });
        if let Some(levels) = levels {
            return Ok(vec![("$levels".to_owned(), levels)]);
        }
        let options = self.separated(";", |cursor| {
            let prefix = if cursor.eat("$") {
                "$"
            } else if cursor.eat("@") {
                "@"
            } else {
                ""
            };
            let name = format!("{prefix}{}", cursor.identifier()?);
            cursor.expect("=")?;
            if !is_known(&name) {
                return cursor.fail("a known option");
            }
            Ok((name.clone(), cursor.value(&name)?))
        })?;
        self.expect(")")?;
        Ok(options)
    }
}
