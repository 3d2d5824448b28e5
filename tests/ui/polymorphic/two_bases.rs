use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    entity: Entity,
}

#[derive(ODataEntity)]
enum AnyEntity {
    #[odata(base)]
    Entity(Entity),
    #[odata(base)]
    User(User),
}

fn main() {}
