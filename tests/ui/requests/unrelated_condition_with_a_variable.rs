#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = User::REPORTS.any_with(|_| Message::SUBJECT.eq("x"));
}
