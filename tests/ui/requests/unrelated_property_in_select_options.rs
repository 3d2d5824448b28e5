#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::query::QueryOptions;

fn main() {
    let options = QueryOptions::new().select(Group::TITLE);
    let _ = QueryOptions::<User>::new().select_with(User::MANAGER, options);
}
