use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    first: String,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    name: Name,
}

fn main() {}
