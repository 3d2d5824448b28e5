use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    id: Option<String>,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Users(Vec<User>),
}

fn main() {}
