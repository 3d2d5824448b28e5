#[path = "model/mod.rs"]
mod model;

use model::User;

fn main() {
    let _ = User::NAME.has_subset(["a"]);
}
