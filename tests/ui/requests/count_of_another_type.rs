#[path = "derived/mod.rs"]
mod derived;

use derived::{Message, User};
use odata_core::query::QueryOptions;
use odata_core::request::Service;

fn main() {
    let users = Service::new("https://host").unwrap().entity_set::<User>("users");
    let _ = users.count_matching(&QueryOptions::<Message>::new().search("x"));
}
