use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(extra)]
    extra: Vec<String>,
}

fn main() {}
