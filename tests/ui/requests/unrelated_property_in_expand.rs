#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};
use odata_core::query::QueryOptions;

fn main() {
    let _ = QueryOptions::<User>::new().expand(Message::SENDER);
}
