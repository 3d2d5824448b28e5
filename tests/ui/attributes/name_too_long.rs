use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(name = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    name: Option<String>,
}

fn main() {}
