use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

struct Invite {}

fn main() {
    Service::new("https://host").unwrap().singleton::<Person>("me").call(&Invite {});
}
