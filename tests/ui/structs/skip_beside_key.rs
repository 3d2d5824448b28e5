use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(skip, key)]
    id: String,
}

fn main() {}
