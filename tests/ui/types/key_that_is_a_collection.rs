use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    ids: Vec<String>,
}

fn main() {}
