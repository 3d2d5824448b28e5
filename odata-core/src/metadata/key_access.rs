//! `KeyAccess`: whether the service or the client provides the value of a key property.

/// Whether the service or the client provides the value of a key property.
///
/// The attribute `#[odata(key)]` of a field declares the key access of the property. A derived type can declare another
/// key access for its inherited key with `#[odata(base, key = "…")]`. For a derived type without its own key access,
/// [`StructuredType::key_access`](super::StructuredType::key_access) returns the key access of the base type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyAccess {
    /// The service computes the key (`Org.OData.Core.V1.Computed`). A client never sends a computed key in a request
    /// body.
    Computed,
    /// A client may send the key in a create request. If the client omits the key, the service generates a key.
    Optional,
    /// A client must send the key in a create request.
    Required,
}
