//! Metadata of actions and functions.

use core::fmt;

use super::{Property, StructuredType, ValueType};

/// An action or a function (CSDL 4.01, clause 12). The derive macros generate the `Operation`.
#[derive(Clone, Debug)]
pub struct Operation {
    kind: OperationKind,
    /// The parameters, stored as the properties of a complex type that has the name of the operation.
    parameters: StructuredType,
    binding: Option<ValueType>,
    result: Option<ValueType>,
    import: Option<&'static str>,
    is_composable: bool,
}

/// The kind of an [`Operation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationKind {
    /// An action: an operation that may have side effects, and is called with a `POST` request.
    Action,
    /// A function: an operation without side effects, which is called with a `GET` request.
    Function,
}

impl Operation {
    /// Creates an unbound action without a result. `name` is a `#` followed by the qualified name, such as
    /// `#microsoft.graph.sendMail`.
    #[must_use]
    pub const fn action(name: &'static str) -> Self {
        Self::new(OperationKind::Action, name)
    }

    /// Creates an unbound function. `name` is a `#` followed by the qualified name, such as `#microsoft.graph.delta`.
    #[must_use]
    pub const fn function(name: &'static str) -> Self {
        Self::new(OperationKind::Function, name)
    }

    const fn new(kind: OperationKind, name: &'static str) -> Self {
        let parameters = StructuredType::complex(name);
        Self { kind, parameters, binding: None, result: None, import: None, is_composable: false }
    }

    /// Sets the parameters. The parameters must not contain the binding parameter, which [`bound_to`](Self::bound_to)
    /// sets.
    #[must_use]
    pub const fn with_parameters(self, parameters: &'static [Property]) -> Self {
        Self { parameters: self.parameters.with_properties(parameters), ..self }
    }

    /// Sets the type of the binding parameter.
    #[must_use]
    pub const fn bound_to(self, binding: ValueType) -> Self {
        Self { binding: Some(binding), ..self }
    }

    /// Sets the type of the result.
    #[must_use]
    pub const fn returning(self, result: ValueType) -> Self {
        Self { result: Some(result), ..self }
    }

    /// Sets the name of the action import or function import. A client calls an unbound operation at the URL path of
    /// its import, such as `POST /ResetDataSource`.
    #[must_use]
    pub const fn with_import(self, import: &'static str) -> Self {
        Self { import: Some(import), ..self }
    }

    /// Marks the function as composable: further path segments can follow its call.
    #[must_use]
    pub const fn composable(self) -> Self {
        Self { is_composable: true, ..self }
    }

    /// Returns the kind of the operation.
    #[must_use]
    pub const fn kind(&self) -> OperationKind {
        self.kind
    }

    /// Returns the qualified name, such as `microsoft.graph.sendMail`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.parameters.qualified_name()
    }

    /// Returns the parameters in declaration order, without the binding parameter.
    #[must_use]
    pub const fn parameters(&self) -> &'static [Property] {
        self.parameters.own_properties()
    }

    /// Returns the type of the binding parameter, or `None` if the operation is unbound.
    #[must_use]
    pub const fn binding(&self) -> Option<ValueType> {
        self.binding
    }

    /// Returns the type of the result, or `None` if the operation returns nothing.
    #[must_use]
    pub const fn result(&self) -> Option<ValueType> {
        self.result
    }

    /// Returns the name of the action import or function import of an unbound operation.
    #[must_use]
    pub const fn import(&self) -> Option<&'static str> {
        self.import
    }

    /// Checks whether the operation is a composable function.
    #[must_use]
    pub const fn is_composable(&self) -> bool {
        self.is_composable
    }

    /// Returns the parameters as the properties of a complex type.
    #[cfg(feature = "http")]
    pub(crate) const fn parameter_type(&'static self) -> &'static StructuredType {
        &self.parameters
    }
}

impl fmt::Display for OperationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Action => "action",
            Self::Function => "function",
        })
    }
}
