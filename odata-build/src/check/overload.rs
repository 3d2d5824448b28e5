//! `Overload`: the declaration of an action or a function.

use odata_core::metadata::OperationKind;

use crate::document::Action;

/// The declaration of an action or a function in a document. Several declarations with the same name are overloads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overload<'d> {
    pub(super) signature: &'d Action,
    pub(super) kind: OperationKind,
    pub(super) is_composable: bool,
}
