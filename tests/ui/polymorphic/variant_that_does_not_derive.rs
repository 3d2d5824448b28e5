use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    name: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Group {
    title: Option<String>,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Group(Group),
}

fn main() {}
