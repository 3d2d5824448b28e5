//! The promises of the tools that stand between a model and a service's CSDL.

mod check;
mod documents;
mod emit;
mod generate;
mod shop;
