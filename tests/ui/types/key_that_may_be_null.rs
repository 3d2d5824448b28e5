use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    id: Option<String>,
}

fn main() {}
