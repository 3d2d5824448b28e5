use odata_core::{Extra, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata(extra)]
    extra: Extra,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    entity: Entity,
    #[odata(extra)]
    more: Extra,
}

fn main() {}
