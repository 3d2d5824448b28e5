#[path = "model/mod.rs"]
mod model;

use model::{Group, User};
use odata_core::ODataEntity;

fn main() {
    let _ = User::update().set(Group::TITLE, "x");
}
