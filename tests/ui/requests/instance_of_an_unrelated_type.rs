#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::query::Filter;

fn main() {
    let _ = Filter::<User>::is_of::<Group, _>();
}
