//! `OptionList`: the names and values of query options.

use super::InvalidQuery;
use super::node;
use super::option_value::{Item, OptionValue};
use super::renderer::Renderer;
use super::validation;
use crate::wire_format::WireFormat;

/// The system query options (URL conventions, clause 5.1), in the order in which they are written into a URL.
const SYSTEM_OPTIONS: [&str; 16] = [
    "$filter",
    "$search",
    "$select",
    "$expand",
    "$orderby",
    "$top",
    "$skip",
    "$count",
    "$apply",
    "$compute",
    "$format",
    "$skiptoken",
    "$deltatoken",
    "$levels",
    "$index",
    "$schemaversion",
];

/// A list of query options, in which every option name is unique.
#[derive(Clone, Debug, Default)]
pub(crate) struct OptionList {
    options: Vec<QueryOption>,
    /// The number of levels of nested options.
    depth: usize,
}

#[derive(Clone, Debug)]
struct QueryOption {
    /// The name of the option, in the letter case that the caller specified.
    name: String,
    value: OptionValue,
}

impl OptionList {
    pub(super) const fn new() -> Self {
        Self { options: Vec::new(), depth: 0 }
    }

    /// Sets a query option. Replaces a previous option with the same name.
    pub(super) fn set(&mut self, name: &str, value: OptionValue) {
        let option = QueryOption { name: name.to_owned(), value };
        let identity = identity(name);
        if let Some(earlier) =
            self.options.iter_mut().find(|earlier| self::identity(&earlier.name) == identity)
        {
            *earlier = option;
            return;
        }
        let rank = rank(&identity);
        let position =
            self.options.partition_point(|earlier| self::rank(&self::identity(&earlier.name)) <= rank);
        self.options.insert(position, option);
    }

    /// Appends an item to `$select`, `$orderby` or `$compute`. If `QueryOptions::custom` has set the option to a
    /// string, the item replaces the string.
    pub(super) fn push_item(&mut self, name: &str, item: Item) {
        match self.value_mut(name) {
            Some(OptionValue::Items(items)) => items.push(item),
            _ => self.set(name, OptionValue::Items(vec![item])),
        }
    }

    /// Appends a property to `$expand`. Replaces a previous expansion of the same property.
    pub(super) fn push_expand(&mut self, property: String, options: Self) {
        let options = self.nested(options);
        match self.value_mut("$expand") {
            Some(OptionValue::Expand(properties)) => {
                properties.retain(|(earlier, _)| *earlier != property);
                properties.push((property, options));
            }
            _ => self.set("$expand", OptionValue::Expand(vec![(property, options)])),
        }
    }

    /// Appends a property with nested options to `$select`.
    pub(super) fn push_select(&mut self, property: String, options: Self) {
        let options = self.nested(options);
        self.push_item("$select", Item::Select(property, options));
    }

    /// Adjusts the number of levels for nested options. Replaces options with too many levels.
    fn nested(&mut self, options: Self) -> Self {
        if options.depth >= node::MAXIMUM_DEPTH {
            let mut replacement = Self::new();
            replacement.set("$filter", OptionValue::TooDeep);
            return replacement;
        }
        self.depth = self.depth.max(options.depth + 1);
        options
    }

    fn value_mut(&mut self, name: &str) -> Option<&mut OptionValue> {
        let option = self.options.iter_mut().find(|option| identity(&option.name) == name);
        option.map(|option| &mut option.value)
    }

    /// Returns the name of the first option that `names` contains, such as `$top`. The name is returned as the caller
    /// of [`set`](Self::set) wrote it, such as `Top` for `$top`.
    pub(crate) fn find_any(&self, names: &[&str]) -> Option<&str> {
        let mut options = self.options.iter();
        options
            .find(|option| names.contains(&identity(&option.name).as_str()))
            .map(|option| option.name.as_str())
    }

    /// Returns the names and values of the query options without percent-encoding. `format` contains the settings of
    /// the service for formatting the values.
    ///
    /// # Errors
    ///
    /// Returns an error if the value of an option can't be written into a URL.
    pub(crate) fn pairs(&self, format: WireFormat) -> Result<Vec<(&str, String)>, InvalidQuery> {
        self.options.iter().map(|option| Ok((option.name.as_str(), option.value_text(format)?))).collect()
    }

    /// Writes the query options, separated by `separator`, without percent-encoding.
    pub(super) fn write(&self, separator: &str, to: &mut Renderer) {
        to.separated(separator, &self.options, |option, to| {
            to.push(&option.name);
            to.push("=");
            option.value.write(to);
        });
    }

    /// Writes the nested options of an expanded or selected property in parentheses: `($select=id;$top=1)`. The
    /// argument `allowed` contains the names of the allowed options, and `None` allows all options.
    pub(super) fn write_nested(&self, property: &str, allowed: Option<&[&str]>, to: &mut Renderer) {
        if self.options.is_empty() {
            return;
        }
        for option in &self.options {
            option.check_nested(to);
            if allowed.is_some_and(|allowed| !allowed.contains(&identity(&option.name).as_str())) {
                to.fail(format!("`{property}` can't have the option `{}`: remove the option", option.name));
            }
        }
        to.push("(");
        self.write(";", to);
        to.push(")");
    }
}

impl QueryOption {
    fn value_text(&self, format: WireFormat) -> Result<String, InvalidQuery> {
        if self.name.is_empty() {
            return Err(InvalidQuery::new("a query option has no name".to_owned()));
        }
        if matches!(self.value, OptionValue::Levels(_)) {
            let message = "`$levels` is an option of an expanded property: use `levels` in the options for `expand_with`";
            return Err(InvalidQuery::new(message.to_owned()));
        }
        let mut renderer = Renderer::new(format);
        self.value.write(&mut renderer);
        renderer.finish()
    }

    /// Checks the name and the value of a nested option of `$expand`. An unbalanced parenthesis in the value would end
    /// the list of nested options.
    fn check_nested(&self, to: &mut Renderer) {
        let name = &self.name;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'-' | b'_' | b'.');
        if name.is_empty() || !name.bytes().all(is_plain) {
            return to.fail(format!("`{name}` is not a valid name for a nested option of `$expand`"));
        }
        let OptionValue::Raw(text) = &self.value else { return };
        let checked = if identity(name) == "$search" {
            validation::check_search(text)
        } else {
            validation::check(text)
        };
        if let Err(reason) = checked {
            to.fail(format!("`{name}={text}` is not a valid nested option of `$expand`: {reason}"));
        }
    }
}

/// Returns the standard name of a system query option, such as `$filter` for `Filter`, or the unchanged name of a
/// custom query option, such as `api-version`.
fn identity(name: &str) -> String {
    let plain = name.strip_prefix('$').unwrap_or(name);
    let is_named = |option: &&&str| option[1..].eq_ignore_ascii_case(plain);
    SYSTEM_OPTIONS.iter().find(is_named).map_or(name, |option| option).to_owned()
}

/// Checks whether two names are names of the same query option, such as `$filter` and `Filter`.
pub(crate) fn is_same_option(one: &str, other: &str) -> bool {
    identity(one) == identity(other)
}

/// Checks whether a name is the name of a system query option, such as `$filter` or `Filter`, or starts with `$`.
pub(crate) fn is_system_option(name: &str) -> bool {
    identity(name).starts_with('$')
}

/// Returns the position of an option in the order in which options are written into a URL. System query options have
/// the order of [`SYSTEM_OPTIONS`], and custom query options are last.
fn rank(identity: &str) -> usize {
    SYSTEM_OPTIONS.iter().position(|option| *option == identity).unwrap_or(SYSTEM_OPTIONS.len())
}
