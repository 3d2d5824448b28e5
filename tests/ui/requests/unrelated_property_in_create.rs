#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};
use odata_core::ODataEntity;

fn main() {
    let _ = User::create().set(Message::SUBJECT, "x");
}
