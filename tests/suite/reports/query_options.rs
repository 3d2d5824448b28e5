//! Tests that a query option occurs once and is percent-encoded once.

use odata_core::ODataEntity;
use odata_core::query::QueryOptions;
use odata_core::request::{RequestError, Service};
use proptest::prelude::*;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key)]
    id: String,
    name: Option<String>,
    age: Option<i32>,
    #[odata(navigation)]
    manager: Option<Box<User>>,
    #[odata(navigation)]
    reports: Option<Vec<User>>,
}

fn options() -> QueryOptions<User> {
    QueryOptions::new()
}

/// Returns the query string of a request with these options.
fn encoded(options: &QueryOptions<User>) -> Result<String, RequestError> {
    let list = Service::new("https://host")?.entity_set::<User>("users").list().query(options);
    let url = list.url()?;
    Ok(url.split_once('?').map_or_else(String::new, |(_, query)| query.to_owned()))
}

/// Returns the options as a server reads them: it splits the query string, and decodes names and values once.
fn decoded(options: &QueryOptions<User>) -> Vec<(String, String)> {
    let decode = |string: &str| {
        let mut bytes = string.bytes();
        let mut decoded = Vec::new();
        while let Some(byte) = bytes.next() {
            decoded.push(if byte == b'%' {
                let digits = [bytes.next().expect("a digit"), bytes.next().expect("a digit")];
                u8::from_str_radix(str::from_utf8(&digits).expect("digits"), 16).expect("digits")
            } else {
                byte
            });
        }
        String::from_utf8(decoded).expect("UTF-8")
    };
    let query = encoded(options).expect("a URL");
    let pairs = query.split('&').map(|pair| pair.split_once('=').expect("a name and a value"));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

#[test]
fn custom_system_option_replaces_typed_option() {
    for (typed, name) in [
        (options().filter(User::AGE.gt(1)), "$filter"),
        (options().select(User::AGE), "$select"),
        (options().order_by(User::AGE), "$orderby"),
        (options().expand(User::MANAGER), "$expand"),
        (options().search("x"), "$search"),
        (options().top(1), "$top"),
        (options().skip(1), "$skip"),
        (options().count(), "$count"),
    ] {
        let plain = &name[1..];
        for name in [name.to_owned(), plain.to_owned(), name.to_uppercase(), plain.to_uppercase()] {
            let options = typed.clone().custom("x", 1).custom(&name, "b");
            assert_eq!(options.to_string(), format!("{name}=b&x=1"));
            assert_eq!(options.custom(&name, "c").to_string(), format!("{name}=c&x=1"));
        }
    }
}

#[test]
fn typed_option_replaces_custom_option() {
    let custom = || {
        let names = ["Filter", "$select", "ORDERBY", "$Expand", "search", "$top", "skip", "$count"];
        names.into_iter().fold(options(), |options, name| options.custom(name, "b"))
    };
    let typed = |options: QueryOptions<User>| {
        options
            .filter(User::AGE.gt(1))
            .select(User::ID)
            .select(User::AGE)
            .order_by(User::AGE)
            .expand(User::MANAGER)
            .expand(User::REPORTS)
            .search("x")
            .top(1)
            .skip(2)
            .count()
    };
    let expected = "$filter=age gt 1&$search=\"x\"&$select=id,age&$expand=manager,reports&$orderby=age&$top=1\
                    &$skip=2&$count=true";
    assert_eq!(typed(custom()).to_string(), expected);
    let nested = options().expand_with(User::MANAGER, typed(custom()));
    assert_eq!(nested.to_string(), format!("$expand=manager({})", expected.replace('&', ";")));
}

#[test]
fn custom_option_replaces_option_of_same_name() {
    let options = options()
        .custom("$apply", "a")
        .custom("api-version", 1)
        .custom("API-version", 2)
        .custom("APPLY", "b")
        .custom("api-version", 3)
        .custom("$unknown", 1)
        .custom("unknown", 2);
    assert_eq!(options.to_string(), "APPLY=b&api-version=3&API-version=2&$unknown=1&unknown=2");
}

#[test]
fn names_and_values_cannot_inject_options() {
    let options = options().custom("a&$top=1#", "b&c=d#e%26+f").custom("g=h", "é");
    assert_eq!(encoded(&options).as_deref(), Ok("a%26$top%3D1%23=b%26c=d%23e%2526%2Bf&g%3Dh=%C3%A9"),);
    assert_eq!(
        encoded(&self::options().custom("", 1)).map_err(|error| error.to_string()),
        Err("a query option has no name".to_owned()),
    );
}

#[test]
fn nested_options_are_encoded_once() {
    let inner = options().custom("$filter", "contains(displayName,'x')");
    let options = options().expand_with(User::MANAGER, inner);
    assert_eq!(encoded(&options).as_deref(), Ok("$expand=manager($filter=contains(displayName,'x'))"),);
}

#[test]
fn nested_values_are_encoded_once() {
    for string in [
        "a;b",
        "a)b",
        "((",
        "a&b",
        "a#b",
        "100%",
        "%28",
        "O'Neil",
        "a+b",
        r#"say "x""#,
        "é😀",
        "a\\b",
        "=",
        "?",
    ] {
        let quoted = string.replace('\'', "''");
        let expected = format!("contains(name,'{quoted}')");
        let typed = options().filter(User::NAME.contains(string));
        for inner in [typed, options().custom("$filter", &expected)] {
            if string == r#"say "x""# || !string.contains('"') {
                let level1 = options().expand_with(User::REPORTS, inner).top(1);
                let level2 = options().expand_with(User::MANAGER, level1);
                assert_eq!(
                    decoded(&level2),
                    [("$expand".to_owned(), format!("manager($expand=reports($filter={expected});$top=1)"))],
                );
            }
        }
        let search = options().expand_with(User::MANAGER, options().search(string));
        let phrase = string.replace('\\', "\\\\").replace('"', "\\\"");
        assert_eq!(decoded(&search), [("$expand".to_owned(), format!("manager($search=\"{phrase}\")"))]);
    }
}

