//! Tests expressions that combine properties with constants, run-time names, other entities and strings of the caller.

use chrono::{DateTime, Utc};
use odata_core::query::{
    Filter, QueryOptions, element, literal, max_date_time, now, root_property, run_time_property,
};
use odata_core::request::{Key, KeyForm, Service};
use odata_core::spatial::{GeographyPoint, GeographyPolygon};
use odata_core::{Flags, ODataComplex, ODataEntity, ODataEnum};

use super::assert_filter;

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Access {
    Read = 1,
    Write = 2,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
    #[odata(navigation)]
    country: Option<Country>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct HomeAddress {
    #[odata(base)]
    address: Address,
    floor: Option<i32>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Country {
    #[odata(key)]
    code: String,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key)]
    id: String,
    name: Option<String>,
    age: i32,
    tags: Vec<String>,
    scores: Option<Vec<i32>>,
    access: Option<Flags<Access>>,
    at: Option<DateTime<Utc>>,
    place: Option<GeographyPoint>,
    area: Option<GeographyPolygon>,
    address: Option<Address>,
    addresses: Vec<Address>,
    #[odata(navigation)]
    friends: Vec<Person>,
}

fn service() -> Service {
    Service::new("https://host").expect("a URL").with_keys(KeyForm::Parentheses)
}

fn url(options: &QueryOptions<Person>) -> Result<String, String> {
    let people = service().entity_set::<Person>("people");
    let url = people.list().query(options).url().map_err(|error| error.to_string())?;
    Ok(url.replacen("https://host/people?", "", 1))
}

/// The results of functions with a constant as the first argument are conditions on the type of the properties.
#[test]
fn functions_of_constants_accept_properties() {
    let filters: [(Filter<Person>, &str); 9] = [
        (literal("a b").contains(Person::NAME), "contains('a b',name)"),
        (literal("a b").starts_with(Person::NAME.to_lower()), "startswith('a b',tolower(name))"),
        (literal("a b").index_of(Person::NAME).ge(0), "indexof('a b',name) ge 0"),
        (literal("a b").concat(Person::NAME).eq("x"), "concat('a b',name) eq 'x'"),
        (literal("a b").substring_with_length(1, Person::AGE).eq("x"), "substring('a b',1,age) eq 'x'"),
        (literal("a b").substring_with_length(Person::AGE, 1).eq("x"), "substring('a b',age,1) eq 'x'"),
        (literal("a b").matches_pattern(Person::NAME), "matchesPattern('a b',name)"),
        (
            literal(GeographyPoint::new(1.0, 2.0)).geo_distance(Person::PLACE).lt(5.0),
            "geo.distance(geography'SRID=4326;Point(1.0 2.0)',place) lt 5.0",
        ),
        (
            literal(GeographyPoint::new(1.0, 2.0)).geo_intersects(Person::AREA),
            "geo.intersects(geography'SRID=4326;Point(1.0 2.0)',area)",
        ),
    ];
    for (filter, expected) in filters {
        assert_filter(&filter, expected);
    }
}

#[test]
fn constants_and_run_time_names_are_left_operands() {
    let level = run_time_property::<Option<i32>>("extension_level");
    let filters: [(Filter<Person>, &str); 8] = [
        (now().gt(Person::AT), "now() gt at"),
        (literal(18).le(Person::AGE), "18 le age"),
        (literal(18).add(Person::AGE).gt(30), "18 add age gt 30"),
        (literal("x").is_element_of(Person::TAGS), "'x' in tags"),
        (level.ge(Person::AGE), "extension_level ge age"),
        (level.mul(Person::AGE).gt(1), "extension_level mul age gt 1"),
        (literal(true).eq(Person::AGE.gt(1)), "true eq (age gt 1)"),
        (now().lt(max_date_time()).for_type::<Person>(), "now() lt maxdatetime()"),
    ];
    for (filter, expected) in filters {
        assert_filter(&filter, expected);
    }
}

