use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", namespace = "microsoft.graph.security")]
struct Entity {
    #[odata(key)]
    #[odata(key)]
    id: Option<String>,
}

fn main() {}
