//! Tests how conditions of `$filter` are combined, and the values in them.

use core::fmt;

use chrono::{DateTime, Utc};
use odata_core::metadata::{PrimitiveType, ValueType};
use odata_core::query::{Filter, QueryOptions};
use odata_core::request::{RequestError, Service};
use odata_core::spatial::GeographyPoint;
use odata_core::{Binary, ODataComplex, ODataEntity, ODataValue};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::{Serializer, ser};

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Grandparent {
    id: Option<String>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Parent {
    #[odata(base)]
    base: Grandparent,
    mail: Option<String>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Child {
    #[odata(base)]
    base: Parent,
    age: Option<i32>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Grandchild {
    #[odata(base)]
    base: Child,
}

/// Returns the query string of a request with these options.
fn query<T>(options: &QueryOptions<T>) -> Result<String, RequestError>
where
    T: ODataEntity
        + for<'de> odata_core::ReadValue<'de>
        + for<'de> serde::Deserialize<'de>
        + odata_core::Reach<Target = T>,
{
    let list = Service::new("https://host")?.entity_set::<T>("x").list().query(options);
    Ok(list.url()?.replacen("https://host/x?", "", 1))
}

#[test]
fn conditions_on_base_and_derived_types_combine_in_any_order() {
    let (id, mail, age) = (Grandparent::ID.eq("1"), Parent::MAIL.eq("m"), Child::AGE.gt(1));
    let (id, mail, age) = (|| id.clone(), || mail.clone(), || age.clone());
    let all: [Filter<Child>; 6] = [
        id().and(mail()).and(age()),
        id().and(age()).and(mail()),
        mail().and(id()).and(age()),
        mail().and(age()).and(id()),
        age().and(id()).and(mail()),
        age().and(mail().and(id())),
    ];
    assert_eq!(all[0].to_string(), "id eq '1' and mail eq 'm' and age gt 1");
    assert_eq!(all[5].to_string(), "age gt 1 and mail eq 'm' and id eq '1'");
    let all: [Filter<Child>; 6] = [
        id() & mail() & age(),
        id() & age() & mail(),
        mail() & (id() & age()),
        mail() & age() & id(),
        age() & id() & mail(),
        age() & (mail() & id()),
    ];
    assert_eq!(all[2].to_string(), "mail eq 'm' and id eq '1' and age gt 1");
    let any: [Filter<Child>; 3] = [id().or(mail()).or(age()), id() | age() | mail(), age().or(id() | mail())];
    assert_eq!(any[2].to_string(), "age gt 1 or id eq '1' or mail eq 'm'");
    // The type of the filter is inferred from the options of a type that derives from all three types.
    let options = QueryOptions::<Grandchild>::new().filter(id().and(age()) | mail());
    assert_eq!(options.to_string(), "$filter=id eq '1' and age gt 1 or mail eq 'm'");
    let parent: Filter<Parent> = id() | mail();
    let same: Filter<Grandparent> = id() & id();
    assert_eq!((parent | same).to_string(), "id eq '1' or mail eq 'm' or id eq '1' and id eq '1'");
}

#[test]
fn conditions_on_a_generic_type_combine() {
    fn both<T: odata_core::ODataStructured>(first: Filter<T>, second: Filter<T>) -> Filter<T> {
        first.and(second)
    }
    assert_eq!(both(Child::AGE.gt(1), Child::AGE.lt(9)).to_string(), "age gt 1 and age lt 9");
}

#[test]
fn operators_have_the_precedence_of_rust() {
    let [a, b, c, d] = [1, 2, 3, 4].map(|number| Child::AGE.eq(number));
    let [a, b, c, d] = [&a, &b, &c, &d].map(|filter| move || filter.clone());
    for (filter, expected) in [
        (a() & b() | c() & d(), "age eq 1 and age eq 2 or age eq 3 and age eq 4"),
        (a() | b() & c() | d(), "age eq 1 or age eq 2 and age eq 3 or age eq 4"),
        ((a() | b()) & (c() | d()), "(age eq 1 or age eq 2) and (age eq 3 or age eq 4)"),
        (!a() & b(), "not (age eq 1) and age eq 2"),
        (!(a() & b()), "not (age eq 1 and age eq 2)"),
        (!!a(), "not (not (age eq 1))"),
        (!(!a() | b()) & c(), "not (not (age eq 1) or age eq 2) and age eq 3"),
    ] {
        assert_eq!(filter.to_string(), expected);
    }
}

#[test]
fn many_conditions_can_be_combined() {
    let all = (0..100_000).map(|age| Child::AGE.eq(age)).reduce(|all, filter| filter | all);
    let string = all.expect("some").to_string();
    assert_eq!(string.matches(" or ").count(), 99_999);
    assert!(string.ends_with("age eq 1 or age eq 0"));
    let all = (0..100_000).map(|age| Child::AGE.ne(age)).reduce(Filter::and).expect("some");
    assert!(all.to_string().starts_with("age ne 0 and age ne 1"));
}

#[test]
fn raw_conditions_combine_with_typed_ones() {
    let raw = || Filter::raw("id eq '1' or mail eq 'm'");
    for (filter, expected) in [
        (raw().for_type(), "id eq '1' or mail eq 'm'"),
        (raw().and(Child::AGE.gt(1)), "(id eq '1' or mail eq 'm') and age gt 1"),
        (Child::AGE.gt(1) & raw(), "age gt 1 and (id eq '1' or mail eq 'm')"),
        (raw() | Child::AGE.gt(1), "(id eq '1' or mail eq 'm') or age gt 1"),
        ((!raw()).for_type(), "not (id eq '1' or mail eq 'm')"),
        (
            raw() & !raw() & Child::AGE.gt(1),
            "(id eq '1' or mail eq 'm') and not (id eq '1' or mail eq 'm') and age gt 1",
        ),
        (
            raw().or(raw()).or(Child::AGE.gt(1)),
            "(id eq '1' or mail eq 'm') or (id eq '1' or mail eq 'm') or age gt 1",
        ),
    ] {
        assert_eq!(filter.to_string(), expected);
        let expected = expected.replace(' ', "%20");
        assert_eq!(query(&QueryOptions::<Child>::new().filter(filter)), Ok(format!("$filter={expected}")));
    }
}

#[test]
fn raw_conditions_are_accepted_wherever_conditions_are() {
    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    struct Root {
        tags: Vec<String>,
        #[odata(navigation)]
        children: Vec<Child>,
    }
    let options = QueryOptions::<Child>::new().filter(Filter::raw("age eq 1"));
    assert_eq!(options.to_string(), "$filter=age eq 1");
    let typed: Filter<Child> = Grandparent::ID.eq("1").and(Filter::raw("x")).and(Child::AGE.gt(1));
    assert_eq!(typed.to_string(), "id eq '1' and (x) and age gt 1");
    assert_eq!(Root::CHILDREN.any(Filter::raw("a/age eq 1")).to_string(), "children/any(a:a/age eq 1)");
    assert_eq!(
        Root::CHILDREN.all(Filter::raw("a/age eq 1") | Child::AGE.is_null()).to_string(),
        "children/all(a:(a/age eq 1) or a/age eq null)",
    );
    let tag = odata_core::query::element();
    let tags = Root::TAGS.any_value(tag.eq("x").and(Filter::raw("a ne 'y'")));
    assert_eq!(tags.to_string(), "tags/any(a:a eq 'x' and (a ne 'y'))");
    assert_eq!(Root::TAGS.any_value(Filter::raw("a ne 'y'").for_type()).to_string(), "tags/any(a:a ne 'y')",);
}

#[test]
fn raw_condition_with_unbalanced_parentheses_is_error() {
    for raw in ["", "a) or (b", "a eq 'x", "(a", "a;$top=1", r#"a eq "x)""#] {
        let error = query(&QueryOptions::<Child>::new().filter(!Filter::raw(raw))).expect_err(raw);
        assert!(
            error.to_string().contains(&format!("the condition `{raw}` from `Filter::raw` is invalid")),
            "{error}"
        );
    }
}

#[test]
fn decimals_have_no_exponent() {
    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    struct Numbers {
        decimal: Option<Decimal>,
        double: Option<f64>,
        lengthy: Option<Lengthy>,
    }
    /// A decimal type that is serialized as a double, which has an exponent.
    #[derive(Clone, Debug, PartialEq)]
    struct Lengthy(f64);
    impl ODataValue for Lengthy {
        const TYPE: ValueType = ValueType::primitive(PrimitiveType::Decimal);
        fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_f64(self.0)
        }
    }
    impl<'de> odata_core::ReadValue<'de> for Lengthy {
        fn read<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            f64::read(deserializer).map(Self)
        }
    }
    assert_eq!(Numbers::DECIMAL.eq(Decimal::new(1, 6)).to_string(), "decimal eq 0.000001");
    assert_eq!(Numbers::DECIMAL.eq(Decimal::new(1, 28)).to_string(), format!("decimal eq 0.{:0>28}", 1));
    assert_eq!(Numbers::DECIMAL.eq(Decimal::new(-150, 2)).to_string(), "decimal eq -1.5");
    assert_eq!(Numbers::LENGTHY.eq(Lengthy(1e-6)).to_string(), "lengthy eq 0.000001");
    assert_eq!(Numbers::LENGTHY.eq(Lengthy(-1.5e20)).to_string(), "lengthy eq -150000000000000000000");
    assert_eq!(Numbers::DOUBLE.eq(1e-6).to_string(), "double eq 1e-6");
    assert_eq!(Numbers::DOUBLE.eq(f64::NEG_INFINITY).to_string(), "double eq -INF");
    assert_eq!(Numbers::DOUBLE.eq(f64::NAN).to_string(), "double eq NaN");
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Values {
    many: Vec<i32>,
    inner: Option<Inner>,
    custom: Option<Custom>,
    pin: Option<GeographyPoint>,
    bytes: Option<Binary>,
    at: Option<DateTime<Utc>>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Inner {
    custom: Option<Custom>,
    many: Option<Vec<String>>,
}

/// A date type that is serialized as any string.
#[derive(Clone, Debug, PartialEq)]
struct Custom(Option<&'static str>);

impl fmt::Display for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.unwrap_or_default())
    }
}

impl ODataValue for Custom {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Date);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(string) => serializer.serialize_str(string),
            None => Err(ser::Error::custom("no date")),
        }
    }
}

