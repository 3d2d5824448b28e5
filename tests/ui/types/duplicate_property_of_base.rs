use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct DirectoryObject {
    #[odata(base)]
    entity: Entity,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    directory_object: DirectoryObject,
    mail: Option<String>,
    #[odata(name = "id")]
    identifier: Option<String>,
}

fn main() {}
