use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    user: User,
    #[odata(key)]
    number: i32,
}

fn main() {}
