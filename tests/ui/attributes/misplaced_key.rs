use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", flags)]
struct Entity {
    #[odata(namespace = "microsoft.graph")]
    id: Option<String>,
}

fn main() {}
