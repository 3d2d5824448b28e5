//! Inputs that users of OData clients reported as failing, by the class of the failure. A comment names the row of the list that each test
//! stands for.

mod binary;
mod bodies;
mod keys;
mod numbers;
mod untyped;
