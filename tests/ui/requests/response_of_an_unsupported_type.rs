use odata_core::request::{Request, Service};

fn main() {
    let service = Service::new("https://host").unwrap();
    let _ = Request::get::<i32>(&service, "users/1/age");
}
