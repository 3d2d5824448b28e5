use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key = "optional")]
    id: String,
}

fn main() {}
