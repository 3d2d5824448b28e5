#[path = "derived/mod.rs"]
mod derived;

use derived::User;
use odata_core::request::Key;

fn main() {
    let _ = Key::from("7").and(User::NAME, "x");
}
