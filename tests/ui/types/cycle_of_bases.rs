use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    guest: Guest,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Guest {
    #[odata(base)]
    user: User,
}

fn main() {}
