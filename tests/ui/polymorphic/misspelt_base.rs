use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
enum AnyEntity {
    #[odata(bsae)]
    Entity(Entity),
}

fn main() {}
