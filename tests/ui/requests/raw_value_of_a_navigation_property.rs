#[path = "derived/mod.rs"]
mod derived;

use derived::User;
use odata_core::request::Service;

fn main() {
    let user = Service::new("https://host").unwrap().singleton::<User>("me");
    let _ = user.raw_value(User::MANAGER);
}
