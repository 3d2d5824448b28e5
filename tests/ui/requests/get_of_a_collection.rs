#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::request::Service;

fn main() {
    let service = Service::new("https://host/service").unwrap();
    let _ = service.entity_set::<User>("users").get();
}
