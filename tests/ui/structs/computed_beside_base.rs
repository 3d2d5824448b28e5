use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    name: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base, computed)]
    user: User,
}

fn main() {}
