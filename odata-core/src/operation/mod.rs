//! Actions and functions as types: the struct of an operation has a field for each parameter.
//!
//! Derive [`ODataAction`](derive@crate::ODataAction) or [`ODataFunction`](derive@crate::ODataFunction) for a struct. With the
//! feature `http`, paths and services have a method `call` for the operations that are bound to their type.

mod arguments;

use crate::metadata::Operation;

pub use arguments::{Arguments, ParameterValue};

/// An action or a function: a struct with a field for each parameter (OData 4.01 Protocol, clause 11.5).
///
/// The derive macros [`ODataAction`](derive@crate::ODataAction) and [`ODataFunction`](derive@crate::ODataFunction) implement
/// this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an action nor a function",
    label = "not an operation",
    note = "derive `ODataAction` or `ODataFunction` for the struct with the parameters"
)]
pub trait ODataOperation {
    /// The Rust type of the binding parameter: a struct, a `Vec` of a struct for a collection, or `()` for an unbound operation.
    type Binding;

    /// The Rust type of the result: `()` if there is none, `Option<T>` if it may be null, or `Vec<T>` for a collection.
    type Result;

    /// The name, the parameters, the binding and the result in terms of CSDL.
    const METADATA: &'static Operation;

    /// Adds the values of the parameters.
    #[doc(hidden)]
    fn add_arguments(&self, arguments: &mut Arguments);
}

/// An action, which may have side effects. A `POST` request calls it. The
/// [derive macro](derive@crate::ODataAction) with the same name implements this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an action",
    label = "not an action",
    note = "derive `ODataAction` for the struct with the parameters"
)]
pub trait ODataAction: ODataOperation {}

/// A function, which has no side effects. A `GET` request calls it. The [derive macro](derive@crate::ODataFunction) with the
/// same name implements this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function",
    label = "not a function",
    note = "derive `ODataFunction` for the struct with the parameters"
)]
pub trait ODataFunction: ODataOperation {}

/// A function whose result can be the start of a longer path (CSDL 4.01, clause 12.4). The attribute
/// `#[odata(composable)]` implements this trait.
#[diagnostic::on_unimplemented(
    message = "the function `{Self}` is not composable",
    label = "its result can't be followed by further path segments",
    note = "use `call` to request the result of the function",
    note = "if the service declares `IsComposable=\"true\"`, add `#[odata(composable)]` to the function"
)]
pub trait ComposableFunction: ODataFunction {}
