//! Tests `$search`, `$select`, `$expand`, `$orderby` and `$compute` beyond single properties, and properties whose names
//! are known only at run time. The expected options are valid according to the OData ABNF.

use std::collections::BTreeMap;

use odata_core::query::{Filter, Levels, QueryOptions, Search, literal, run_time_property};
use odata_core::request::Service;
use odata_core::{Binary, Json, ODataComplex, ODataEntity};
use proptest::prelude::*;

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    street: Option<String>,
    city: Option<String>,
    #[odata(navigation)]
    country: Option<Country>,
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
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(base)]
    person: Person,
    nick: Option<String>,
    age: Option<i32>,
    price: f64,
    address: Option<Address>,
    addresses: Vec<Address>,
    hashes: Vec<Binary>,
    maps: Vec<Json<BTreeMap<(i32, i32), i32>>>,
    #[odata(navigation)]
    manager: Option<Box<User>>,
    #[odata(navigation)]
    reports: Option<Vec<User>>,
}

fn options() -> QueryOptions<User> {
    QueryOptions::new()
}

/// Returns the query string of a request with these options, or the message of the error.
fn encoded(options: &QueryOptions<User>) -> Result<String, String> {
    let service = Service::new("https://host").map_err(|error| error.to_string())?;
    let url =
        service.entity_set::<User>("users").list().query(options).url().map_err(|error| error.to_string())?;
    Ok(url.replacen("https://host/users?", "", 1))
}

