//! Tests property constants and property paths.

use odata_core::query::QueryOptions;
use odata_core::request::Service;
use odata_core::{ODataComplex, ODataEntity, PropertyPath, TypedProperty};

use crate::support::write;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", tag = "never")]
struct Person {
    name: Option<String>,
    address: Option<Address>,
    #[odata(navigation)]
    manager: Option<Box<Person>>,
    #[odata(navigation)]
    friends: Option<Vec<Option<Box<Person>>>>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
}

#[test]
fn constants_are_copy() {
    fn assert_copy<T: Copy + Send + Sync + 'static>(_: T) {}
    let name = Person::NAME;
    assert_copy(name);
    assert_eq!(QueryOptions::<Person>::new().select(name).order_by(name).filter(name.eq("x")).to_string(), {
        "$filter=name eq 'x'&$select=name&$orderby=name"
    });
}

#[test]
fn constants_and_paths_are_accepted_by_value_and_by_reference() {
    let city: PropertyPath<Person, Option<String>> = Person::ADDRESS.then(Address::CITY);
    let name = &Person::NAME;
    let options = QueryOptions::<Person>::new()
        .filter(city.starts_with("R"))
        .select(&city)
        .order_by(city.clone())
        .order_by_descending(name)
        .expand(Person::MANAGER);
    assert_eq!(
        options.to_string(),
        "$filter=startswith(address/city,'R')&$select=address/city&$expand=manager\
         &$orderby=address/city,name desc",
    );
    assert_eq!(write(&Person::create().set(&city, "Rome")), r#"{"address":{"city":"Rome"}}"#);
    assert_eq!(write(&Person::update().null(city)), r#"{"address":{"city":null}}"#);
}

#[test]
fn paths_can_be_extended() {
    let city = Person::MANAGER.then(Person::ADDRESS.then(Address::CITY));
    assert_eq!(city.to_string(), "manager/address/city");
    let managers_manager = Person::MANAGER.then(Person::MANAGER);
    let city: PropertyPath<Person, Option<String>, _> = managers_manager.then(&city);
    assert_eq!(city.to_string(), "manager/manager/manager/address/city");
}

#[test]
fn constant_converts_into_path() {
    const NAME: TypedProperty<Person, Option<String>> = Person::NAME;
    let path = PropertyPath::from(NAME);
    assert_eq!(path.to_string(), "name");
    assert_eq!(format!("{NAME:?} {path:?}"), "TypedProperty(name) PropertyPath(name)");
}

#[test]
fn collections_with_nullable_or_boxed_elements_have_all_operators() {
    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    struct Book {
        sizes: Option<Vec<Option<Address>>>,
        tags: Option<Vec<Option<String>>>,
        #[odata(navigation)]
        authors: Vec<Option<Box<Person>>>,
    }
    let rome = Address::CITY.eq("Rome");
    assert_eq!(Book::SIZES.any(rome.clone()).to_string(), "sizes/any(a:a/city eq 'Rome')");
    assert_eq!(Book::SIZES.all(rome).to_string(), "sizes/all(a:a/city eq 'Rome')");
    assert_eq!(Book::SIZES.is_not_empty().to_string(), "sizes/any()");
    assert_eq!(Book::AUTHORS.any(Person::NAME.eq("x")).to_string(), "authors/any(a:a/name eq 'x')");
    let element = odata_core::query::element::<Option<String>>();
    assert_eq!(
        Book::TAGS.any_value(element.is_null().or(element.eq("x"))).to_string(),
        "tags/any(a:a eq null or a eq 'x')",
    );
    assert_eq!(Book::TAGS.all_values(element.ne("x")).to_string(), "tags/all(a:a ne 'x')");
    let options = QueryOptions::<Book>::new()
        .expand_with(Book::AUTHORS, QueryOptions::new().select(Person::NAME))
        .to_string();
    assert_eq!(options, "$expand=authors($select=name)");
    let service = Service::new("https://host").expect("a root");
    let authors = service.entity_set::<Book>("books").key(1).collection(Book::AUTHORS);
    let manager = authors.key("x").navigate(Person::MANAGER).collection(Person::FRIENDS);
    assert_eq!(manager.to_string(), "https://host/books/1/authors/x/manager/friends");
}
