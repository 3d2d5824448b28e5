use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    name: Option<String>,
}

#[derive(ODataComplex)]
enum Any {
    #[odata(base)]
    User(User),
}

fn main() {}
