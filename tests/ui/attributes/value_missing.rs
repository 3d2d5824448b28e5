use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace)]
struct Entity {
    #[odata(name)]
    id: Option<String>,
}

fn main() {}
