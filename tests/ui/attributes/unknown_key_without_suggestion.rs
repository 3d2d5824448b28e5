use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata(colour)]
    id: Option<String>,
}

fn main() {}
