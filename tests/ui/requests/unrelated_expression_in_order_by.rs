#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::query::QueryOptions;

fn main() {
    let _ = QueryOptions::<User>::new().order_by(Group::TITLE.length());
}
