use odata_core::request::Service;
use odata_core::{ODataComplex, ODataEntity, ODataFunction};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
    address: Option<Address>,
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct HomeAddress {
    #[odata(base)]
    address: Address,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "HomeAddress", returns = "i32")]
struct Rooms;

fn main() {
    let person = Service::new("https://host").unwrap().singleton::<Person>("me");
    person.value(Person::ADDRESS).call(&Rooms);
}
