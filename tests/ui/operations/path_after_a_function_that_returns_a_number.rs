use odata_core::request::Service;
use odata_core::{ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "i32", composable)]
struct Age {}

fn main() {
    Service::new("https://host").unwrap().singleton::<Person>("me").function(&Age {});
}
