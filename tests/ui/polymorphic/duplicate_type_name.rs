use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", name = "guest")]
struct Guest {
    #[odata(base)]
    user: User,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", name = "guest")]
struct Visitor {
    #[odata(base)]
    user: User,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Guest(Guest),
    Visitor(Visitor),
}

fn main() {}
