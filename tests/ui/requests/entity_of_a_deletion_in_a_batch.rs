#[path = "derived/mod.rs"]
mod derived;

use derived::User;
use odata_core::request::{Batch, Service};

fn main() {
    let service = Service::new("https://host").unwrap();
    let mut batch = Batch::new(&service);
    let part = batch.add(&service.singleton::<User>("me").delete()).unwrap();
    let _ = part.entity();
}
