use odata_core::request::Service;
use odata_core::{ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Vec<Person>")]
struct Friends {}

fn main() {
    let service = Service::new("https://host").unwrap();
    service.entity_set::<Person>("people").key("1").function(&Friends {});
}
