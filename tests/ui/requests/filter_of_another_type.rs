#[path = "model/mod.rs"]
mod model;

use model::{Group, User};

fn main() {
    let _ = odata_core::query::QueryOptions::<User>::new().filter(Group::TITLE.eq("x"));
}
