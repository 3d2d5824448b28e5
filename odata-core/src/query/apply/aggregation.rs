//! `Aggregation`: a builder for the `$apply` transformations `groupby` and `aggregate`.

use core::fmt;
use core::marker::PhantomData;

use super::Aggregate;
use super::transformation::{Group, Transformation, Value};
use crate::query::ComparableWith;
use crate::structured::BaseTypeOf;
use crate::typed_property::{IntoPropertyPath, TypedProperty};

/// A `groupby` or `aggregate` transformation: the properties of `T` by which instances are grouped, and the aggregated
/// values. The result type `R` is a struct with a field for each group property and each aggregated value. See
/// [`Apply`](super::Apply).
#[must_use]
pub struct Aggregation<T, R> {
    groups: Vec<Group>,
    values: Vec<Value>,
    marker: PhantomData<fn(T) -> R>,
}

impl<T, R> Aggregation<T, R> {
    /// Creates an empty aggregation. Add properties to group by with [`by`](Self::by), and aggregated values with
    /// [`with`](Self::with).
    pub const fn new() -> Self {
        Self { groups: Vec::new(), values: Vec::new(), marker: PhantomData }
    }

    /// Groups the instances by the value of `property`, such as `Sale::COUNTRY`. The argument `result` is the property
    /// of the result type that contains the value of `property`, such as `Turnover::COUNTRY`. The arguments `property`
    /// and `result` must have the same path, such as `country`, because `groupby` can't rename a property. For example,
    /// building the request returns an error if `property` is `country` and `result` is `region`.
    pub fn by<P, Q, I>(mut self, property: P, result: Q) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>>,
        Q: IntoPropertyPath<Owner = R, Value: ComparableWith<P::Value>>,
    {
        self.groups.push(Group {
            path: property.into_property_path().to_string(),
            result: result.into_property_path().to_string(),
        });
        self
    }

    /// Adds an aggregated value. The argument `result` is the property for the aggregated value in the result type,
    /// such as `Turnover::TOTAL`.
    pub fn with<P, V, W, A, I>(mut self, aggregate: Aggregate<P, V>, result: TypedProperty<R, W, A>) -> Self
    where
        P: BaseTypeOf<T, I>,
        W: ComparableWith<V>,
    {
        self.values.push((aggregate.method, result.name()));
        self
    }

    pub(super) fn into_transformation(self) -> Transformation {
        Transformation::Aggregate { groups: self.groups, values: self.values }
    }
}

impl<T, R> Default for Aggregation<T, R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, R> Clone for Aggregation<T, R> {
    fn clone(&self) -> Self {
        Self { groups: self.groups.clone(), values: self.values.clone(), marker: PhantomData }
    }
}

impl<T, R> fmt::Debug for Aggregation<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Aggregation").field("groups", &self.groups).field("values", &self.values).finish()
    }
}
