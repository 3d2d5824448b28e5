#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::query::{Case, literal};

fn main() {
    let _ = Case::when(User::AGE.gt(1), literal("a")).otherwise(1);
}
