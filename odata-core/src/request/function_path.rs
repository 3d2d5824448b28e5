//! Paths of the results of composable functions, to which further segments can be appended (OData 4.01 URL Conventions,
//! clause 4.5.3).

use super::binding::{CollectionBinding, NoBinding, SingleBinding};
use super::function_call;
use super::path::{CollectionPath, EntityPath, NullableEntityPath};
use super::service::Service;
use super::service_path::ServicePath;
use crate::operation::{ComposableFunction, ODataOperation};
use crate::structured::ODataStructured;

/// The result type of a function that can be called in the middle of a path: an entity type `T`, `Option<T>` for an
/// entity that may be null, or `Vec<T>` for a collection of entities.
#[diagnostic::on_unimplemented(
    message = "a path can't continue after a function that returns `{Self}`: use `call` to request the result",
    label = "the result is neither an entity nor a collection of entities"
)]
pub trait ResultPath {
    /// The path after the function call: an [`EntityPath`] for an entity, or a [`CollectionPath`] for a collection.
    type Path;

    /// Converts the path of a function call into an [`EntityPath`] or a [`CollectionPath`].
    #[doc(hidden)]
    fn at(path: ServicePath) -> Self::Path;
}

#[diagnostic::do_not_recommend]
impl<T: ODataStructured> ResultPath for T {
    type Path = EntityPath<T>;

    fn at(path: ServicePath) -> EntityPath<T> {
        EntityPath::at(path)
    }
}

impl<T: ODataStructured> ResultPath for Option<T> {
    type Path = NullableEntityPath<T>;

    fn at(path: ServicePath) -> NullableEntityPath<T> {
        EntityPath::at(path)
    }
}

impl<T> ResultPath for Vec<T> {
    type Path = CollectionPath<T>;

    fn at(path: ServicePath) -> CollectionPath<T> {
        CollectionPath::at(path)
    }
}

impl Service {
    /// Returns the path of the result of an unbound composable function, which is called through its function import.
    ///
    /// ```
    /// use odata_core::query::QueryOptions;
    /// use odata_core::request::Service;
    /// use odata_core::{ODataEntity, ODataFunction};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "Catalog")]
    /// struct Book {
    ///     #[odata(key)]
    ///     id: i32,
    ///     title: Option<String>,
    /// }
    ///
    /// #[derive(ODataFunction)]
    /// #[odata(namespace = "Catalog", returns = "Vec<Book>", composable)]
    /// struct Bestsellers {
    ///     year: i32,
    /// }
    ///
    /// let service = Service::new("https://host/catalog")?;
    /// let bestsellers = service.function(&Bestsellers { year: 2026 });
    /// let count = bestsellers.count_matching(&QueryOptions::new().filter(Book::TITLE.contains("a")));
    /// assert!(count.url()?.starts_with("https://host/catalog/bestsellers(year=2026)/$count?$filter=contains(title,'a')"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn function<F>(&self, function: &F) -> <F::Result as ResultPath>::Path
    where
        F: ComposableFunction + ODataOperation<Binding: NoBinding, Result: ResultPath>,
    {
        let import = F::METADATA.import().unwrap_or_default();
        F::Result::at(function_call::path(&ServicePath::of_root(self), import, function))
    }
}

impl<T, N> EntityPath<T, N> {
    /// Appends the call of a composable function, and returns the path of its result. The function must be bound to the
    /// entity type `T` of this path, or to a base type of `T`.
    ///
    /// ```
    /// use odata_core::request::Service;
    /// use odata_core::{ODataEntity, ODataFunction};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph")]
    /// struct WorkbookWorksheet {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph")]
    /// struct WorkbookRange {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataFunction)]
    /// #[odata(namespace = "microsoft.graph", binding = "WorkbookWorksheet", returns = "WorkbookRange", composable)]
    /// struct Range {
    ///     address: String,
    /// }
    ///
    /// let service = Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let sheet = service.singleton::<WorkbookWorksheet>("me/drive/items/1/workbook/worksheets/2");
    /// let range = sheet.function(&Range { address: "A1:B2".to_owned() });
    /// assert!(range.get().url()?.ends_with("/worksheets/2/microsoft.graph.range(address='A1:B2')"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn function<F, I>(&self, function: &F) -> <F::Result as ResultPath>::Path
    where
        F: ComposableFunction + ODataOperation<Binding: SingleBinding<T, I>, Result: ResultPath>,
    {
        F::Result::at(function_call::path(&self.path, F::METADATA.qualified_name(), function))
    }
}

impl<T> CollectionPath<T> {
    /// Appends the call of a composable function, and returns the path of its result. The function must be bound to a
    /// collection of `T`, or to a collection of a base type of `T`.
    #[must_use]
    pub fn function<F, I>(&self, function: &F) -> <F::Result as ResultPath>::Path
    where
        F: ComposableFunction + ODataOperation<Binding: CollectionBinding<T, I>, Result: ResultPath>,
    {
        F::Result::at(function_call::path(&self.path, F::METADATA.qualified_name(), function))
    }
}
