//! Tests on which paths operations can be called: paths of derived types, of polymorphic values, of properties and of the service.

use odata_core::request::{EntitySet, Import};
use odata_core::{ODataAction, ODataContainer, ODataFunction, Stream};

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key, computed)]
    id: Option<String>,
    address: Option<Address>,
    addresses: Option<Vec<Address>>,
    #[odata(navigation)]
    friends: Option<Vec<AnyPerson>>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    person: Person,
    room: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyPerson {
    #[odata(base)]
    Person(Person),
    Guest(Guest),
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct HomeAddress {
    #[odata(base)]
    address: Address,
}

/// An overload for each type. The operation of the base type has the same name.
#[derive(ODataAction)]
#[odata(namespace = "n", name = "greet", binding = "Person", returns = "Option<AnyPerson>")]
struct PersonGreet {}

#[derive(ODataAction)]
#[odata(namespace = "n", name = "greet", binding = "Guest", returns = "AnyPerson")]
struct GuestGreet {
    room: i32,
}

#[derive(ODataAction)]
#[odata(namespace = "n", name = "greet", binding = "Vec<Person>", returns = "Vec<AnyPerson>")]
struct PersonCollectionGreet {}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Vec<AnyPerson>", composable)]
struct Family {}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Person", returns = "Option<Person>", composable)]
struct Partner {}

fn people() -> odata_core::request::CollectionPath<Person> {
    Service::new("https://host").expect("a root").entity_set("people")
}

fn path<R>(request: &Request<R>) -> String {
    url(request).strip_prefix("https://host/").expect("the root").to_owned()
}

#[test]
fn operations_are_called_on_paths_of_derived_types_and_polymorphic_values() {
    let person = people().key("1");
    assert_eq!(path(&person.call(&PersonGreet {})), "people/1/n.greet");
    assert_eq!(path(&person.cast::<Guest>().call(&PersonGreet {})), "people/1/n.guest/n.greet");
    assert_eq!(path(&person.cast::<Guest>().call(&GuestGreet { room: 5 })), "people/1/n.guest/n.greet");
    assert_eq!(path(&people().cast::<Guest>().call(&PersonCollectionGreet {})), "people/n.guest/n.greet");

    let friends = person.to(Person::FRIENDS);
    assert_eq!(path(&friends.call(&PersonCollectionGreet {})), "people/1/friends/n.greet");
    assert_eq!(path(&friends.key("2").call(&PersonGreet {})), "people/1/friends/2/n.greet");
    let guest = friends.key("2").cast::<Guest>();
    assert_eq!(path(&guest.call(&GuestGreet { room: 5 })), "people/1/friends/2/n.guest/n.greet");
}

#[test]
fn results_of_operations_are_polymorphic() {
    let guest = r##"{"@odata.type": "#n.guest", "id": "2", "room": 5}"##;
    let greet = people().key("1").call(&PersonGreet {});
    let read = greet.read(&response(200, guest)).expect("a guest").into_value();
    assert!(matches!(read, Some(AnyPerson::Guest(Guest { room: Some(5), .. }))), "{read:?}");
    assert_eq!(greet.read(&response(204, "")).expect("null").into_value(), None);
    let page = people().call(&PersonCollectionGreet {});
    let read = page.read(&response(200, &format!(r#"{{"value": [{guest}]}}"#))).expect("guests");
    assert!(matches!(read.value[0], AnyPerson::Guest(_)));
}

#[test]
fn paths_continue_after_composable_functions() {
    let person = people().key("1");
    let family = person.function(&Family {});
    assert_eq!(path(&family.count()), "people/1/n.family()/$count");
    let guests = family.cast::<Guest>().list().query(&QueryOptions::new().filter(Guest::ROOM.eq(5)));
    assert_eq!(path(&guests), "people/1/n.family()/n.guest?$filter=room%20eq%205");
    assert_eq!(path(&family.key("2").call(&PersonGreet {})), "people/1/n.family()/2/n.greet");
    let partner = person.function(&Partner {}).get();
    assert_eq!(partner.read(&response(204, "")).expect("null").into_value(), None);
}

#[test]
fn collections_of_entities_accept_query_options() {
    let call = people().key("1").call(&Family {});
    let call =
        call.query(&QueryOptions::new().filter(Person::ID.eq("2")).order_by(Person::ID).top(5).count());
    assert_eq!(path(&call), "people/1/n.family()?$filter=id%20eq%20'2'&$orderby=id&$top=5&$count=true");
    let action = people().call(&PersonCollectionGreet {}).query(&QueryOptions::new().select(Person::ID));
    assert_eq!(action.build().expect("a request").method(), "POST");
    assert_eq!(path(&action), "people/n.greet?$select=id");
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "HomeAddress", returns = "i32")]
struct Rooms;

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Vec<HomeAddress>", returns = "Vec<Person>", composable)]
struct Residents;

#[test]
fn operations_of_derived_complex_types_are_called_after_a_cast() {
    let person = people().key("1");
    let home = person.value(Person::ADDRESS).cast::<HomeAddress>();
    assert_eq!(path(&home.call(&Rooms)), "people/1/address/n.homeAddress/n.rooms()");
    let homes = person.value(Person::ADDRESSES).cast::<HomeAddress>();
    assert_eq!(path(&homes.call(&Residents)), "people/1/addresses/n.homeAddress/n.residents()");
    assert_eq!(
        path(&homes.function(&Residents).count()),
        "people/1/addresses/n.homeAddress/n.residents()/$count"
    );
    assert_eq!(path(&homes.count()), "people/1/addresses/n.homeAddress/$count");
    let unrelated = person.value(Person::ADDRESS).cast::<Guest>().call(&PersonGreet {}).url();
    assert!(matches!(unrelated, Err(RequestError::Type { .. })), "{unrelated:?}");
}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Vec<Person>", import = "findPeople", composable)]
struct Find {
    name: String,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", name = "find", returns = "Vec<Person>", import = "findPeople")]
struct FindByAge {
    age: i32,
}

#[derive(ODataAction)]
#[odata(namespace = "n", import = "ResetDataSource")]
struct Reset {}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "Stream")]
struct Export {}

#[derive(Clone, Debug, ODataContainer)]
#[odata(namespace = "n")]
struct Directory {
    service: Service,
    people: EntitySet<Person>,
    find: Import<Find>,
    find_by_age: Import<FindByAge>,
    #[odata(name = "searchPeople")]
    search: Import<Find>,
    reset: Import<Reset>,
    export: Import<Export>,
}

#[test]
fn imports_have_names_of_their_own() {
    let directory = Directory::new(Service::new("https://host").expect("a root"));
    let find = Find { name: "a".to_owned() };
    assert_eq!(path(&directory.find(&find)), "findPeople(name='a')");
    assert_eq!(path(&directory.find_by_age(&FindByAge { age: 5 })), "findPeople(age=5)");
    assert_eq!(path(&directory.search(&find)), "searchPeople(name='a')");
    assert_eq!(path(&directory.reset(&Reset {})), "ResetDataSource");
    assert_eq!(path(&directory.call(&Reset {})), "ResetDataSource");
    assert_eq!(path(&directory.function(&find).key("1").get()), "findPeople(name='a')/1");
    let members = <Directory as ODataContainer>::METADATA.members();
    let names: Vec<_> = members.iter().map(odata_core::metadata::ContainerMember::name).collect();
    assert_eq!(names, ["people", "findPeople", "findPeople", "searchPeople", "ResetDataSource", "export"]);
    let export = directory.export(&Export {}).read(&response(200, "bytes")).expect("bytes").into_value();
    assert_eq!(export, b"bytes");
    assert_eq!(path(&directory.people().list()), "people");
}

#[test]
fn every_call_may_be_accepted() {
    let at = "Wed, 21 Oct 2026 07:28:00 GMT";
    for (header, retry_after) in [("Location", "30"), ("Operation-Location", at)] {
        let accepted =
            Response::builder().status(202).header(header, "/monitor").header("Retry-After", retry_after);
        let accepted = accepted.body("").expect("a response");
        let greet = people().key("1").call(&PersonGreet {}).read(&accepted).expect("no value");
        assert_eq!((greet.monitor_url(), greet.value()), (Some("/monitor"), &None));
        let expected = odata_core::request::RetryAfter::parse(retry_after);
        assert!(expected.is_some() && greet.retry_after() == expected);
        let guest = people().key("1").cast::<Guest>().call(&GuestGreet { room: 5 });
        let error = guest.read(&accepted).expect_err("no entity");
        assert_eq!((error.monitor_url(), error.retry_after()), (Some("/monitor"), expected));
        let error = people().call(&PersonCollectionGreet {}).read(&accepted).expect_err("no collection");
        assert_eq!((error.monitor_url(), error.retry_after()), (Some("/monitor"), expected));
        let reset = Service::new("https://host").expect("a root").call(&Reset {});
        assert_eq!(reset.read(&accepted).expect("accepted").monitor_url(), Some("/monitor"));
        let error = people().key("1").call(&Export2 {}).read(&accepted).expect_err("no stream");
        assert_eq!(error.monitor_url(), Some("/monitor"));
        let error =
            people().key("1").value(Person::ADDRESS).cast::<HomeAddress>().call(&Rooms).read(&accepted);
        assert_eq!(error.expect_err("no number").monitor_url(), Some("/monitor"));
    }
}

#[derive(ODataAction)]
#[odata(namespace = "n", name = "export", binding = "Person", returns = "Stream")]
struct Export2 {}
