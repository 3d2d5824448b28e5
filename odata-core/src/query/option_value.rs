//! `OptionValue`: the value of a query option, and its formatting.

use super::Levels;
use super::condition::Condition;
use super::node;
use super::option_list::OptionList;
use super::property_name;
use super::renderer::Renderer;
use super::validation;
use crate::typed_property::Expression;

/// The value of a query option, which is formatted when the request is built.
#[derive(Clone, Debug)]
pub(super) enum OptionValue {
    Filter(Condition),
    /// The comma-separated items of `$select`, `$orderby` or `$compute`.
    Items(Vec<Item>),
    /// The paths of the expanded properties with their nested options. No path occurs twice, because a later expansion
    /// of the same property replaces an earlier one.
    Expand(Vec<(String, OptionList)>),
    /// The value of `$levels`.
    Levels(Levels),
    /// A valid string that a method of `QueryOptions` formatted, such as `10` for `$top`.
    Text(String),
    /// The value of `$search`, and the error message if the value is invalid.
    Search(String, Option<String>),
    /// A string that the caller specified. If the option is nested in `$expand`, the string is checked for unbalanced
    /// parentheses.
    Raw(String),
    /// The replacement for nested options with too many levels.
    TooDeep,
}

/// An item of `$select`, `$orderby` or `$compute`.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A property path, which is checked for unbalanced parentheses.
    Path(String),
    /// A selected property with nested options: `address($select=city)`.
    Select(String, OptionList),
    /// An expression of `$orderby`, with a suffix for the direction: `length(name) desc`.
    Order(Expression, &'static str),
    /// An expression of `$compute` with its name: `price mul 2 as total`.
    Compute(Expression, &'static str),
}

/// The nested options of a selected property (OData ABNF, `selectOption`).
const SELECT_OPTIONS: [&str; 8] =
    ["$filter", "$search", "$count", "$orderby", "$skip", "$top", "$compute", "$select"];

/// The nested options of an expanded property with `/$ref` (OData ABNF, `expandRefOption`).
const REFERENCE_OPTIONS: [&str; 6] = ["$filter", "$search", "$orderby", "$skip", "$top", "$count"];

/// The nested options of an expanded property with `/$count` (OData ABNF, `expandCountOption`).
const COUNT_OPTIONS: [&str; 2] = ["$filter", "$search"];

impl OptionValue {
    pub(super) fn write(&self, to: &mut Renderer) {
        match self {
            Self::Filter(condition) => condition.write(to),
            Self::Items(items) => to.separated(",", items, Item::write),
            Self::Expand(properties) => to.separated(",", properties, |(property, options), to| {
                to.push(property);
                options.write_nested(property, allowed_options(property), to);
            }),
            Self::Levels(levels) => {
                if *levels == Levels::Number(0) {
                    to.fail("`$levels=0` is invalid: the number of levels must be positive".to_owned());
                }
                to.push(&levels.to_string());
            }
            Self::Search(text, error) => {
                if let Some(error) = error {
                    to.fail(error.clone());
                }
                to.push(text);
            }
            Self::Text(text) | Self::Raw(text) => to.push(text),
            Self::TooDeep => node::fail_too_deep(to),
        }
    }
}

/// Returns the names of the options that an expanded property can have, or `None` if all options are allowed.
fn allowed_options(property: &str) -> Option<&'static [&'static str]> {
    match property.rsplit('/').next() {
        Some("$ref") => Some(&REFERENCE_OPTIONS),
        Some("$count") => Some(&COUNT_OPTIONS),
        _ => None,
    }
}

impl Item {
    fn write(&self, to: &mut Renderer) {
        match self {
            Self::Path(path) => {
                if let Err(reason) = validation::check(path) {
                    to.fail(format!("`{path}` is not a valid property of `$select`: {reason}"));
                }
                to.push(path);
            }
            Self::Select(path, options) => {
                to.push(path);
                options.write_nested(path, Some(&SELECT_OPTIONS), to);
            }
            Self::Order(expression, suffix) => {
                expression.write(to);
                to.push(suffix);
            }
            Self::Compute(expression, name) => {
                write_computed(expression, name, to);
            }
        }
    }
}

/// Writes the definition of a computed property: `price mul 2 as total`.
pub(super) fn write_computed(expression: &Expression, name: &str, to: &mut Renderer) {
    if let Err(reason) = property_name::check_identifier(name) {
        to.fail(format!("`{name}` is not a valid name for a computed property: {reason}"));
    }
    expression.write(to);
    to.push(&format!(" as {name}"));
}