impl<'de> odata_core::ReadValue<'de> for Custom {
    fn read<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Ok(Self(None))
    }
}

#[test]
fn value_without_literal_is_error() {
    let injection = Custom(Some("2022-04-12 or true"));
    let inner = || Inner { custom: None, many: None };
    for (filter, message) in [
        (
            Values::MANY.eq(vec![1]),
            "`many`: this value of the type `Collection(Edm.Int32)` can't be written as a literal in a URL",
        ),
        (
            Values::INNER.ne(inner()),
            "`inner`: this value of the type `n.inner` can't be written as a literal in a URL",
        ),
        (
            Values::INNER.then(Inner::MANY).eq([]),
            "`inner/many`: this value of the type `Collection(Edm.String)` can't be written as a literal in a URL",
        ),
        (Values::CUSTOM.eq(Custom(None)), "`custom`: no date"),
        (Values::CUSTOM.is_in([Custom(Some("2022-04-12")), Custom(None)]), "`custom`: no date"),
        (
            Values::INNER.then(Inner::CUSTOM).lt(injection.clone()),
            "`inner/custom`: `2022-04-12 or true` is not a valid literal of the type `Edm.Date`",
        ),
        (
            Values::PIN.eq(GeographyPoint::new(f64::NAN, 1.0)),
            "`pin`: this value of the type `Edm.GeographyPoint` can't be written as a literal in a URL",
        ),
    ] {
        let nested = Values::AT.is_null() & !(filter.clone() | Values::AT.is_not_null());
        for filter in [filter, nested] {
            let error = query(&QueryOptions::<Values>::new().filter(filter)).expect_err(message);
            assert_eq!(error.to_string(), message);
        }
    }
}

