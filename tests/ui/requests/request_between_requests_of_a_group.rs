#[path = "derived/mod.rs"]
mod derived;

use derived::User;
use odata_core::request::{Batch, Service};

fn main() {
    let service = Service::new("https://host").unwrap();
    let delete = service.singleton::<User>("me").delete();
    let mut batch = Batch::new(&service);
    let mut group = batch.group();
    batch.add(&delete).unwrap();
    group.add(&delete).unwrap();
}