#[test]
fn collections_are_arguments_of_functions() {
    let strings = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let filters = [
        (Person::TAGS.length().gt(1), "length(tags) gt 1"),
        (
            Person::TAGS.concat(strings(&["a"])).contains(strings(&["b", "c"])),
            r#"contains(concat(tags,["a"]),["b","c"])"#,
        ),
        (
            Person::TAGS.concat(Person::TAGS).has_subset(["x".to_owned()]),
            r#"hassubset(concat(tags,tags),["x"])"#,
        ),
        (Person::SCORES.has_subsequence([1, 2]), "hassubsequence(scores,[1,2])"),
        (Person::SCORES.has_subset(Vec::<i32>::new()), "hassubset(scores,[])"),
        (Person::SCORES.contains(Person::SCORES), "contains(scores,scores)"),
        (literal(vec![1, 2]).has_subset(Person::SCORES), "hassubset([1,2],scores)"),
        (literal(vec![1, 2]).length().eq(Person::AGE), "length([1,2]) eq age"),
        (
            Person::TAGS.any_value(element().starts_with("a") & element().length().gt(1)),
            "tags/any(a:startswith(a,'a') and length(a) gt 1)",
        ),
    ];
    for (filter, expected) in filters {
        assert_filter(&filter, expected);
    }
}

#[test]
fn flags_and_empty_lists() {
    let both = Flags::from([Access::Read, Access::Write]);
    assert_filter(&Person::ACCESS.has(both.clone()), "access has n.access'read,write'");
    assert_filter(&Person::ACCESS.eq(both), "access eq n.access'read,write'");
    assert_filter(&Person::ACCESS.has(Access::Read), "access has n.access'read'");
    assert_filter(&Person::ACCESS.is_null(), "access eq null");
    let none = Person::AGE.is_in(Vec::<i32>::new());
    assert_filter(&(!none.clone() & Person::AGE.gt(1)), "not (false) and age gt 1");
    assert_eq!(url(&QueryOptions::new().filter(none)), Ok("$filter=false".to_owned()));
}