#[test]
fn search_expressions() {
    let [foo, bar, baz] = ["foo", "bar", "baz"].map(Search::phrase);
    let [foo, bar, baz] = [&foo, &bar, &baz].map(|search| move || search.clone());
    for (search, expected) in [
        (foo(), r#""foo""#),
        (foo() & bar() | baz(), r#""foo" AND "bar" OR "baz""#),
        (foo() & (bar() | baz()), r#""foo" AND ("bar" OR "baz")"#),
        ((foo() | bar()) & !baz(), r#"("foo" OR "bar") AND NOT "baz""#),
        (!(foo() & bar()), r#"NOT ("foo" AND "bar")"#),
        (!!foo(), r#"NOT NOT "foo""#),
        (foo() & (bar() & baz()), r#""foo" AND ("bar" AND "baz")"#),
        (foo() | (bar() | baz()), r#""foo" OR ("bar" OR "baz")"#),
        (foo().and(bar()).and(baz()), r#""foo" AND "bar" AND "baz""#),
        (foo().or(bar()).or(baz()), r#""foo" OR "bar" OR "baz""#),
        (Search::phrase(r#"x" OR "y\"#), r#""x\" OR \"y\\""#),
    ] {
        assert_eq!(search.to_string(), expected);
        assert_eq!(options().search(search).to_string(), format!("$search={expected}"));
    }
    let properties = Search::property(Person::NAME, "wa") | Search::property(User::NICK, "ad");
    assert_eq!(options().search(properties).to_string(), r#"$search="name:wa" OR "nick:ad""#);
    let string = String::from("a b");
    assert_eq!(options().search(&string).search(string).to_string(), r#"$search="a b""#);
}

#[test]
fn nested_options_of_selected_properties() {
    let nested = QueryOptions::new().select(Address::CITY).select(Address::STREET);
    let selected = options().select(User::ADDRESS.then(Address::CITY)).select_with(User::ADDRESSES, nested);
    assert_eq!(selected.to_string(), "$select=address/city,addresses($select=city,street)");
    let invalid = options().select_with(User::MANAGER, QueryOptions::new().expand(User::REPORTS));
    assert_eq!(
        encoded(&invalid),
        Err("`manager` can't have the option `$expand`: remove the option".to_owned())
    );
}

#[test]
fn properties_of_complex_values_and_elements() {
    let options = options()
        .select_within(User::ADDRESSES, Address::CITY)
        .select_within(User::ADDRESS, Address::STREET)
        .expand_within(User::ADDRESSES, Address::COUNTRY)
        .expand(User::ADDRESS.then(Address::COUNTRY));
    assert_eq!(
        options.to_string(),
        "$select=addresses/city,address/street&$expand=addresses/country,address/country"
    );
}

#[test]
fn expand_of_references_counts_and_levels() {
    for (options, expected) in [
        (options().expand_references(User::REPORTS), "$expand=reports/$ref"),
        (options().expand_count(User::REPORTS), "$expand=reports/$count"),
        (
            options().expand_count_with(User::REPORTS, QueryOptions::new().search("x")),
            r#"$expand=reports/$count($search="x")"#,
        ),
        (
            options().expand_references_with(User::REPORTS, QueryOptions::new().order_by(User::AGE).top(2)),
            "$expand=reports/$ref($orderby=age;$top=2)",
        ),
        (options().expand_all().expand_all_references(), "$expand=*,*/$ref"),
        (options().expand_all_levels(2), "$expand=*($levels=2)"),
        (
            options().expand_with(User::MANAGER, QueryOptions::new().levels(Levels::Max)),
            "$expand=manager($levels=max)",
        ),
    ] {
        assert_eq!(options.to_string(), expected);
        assert!(encoded(&options).is_ok(), "{expected}");
    }
    for (options, expected) in [
        (
            options().expand_count_with(User::REPORTS, QueryOptions::new().top(1)),
            "`reports/$count` can't have the option `$top`: remove the option",
        ),
        (
            options().expand_references_with(User::REPORTS, QueryOptions::new().select(User::AGE)),
            "`reports/$ref` can't have the option `$select`: remove the option",
        ),
        (
            options().levels(2),
            "`$levels` is an option of an expanded property: use `levels` in the options for `expand_with`",
        ),
        (options().expand_all_levels(0), "`$levels=0` is invalid: the number of levels must be positive"),
    ] {
        assert_eq!(encoded(&options), Err(expected.to_owned()));
    }
}

#[test]
fn computed_properties() {
    let double = User::PRICE.mul(literal(2)).named("double");
    let adult = User::AGE.ge(18).into_operand().named("isAdult");
    let options = options()
        .compute(&double)
        .compute(&adult)
        .filter(double.gt(10.0) & adult.is_true())
        .select_all((&double, &adult))
        .order_by_descending(&double);
    let expected = "$filter=double gt 10.0 and isAdult&$select=double,isAdult&$orderby=double desc\
                    &$compute=price mul 2 as double,age ge 18 as isAdult";
    assert_eq!(options.to_string(), expected);
    assert_eq!(encoded(&options), Ok(expected.replace(' ', "%20")));
    for name in ["", "a b", "a/b", "1a", "a,b", "n.a"] {
        let options = self::options().compute(&User::PRICE.negate().named(name));
        let message = encoded(&options).expect_err(name);
        assert!(
            message.starts_with(&format!("`{name}` is not a valid name for a computed property: ")),
            "{message}"
        );
    }
}

#[test]
fn order_by_expressions() {
    let options = options()
        .order_by(User::REPORTS.count())
        .order_by_descending(User::PRICE.add(1.0).mul(User::AGE))
        .order_by(User::AGE.gt(18))
        .order_by(Person::NAME.to_lower());
    assert_eq!(
        options.to_string(),
        "$orderby=reports/$count,(price add 1.0) mul age desc,age gt 18,tolower(name)"
    );
}

#[test]
fn run_time_properties() {
    let skype = run_time_property::<Option<String>>("extension_42_skypeId");
    let course = run_time_property::<i32>(String::from("contoso_courses/courseId"));
    let filter: Filter<User> = skype.starts_with("a") & User::AGE.gt(&course) & Filter::raw("x eq 1");
    assert_eq!(
        filter.to_string(),
        "startswith(extension_42_skypeId,'a') and age gt contoso_courses/courseId and (x eq 1)"
    );
    let any = User::REPORTS.any(skype.is_null() & course.for_type::<User, _>().eq(User::AGE));
    assert_eq!(
        any.to_string(),
        "reports/any(a:a/extension_42_skypeId eq null and a/contoso_courses/courseId eq a/age)"
    );
    for path in ["", "a b", "a eq 1 or b", "a)", "a'", "a;$top=1", "a&$top=1", "a//b", "../b", "$it"] {
        let options = options().filter(run_time_property::<i32>(path).eq(1));
        let message = encoded(&options).expect_err(path);
        assert!(message.starts_with(&format!("`{path}` is not a valid property path: ")), "{message}");
    }
}

#[test]
fn errors_name_the_operand_of_the_value_without_literal() {
    let invalid = options().filter(User::ADDRESS.cast::<Vec<String>>().eq(vec![String::new()]));
    let expected =
        "`address`: this value of the type `Collection(Edm.String)` can't be written as a literal in a URL";
    assert_eq!(encoded(&invalid), Err(expected.to_owned()));
    let invalid = options().filter(User::NICK.to_lower().cast::<Vec<String>>().eq(vec![String::new()]));
    assert_eq!(encoded(&invalid), Err(expected.replace("address", "nick")));
    // The keys of a JSON object must be strings.
    let map = Json(BTreeMap::from([((1, 2), 3)]));
    let invalid = options().filter(User::MAPS.has_subset([map]));
    assert_eq!(encoded(&invalid), Err("`maps`: key must be a string".to_owned()));
}

#[test]
fn binary_elements_have_alphabet_of_service() {
    let hashes = options().filter(User::HASHES.has_subset([Binary::new([0xff, 0xef])]));
    assert_eq!(hashes.to_string(), r#"$filter=hassubset(hashes,["_-8="])"#);
    let service = Service::graph("https://host").expect("a root");
    let url = service.entity_set::<User>("users").list().query(&hashes).url().expect("a URL");
    assert_eq!(url, "https://host/users?$filter=hassubset(hashes,%5B%22/%2B8=%22%5D)");
}

#[test]
fn lambda_variables_outside_of_their_closure_are_rejected() {
    let mut escaped = None;
    let _ = User::REPORTS.any_with(|report| {
        escaped = Some(report.then(User::AGE));
        literal(true).is_true()
    });
    let options = options().filter(escaped.expect("the closure was called").gt(1));
    let message = encoded(&options).expect_err("an unknown variable");
    assert!(
        message.starts_with("the variable of a lambda expression is used outside of the closure"),
        "{message}"
    );
}

proptest! {
    #[test]
    fn search_phrases_cannot_inject_operators(phrase in any::<String>()) {
        let search = Search::phrase(phrase.as_str()).to_string();
        let inner = search.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).expect("quotes");
        let mut characters = inner.chars();
        let mut unescaped = String::new();
        while let Some(character) = characters.next() {
            prop_assert_ne!(character, '"');
            unescaped.push(if character == '\\' { characters.next().expect("an escaped character") } else { character });
        }
        prop_assert_eq!(unescaped, phrase);
    }

    #[test]
    fn run_time_paths_cannot_inject_syntax(path in any::<String>()) {
        let options = options().filter(run_time_property::<i32>(path.as_str()).eq(1));
        if encoded(&options).is_ok() {
            let is_syntax = |character: char| character.is_whitespace() || "'\"(),;:&=+$[]{}\\".contains(character);
            prop_assert!(!path.is_empty() && !path.contains(is_syntax), "{}", path);
        }
    }
}
