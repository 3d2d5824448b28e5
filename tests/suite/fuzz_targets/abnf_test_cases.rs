//! Tests the parser of the fuzz targets with all test cases of the OData ABNF for URLs.

use odata_fuzz_checks::abnf::{self, Expression, Literal, Parsed, Url};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

const TEST_CASES: &str = include_str!("abnf_test_cases.tsv");

/// The test cases for which the parser has another result, and the reason.
const DISAGREEMENTS: [(&str, &str); 10] = [
    ("Categories/TheBestProduct()", NEEDS_MODEL),
    ("Categories(1)/Address/$value", NEEDS_MODEL),
    ("Categories(1)/Thumbnail/$value", NEEDS_MODEL),
    ("Products(1)/Model.BestSellingProduct/Model.BestSellingProduct", NEEDS_MODEL),
    ("$search=more&more", STARTS_OPTION),
    ("$skiptoken=Not&this", STARTS_OPTION),
    ("$search=a%3Bb", IS_DECODED),
    ("$expand=Manager($search=a%3Bb)", IS_DECODED),
    ("http://host/service/$metadata#Customers", CONTEXT_URL),
    ("$metadata#Customers(Address,Orders)", CONTEXT_URL),
];

const NEEDS_MODEL: &str = "the names are valid, but a model is necessary to know their kinds";
const STARTS_OPTION: &str = "`&` starts a custom query option, which the rule of the test case excludes";
const IS_DECODED: &str = "the parser decodes `%3B` before it parses (URL conventions, clause 2)";
const CONTEXT_URL: &str = "a context URL has a fragment, and requests have none";

/// Characters that clients percent-encode, but that the test cases contain.
const UNENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'+').add(b'[').add(b']').add(b'{').add(b'}').add(b'\\').add(b'^');

/// Parses the input of a test case according to its rule.
fn parse(rule: &str, input: &str) -> Parsed<()> {
    let encoded = utf8_percent_encode(input, UNENCODED).to_string();
    match rule {
        "odataUri" => uri(input),
        "odataRelativeUri" | "resourcePath" | "entitySetName" => relative_uri(&encoded),
        "queryOptions" | "systemQueryOption" | "customQueryOption" | "filter" | "expand" | "select"
        | "orderby" | "orderBy" | "search" | "compute" | "skiptoken" | "deltatoken" => {
            relative_uri(&format!("x?{encoded}"))
        }
        "searchExpr" => relative_uri(&format!("x?$search={encoded}")),
        "functionParameter" => relative_uri(&format!("x({encoded})")),
        "odataIdentifier" => relative_uri(&format!("x({encoded}=1)")),
        "anyExpr" => relative_uri(&format!("x?$filter=x/{encoded}")),
        "stringInUrl" => relative_uri(&format!("x?@a=[{encoded}]").replace('[', "%5B").replace(']', "%5D")),
        _ if rule.ends_with("xpr") => expression(input).map(|_| ()),
        _ => match expression(input)? {
            Expression::Literal(Literal::Word(word)) if !is_of_type(rule, &word) => {
                Err(format!("`{word}` is a literal of another type"))
            }
            Expression::Literal(_) => Ok(()),
            other => Err(format!("`{other:?}` is not a literal")),
        },
    }
}

/// Checks whether a literal without quotes has the type of the rule `boolean` or `date`.
fn is_of_type(rule: &str, word: &str) -> bool {
    match rule {
        "boolean" => ["true", "false"].iter().any(|boolean| word.eq_ignore_ascii_case(boolean)),
        "date" => word.matches('-').count() >= 2 && !word.contains('T'),
        _ => true,
    }
}

fn expression(input: &str) -> Parsed<Expression> {
    abnf::expression(&percent_decode_str(input).decode_utf8().map_err(|error| error.to_string())?)
}

fn relative_uri(encoded: &str) -> Parsed<()> {
    Url::parse(&format!("https://host/{encoded}"), "https://host/")?.check_resource_path()
}

/// Parses an absolute URL. Its resource path has only one segment.
fn uri(uri: &str) -> Parsed<()> {
    let (_, rest) = uri.split_once("://").ok_or("no scheme")?;
    let path = rest.split('?').next().unwrap_or_default();
    let root = path.rfind('/').ok_or("no service root")?;
    relative_uri(&rest[root + 1..])
}

#[test]
fn test_cases_of_the_abnf() {
    let cases = TEST_CASES.lines().filter(|line| !line.starts_with('#'));
    let (mut count, mut unexpected) = (0, Vec::new());
    let mut listed: Vec<_> = DISAGREEMENTS.iter().map(|(input, _)| *input).collect();
    for case in cases {
        let [rule, expected, input] = case.splitn(3, '\t').collect::<Vec<_>>()[..] else {
            panic!("`{case}` has three columns");
        };
        count += 1;
        let result = parse(rule, input);
        let agrees = result.is_ok() == (expected == "valid");
        match (agrees, listed.iter().position(|listed| *listed == input)) {
            (true, _) => {}
            (false, Some(position)) => _ = listed.remove(position),
            (false, None) => unexpected.push(format!("{rule}: {input}: {expected}, but {result:?}")),
        }
    }
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
    assert!(listed.is_empty(), "the parser agrees: {listed:?}");
    assert_eq!(count, 676);
}
