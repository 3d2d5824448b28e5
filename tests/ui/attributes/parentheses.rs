use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace("microsoft.graph"))]
struct Entity {
    id: Option<String>,
}

fn main() {}
