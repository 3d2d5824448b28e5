use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    id: Option<String>,
}

struct Guest {
    user: User,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Guest(Guest),
}

fn main() {}