#[test]
fn error_in_nested_options_is_returned() {
    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    struct Root {
        #[odata(navigation)]
        values: Option<Vec<Values>>,
    }
    let inner = QueryOptions::new().filter(Values::CUSTOM.eq(Custom(None)));
    let options = QueryOptions::<Root>::new().expand_with(Root::VALUES, inner);
    assert_eq!(query(&options).map_err(|error| error.to_string()), Err("`custom`: no date".to_owned()));
    let any = Root::VALUES.any(Values::CUSTOM.eq(Custom(None)));
    assert_eq!(query(&QueryOptions::<Root>::new().filter(any)).map_err(|error| error.to_string()), {
        Err("`custom`: no date".to_owned())
    });
}

#[test]
fn binary_literals_have_one_alphabet() {
    let read: Values = crate::support::read(r#"{"bytes":"/+++"}"#);
    assert_eq!(Values::BYTES.eq(read.bytes).to_string(), "bytes eq binary'_---'");
    assert_eq!(Values::BYTES.eq(Binary::new([1])).to_string(), "bytes eq binary'AQ=='");
}

fn filters() -> impl Strategy<Value = Filter<Child>> {
    let string = r#"[a-z'"();&%#+\\ é😀$=,/]{0,12}"#;
    let leaf = prop_oneof![
        string.prop_map(|string| Parent::MAIL.eq(&string).and(Child::AGE.ne(1))),
        string.prop_map(|string| Parent::MAIL.contains(&string).or(Child::AGE.is_null())),
        proptest::collection::vec(string, 0..3)
            .prop_map(|texts| Grandparent::ID.is_in(texts) & Child::AGE.lt(0)),
        any::<i32>().prop_map(|age| Child::AGE.gt(age)),
    ];
    leaf.prop_recursive(4, 32, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| a & b),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| a | b),
            inner.prop_map(|a| !a),
        ]
    })
}

