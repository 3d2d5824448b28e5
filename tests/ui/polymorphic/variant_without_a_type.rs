use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
enum AnyEntity {
    #[odata(base)]
    Entity(Entity),
    Unknown,
    Both(Entity, Entity),
    Named { entity: Entity },
}

fn main() {}
