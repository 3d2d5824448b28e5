#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};

fn path(users: &odata_core::request::EntityPath<User>) {
    let _ = users.navigate(Message::SENDER);
}

fn main() {
    let _ = path;
}
