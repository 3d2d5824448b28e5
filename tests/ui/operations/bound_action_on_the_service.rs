use odata_core::request::Service;
use odata_core::{ODataAction, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    person: Person,
}

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "Person")]
struct Invite {}

fn main() {
    let service = Service::new("https://host").unwrap();
    let people = service.entity_set::<Person>("people");
    service.call(&Invite {});
}
