use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key = "require")]
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base, key = "client")]
    user: User,
}

fn main() {}
