use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", tag = "allways")]
struct Entity {
    id: Option<String>,
}

fn main() {}
