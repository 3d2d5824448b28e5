use odata_core::ODataEntity;

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
    invited_by: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Group {
    title: Option<String>,
}

fn main() {
    let _ = Guest::update().set(Group::TITLE, "x");
}
