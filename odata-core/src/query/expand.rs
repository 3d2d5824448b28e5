//! The forms of `$expand` for references (`/$ref`), counts (`/$count`), all navigation properties (`*`) and recursion
//! (`$levels`).

use core::fmt;

use super::option_list::OptionList;
use super::option_value::OptionValue;
use super::{Navigate, QueryOptions};
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;
use crate::typed_property::access::Navigable;

/// `$expand` with `/$ref`, `/$count`, `*` and `$levels` (URL conventions 4.01, clause 5.1.3).
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::{Levels, QueryOptions};
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User {
/// #     age: Option<i32>,
/// #     #[odata(navigation)] manager: Option<Box<User>>,
/// #     #[odata(navigation)] reports: Option<Vec<User>>,
/// # }
/// let options = QueryOptions::<User>::new()
///     .expand_with(User::MANAGER, QueryOptions::new().levels(Levels::Max))
///     .expand_references(User::REPORTS)
///     .expand_count_with(User::REPORTS, QueryOptions::new().filter(User::AGE.gt(30)));
/// assert_eq!(
///     options.to_string(),
///     "$expand=manager($levels=max),reports/$ref,reports/$count($filter=age gt 30)",
/// );
/// ```
impl<T> QueryOptions<T> {
    /// Adds a navigation property of a complex type to `$expand`. For `$expand=addresses/country`, `property` is the
    /// complex property `addresses`, and `navigation` is its navigation property `country`. The complex property may be
    /// a collection.
    pub fn expand_within<P, Q, I, J>(mut self, property: P, navigation: Q) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate>,
        Q: IntoPropertyPath<Owner: BaseTypeOf<<P::Value as Navigate>::Entity, J>, Access: Navigable>,
    {
        let (path, navigation) = (property.into_property_path(), navigation.into_property_path());
        self.options_mut().push_expand(format!("{path}/{navigation}"), OptionList::new());
        self
    }

    /// Adds a navigation property of a complex type to `$expand`, with query options for the related entities:
    /// `$expand=addresses/country($select=code)`. See [`expand_within`](Self::expand_within).
    pub fn expand_within_with<P, Q, I, J>(
        mut self,
        property: P,
        navigation: Q,
        options: QueryOptions<<Q::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate>,
        Q: IntoPropertyPath<
                Owner: BaseTypeOf<<P::Value as Navigate>::Entity, J>,
                Value: Navigate,
                Access: Navigable,
            >,
    {
        let (path, navigation) = (property.into_property_path(), navigation.into_property_path());
        self.options_mut().push_expand(format!("{path}/{navigation}"), options.into_untyped());
        self
    }

    /// Adds `property/$ref` to `$expand`, so that the response contains references to the related entities instead of
    /// the entities.
    pub fn expand_references<P, I>(self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Access: Navigable>,
    {
        self.expand_segment(property, "$ref", OptionList::new())
    }

    /// Adds `property/$ref(…)` to `$expand`, with query options for the related entities.
    ///
    /// The nested options can be `$filter`, `$search`, `$orderby`, `$skip`, `$top` and `$count`. Building the request
    /// returns an error for any other option in `$ref`, such as `$select`.
    pub fn expand_references_with<P, I>(
        self,
        property: P,
        options: QueryOptions<<P::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate, Access: Navigable>,
    {
        self.expand_segment(property, "$ref", options.into_untyped())
    }

    /// Adds `property/$count` to `$expand`, so that the response contains the number of related entities.
    pub fn expand_count<P, I>(self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Access: Navigable>,
    {
        self.expand_segment(property, "$count", OptionList::new())
    }

    /// Adds `property/$count(…)` to `$expand`, so that the response contains the number of related entities that match
    /// the options.
    ///
    /// The nested options can be `$filter` and `$search`. Building the request returns an error for any other option in
    /// `$count`, such as `$top`.
    pub fn expand_count_with<P, I>(
        self,
        property: P,
        options: QueryOptions<<P::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate, Access: Navigable>,
    {
        self.expand_segment(property, "$count", options.into_untyped())
    }

    /// Adds `*` to `$expand`, so that the response contains the related entities of all navigation properties.
    pub fn expand_all(mut self) -> Self {
        self.options_mut().push_expand("*".to_owned(), OptionList::new());
        self
    }

    /// Adds `*($levels=2)` to `$expand`: expands all navigation properties, and all navigation properties of the
    /// expanded entities. `levels` is the number of levels, such as `2`, or [`Levels::Max`].
    pub fn expand_all_levels(mut self, levels: impl Into<Levels>) -> Self {
        let options = QueryOptions::<T>::new().levels(levels).into_untyped();
        self.options_mut().push_expand("*".to_owned(), options);
        self
    }

    /// Adds `*/$ref` to `$expand`, so that the response contains references to the related entities of all navigation
    /// properties.
    pub fn expand_all_references(mut self) -> Self {
        self.options_mut().push_expand("*/$ref".to_owned(), OptionList::new());
        self
    }

    /// Sets `$levels`, the number of levels of a recursive `$expand`.
    ///
    /// Use `$levels` only in the nested options that are passed to [`expand_with`](Self::expand_with). If `$levels` is
    /// an option of the request itself, building the request returns an error.
    pub fn levels(mut self, levels: impl Into<Levels>) -> Self {
        self.options_mut().set("$levels", OptionValue::Levels(levels.into()));
        self
    }

    fn expand_segment<P: IntoPropertyPath>(
        mut self,
        property: P,
        segment: &str,
        options: OptionList,
    ) -> Self {
        self.options_mut().push_expand(format!("{}/{segment}", property.into_property_path()), options);
        self
    }
}

/// The value of `$levels`, for [`QueryOptions::levels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Levels {
    /// A positive number of levels.
    Number(u32),
    /// All levels that the service supports.
    Max,
}

impl From<u32> for Levels {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// Writes the value as in a URL: `2` or `max`.
impl fmt::Display for Levels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Max => f.write_str("max"),
        }
    }
}
