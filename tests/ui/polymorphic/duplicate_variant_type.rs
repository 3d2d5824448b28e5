use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    name: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    user: User,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Guest(Guest),
    Visitor(Box<Guest>),
}

fn main() {}
