use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {}

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Address {
    #[odata(base)]
    entity: Entity,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    address: Address,
}

fn main() {}
