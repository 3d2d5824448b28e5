//! An independent parser of the OData 4.01 ABNF, for the query options and the paths that odata-core writes.
//!
//! The parser follows clause 2 of the URL conventions: it splits a URL at `/`, `?`, `&` and `=`, then it decodes the
//! parts, and then it parses them. It shares no code with odata-core. Like the parsers of services, it reads the
//! longest literal, and it resolves names to the variables of lambda expressions.

mod apply;
mod cursor;
mod expression;
mod json;
mod literal;
mod names;
mod operators;
mod options;
mod path;
mod resource;
mod search;
mod tree;
mod url;

pub use cursor::{Cursor, Parsed};
pub use expression::FUNCTIONS;
pub use options::option_value;
pub use tree::{
    Expression, Item, Literal, OptionValue, Options, Path, Root, Search, Segment, Transformation,
    conjunction, disjunction,
};
pub use url::{PathSegment, Url};

/// Parses a whole expression (rule `commonExpr`).
///
/// # Errors
///
/// Returns a message with the position of the first syntax error.
pub fn expression(text: &str) -> Parsed<Expression> {
    Cursor::parse_all(text, Cursor::expression)
}
