use odata_core::request::Service;
use odata_core::{ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Vec<Person>", returns = "Vec<Person>", composable)]
struct Recent {}

fn main() {
    Service::new("https://host").unwrap().function(&Recent {});
}
