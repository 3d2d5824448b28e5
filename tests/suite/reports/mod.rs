//! Inputs from bug reports about OData and Graph clients, grouped by class.

mod binary;
mod crates;
mod names;
mod numbers;
mod polymorphic;
mod untyped;
