use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(base, key = "optional")]
    entity: Entity,
    mail: Option<String>,
}

fn main() {}
