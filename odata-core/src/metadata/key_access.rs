//! The access of key properties.

/// Who provides the value of a key property, and when a client sends it.
///
/// A struct that declares a key property sets its access with `#[odata(key)]`. A derived type can override the access of an
/// inherited key with `#[odata(base, key = "…")]`; [`StructuredType::key_access`](super::StructuredType::key_access) returns the
/// access that applies to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyAccess {
    /// The service computes the value (`Org.OData.Core.V1.Computed`). A client never sends it.
    Computed,
    /// A client may send the value when it creates an entity.
    Optional,
    /// A client must send the value when it creates an entity.
    Required,
}
