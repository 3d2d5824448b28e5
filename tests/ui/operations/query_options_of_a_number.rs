use odata_core::query::QueryOptions;
use odata_core::request::Service;
use odata_core::{ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "i32")]
struct Age {}

fn main() {
    let person = Service::new("https://host").unwrap().singleton::<Person>("me");
    person.call(&Age {}).query(&QueryOptions::<Person>::new().top(1));
}
