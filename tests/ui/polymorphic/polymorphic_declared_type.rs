use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    id: Option<String>,
}

#[derive(ODataEntity)]
enum AnyUser {
    #[odata(base)]
    User(User),
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    Any(AnyUser),
}

fn main() {}
