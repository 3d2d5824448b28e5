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
#[odata(namespace = "n", binding = "Vec<Guest>")]
struct InviteAll {}

fn main() {
    Service::new("https://host").unwrap().entity_set::<Person>("people").call(&InviteAll {});
}
