use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(name = "a@b")]
    name: Option<String>,
}

fn main() {}
