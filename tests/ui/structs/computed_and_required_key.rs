use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Order {
    #[odata(key = "required", computed)]
    id: Option<i32>,
}

fn main() {}
