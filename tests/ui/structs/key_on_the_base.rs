use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base, key, name = "entity")]
    entity: Entity,
    #[odata(skip, computed)]
    cache: Option<String>,
}

fn main() {}
