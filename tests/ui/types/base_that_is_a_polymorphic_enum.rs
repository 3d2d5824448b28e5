use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    name: Option<String>,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    any: Any,
}

fn main() {}
