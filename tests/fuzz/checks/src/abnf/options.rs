//! Query options and their values.

use super::cursor::{Cursor, Parsed};
use super::tree::{Item, OptionValue, Options, Search};

/// Parses the decoded value of the query option `name`, which isn't nested.
///
/// # Errors
///
/// Returns a message with the position of the first syntax error.
pub fn option_value(name: &str, value: &str) -> Parsed<OptionValue> {
    let is_custom = !name.starts_with(['$', '@']);
    if is_known(name) {
        Cursor::parse_all(value, |cursor| cursor.value(name))
    } else if is_custom || OPAQUE.contains(&plain_name(name).as_str()) {
        Ok(OptionValue::Text(value.to_owned()))
    } else {
        Err(format!("`{name}` is not a system query option"))
    }
}

/// The system query options whose values have no syntax that this parser checks.
const OPAQUE: [&str; 5] = ["format", "id", "skiptoken", "deltatoken", "schemaversion"];

/// The options that can be nested after `/$ref`.
const REFERENCE_OPTIONS: [&str; 6] = ["filter", "search", "orderby", "skip", "top", "count"];

/// The options that can be nested after `/$count`.
const COUNT_OPTIONS: [&str; 2] = ["filter", "search"];

/// Checks whether the value of an option has a syntax that this parser supports.
fn is_known(name: &str) -> bool {
    name.starts_with('@')
        || [
            "filter", "orderby", "select", "expand", "compute", "search", "apply", "top", "skip", "count",
            "levels", "index",
        ]
        .contains(&plain_name(name).as_str())
}

/// Returns the name of a system query option without `$` and in lower case.
fn plain_name(name: &str) -> String {
    name.strip_prefix('$').unwrap_or(name).to_ascii_lowercase()
}

impl Cursor<'_> {
    fn value(&mut self, name: &str) -> Parsed<OptionValue> {
        match plain_name(name).as_str() {
            "orderby" => self.separated(",", Self::order_item).map(OptionValue::Order),
            "select" | "expand" => self.separated(",", Self::item).map(OptionValue::Items),
            "compute" => self.compute().map(OptionValue::Compute),
            "search" => {
                self.whitespace();
                // An incomplete expression is enclosed in single quotes (rule `searchExpr-incomplete`).
                let is_incomplete = self.peek() == Some('\'');
                let search = if is_incomplete { self.string().map(Search::Phrase) } else { self.search() };
                search.map(OptionValue::Search)
            }
            "apply" => self.apply().map(OptionValue::Apply),
            "top" | "skip" => self.word(|word| word.bytes().all(|byte| byte.is_ascii_digit())),
            "index" => {
                self.eat("-");
                self.word(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
            }
            "count" => {
                self.word(|word| word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false"))
            }
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
        let is_descending = ahead.eat_keyword("desc");
        if !is_descending && !ahead.eat_keyword("asc") {
            return self.fail("`asc` or `desc`");
        }
        *self = ahead;
        Ok((expression, is_descending))
    }

    fn item(&mut self) -> Parsed<Item> {
        let path = self.plain_path()?;
        // The parameters of an overload: `$select=Model.Function(a,b)`.
        let overload = self.attempt(|cursor| {
            cursor.expect("(")?;
            cursor.separated(",", Self::identifier)?;
            cursor.expect(")")
        });
        if overload.is_some() {
            return Ok(Item { path, options: Vec::new() });
        }
        let options = if self.eat("(") { self.nested_options()? } else { Vec::new() };
        let allowed: &[&str] = match path.rsplit('/').next() {
            Some("$ref") => &REFERENCE_OPTIONS,
            Some("$count") => &COUNT_OPTIONS,
            _ => return Ok(Item { path, options }),
        };
        let is_allowed = |name: &str| allowed.contains(&plain_name(name).as_str());
        if options.iter().all(|(name, _)| is_allowed(name)) {
            Ok(Item { path, options })
        } else {
            self.fail("other options after `$ref` or `$count`")
        }
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
