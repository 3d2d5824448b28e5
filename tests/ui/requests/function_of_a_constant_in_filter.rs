#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::query::{QueryOptions, literal};

fn main() {
    let _ = QueryOptions::<User>::new().filter(literal("x").contains(Group::TITLE));
}
