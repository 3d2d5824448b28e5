use odata_core::request::{Import, Service};
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataContainer)]
#[odata(namespace = "n")]
struct Directory {
    service: Service,
    find: Import<Person>,
}

fn main() {
}
