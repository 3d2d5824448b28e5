use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", alias = "microsoft.graph")]
struct User {
    id: Option<String>,
}

fn main() {}
