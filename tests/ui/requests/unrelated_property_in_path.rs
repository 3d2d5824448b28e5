#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = User::MANAGER.then(Message::SUBJECT);
}
