#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = User::REPORTS.any(Message::SUBJECT.eq("x"));
}
