use odata_core::request::{Import, Service};
use odata_core::{ODataAction, ODataContainer, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "Person")]
struct Invite {}

#[derive(ODataContainer)]
#[odata(namespace = "n")]
struct Directory {
    service: Service,
    invite: Import<Invite>,
}

fn main() {
}
