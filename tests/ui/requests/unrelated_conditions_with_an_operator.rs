#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = Message::SUBJECT.eq("x") & User::NAME.eq("y");
}
