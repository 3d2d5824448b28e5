//! Tests that long queries are built in linear time, and that deeply nested queries are errors instead of stack overflows.

use std::thread;

use odata_core::ODataEntity;
use odata_core::query::{Case, Filter, QueryOptions, Search, literal};
use odata_core::request::Service;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Node {
    value: i64,
    name: String,
    is_leaf: bool,
    #[odata(navigation)]
    parent: Option<Box<Node>>,
    #[odata(navigation)]
    nodes: Vec<Node>,
}

/// The number of operands of long sequences. Without linear algorithms, the tests wouldn't end.
const LONG: usize = 50_000;

/// The number of nested levels that aren't allowed.
const DEEP: usize = 10_000;

const TOO_DEEP: &str = "the query has more than 400 nested levels: reduce the number of nested levels";

/// Runs a function with the usual stack size of a thread.
fn with_usual_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(2 << 20).spawn(run).expect("a thread").join().expect("no panic")
}

fn url(options: &QueryOptions<Node>) -> Result<String, String> {
    let service = Service::new("https://host").expect("a URL");
    service.entity_set::<Node>("nodes").list().query(options).url().map_err(|error| error.to_string())
}

#[test]
fn long_calculations() {
    with_usual_stack(|| {
        let sum = (0..LONG).fold(Node::VALUE.add(0), |sum, _| sum.add(1));
        assert_eq!(sum.to_string().matches(" add 1").count(), LONG);
        assert_eq!(format!("{sum:?}").matches("add").count(), LONG + 1);
        let product = (0..LONG).fold(Node::VALUE.add(1).mul(2), |product, _| product.mul(Node::VALUE));
        let copy = product.clone();
        drop(product);
        assert!(copy.to_string().starts_with("(value add 1) mul 2 mul value"));
        let options = QueryOptions::new().filter(copy.sub(&sum).gt(0)).order_by(sum);
        assert!(url(&options).expect("a URL").len() > LONG * 10);
    });
}

#[test]
fn long_conditions() {
    with_usual_stack(|| {
        let condition = |number| Node::VALUE.eq(i64::try_from(number).expect("a small number"));
        for filter in [
            (0..LONG).map(condition).reduce(Filter::and),
            (0..LONG).map(condition).reduce(Filter::or),
            (0..LONG).map(condition).reduce(|last, first| first & last),
            (0..LONG).map(condition).reduce(|last, first| first | last),
        ] {
            let filter = filter.expect("conditions");
            assert_eq!(filter.to_string().matches("value eq").count(), LONG);
        }
        let search = (0..LONG).map(|number| Search::phrase(number.to_string())).reduce(|a, b| a & b);
        assert!(search.expect("phrases").to_string().ends_with(" AND \"49999\""));
        let values = Node::VALUE.is_in(0..50_000);
        assert!(values.to_string().ends_with(",49999)"));
    });
}

/// Repeats a conversion so often that the result has too many nested levels.
fn nested<T>(start: T, convert: impl Fn(T) -> T) -> T {
    (0..DEEP).fold(start, |inner, _| convert(inner))
}

#[test]
fn deep_conditions_are_errors() {
    let leaf = || Node::IS_LEAF.is_true();
    let filters: [fn(Filter<Node>) -> Filter<Node>; 6] = [
        |inner| !inner,
        |inner| Node::NODES.any(inner),
        |inner| Node::NODES.count_where(inner).gt(1),
        |inner| (inner & Node::IS_LEAF.is_true()) | Node::VALUE.gt(1),
        |inner| inner.into_operand().eq(true),
        |inner| Case::when(inner, literal(true)).otherwise(false).is_true(),
    ];
    with_usual_stack(move || {
        for filter in filters {
            let filter = nested(leaf(), filter);
            assert!(filter.to_string().contains(&format!("<{TOO_DEEP}>")));
            assert!(format!("{filter:?}").contains(TOO_DEEP));
            assert_eq!(url(&QueryOptions::new().filter(filter.clone())), Err(TOO_DEEP.to_owned()));
        }
    });
}

#[test]
fn deep_expressions_are_errors() {
    with_usual_stack(|| {
        let lower = nested(Node::NAME.to_lower(), |inner| inner.to_lower());
        assert_eq!(url(&QueryOptions::new().order_by(&lower)), Err(TOO_DEEP.to_owned()));
        let text = nested(Node::NAME.to_lower(), |inner| inner.concat("x"));
        assert!(format!("{text:?}").contains("TooDeep"));
        assert_eq!(url(&QueryOptions::new().filter(text.eq("y"))), Err(TOO_DEEP.to_owned()));
        let number = nested(Node::VALUE.negate(), |inner| Node::VALUE.sub(inner));
        assert_eq!(url(&QueryOptions::new().order_by(number)), Err(TOO_DEEP.to_owned()));
        let mixed = nested(Node::VALUE.negate(), |inner| inner.add(1).mul(2));
        assert_eq!(url(&QueryOptions::new().order_by(mixed)), Err(TOO_DEEP.to_owned()));
    });
}

#[test]
fn deep_options_are_errors() {
    with_usual_stack(|| {
        let deep = nested(QueryOptions::new(), |inner| QueryOptions::new().expand_with(Node::PARENT, inner));
        assert_eq!(url(&deep), Err(TOO_DEEP.to_owned()));
        let deep = nested(QueryOptions::new(), |inner| QueryOptions::new().select_with(Node::NODES, inner));
        assert_eq!(url(&deep), Err(TOO_DEEP.to_owned()));
        for search in [
            nested(Search::phrase("a"), |inner| !inner),
            nested(Search::phrase("a"), |inner| Search::phrase("b") & inner),
            nested(Search::phrase("a"), |inner| (inner & Search::phrase("b")) | Search::phrase("c")),
        ] {
            assert!(search.to_string().contains(TOO_DEEP));
            assert_eq!(url(&QueryOptions::new().search(search)), Err(TOO_DEEP.to_owned()));
        }
    });
}

/// The allowed levels fit onto the stack, also if the allowed expressions are in the allowed nested options.
#[test]
fn allowed_levels_fit_onto_the_stack() {
    with_usual_stack(|| {
        let lower = (0..390).fold(Node::NAME.to_lower(), |inner, _| inner.concat("x"));
        let any = (0..390).fold(Node::IS_LEAF.is_true(), |inner, _| Node::NODES.any(inner));
        let not = (0..390).fold(Node::IS_LEAF.is_true(), |inner, _| !inner);
        let case = (0..390).fold(literal(1).for_type::<Node, _>(), |inner, _| {
            Case::when(Node::IS_LEAF.is_true(), inner).otherwise(2)
        });
        for filter in [lower.eq("y"), any, not, case.eq(1)] {
            let options = (0..400).fold(QueryOptions::new().filter(filter), |inner, _| {
                QueryOptions::new().expand_with(Node::PARENT, inner)
            });
            assert!(url(&options).is_ok(), "{:?}", url(&options));
        }
    });
}
