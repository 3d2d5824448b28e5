#[path = "model/mod.rs"]
mod model;

use model::User;

fn main() {
    let _ = User::AGE.is_true();
}
