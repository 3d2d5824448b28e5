//! `Apply`: typed data aggregation with `$apply`.

mod aggregate;
mod aggregation;
mod transformation;

use core::fmt;
use core::marker::PhantomData;

use super::renderer::Renderer;
use super::{ComputedProperty, Filter, InvalidQuery};
use crate::structured::BaseTypeOf;
use crate::wire_format::WireFormat;

pub use aggregate::Aggregate;
pub use aggregation::Aggregation;
use transformation::Transformation;

/// A sequence of transformations for `$apply` (OData Extension for Data Aggregation 4.0, clause 3). The transformations
/// convert instances of `T` into instances of the result type `R`.
///
/// The transformations [`filter`](Self::filter) and [`compute`](Self::compute) don't change the result type. The
/// transformation [`aggregate`](Self::aggregate) groups and aggregates instances. For the results of `aggregate`,
/// define a struct that derives [`ODataComplex`](derive@crate::ODataComplex).
/// [`CollectionPath::apply`](crate::request::CollectionPath::apply) creates the request.
///
/// ```
/// use odata_core::query::{Aggregate, Aggregation, Apply};
/// use odata_core::{ODataComplex, ODataEntity};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "n")]
/// struct Sale {
///     country: Option<String>,
///     amount: i32,
/// }
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "n")]
/// struct Turnover {
///     country: Option<String>,
///     total: i64,
///     sales: i64,
/// }
///
/// let by_country = Aggregation::new()
///     .by(Sale::COUNTRY, Turnover::COUNTRY)
///     .with(Sale::AMOUNT.sum(), Turnover::TOTAL)
///     .with(Aggregate::count(), Turnover::SALES);
/// let apply = Apply::<Sale>::new()
///     .filter(Sale::AMOUNT.gt(0))
///     .aggregate(by_country)
///     .filter(Turnover::TOTAL.gt(1000));
/// assert_eq!(
///     apply.to_string(),
///     "filter(amount gt 0)/groupby((country),aggregate(amount with sum as total,$count as sales))/\
///      filter(total gt 1000)",
/// );
/// ```
#[must_use]
pub struct Apply<T, R = T> {
    transformations: Vec<Transformation>,
    marker: PhantomData<fn(T) -> R>,
}

impl<T> Apply<T> {
    /// Creates an empty sequence of transformations.
    pub const fn new() -> Self {
        Self { transformations: Vec::new(), marker: PhantomData }
    }
}

impl<T> Default for Apply<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, R> Apply<T, R> {
    /// Appends `filter(…)`, which removes the instances that don't meet a condition.
    pub fn filter<P, I>(self, condition: Filter<P>) -> Self
    where
        P: BaseTypeOf<R, I>,
    {
        self.with(Transformation::Filter(condition.into_condition()))
    }

    /// Appends `compute(…)`, which adds a computed property to each instance.
    pub fn compute<P, V, I>(self, property: &ComputedProperty<P, V>) -> Self
    where
        P: BaseTypeOf<R, I>,
    {
        self.with(Transformation::Compute(property.definition().clone(), property.name()))
    }

    /// Appends `groupby(…)` or `aggregate(…)`, which replaces the instances by groups and aggregated values.
    pub fn aggregate<S>(self, aggregation: Aggregation<R, S>) -> Apply<T, S> {
        let Self { mut transformations, .. } = self;
        transformations.push(aggregation.into_transformation());
        Apply { transformations, marker: PhantomData }
    }

    fn with(mut self, transformation: Transformation) -> Self {
        self.transformations.push(transformation);
        self
    }

    /// Formats the transformations without percent-encoding. `format` contains the settings of the service for
    /// formatting literals.
    ///
    /// # Errors
    ///
    /// Returns an error if a value can't be written into a URL, or if there are no transformations.
    pub(crate) fn format(&self, format: WireFormat) -> Result<String, InvalidQuery> {
        let mut renderer = Renderer::new(format);
        transformation::write(&self.transformations, &mut renderer);
        renderer.finish()
    }
}

impl<T, R> Clone for Apply<T, R> {
    fn clone(&self) -> Self {
        Self { transformations: self.transformations.clone(), marker: PhantomData }
    }
}

/// Writes the transformations without percent-encoding. Literals are written as for a service with the default
/// settings, such as `Sales.Color'Yellow'` for an enumeration member.
impl<T, R> fmt::Display for Apply<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut renderer = Renderer::new(WireFormat::current());
        transformation::write(&self.transformations, &mut renderer);
        f.write_str(&renderer.into_text())
    }
}

impl<T, R> fmt::Debug for Apply<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Apply({self})")
    }
}
