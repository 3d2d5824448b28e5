use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Entity {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Group {
    #[odata(base)]
    entity: Entity,
    title: Option<String>,
}

fn main() {
    let _ = Group::create().set(Entity::ID, "1");
}
