//! Tests the `Debug` output of the types of query options and of `Flags`.

use odata_core::query::{Aggregate, Aggregation, Apply, Case, QueryOptions, Search, literal};
use odata_core::{Flags, ODataEntity};
use odata_examples::security::ExportOptions;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Sale {
    country: Option<String>,
    amount: i32,
    total: Option<i64>,
    #[odata(navigation)]
    parts: Vec<Sale>,
}

/// The groups and values of an aggregation.
fn by_country() -> Aggregation<Sale, Sale> {
    Aggregation::new().by(Sale::COUNTRY, Sale::COUNTRY).with(Sale::AMOUNT.sum(), Sale::TOTAL)
}

#[test]
fn debug_output_has_name_and_content() {
    let mut variable = String::new();
    let _ = Sale::PARTS.any_with(|part| {
        let amount = part.then(Sale::AMOUNT);
        variable = format!("{amount:?}");
        amount.gt(1)
    });
    let positive = || Sale::AMOUNT.gt(0);
    for (output, expected) in [
        (format!("{:?}", positive()), "Filter(amount gt 0)"),
        (format!("{:?}", Search::phrase("a")), "Search(\"a\")"),
        (
            format!("{:?}", QueryOptions::<Sale>::new().filter(positive())),
            "QueryOptions($filter=amount gt 0)",
        ),
        (format!("{:?}", Apply::<Sale>::new().filter(positive())), "Apply(filter(amount gt 0))"),
        (format!("{:?}", Sale::AMOUNT.add(1).named("next")), "ComputedProperty(next)"),
        (format!("{:?}", Flags::from([ExportOptions::Tags, ExportOptions::Text])), "Flags(tags,text)"),
        (variable, "Variable(amount)"),
    ] {
        assert_eq!(output, expected);
    }
    // The output of these types has their content, but in no fixed form.
    for (output, name, content) in [
        (
            format!("{:?}", Case::when(positive(), literal("high".to_owned()))),
            "Case(",
            &["amount", "high"][..],
        ),
        (format!("{:?}", Sale::AMOUNT.sum()), "Aggregate(", &["amount", "sum"]),
        (format!("{:?}", Aggregate::count()), "Aggregate(", &["None"]),
        (format!("{:?}", by_country()), "Aggregation {", &["country", "amount", "sum", "total"]),
    ] {
        assert!(output.starts_with(name), "{output}");
        for part in content {
            assert!(output.contains(part), "{output}");
        }
    }
}
