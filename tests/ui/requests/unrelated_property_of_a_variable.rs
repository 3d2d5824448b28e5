#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn main() {
    let _ = User::REPORTS.any_with(|report| report.then(Message::SUBJECT).is_null());
}
