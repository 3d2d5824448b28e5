use odata_core::ODataEntity;

struct Entity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(base)]
    entity: Entity,
    #[odata(nme = "x")]
    name: Option<String>,
}

fn main() {}
