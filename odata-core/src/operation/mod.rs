//! Actions and functions as Rust types: a struct represents an operation, and has a field for each parameter.
//!
//! Derive [`ODataAction`](derive@crate::ODataAction) or [`ODataFunction`](derive@crate::ODataFunction) for a struct.
//! With the feature `http`, the method `call` returns a request that calls an operation. For a bound operation, use the
//! method `call` of a path. For an unbound operation, use the method `call` of a `Service`.

mod arguments;

use crate::metadata::Operation;

pub use arguments::{Arguments, ParameterValue};

/// An action or a function (OData 4.01 Protocol, clause 11.5). The struct that implements this trait has a field for
/// each parameter.
///
/// The derive macros [`ODataAction`](derive@crate::ODataAction) and [`ODataFunction`](derive@crate::ODataFunction) implement
/// this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an action nor a function: derive `ODataAction` or `ODataFunction` for it",
    label = "not an operation",
    note = "derive `ODataAction` or `ODataFunction` for the struct with the parameters"
)]
pub trait ODataOperation {
    /// The Rust type of the binding parameter: a struct such as `User`, a `Vec` such as `Vec<User>` for a collection,
    /// or `()` for an unbound operation.
    type Binding;

    /// The Rust type of the result: `()` for an operation without a result, `Option<T>` for a result that may be null,
    /// or `Vec<T>` for a collection.
    type Result;

    /// The CSDL metadata of the operation: the name, the parameters, and the types of the binding parameter and of the
    /// result.
    const METADATA: &'static Operation;

    /// Adds the values of the parameters to `arguments`.
    #[doc(hidden)]
    fn add_arguments(&self, arguments: &mut Arguments);
}

/// A struct that represents an action: an operation that may have side effects, and is called with a `POST` request.
/// Derive [`ODataAction`](derive@crate::ODataAction) to implement this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an action: derive `ODataAction` for it",
    label = "not an action",
    note = "derive `ODataAction` for the struct with the parameters"
)]
pub trait ODataAction: ODataOperation {}

/// A struct that represents a function: an operation without side effects, which is called with a `GET` request. Derive
/// [`ODataFunction`](derive@crate::ODataFunction) to implement this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function: derive `ODataFunction` for it",
    label = "not a function",
    note = "derive `ODataFunction` for the struct with the parameters"
)]
pub trait ODataFunction: ODataOperation {}

/// A composable function: further path segments can follow the call of the function in a URL (CSDL 4.01, clause 12.4).
/// The attribute `#[odata(composable)]` implements this trait.
#[diagnostic::on_unimplemented(
    message = "the function `{Self}` is not composable: use `call`, or add `#[odata(composable)]` to the function",
    label = "its result can't be followed by further path segments",
    note = "use `call` to request the result of the function",
    note = "if the service declares `IsComposable=\"true\"`, add `#[odata(composable)]` to the function"
)]
pub trait ComposableFunction: ODataFunction {}
