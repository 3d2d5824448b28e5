//! Typed query options: `$filter`, `$select`, `$orderby`, `$expand` and others (feature `http`).
//!
//! [`QueryOptions`] is a builder for the query options of a request. The methods of the builder accept the property
//! constants of your types, such as `User::AGE`, so the compiler checks the names and the types of the properties.
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

mod condition;
mod element;
mod filter;
mod invalid_query;
mod literal;
mod navigate;
mod operators;
mod option_list;
mod options;
mod plain_decimal;
mod property_list;
mod related;
mod renderer;
mod validation;
mod well_known_text;

pub use element::{Element, element};
pub use filter::Filter;
pub use invalid_query::InvalidQuery;
pub use navigate::Navigate;
pub use operators::{SetOfFlags, StringValue, TemporalValue};
pub use options::QueryOptions;
pub use property_list::PropertyList;
pub use related::{AnyType, CombinedWith, RelatedTo};

pub(crate) use literal::Literal;
pub(crate) use option_list::OptionList;
