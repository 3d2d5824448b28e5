use odata_core::ODataContainer;
use odata_core::ODataEntity;
use odata_core::request::{EntitySet, Service};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    id: Option<String>,
}

#[derive(ODataContainer)]
#[odata(namespace = "n")]
struct Graph {
    service: Service,
    users: EntitySet<User>,
    #[odata(name = "users")]
    people: EntitySet<User>,
}

fn main() {}
