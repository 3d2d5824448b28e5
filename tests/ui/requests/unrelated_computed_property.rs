#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::query::QueryOptions;

fn main() {
    let _ = QueryOptions::<User>::new().compute(&Group::TITLE.length().named("size"));
}