#[test]
fn nested_raw_value_with_unbalanced_parentheses_is_error() {
    for value in ["1)", "1);x=(", "(", "1;$top=2", "'", "a eq 'x'')", "", " "] {
        for levels in 1..4 {
            let inner = options().custom("$filter", value);
            let options = (0..levels).fold(inner, |inner, _| options().expand_with(User::MANAGER, inner));
            let error = encoded(&options).expect_err(value).to_string();
            assert!(
                error.starts_with(&format!("`$filter={value}` is not a valid nested option of")),
                "{error}"
            );
        }
    }
    for name in ["", "a;b", "a)", "a=b", "a(", "a,b", "a b"] {
        let options = options().expand_with(User::MANAGER, options().custom(name, 1));
        assert!(encoded(&options).is_err(), "{name}");
    }
    let quotes = options().expand_with(User::MANAGER, options().custom("$search", r#""a;b' OR" AND (c)"#));
    assert_eq!(quotes.to_string(), r#"$expand=manager($search="a;b' OR" AND (c))"#);
    assert!(encoded(&quotes).is_ok());
}

#[test]
fn several_properties_are_selected_at_once() {
    let options = options()
        .select(User::ID)
        .select_all((User::NAME, User::AGE, User::MANAGER.then(User::NAME)))
        .select_all([User::NAME])
        .select_all(vec![User::MANAGER])
        .select_raw("extension_1/x")
        .order_by_all((User::AGE,))
        .order_by_descending(User::NAME)
        .order_by_all([User::NAME; 2]);
    assert_eq!(
        options.to_string(),
        "$select=id,name,age,manager/name,name,manager,extension_1/x&$orderby=age,name desc,name,name",
    );
    let twelve = self::options().select_all((
        User::ID,
        User::NAME,
        User::AGE,
        User::MANAGER,
        User::REPORTS,
        User::ID,
        User::NAME,
        User::AGE,
        User::MANAGER,
        User::REPORTS,
        User::ID,
        User::NAME,
    ));
    assert_eq!(twelve.to_string().matches(',').count(), 11);
    for raw in ["", "a)", "a;b", "a('"] {
        assert!(encoded(&self::options().select_raw(raw)).is_err(), "{raw}");
    }
}

proptest! {
    #[test]
    fn nested_values_stay_inside_parentheses(string in r#"[a-z'"();&%#+\\ é$=,]{0,16}"#) {
        let safe = options().expand_with(User::MANAGER, options().filter(User::NAME.eq(&string)).top(1));
        let expected = format!("manager($filter=name eq '{}';$top=1)", string.replace('\'', "''"));
        prop_assert_eq!(decoded(&safe), [("$expand".to_owned(), expected)]);
        let raw = options().expand_with(User::MANAGER, options().custom("$filter", &string).top(1));
        // A raw value is accepted only if its quotes and parentheses are balanced.
        if encoded(&raw).is_ok() {
            let parts: Vec<_> = string.split('\'').collect();
            prop_assert_eq!(parts.len() % 2, 1);
            let mut depth = 0;
            for character in parts.iter().step_by(2).flat_map(|part| part.chars()) {
                prop_assert!(depth > 0 || character != ';');
                depth += match character { '(' => 1, ')' => -1, _ => 0 };
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
