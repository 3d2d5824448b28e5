use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    user: User,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct GuestMut {
    #[odata(base)]
    user: User,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Guest(Guest),
    GuestMut(GuestMut),
}

fn main() {}
