use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata(computed = "id")]
    id: Option<String>,
}

fn main() {}
