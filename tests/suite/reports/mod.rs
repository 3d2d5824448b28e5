//! Inputs that once went wrong, grouped by class. The letters and numbers name the row of the list of cases.

mod filters;
mod property_constants;
mod query_options;
mod url_keys;
