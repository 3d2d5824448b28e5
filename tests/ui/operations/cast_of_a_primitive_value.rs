use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
}

fn main() {
    let person = Service::new("https://host").unwrap().singleton::<Person>("me");
    person.value(Person::ID).cast::<Person>();
}