/// Returns a filter without its quoted strings, or `None` if a quote isn't closed.
fn without_strings(string: &str) -> Option<String> {
    let parts: Vec<_> = string.split('\'').collect();
    (parts.len() % 2 == 1).then(|| parts.iter().step_by(2).copied().collect())
}

proptest! {
    #[test]
    fn filters_are_balanced_and_quoted(filter in filters()) {
        let string = filter.to_string();
        let plain = without_strings(&string).expect("closed strings");
        let mut depth = 0;
        for character in plain.chars() {
            depth += match character { '(' => 1, ')' => -1, _ => 0 };
            prop_assert!(depth >= 0, "{}", string);
        }
        prop_assert_eq!(depth, 0, "{}", &string);
        // No character of a value is outside of a quoted string.
        prop_assert!(!plain.contains([';', '"', '&', '%', '#', '+', '\\', 'é', '😀', '$', '=']), "{}", plain);
        // A raw condition with the same string results in the same query.
        let raw = query(&QueryOptions::<Child>::new().filter(Filter::raw(&string)));
        prop_assert_eq!(raw, query(&QueryOptions::<Child>::new().filter(filter.clone())));
        let url = query(&QueryOptions::<Child>::new().filter(filter)).expect("a URL");
        prop_assert!(!url.contains(['&', '#', '+', ' ', '"']), "{}", url);
    }
}
