use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata("key")]
    id: String,
}

fn main() {}
