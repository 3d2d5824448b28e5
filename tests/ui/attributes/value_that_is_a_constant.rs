use odata_core::ODataEntity;

const NAMESPACE: &str = "microsoft.graph";

#[derive(ODataEntity)]
#[odata(namespace = NAMESPACE)]
struct Entity {
    id: Option<String>,
}

fn main() {}
