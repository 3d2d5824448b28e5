use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    id: Option<String>,
}

#[derive(ODataEntity)]
enum Any {
    #[odata(base)]
    User(User),
    Any(Box<Self>),
}

fn main() {}
