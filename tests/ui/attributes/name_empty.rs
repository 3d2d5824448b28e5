use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(name = "")]
    name: Option<String>,
}

fn main() {}
