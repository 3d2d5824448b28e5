//! Tests that names and values can't change the structure of an expression.

use odata_core::ODataEntity;
use odata_core::query::{Case, QueryOptions, Search, Variable, literal, run_time_property};
use odata_core::request::{Key, KeyForm, Service};

use super::{Values, assert_filter};

fn service() -> Service {
    Service::new("https://host").expect("a URL").with_keys(KeyForm::Parentheses)
}

fn url(options: &QueryOptions<Values>) -> Result<String, String> {
    let values = service().entity_set::<Values>("values");
    values.list().query(options).url().map_err(|error| error.to_string())
}

#[test]
fn run_time_names_that_are_literals_or_have_empty_parts_are_rejected() {
    for name in [
        "null",
        "TRUE",
        "INF",
        "abcdef12-0000-0000-0000-00000000000a",
        "a#b",
        "a..b",
        "a.",
        "true.b",
        "null/b",
        "@",
        "@.b",
    ] {
        let options = QueryOptions::new().order_by(run_time_property::<String>(name));
        let error = url(&options).expect_err(name);
        assert!(error.starts_with(&format!("`{name}` is not a valid property path: ")), "{error}");
    }
}

#[test]
fn names_of_key_properties_are_checked() {
    for name in ["", "a='x',b", "a b", "-a", "a)"] {
        let key = Key::by_name(name, 1).and_name("c", 2);
        let error =
            service().entity_set::<Values>("values").key(key).get().url().expect_err(name).to_string();
        assert!(error.contains(&format!("`{name}` is not a valid name for a key property: ")), "{error}");
    }
}

#[test]
fn empty_search_phrases_are_rejected() {
    for search in [
        Search::phrase(""),
        !Search::phrase(""),
        Search::phrase("a") & (Search::phrase("b") | Search::phrase("")),
    ] {
        let error = url(&QueryOptions::new().search(search)).expect_err("an empty phrase");
        assert_eq!(error, "`$search` has an empty phrase: search for a phrase that isn't empty, or omit it");
    }
}

#[test]
fn calculations_are_enclosed_before_in() {
    // `in` has a higher precedence than arithmetic operators.
    let sum = Values::LONG.add(1);
    assert_filter(&sum.is_in([1, 2]), "(long add 1) in (1,2)");
    assert_filter(&sum.is_element_of(vec![1]), "(long add 1) in [1]");
    assert_filter(&sum.negate().is_in([1]), "(-(long add 1)) in (1)");
    assert_filter(&Values::TEXT.length().is_in([1]), "length(text) in (1)");
}

#[test]
fn numbers_around_colon_are_no_time() {
    let case = |value: i64| Case::when(Values::LONG.eq(12), literal(value)).otherwise(0).to_string();
    assert_eq!(case(34), "case(long eq 12: 34,true:0)");
    assert_eq!(case(-34), "case(long eq 12:-34,true:0)");
    assert_eq!(case(3), "case(long eq 12:3,true:0)");
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Node {
    a: i32,
    b: i32,
    #[odata(navigation)]
    nodes: Vec<Node>,
}

#[test]
fn variables_differ_from_outer_properties() {
    let is_equal = |node: Variable<Node, Node>| node.then(Node::A).eq(Node::A);
    assert_filter(&Node::NODES.any_with(is_equal), "nodes/any(a_1:a_1/a eq a)");
    // Properties of the element follow the variable, so that they can have the same name.
    assert_filter(&Node::NODES.any(Node::A.eq(Node::B)), "nodes/any(a:a/a eq a/b)");
    let nested =
        |node: Variable<Node, Node>| node.then(Node::NODES).all_with(|inner| inner.then(Node::A).lt(Node::B));
    assert_filter(&Node::NODES.any_with(nested), "nodes/any(a:a/nodes/all(b_1:b_1/a lt b))");
    // Inside of a `$count` segment, properties aren't prefixed either.
    let count = Node::NODES.count_where(Node::A.gt(1)).gt(2);
    assert_filter(&Node::NODES.any(count), "nodes/any(a_1:a_1/nodes/$count($filter=a gt 1) gt 2)");
    let both = |node: Variable<Node, Node>| {
        node.then(Node::NODES)
            .any_with(|inner| inner.then(Node::A).eq(Node::A).and(node.then(Node::A).eq(Node::B)))
    };
    assert_filter(&Node::NODES.any_with(both), "nodes/any(a_1:a_1/nodes/any(b_1:b_1/a eq a and a_1/a eq b))");
    let run_time = run_time_property::<i32>("a/x");
    assert_filter(
        &Node::NODES.any_with(|node| node.then(Node::B).eq(run_time)),
        "nodes/any(a_1:a_1/b eq a/x)",
    );
}
