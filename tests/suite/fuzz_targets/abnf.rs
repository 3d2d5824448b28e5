//! Tests the parser of the fuzz targets with test cases of the OData ABNF (`odata-abnf-testcases.yaml`), and with its
//! own rules for precedence and scope.

use odata_fuzz_checks::abnf::{self, Expression, Literal, Path, Root, Segment, Url};

/// Valid query options.
const VALID: [&str; 47] = [
    "$filter=true",
    "filter=true",
    "$filter=contains(CompanyName,%27Alfreds%27)",
    "$filter=substring(CompanyName,1,2)%20eq%20%27lf%27",
    "$filter=-Price%20lt%200",
    "$filter=not%20endswith(Description,%27milk%27)",
    "$filter=style%20has%20Sales.Pattern%27Yellow%27",
    "$filter=FirstName%20in%20('Miller','Smith')",
    "$filter=FirstName%20in%20(FirstName)",
    "$filter=FirstName%20in%20()",
    "$filter=geo.distance(a,geography'SRID=0;Point(142.1%2064.1)')%20lt%201",
    "$filter=Items/any(d:d/Quantity%20gt%20100)",
    "$filter=Items/all(d:d/Quantity%20gt%20100%20and%20$it/A%20eq%20d/B)",
    "$filter=Items/any()",
    "$filter=Items/$count%20gt%205",
    "$filter=Items/$count($filter=Price%20gt%2010;$search=%22a%22)%20gt%205",
    "$filter=isof(Model.Order)%20and%20isof(ShipCountry,Edm.String)",
    "$filter=cast(ShipCountry,Collection(Edm.String))%20eq%20null",
    "$filter=case(A%20gt%200:1,A%20lt%200:-1,true:0)%20eq%201",
    "$filter=a%20eq%202012-09-03T14:53:12.345%2B02:00",
    "$filter=a%20eq%20-10000-04-01",
    "$filter=a%20eq%2011:22:33.4444444",
    "$filter=a%20eq%20-0.314e1",
    "$filter=a%20eq%20-INF%20or%20a%20eq%20NaN",
    "$filter=a%20eq%20binary'Zm9vYg=='",
    "$filter=a%20eq%20duration'P6DT23H59M59.9999S'",
    "$filter=a%20eq%20'O''Neil'",
    "$filter=@Core.Messages/any(m:m/severity%20eq%20'error')",
    "$filter=a%20eq%20%7B%22Name%22:%22Value%22%7D",
    "$filter=a%20in%20%5B%22red%22,%22green%22%5D",
    "$filter=Title%20eq%20@title&@title='Wizard%20of%20Oz'",
    "$expand=Category,Products",
    "$expand=Items/$ref",
    "$expand=Items/$count($filter=Price%20gt%2010)",
    "$expand=*",
    "$expand=*/$ref,Supplier",
    "$expand=Manager($levels=max)",
    "$expand=Category($orderby=Name%20desc;$select=Name;$expand=Products($top=3))",
    "$select=*",
    "$select=Address/City,Name",
    "$orderby=Name%20asc,Rating,Cost%20ge%20Revenue%20desc",
    "$compute=Amount%20mul%20Product/TaxRate%20as%20Tax,day(Time/Date)%20as%20WeekDay",
    "$search=blue%20green%20OR%20NOT%20%22blue%20green%22",
    "$search=(NOT%20foo)%20OR%20baz",
    "$search=AND%20OR%20NOT",
    "$apply=filter(A%20gt%201)/groupby((Country,Address/City),aggregate(Amount%20with%20sum%20as%20Total))",
    "$top=5&$skip=3&$count=true",
];

/// Invalid query options.
const INVALID: [&str; 30] = [
    "$filter=%20true",
    "$filter=a%20eq%20'O'Neil'",
    "$filter=a%20eq%20'O%27Neil'",
    "$filter=a%20eq%2042.",
    "$filter=a%20eq%20.1",
    "$filter=a%20eq%20-0.314e1e2",
    "$filter=a%20eq%202011-12-31T24:00Z",
    "$filter=a%20eq%2001234567-89ab-cdef-456789abcdef",
    "$filter=a%20eq%2024:00:00",
    "$filter=0time",
    "$filter=FirstName%20in%20(FirstName,LastName)",
    "$filter=EmailAddresses%20eq%20('Miller','Smith')",
    "$filter=Products/all()",
    "$filter=Items/any(d/Quantity%20gt%20100)",
    "$filter=contains(a)",
    "$filter=now(1)",
    "$filter=(a%20eq%201",
    "$filter=a%20eq%201)",
    "$filter=a%20eq",
    "$filter=a%20eq%20%5B%22red%22",
    "$filter=case(A%20eq%2012:3456)",
    "$expand=Category($levels=04)",
    "$expand=Category($filter=true",
    "$expand=Category()",
    "$search=%22blue",
    "$search=%22%22",
    "$search=a;b",
    "$search=#1",
    "$top=-1",
    "$filter=a%2",
];

fn parse(query: &str) -> Result<Url, String> {
    Url::parse(&format!("https://host/items?{query}"), "https://host/")
}

#[test]
fn valid_query_options_are_parsed() {
    for query in VALID {
        assert!(parse(query).is_ok(), "{query}: {:?}", parse(query));
    }
}

#[test]
fn invalid_query_options_are_rejected() {
    for query in INVALID {
        assert!(parse(query).is_err(), "{query}: {:?}", parse(query));
    }
}

fn word(text: &str) -> Expression {
    Expression::Literal(Literal::Word(text.to_owned()))
}

fn path(root: Root, name: &str) -> Expression {
    Expression::Path(Path { root, segments: vec![Segment::Name(name.to_owned())] })
}

fn binary(operator: &'static str, left: Expression, right: Expression) -> Expression {
    Expression::Binary(operator, Box::new(left), Box::new(right))
}

#[test]
fn operators_have_precedence_of_standard() {
    let property = || path(Root::Property, "a");
    for (text, expected) in [
        ("a sub 1 sub 2", binary("sub", binary("sub", property(), word("1")), word("2"))),
        ("a sub (1 sub 2)", binary("sub", property(), binary("sub", word("1"), word("2")))),
        ("1 add a mul 2", binary("add", word("1"), binary("mul", property(), word("2")))),
        ("-a mul 2", binary("mul", Expression::Unary("-", Box::new(property())), word("2"))),
        (
            "1 add a in (2)",
            binary(
                "add",
                word("1"),
                binary("in", property(), Expression::List(vec![Literal::Word("2".to_owned())])),
            ),
        ),
        ("a lt 1 eq true", binary("eq", binary("lt", property(), word("1")), word("true"))),
        ("not a eq 1", binary("eq", Expression::Unary("not", Box::new(property())), word("1"))),
        ("a or a and a", Expression::Or(vec![property(), Expression::And(vec![property(), property()])])),
    ] {
        assert_eq!(abnf::expression(text), Ok(expected), "{text}");
    }
}

#[test]
fn names_are_variables_only_inside_of_their_lambda_expression() {
    let Ok(Expression::And(operands)) = abnf::expression("items/any(a:a eq 1) and a eq 1") else {
        panic!("a conjunction")
    };
    assert_eq!(operands[1], binary("eq", path(Root::Property, "a"), word("1")));
    let Expression::Path(items) = &operands[0] else { panic!("a path") };
    let variable = Expression::Path(Path { root: Root::Variable(0), segments: Vec::new() });
    let condition = Some(Box::new(binary("eq", variable, word("1"))));
    assert_eq!(items.segments[1], Segment::Lambda("any", condition));
}
