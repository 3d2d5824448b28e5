use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(navigation)]
    manager: Option<Box<Person>>,
}

fn main() {
    Service::new("https://host").unwrap().singleton::<Person>("me").value(Person::MANAGER);
}
