//! The case operations of Microsoft Graph eDiscovery, modelled as a library author would: plain structs and enums, and
//! a derive on each.
//!
//! Two generations of the service are here, a module each: [`security`] is that of today,
//! `microsoft.graph.security`; [`legacy`] is the one before it, whose types stand in `microsoft.graph` itself. What
//! both rest on is in [`graph`].

pub mod graph;
pub mod legacy;
pub mod security;
