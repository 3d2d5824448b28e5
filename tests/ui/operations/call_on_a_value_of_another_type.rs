use odata_core::request::Service;
use odata_core::{ODataComplex, ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
    address: Option<Address>,
    age: Option<i32>,
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Address", returns = "bool")]
struct IsRural;

fn main() {
    let person = Service::new("https://host").unwrap().singleton::<Person>("me");
    person.value(Person::ADDRESS).call(&IsRural);
    person.value(Person::AGE).call(&IsRural);
}
