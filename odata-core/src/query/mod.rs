//! The options of a query: `$filter`, `$select`, `$orderby`, `$expand` and their kin, made of typed properties.
//!
//! ```
//! use odata_core::ODataEntity;
//! use odata_core::query::QueryOptions;
//!
//! #[derive(ODataEntity)]
//! #[odata(namespace = "microsoft.graph")]
//! struct User {
//!     display_name: Option<String>,
//!     age: Option<i32>,
//!     #[odata(navigation)]
//!     manager: Option<Box<User>>,
//! }
//!
//! let options = QueryOptions::<User>::new()
//!     .filter(User::DISPLAY_NAME.starts_with("O'Ne").and(User::AGE.ge(18)))
//!     .select(User::DISPLAY_NAME)
//!     .expand_with(User::MANAGER, QueryOptions::new().select(User::AGE))
//!     .order_by_descending(User::AGE)
//!     .top(10);
//! assert_eq!(
//!     options.to_string(),
//!     "$filter=startswith(displayName,'O''Ne') and age ge 18&$select=displayName&\
//!      $expand=manager($select=age)&$orderby=age desc&$top=10",
//! );
//! ```

mod filter;
mod literal;
mod operators;
mod options;
mod well_known_text;

pub use filter::Filter;
pub use operators::{Moment, SetOfFlags, Text, element};
pub use options::{Navigate, QueryOptions};

pub(crate) use literal::literal;
