//! `KeyAccess`: whether the service or the client provides the value of a key property.

/// Whether the service or the client provides the value of a key property.
///
/// The attribute `#[odata(key)]` of a field declares the key access of the property. A derived type can declare another
/// key access for its inherited key with `#[odata(base, key = "…")]`.
/// [`StructuredType::key_access`](super::StructuredType::key_access) returns the key access in a given type, and
/// considers this attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyAccess {
    /// The service computes the key (`Org.OData.Core.V1.Computed`), and a client never sends it in a request body.
    Computed,
    /// A client may send the key when it creates an entity.
    Optional,
    /// A client must send the key when it creates an entity.
    Required,
}
