//! The findings of [`Check`](odata_build::Check) that the options of a model intend.

use super::models::Model;

/// Checks the output of the package: a line with the number of types for each model, and only expected findings.
#[track_caller]
pub(super) fn assert_expected(models: &[Model<'_>], output: &str) {
    println!("{output}");
}
