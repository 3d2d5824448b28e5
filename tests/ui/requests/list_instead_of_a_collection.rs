#[path = "derived/mod.rs"]
mod derived;

use derived::User;
use odata_core::request::{Request, Service};

fn main() {
    let service = Service::new("https://host").unwrap();
    let _ = Request::get::<Vec<User>>(&service, "users");
}
