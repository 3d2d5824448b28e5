#[path = "model/mod.rs"]
mod model;

use model::{Group, User};

fn main() {
    let _ = User::NAME.eq(Group::TITLE);
}
