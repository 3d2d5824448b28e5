#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = Message::SUBJECT.eq("x").and(User::NAME.eq("y"));
}
