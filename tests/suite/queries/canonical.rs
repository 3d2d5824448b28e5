//! Tests every operator and canonical function of OData 4.01. The expected expressions are test cases of the OData ABNF
//! (`odata-abnf-testcases.yaml`), except that no space follows a comma, and that literals have the form that the library
//! writes. A comment marks expressions that aren't test cases.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use odata_core::query::{
    Case, Filter, IntoOperand, QueryOptions, element, literal, max_date_time, min_date_time, now,
    request_instance,
};
use odata_core::request::Service;
use odata_core::spatial::{GeographyLineString, GeographyPoint, GeographyPolygon};
use odata_core::{BaseTypeOf, Duration, Flags, ODataComplex, ODataEntity, ODataEnum, Untyped};
use odata_fuzz_checks::abnf::{self, FUNCTIONS};
use rust_decimal::Decimal;

use crate::support::read;

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "Sales", flags, rename_all = "PascalCase")]
enum Pattern {
    Plain = 0,
    Yellow = 1,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Category {
    #[odata(navigation)]
    products: Vec<Product>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Supplier {
    name: Option<String>,
    location: Option<GeographyPoint>,
    sales_area: Option<GeographyPolygon>,
    #[odata(navigation)]
    products: Vec<Product>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Address {
    street: Option<String>,
}

/// A type with the properties of the ABNF test cases.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Product {
    name: String,
    company_name: Option<String>,
    street: Option<String>,
    city: Option<String>,
    first_name: String,
    names: Vec<String>,
    email_addresses: Vec<String>,
    ratings: Vec<i32>,
    price: Decimal,
    tax_rate: Option<f64>,
    amount: i64,
    rating: i32,
    completed: bool,
    birth_date: NaiveDate,
    release_date: DateTime<Utc>,
    opening: NaiveTime,
    life_time: Option<Duration>,
    location: Option<GeographyPoint>,
    line: Option<GeographyLineString>,
    #[odata(name = "style")]
    style: Flags<Pattern>,
    address: Option<Address>,
    addresses: Vec<Address>,
    #[odata(navigation)]
    category: Option<Category>,
    #[odata(navigation)]
    supplier: Option<Supplier>,
    #[odata(navigation)]
    products: Vec<Product>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model")]
struct BestSellingProduct {
    #[odata(base)]
    product: Product,
}

/// Writes an expression, and checks that a request contains the same expression.
#[track_caller]
fn text<P, I>(expression: P) -> String
where
    P: IntoOperand<Owner: BaseTypeOf<Product, I>>,
{
    let options = QueryOptions::<Product>::new().order_by(expression);
    let service = Service::new("https://host").expect("a URL");
    let request = service.entity_set::<Product>("products").list().query(&options);
    let url = request.url().expect("a valid expression");
    let text = options.to_string().replacen("$orderby=", "", 1);
    assert!(url.starts_with("https://host/products?$orderby="), "{url}");
    text
}

/// The operators with two operands.
const OPERATORS: [&str; 16] = [
    "eq", "ne", "gt", "ge", "lt", "le", "has", "in", "and", "or", "add", "sub", "mul", "div", "divby", "mod",
];

/// The other operators and functions that are written like a function call.
const FORMS: [&str; 8] = ["not ", "-", "case(", "cast(", "isof(", "/any(", "/all(", "/$count"];

/// The tables contain every operator and canonical function, and the independent parser reads every expression.
#[test]
fn every_operator_and_function_is_written() {
    let tables = [
        comparison_operators(),
        logical_operators(),
        arithmetic_operators(),
        arithmetic_operators_of_dates_and_durations(),
        string_functions(),
        collection_functions(),
        date_and_time_functions(),
        numeric_type_and_geo_functions(),
        conditional_expressions(),
        lambda_operators_and_variables(),
    ];
    let cases = tables.concat();
    for (expression, expected) in &cases {
        assert_eq!(expression, expected);
        assert!(abnf::expression(expected).is_ok(), "{:?}", abnf::expression(expected));
    }
    let is_written = |part: &str| cases.iter().any(|(expression, _)| expression.contains(part));
    let missing_operators = OPERATORS.iter().filter(|operator| !is_written(&format!(" {operator} ")));
    let missing_forms = FORMS.iter().filter(|form| !is_written(form));
    let missing_functions = FUNCTIONS.iter().map(|(function, ..)| function).filter(|function| {
        let call = format!("{function}(");
        // The name of a function can be the end of another name.
        !cases.iter().any(|(expression, _)| {
            let is_start = |position| !expression[..position].ends_with(|last: char| last.is_alphanumeric());
            expression.match_indices(&call).any(|(position, _)| is_start(position))
        })
    });
    let missing: Vec<_> = missing_operators.chain(missing_forms).chain(missing_functions).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn decimal(hundredths: i64) -> Decimal {
    Decimal::new(hundredths, 2)
}

fn comparison_operators() -> Vec<(String, &'static str)> {
    vec![
        (text(literal(true).eq(false)), "true eq false"),
        (text(literal(true).ne(false)), "true ne false"),
        (text(Product::NAME.eq("Milk")), "Name eq 'Milk'"),
        (text(Product::NAME.ne("Milk")), "Name ne 'Milk'"),
        (text(Product::NAME.gt("Milk")), "Name gt 'Milk'"),
        (text(Product::NAME.ge("Milk")), "Name ge 'Milk'"),
        (text(Product::NAME.lt("Milk")), "Name lt 'Milk'"),
        (text(Product::NAME.le("Milk")), "Name le 'Milk'"),
        (text(Product::SUPPLIER.then(Supplier::NAME).eq("Milk")), "Supplier/Name eq 'Milk'"),
        (text(Product::STYLE.has(Pattern::Yellow)), "style has Sales.Pattern'Yellow'"),
        (text(Product::NAME.is_in(["Milk", "Cheese"])), "Name in ('Milk','Cheese')"),
        (text(Product::COMPLETED.is_true()), "Completed"),
        // Not test cases of the ABNF:
        (text(Product::NAME.is_element_of(Product::NAMES)), "Name in Names"),
        (text(Product::NAME.is_element_of(vec!["a\"b".to_owned()])), r#"Name in ["a\"b"]"#),
        (text(Product::AMOUNT.gt(Product::PRICE)), "Amount gt Price"),
        (text(Product::RELEASE_DATE.lt(now())), "ReleaseDate lt now()"),
    ]
}

fn logical_operators() -> Vec<(String, &'static str)> {
    let [yes, no] = [true, false].map(|value| literal(value).is_true());
    vec![
        (text(yes.clone() & no.clone()), "true and false"),
        (text(yes | no.clone()), "true or false"),
        (text(!no), "not false"),
        (text(!Product::NAME.ends_with("ilk")), "not endswith(Name,'ilk')"),
        // Not test cases of the ABNF:
        (
            text((Product::RATING.gt(1) & Product::RATING.lt(5)).into_operand().eq(true)),
            "(Rating gt 1 and Rating lt 5) eq true",
        ),
        (text(Product::COMPLETED.eq(Product::RATING.gt(1))), "Completed eq (Rating gt 1)"),
        (text(Product::COMPLETED.eq(Product::NAME.contains("a"))), "Completed eq contains(Name,'a')"),
        (text(Product::COMPLETED.ne(Filter::raw("a eq 1").for_type::<Product>())), "Completed ne (a eq 1)"),
    ]
}

fn arithmetic_operators() -> Vec<(String, &'static str)> {
    let price = Product::PRICE;
    vec![
        (text(price.add(decimal(245))), "Price add 2.45"),
        (text(price.add(decimal(245)).modulo(literal(2))), "(Price add 2.45) mod 2"),
        (text(price.sub(decimal(55))), "Price sub 0.55"),
        (text(price.negate()), "-Price"),
        (text(price.mul(literal(2))), "Price mul 2"),
        (text(price.div(literal(2))), "Price div 2"),
        (text(price.div_by(literal(2))), "Price divby 2"),
        (text(price.modulo(literal(5))), "Price mod 5"),
        (text(price.add(decimal(245)).eq(decimal(500))), "Price add 2.45 eq 5.0"),
        (text(price.sub(decimal(55)).eq(decimal(200))), "Price sub 0.55 eq 2.0"),
        (text(Product::RATING.div_by(2).eq(2.5)), "Rating divby 2 eq 2.5"),
        (text(Product::RATING.modulo(5).eq(0)), "Rating mod 5 eq 0"),
        (text(literal(4).add(5).modulo(literal(4).sub(1))), "(4 add 5) mod (4 sub 1)"),
        (text(Product::AMOUNT.mul(Product::TAX_RATE)), "Amount mul TaxRate"),
    ]
}

/// The expressions aren't test cases of the ABNF.
#[test]
fn arithmetic_operators_have_necessary_parentheses() {
    let (a, b, c) = (Product::AMOUNT, Product::RATING, Product::TAX_RATE);
    for (expression, expected) in [
        (text(a.add(b).add(c)), "Amount add Rating add TaxRate"),
        (text(a.sub(b).add(c)), "Amount sub Rating add TaxRate"),
        (text(a.sub(b.add(c))), "Amount sub (Rating add TaxRate)"),
        (text(a.add(b.mul(c))), "Amount add Rating mul TaxRate"),
        (text(a.mul(b).add(c)), "Amount mul Rating add TaxRate"),
        (text(a.mul(b.add(c))), "Amount mul (Rating add TaxRate)"),
        (text(a.add(b).mul(c)), "(Amount add Rating) mul TaxRate"),
        (text(a.mul(b).div(c)), "Amount mul Rating div TaxRate"),
        (text(a.div(b.mul(c))), "Amount div (Rating mul TaxRate)"),
        (text(a.add(b).negate()), "-(Amount add Rating)"),
        (text(a.negate().negate()), "-(-Amount)"),
        (text(a.negate().sub(literal(-1))), "-Amount sub -1"),
        (text(literal(-1).negate()), "-(-1)"),
        (text(a.add(b).gt(c)), "Amount add Rating gt TaxRate"),
        (text(a.gt(b.add(c))), "Amount gt Rating add TaxRate"),
    ] {
        assert_eq!(expression, expected);
    }
    let sum = (0..1000).fold(Product::AMOUNT.add(0), |sum, number| sum.add(number));
    assert_eq!(sum.to_string().matches(" add ").count(), 1001);
}

/// The expressions aren't test cases of the ABNF.
fn arithmetic_operators_of_dates_and_durations() -> Vec<(String, &'static str)> {
    let (at, day, duration) = (Product::RELEASE_DATE, Product::BIRTH_DATE, Product::LIFE_TIME);
    let hour = || literal(TimeDelta::hours(1));
    vec![
        (text(at.add(duration).gt(now())), "ReleaseDate add LifeTime gt now()"),
        (text(now().sub(at).lt(TimeDelta::hours(1))), "now() sub ReleaseDate lt duration'PT1H'"),
        (text(at.sub(hour()).lt(at)), "ReleaseDate sub duration'PT1H' lt ReleaseDate"),
        (text(day.add(hour()).lt(day)), "BirthDate add duration'PT1H' lt BirthDate"),
        (text(day.sub(day).gt(duration)), "BirthDate sub BirthDate gt LifeTime"),
        (text(duration.mul(literal(2)).gt(duration)), "LifeTime mul 2 gt LifeTime"),
        (text(duration.div(Product::RATING).gt(duration)), "LifeTime div Rating gt LifeTime"),
        (text(duration.negate()), "-LifeTime"),
    ]
}

fn string_functions() -> Vec<(String, &'static str)> {
    let company = Product::COMPANY_NAME;
    vec![
        (text(company.concat(Product::NAME)), "concat(CompanyName,Name)"),
        (text(Product::STREET.concat("-").concat(Product::CITY)), "concat(concat(Street,'-'),City)"),
        (text(company.contains("lfreds")), "contains(CompanyName,'lfreds')"),
        (text(company.ends_with("Futterkiste")), "endswith(CompanyName,'Futterkiste')"),
        (text(company.index_of("lfreds")), "indexof(CompanyName,'lfreds')"),
        (text(company.length().eq(19)), "length(CompanyName) eq 19"),
        (text(company.starts_with("Futterkiste")), "startswith(CompanyName,'Futterkiste')"),
        (
            text(Product::SUPPLIER.then(Supplier::NAME).starts_with("Futterkiste")),
            "startswith(Supplier/Name,'Futterkiste')",
        ),
        (text(company.substring(5)), "substring(CompanyName,5)"),
        (text(company.substring_with_length(5, 2)), "substring(CompanyName,5,2)"),
        (text(company.matches_pattern("^A.*e$")), "matchesPattern(CompanyName,'^A.*e$')"),
        (text(company.to_lower()), "tolower(CompanyName)"),
        (text(company.to_upper()), "toupper(CompanyName)"),
        (text(company.trim()), "trim(CompanyName)"),
        // Not test cases of the ABNF:
        (text(company.contains(Product::NAME.to_lower())), "contains(CompanyName,tolower(Name))"),
        (text(company.substring(Product::RATING)), "substring(CompanyName,Rating)"),
        (
            text(literal("O'Neil").for_type::<Product, _>().contains(Product::NAME)),
            "contains('O''Neil',Name)",
        ),
    ]
}

fn collection_functions() -> Vec<(String, &'static str)> {
    let owned = |names: [&str; 2]| names.map(String::from);
    vec![
        (text(Product::NAMES.has_subset(owned(["Milk", "Cheese"]))), r#"hassubset(Names,["Milk","Cheese"])"#),
        (text(Product::NAMES.has_subset(Product::NAMES)), "hassubset(Names,Names)"),
        (
            text(Product::NAMES.contains(owned(["Milk", "Cheese"]).to_vec())),
            r#"contains(Names,["Milk","Cheese"])"#,
        ),
        (text(Product::NAMES.starts_with(Product::NAMES)), "startswith(Names,Names)"),
        (text(Product::RATINGS.ends_with(vec![1])), "endswith(Ratings,[1])"),
        (text(Product::RATINGS.index_of(vec![1, 2]).eq(0)), "indexof(Ratings,[1,2]) eq 0"),
        (text(Product::RATINGS.length().gt(2)), "length(Ratings) gt 2"),
        (text(Product::RATINGS.substring(1).has_subset([4])), "hassubset(substring(Ratings,1),[4])"),
        (text(Product::RATINGS.concat(vec![3]).length().eq(4)), "length(concat(Ratings,[3])) eq 4"),
        (text(Product::RATINGS.has_subsequence([4, 3])), "hassubsequence(Ratings,[4,3])"),
        (text(Product::PRODUCTS.count()), "Products/$count"),
        (text(Product::ADDRESSES.count().gt(0)), "Addresses/$count gt 0"),
        (text(Product::NAMES.count()), "Names/$count"),
        (
            text(Product::PRODUCTS.count_where(Product::PRICE.gt(decimal(500))).gt(2)),
            "Products/$count($filter=Price gt 5.0) gt 2",
        ),
    ]
}

fn date_and_time_functions() -> Vec<(String, &'static str)> {
    vec![
        (text(Product::BIRTH_DATE.year()), "year(BirthDate)"),
        (text(Product::BIRTH_DATE.month()), "month(BirthDate)"),
        (text(Product::BIRTH_DATE.day()), "day(BirthDate)"),
        (text(Product::RELEASE_DATE.time()), "time(ReleaseDate)"),
        (text(Product::RELEASE_DATE.total_offset_minutes()), "totaloffsetminutes(ReleaseDate)"),
        (text(Product::LIFE_TIME.total_seconds()), "totalseconds(LifeTime)"),
        (text(min_date_time()), "mindatetime()"),
        (text(max_date_time()), "maxdatetime()"),
        (text(now()), "now()"),
        // The ABNF test cases of these functions have properties of other types.
        (text(Product::RELEASE_DATE.date()), "date(ReleaseDate)"),
        (text(Product::OPENING.hour()), "hour(Opening)"),
        (text(Product::RELEASE_DATE.minute()), "minute(ReleaseDate)"),
        (text(Product::OPENING.second()), "second(Opening)"),
        (text(Product::OPENING.fractional_seconds().lt(0.5)), "fractionalseconds(Opening) lt 0.5"),
    ]
}

fn numeric_type_and_geo_functions() -> Vec<(String, &'static str)> {
    let location = || Product::SUPPLIER.then(Supplier::LOCATION);
    let area = || Product::SUPPLIER.then(Supplier::SALES_AREA);
    let line: Untyped = read(r#"{"type":"LineString","coordinates":[[142.1,64.1],[3.14,2.78]]}"#);
    let line = GeographyLineString::try_from(line).expect("a line");
    vec![
        (text(Product::PRICE.ceiling()), "ceiling(Price)"),
        (text(Product::PRICE.floor()), "floor(Price)"),
        (text(Product::PRICE.round()), "round(Price)"),
        (text(Product::CATEGORY.cast::<Supplier>()), "cast(Category,Model.Supplier)"),
        (text(Product::CATEGORY.cast::<bool>()), "cast(Category,Edm.Boolean)"),
        (text(Product::CATEGORY.is_of::<Supplier>()), "isof(Category,Model.Supplier)"),
        (text(Product::LOCATION.is_of::<GeographyPoint>()), "isof(Location,Edm.GeographyPoint)"),
        (text(Filter::<Product>::is_of::<BestSellingProduct, _>()), "isof(Model.bestSellingProduct)"),
        (
            text(Product::PRODUCTS.any(Filter::<Product>::is_of::<BestSellingProduct, _>())),
            "Products/any(a:isof(a,Model.bestSellingProduct))",
        ),
        (
            text(Product::PRODUCTS.any_with(|product| product.is_of::<BestSellingProduct>())),
            "Products/any(a:isof(a,Model.bestSellingProduct))",
        ),
        (text(Product::NAMES.is_of::<Vec<String>>()), "isof(Names,Collection(Edm.String))"),
        (text(location().geo_distance(Product::LOCATION)), "geo.distance(Supplier/Location,Location)"),
        (text(Product::LOCATION.geo_intersects(area())), "geo.intersects(Location,Supplier/SalesArea)"),
        (text(Product::LINE.geo_length()), "geo.length(Line)"),
        (
            text(literal(line).geo_length()),
            "geo.length(geography'SRID=4326;LineString(142.1 64.1,3.14 2.78)')",
        ),
    ]
}

fn conditional_expressions() -> Vec<(String, &'static str)> {
    let sign = || Case::when(Product::RATING.gt(0), literal(1)).and_when(Product::RATING.lt(0), -1);
    let number = Case::when(Product::RATING.gt(0), Product::RATING);
    vec![
        (text(sign().otherwise(0)), "case(Rating gt 0:1,Rating lt 0:-1,true:0)"),
        // Not test cases of the ABNF:
        (text(sign().or_null().is_null()), "case(Rating gt 0:1,Rating lt 0:-1) eq null"),
        (text(number.otherwise(Product::AMOUNT).gt(1)), "case(Rating gt 0:Rating,true:Amount) gt 1"),
    ]
}

/// The ABNF test cases have the variable `lambda` instead of `a`.
fn lambda_operators_and_variables() -> Vec<(String, &'static str)> {
    let always = || literal(true).is_true();
    let supplied = Product::SUPPLIER.then(Supplier::PRODUCTS);
    vec![
        (text(Product::PRODUCTS.any_with(|_| always())), "Products/any(a:true)"),
        (text(supplied.any_with(|_| always())), "Supplier/Products/any(a:true)"),
        (text(Product::PRODUCTS.any(Product::COMPLETED.is_true())), "Products/any(a:a/Completed)"),
        (
            text(Product::PRODUCTS.any_with(|_| request_instance(Product::COMPLETED).is_true())),
            "Products/any(a:$it/Completed)",
        ),
        (text(Product::EMAIL_ADDRESSES.all_with(|_| always())), "EmailAddresses/all(a:true)"),
        (
            text(Product::EMAIL_ADDRESSES.any_with(|a| a.ends_with(".com"))),
            "EmailAddresses/any(a:endswith(a,'.com'))",
        ),
        // Not test cases of the ABNF:
        (
            text(Product::PRODUCTS.any_with(|product| product.then(Product::NAME).eq(Product::NAME))),
            "Products/any(a:a/Name eq Name)",
        ),
        (
            text(Product::PRODUCTS.all_with(|outer| {
                outer.then(Product::PRODUCTS).any_with(|inner| {
                    inner.then(Product::NAME).eq(outer.then(Product::NAME)) & Product::COMPLETED.is_true()
                })
            })),
            "Products/all(a:a/Products/any(b:b/Name eq a/Name and Completed))",
        ),
        (
            text(
                Product::PRODUCTS
                    .any(Product::PRODUCTS.any_with(|inner| inner.then(Product::NAME).eq(Product::NAME))),
            ),
            "Products/any(a:a/Products/any(b:b/Name eq a/Name))",
        ),
    ]
}

#[test]
fn element_outside_of_lambda_expressions_is_this() {
    let this: Filter<_> = element::<String>().ends_with(".com");
    assert_eq!(this.to_string(), "endswith($this,'.com')");
}

#[test]
fn string_functions_accept_references_to_strings() {
    let name = Product::NAME;
    let owned = String::from("x");
    let boxed: Box<str> = "x".into();
    let shared: Arc<str> = "x".into();
    let filters = [
        name.contains("x"),
        name.contains("x".to_owned()),
        name.contains(&owned),
        name.contains(&boxed),
        name.contains(&shared),
        name.contains(&Cow::Borrowed("x")),
    ];
    let each = ["x"].iter().map(|text| name.contains(text));
    let filters: Vec<_> = filters.into_iter().chain(each).chain([name.contains(owned)]).collect();
    assert!(filters.iter().all(|filter| filter.to_string() == "contains(Name,'x')"));
}

/// The compile-time type of the condition is the type that declares the properties, even if only the right operand has properties.
#[test]
fn left_operand_can_be_a_literal() {
    let options = QueryOptions::<Product>::new()
        .filter(literal(5).lt(Product::RATING) & now().gt(Product::RELEASE_DATE).or(literal(1).eq(1)));
    assert_eq!(options.to_string(), "$filter=5 lt Rating and (now() gt ReleaseDate or 1 eq 1)");
}
