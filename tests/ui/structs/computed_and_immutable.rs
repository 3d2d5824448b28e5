use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata(computed, immutable)]
    id: Option<String>,
}

fn main() {}
