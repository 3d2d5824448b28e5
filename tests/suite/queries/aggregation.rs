//! Tests typed `$apply`. The expected transformations are test cases of the OData ABNF for data aggregation
//! (`odata-aggregation-testcases.yaml`), except for those after a comment.

use odata_core::query::{Aggregate, Aggregation, Apply, QueryOptions};
use odata_core::request::Service;
use odata_core::{ODataComplex, ODataEntity};

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Product {
    #[odata(key)]
    id: String,
    name: String,
    tax_rate: f64,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Customer {
    #[odata(key)]
    id: String,
    country: Option<String>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Sale {
    #[odata(key)]
    id: String,
    amount: i32,
    cost: Option<f64>,
    #[odata(navigation)]
    product: Option<Product>,
    #[odata(navigation)]
    customer: Option<Customer>,
}

/// The result type of the aggregations.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Figures {
    customer: Option<CustomerGroup>,
    product: Option<ProductGroup>,
    total: Option<i64>,
    max_amount: Option<i32>,
    average_amount: Option<f64>,
    distinct_products: Option<i64>,
    sales_count: Option<i64>,
    tax: Option<f64>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct CustomerGroup {
    country: Option<String>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct ProductGroup {
    name: Option<String>,
}

fn aggregation() -> Aggregation<Sale, Figures> {
    Aggregation::new()
}

/// Groups the sales by the country of the customer.
fn by_country() -> Aggregation<Sale, Figures> {
    aggregation().by(Sale::CUSTOMER.then(Customer::COUNTRY), Figures::CUSTOMER.then(CustomerGroup::COUNTRY))
}

#[test]
fn aggregations() {
    let apply = |aggregation| Apply::<Sale>::new().aggregate(aggregation).to_string();
    let tax = Sale::AMOUNT.mul(Sale::PRODUCT.then(Product::TAX_RATE));
    let product = Sale::PRODUCT.then(Product::NAME);
    let by_country_and_total = by_country().with(Sale::AMOUNT.sum(), Figures::TOTAL);
    assert_eq!(apply(by_country_and_total.clone()), apply(by_country_and_total));
    for (apply, expected) in [
        (
            apply(aggregation().with(Sale::AMOUNT.sum(), Figures::TOTAL)),
            "aggregate(Amount with sum as Total)",
        ),
        (
            apply(aggregation().with(tax.sum(), Figures::TAX)),
            "aggregate(Amount mul Product/TaxRate with sum as Tax)",
        ),
        (
            apply(aggregation().with(Sale::AMOUNT.maximum(), Figures::MAX_AMOUNT)),
            "aggregate(Amount with max as MaxAmount)",
        ),
        (
            apply(aggregation().with(Sale::AMOUNT.average(), Figures::AVERAGE_AMOUNT)),
            "aggregate(Amount with average as AverageAmount)",
        ),
        (
            apply(aggregation().with(product.count_distinct(), Figures::DISTINCT_PRODUCTS)),
            "aggregate(Product/Name with countdistinct as DistinctProducts)",
        ),
        (
            apply(aggregation().with(Aggregate::count(), Figures::SALES_COUNT)),
            "aggregate($count as SalesCount)",
        ),
        (
            apply(by_country().with(Sale::AMOUNT.average(), Figures::AVERAGE_AMOUNT)),
            "groupby((Customer/Country),aggregate(Amount with average as AverageAmount))",
        ),
        (
            apply(
                by_country()
                    .by(Sale::PRODUCT.then(Product::NAME), Figures::PRODUCT.then(ProductGroup::NAME))
                    .with(Sale::AMOUNT.sum(), Figures::TOTAL),
            ),
            "groupby((Customer/Country,Product/Name),aggregate(Amount with sum as Total))",
        ),
        // Not test cases of the ABNF:
        (apply(by_country()), "groupby((Customer/Country))"),
        (
            apply(aggregation().with(Sale::AMOUNT.minimum(), Figures::MAX_AMOUNT)),
            "aggregate(Amount with min as MaxAmount)",
        ),
    ] {
        assert_eq!(apply, expected);
    }
}

#[test]
fn sequences_of_transformations() {
    let total = || aggregation().with(Sale::AMOUNT.sum(), Figures::TOTAL);
    let filtered = Apply::<Sale>::new().filter(Sale::AMOUNT.le(1)).aggregate(total());
    assert_eq!(filtered.to_string(), "filter(Amount le 1)/aggregate(Amount with sum as Total)");
    let tax = Sale::AMOUNT.mul(Sale::PRODUCT.then(Product::TAX_RATE)).named("Tax");
    let computed = Apply::<Sale>::new().compute(&tax);
    assert_eq!(computed.to_string(), "compute(Amount mul Product/TaxRate as Tax)");
    // Not a test case of the ABNF: the type after a transformation is the result type.
    let average = Aggregation::new().with(Figures::TOTAL.average(), Figures::AVERAGE_AMOUNT);
    let twice =
        filtered.aggregate(Aggregation::new().with(Figures::TOTAL.sum(), Figures::TOTAL)).aggregate(average);
    assert!(
        twice
            .to_string()
            .ends_with("/aggregate(Total with sum as Total)/aggregate(Total with average as AverageAmount)")
    );
}

#[test]
fn requests_contain_transformations_and_options() {
    let service = Service::new("https://host").expect("a URL");
    let apply = Apply::<Sale>::new()
        .filter(Sale::PRODUCT.then(Product::NAME).eq("a&b'"))
        .aggregate(by_country().with(Sale::AMOUNT.sum(), Figures::TOTAL));
    let options = QueryOptions::<Figures>::new().filter(Figures::TOTAL.ge(4)).top(2);
    let request = service.entity_set::<Sale>("sales").apply(&apply).query(&options);
    assert_eq!(
        request.url().as_deref(),
        Ok("https://host/sales?$apply=filter(Product/Name%20eq%20'a%26b''')/groupby((Customer/Country),\
            aggregate(Amount%20with%20sum%20as%20Total))&$filter=Total%20ge%204&$top=2")
    );
    let response = http::Response::new(
        r#"{"value":[{"Customer":{"Country":"CH"},"Total":42},{"Customer":{"Country":null},"Total":1}]}"#,
    );
    let figures = request.read(&response).expect("figures").into_value().value;
    assert_eq!(figures.iter().map(|figures| figures.total).collect::<Vec<_>>(), [Some(42), Some(1)]);
}

#[test]
fn invalid_transformations_are_errors() {
    let service = Service::new("https://host").expect("a URL");
    let error = |apply: &Apply<Sale, Figures>| {
        let result = service.entity_set::<Sale>("sales").apply(apply).url();
        result.expect_err("an invalid transformation").to_string()
    };
    let renamed =
        aggregation().by(Sale::PRODUCT.then(Product::NAME), Figures::CUSTOMER.then(CustomerGroup::COUNTRY));
    assert_eq!(
        error(&Apply::new().aggregate(renamed)),
        "the groups by `Product/Name` have a property with the same path, but the result type has the property \
         `Customer/Country`: rename the property of the result type"
    );
    assert_eq!(
        error(&Apply::new().aggregate(aggregation())),
        "an aggregation has neither groups nor values: call `by` or `with`"
    );
    let empty = service
        .entity_set::<Sale>("sales")
        .apply(&Apply::<Sale>::new())
        .url()
        .expect_err("no transformations");
    assert_eq!(empty.to_string(), "`$apply` has no transformations: call `filter`, `compute` or `aggregate`");
}

/// An option replaces the option with the same name that is already in the URL.
#[test]
fn options_of_the_url_are_replaced() {
    let sales = Service::new("https://host").expect("a root").entity_set::<Sale>("sales");
    let count = Aggregation::new().with(Aggregate::count(), Figures::SALES_COUNT);
    let apply = sales.apply(&Apply::new().aggregate(count));
    for name in ["$apply", "apply", "$Apply"] {
        let request = apply.clone().query(&QueryOptions::new().custom(name, "identity"));
        assert_eq!(request.url().expect("a URL"), format!("https://host/sales?{name}=identity"));
    }
    let next = "https://host/sales?%24top=5&$skiptoken=a%26$top";
    let page = odata_core::request::Request::get::<odata_core::Collection<Sale>>(
        &Service::new("https://host").expect("a root"),
        next,
    );
    let page = page.query(&QueryOptions::new().top(2));
    assert_eq!(page.url().expect("a URL"), "https://host/sales?$skiptoken=a%26$top&$top=2");
}