/// A `;` in a string doesn't end the nested option, and servers that split the query at `;` don't split the string.
#[test]
fn semicolons_in_strings_survive() {
    let nested = QueryOptions::new().filter(Person::NAME.eq("a;b'c;")).search("d;e").top(1);
    let options = QueryOptions::new().expand_with(Person::FRIENDS, nested);
    assert_eq!(options.to_string(), r#"$expand=friends($filter=name eq 'a;b''c;';$search="d;e";$top=1)"#);
    assert_eq!(
        url(&options).as_deref(),
        Ok("$expand=friends($filter=name%20eq%20'a%3Bb''c%3B';$search=%22d%3Be%22;$top=1)")
    );
    let options = QueryOptions::new().filter(Person::PLACE.eq(GeographyPoint::new(1.0, 2.0)));
    assert_eq!(url(&options).as_deref(), Ok("$filter=place%20eq%20geography'SRID=4326%3BPoint(1.0%202.0)'"));
    let options = QueryOptions::new().custom("filter", "name eq \"a;b\" and id eq ';'");
    assert_eq!(url(&options).as_deref(), Ok("filter=name%20eq%20%22a%3Bb%22%20and%20id%20eq%20'%3B'"));
    assert_eq!(url(&QueryOptions::new().custom("x", "a;b/c")).as_deref(), Ok("x=a%3Bb/c"));
}

#[test]
fn strings_in_arrays_of_raw_conditions() {
    for raw in [
        r#"name in ["a(","b)",";","it's","\"]"]"#,
        r#"hassubset(tags,["("])"#,
        r#"address eq {"city":")"}"#,
        "name eq 'a('",
        "contains(name,'(\"')",
    ] {
        let options = QueryOptions::new().filter(Filter::raw(raw));
        assert!(url(&options).is_ok(), "{:?}", url(&options));
        let nested = QueryOptions::new().expand_with(Person::FRIENDS, options);
        assert_eq!(nested.to_string(), format!("$expand=friends($filter={raw})"));
        assert!(url(&nested).is_ok(), "{raw}");
    }
    for raw in
        [r#"name eq "a(""#, r#"name in ["a)]"#, "name in ['a'", "name eq 'a'])", "a)", "(a", "name eq 'a"]
    {
        let error = url(&QueryOptions::new().filter(Filter::raw(raw))).expect_err(raw);
        assert!(error.contains("`Filter::raw` is invalid"), "{error}");
    }
}

#[test]
fn run_time_names_are_not_parameter_aliases() {
    for path in ["@p", "@p/name"] {
        let alias = run_time_property::<String>(path);
        for options in [QueryOptions::new().order_by(&alias), QueryOptions::new().filter(alias.eq("x"))] {
            let error = url(&options).expect_err(path);
            assert!(error.contains("parameter alias"), "{error}");
        }
        // After the variable of a lambda expression, the name can only be an annotation.
        let filter = Person::FRIENDS.any(alias.eq("x").for_type::<Person>());
        assert_filter(&filter, &format!("friends/any(a:a/{path} eq 'x')"));
        assert!(url(&QueryOptions::new().filter(filter)).is_ok());
    }
    for path in ["@n.p", "@n.p#q", "@p#q", "name/@p"] {
        assert!(url(&QueryOptions::new().order_by(run_time_property::<String>(path))).is_ok(), "{path}");
    }
}

#[test]
fn properties_of_other_entities() {
    let people = service().entity_set::<Person>("people");
    let other = people.key("O'Neil / 1");
    assert_filter(
        &Person::AGE.gt(root_property(&other, Person::AGE)),
        "age gt $root/people('O''Neil / 1')/age",
    );
    let city = root_property(&service().singleton::<Person>("me"), Person::ADDRESS.then(Address::CITY));
    assert_filter(&Person::TAGS.any_with(|tag| tag.eq(&city)), "tags/any(a:a eq $root/me/address/city)");
    let composite = people.key(Key::by(Person::ID, "1").and(Person::AGE, 2));
    assert_filter(
        &Person::AGE.le(root_property(&composite, Person::FRIENDS).count()),
        "age le $root/people(id='1',age=2)/friends/$count",
    );
    let options = QueryOptions::new().filter(Person::AGE.gt(root_property(&other, Person::AGE)));
    assert_eq!(url(&options).as_deref(), Ok("$filter=age%20gt%20$root/people('O''Neil%20/%201')/age"));
}

#[test]
fn paths_that_cannot_follow_root_are_errors() {
    let segments = Service::new("https://host").expect("a URL").with_keys(KeyForm::Segment);
    let fails = |path: &odata_core::request::EntityPath<Person>, expected: &str| {
        let error = url(&QueryOptions::new().order_by(root_property(path, Person::AGE))).expect_err(expected);
        assert!(error.contains(expected), "{error}");
    };
    let people = segments.entity_set::<Person>("people");
    assert!(url(&QueryOptions::new().order_by(root_property(&people.key("a-1.b"), Person::AGE))).is_ok());
    for key in ["a b", "a/b", "1 or true", "a'b", "x(1) or (2)"] {
        fails(&people.key(key), "can't be written after `$root`");
    }
    fails(&service().singleton("a b"), "can't be written after `$root`");
    fails(&service().singleton("a(1) or (b"), "can't be written after `$root`");
    fails(&people.key(""), "key");
}

#[test]
fn options_of_properties_in_complex_values() {
    let nested = QueryOptions::new().select(Country::CODE);
    let options = QueryOptions::<Person>::new()
        .select_within(Person::ADDRESSES, HomeAddress::FLOOR.of_base::<Address, _>())
        .select(Person::ADDRESS.then(HomeAddress::FLOOR.of_base::<Address, _>()))
        .expand_within_with(Person::ADDRESSES, Address::COUNTRY, nested.clone())
        .expand_with(Person::ADDRESS.then(Address::COUNTRY), nested);
    assert_eq!(
        options.to_string(),
        "$select=addresses/n.homeAddress/floor,address/n.homeAddress/floor\
         &$expand=addresses/country($select=code),address/country($select=code)"
    );
}
