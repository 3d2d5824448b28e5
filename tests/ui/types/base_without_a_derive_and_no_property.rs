use odata_core::ODataEntity;

struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
