//! Actions and functions of a model. For example, the structs for the operations of the namespace `microsoft.graph` are in the module
//! `graph::operations`.

mod names;
mod selection;
mod source;
mod validity;

use crate::document::{Action, ContainerMember, ContainerMemberKind, Property, last_segment, namespace_of};

pub(super) use names::unused_rename;
pub(super) use selection::{select, type_names, warnings};
pub(super) use source::{item, metadata};

/// The suffix in the map key of a module `operations`: the map `Plan::modules` contains the generated module
/// `graph::operations` with the key `microsoft.graph/operations`. The key `microsoft.graph/operations` can't be the
/// name of a namespace, because it contains `/`.
const MODULE: &str = "/operations";

/// An action or a function of a model.
#[derive(Debug)]
pub(super) struct Operation<'d> {
    pub(super) signature: &'d Action,
    pub(super) kind: Kind,
    /// The name of the action import or function import of an unbound operation.
    pub(super) import: Option<&'d str>,
    /// The name of the Rust struct that is generated for the operation.
    pub(super) name: String,
}

/// The kind of an [`Operation`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Action,
    Function { is_composable: bool },
}

impl Operation<'_> {
    /// Returns the key in the map `Plan::modules` for the module that contains the operation's struct, such as
    /// `microsoft.graph/operations`.
    pub(super) fn module(&self) -> String {
        module_of(namespace_of(&self.signature.qualified_name))
    }

    /// Checks whether clients can call the operation: it is bound, or it has an action import or a function import.
    pub(super) fn is_callable(&self) -> bool {
        self.signature.is_bound || self.import.is_some()
    }

    /// Checks whether `member` is an action import or a function import of the operation.
    pub(super) fn is_imported_by(&self, member: &ContainerMember<'_>) -> bool {
        let (is_action, name) = match member.kind {
            ContainerMemberKind::ActionImport(name) => (true, name),
            ContainerMemberKind::FunctionImport(name) => (false, name),
            ContainerMemberKind::EntitySet(_) | ContainerMemberKind::Singleton { .. } => return false,
        };
        let signature = self.signature;
        (self.kind == Kind::Action) == is_action && !signature.is_bound && signature.qualified_name == name
    }

    pub(super) fn binding(&self) -> Option<&Property> {
        self.signature.binding_parameter()
    }

    /// Returns the name of the operation without its namespace.
    pub(super) fn simple_name(&self) -> &str {
        last_segment(&self.signature.qualified_name)
    }
}

/// Returns the key in the map `Plan::modules` for the module that contains the operations of a namespace:
/// `microsoft.graph/operations` for the namespace `microsoft.graph`.
pub(super) fn module_of(namespace: &str) -> String {
    format!("{namespace}{MODULE}")
}

/// Removes the suffix `/operations` from a key of the map `Plan::modules`: returns the namespace `microsoft.graph` for
/// the key `microsoft.graph/operations`. Returns `None` for a key without the suffix `/operations`, such as
/// `microsoft.graph`.
pub(super) fn namespace_of_module(key: &str) -> Option<&str> {
    key.strip_suffix(MODULE)
}
