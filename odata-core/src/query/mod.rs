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
//!
//! The output of `to_string` isn't a part of a URL. [`Request::url`](crate::request::Request::url) returns the URL, in
//! which the options are percent-encoded and the literals have the format of the service.
//!
//! # Expressions
//!
//! Properties, function calls and calculations are [`Operand`](crate::Operand)s. Operands can be used in `$filter`,
//! `$orderby`, `$compute` and `$apply`. The methods of [`Operand`](crate::Operand) are the operators and the canonical
//! functions of OData 4.01.
//!
//! | Expression | Code |
//! |---|---|
//! | `price gt 10`, `price gt cost` | `Item::PRICE.gt(10)`, `Item::PRICE.gt(Item::COST)` |
//! | `(price add tax) mul quantity` | `Item::PRICE.add(Item::TAX).mul(Item::QUANTITY)` |
//! | `startswith(tolower(name),'a')` | `Item::NAME.to_lower().starts_with("a")` |
//! | `isActive and not (price eq 0)` | `Item::IS_ACTIVE.is_true() & !Item::PRICE.eq(0)` |
//! | `parts/$count gt 3` | `Item::PARTS.count().gt(3)` |
//! | `parts/any(a:a/price gt 10)` | `Item::PARTS.any(Part::PRICE.gt(10))` |
//! | `parts/any(a:a/price gt price)` | <code>Item::PARTS.any_with(\|part\| part.then(Part::PRICE).gt(Item::PRICE))</code> |
//! | `now()`, `'x'` | [`now()`], [`literal("x")`](literal()) |
//! | `case(price gt 10:'high',true:'low')` | [`Case::when(Item::PRICE.gt(10), literal("high")).otherwise("low")`](Case) |
//! | `price gt $root/items(1)/price` | [`Item::PRICE.gt(root_property(&items.key(1), Item::PRICE))`](root_property) |
//! | `extension_42_name eq 'x'` | [`run_time_property::<String>("extension_42_name").eq("x")`](run_time_property) |
//!
//! Function calls, lambda expressions, parentheses and the options of expanded properties can be nested up to 400 levels
//! deep. If a query has more levels, building the request returns an [error](InvalidQuery). A sequence of operands with
//! the same operator can have any length.

mod apply;
mod arithmetic;
mod calculation;
mod case;
mod comparand;
mod computed;
mod computed_property;
mod condition;
mod constants;
mod element;
mod expand;
mod filter;
mod functions;
mod into_operand;
mod invalid_query;
mod lambda;
mod literal;
mod navigate;
mod node;
mod numeric;
mod operators;
mod option_list;
mod option_value;
mod options;
mod plain_decimal;
mod property_list;
mod property_name;
mod related;
mod renderer;
mod root;
mod run_time_property;
mod search;
mod select;
mod validation;
mod value_class;
mod variable;
mod variable_id;
mod well_known_text;

pub use apply::{Aggregate, Aggregation, Apply};
pub use arithmetic::ArithmeticOperand;
pub use case::Case;
pub use comparand::Comparand;
pub use computed_property::ComputedProperty;
pub use constants::{literal, max_date_time, min_date_time, now, request_instance};
pub use element::{Element, element};
pub use expand::Levels;
pub use filter::Filter;
pub use functions::{
    DateTimeValue, DurationValue, LineValue, PointValue, SequenceValue, StringValue, TemporalValue, TimeValue,
};
pub use into_operand::IntoOperand;
pub use invalid_query::InvalidQuery;
pub use navigate::Navigate;
pub use numeric::{Arithmetic, ArithmeticValue, NumericValue};
pub use operators::{BooleanValue, SetOfFlags};
pub use options::QueryOptions;
pub use property_list::PropertyList;
pub use related::{AnyType, CombinedWith, RelatedTo};
pub use root::root_property;
pub use run_time_property::run_time_property;
pub use search::{IntoSearch, Search};
pub use value_class::{ComparableWith, ValueClass};
pub use variable::Variable;

pub(crate) use literal::Literal;
pub(crate) use node::Node;
pub(crate) use option_list::{OptionList, is_same_option, is_system_option};
pub(crate) use property_name::check_name;
