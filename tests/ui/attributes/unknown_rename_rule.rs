use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", rename_all = "camelcase")]
struct Entity {
    id: Option<String>,
}

fn main() {}
