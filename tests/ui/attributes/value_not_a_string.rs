use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = 5)]
struct Entity {
    id: Option<String>,
}

fn main() {}
