use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    id: String,
    #[odata(computed)]
    created: Option<String>,
    #[odata(immutable)]
    domain: Option<String>,
    name: Option<String>,
    age: i32,
    #[odata(navigation)]
    manager: Option<Box<User>>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Group {
    title: Option<String>,
}

fn main() {
    let _ = User::update().set(User::MANAGER.then(User::NAME), "x");
}
