//! Builds query options from the bytes of the fuzzer, and checks that an independent parser reads the intended options.

mod condition;
mod element;
mod literal;
mod number;
mod options;
mod scope;
mod string;

use odata_core::request::Service;

use crate::abnf::{OptionValue, Options, Url};
use crate::model::Item;
use crate::source::Source;
pub(crate) use literal::{text_tree, word_tree};
pub(crate) use scope::Builder;

/// Builds query options of a request. The independent parser must read the intended names, operators, operands and values from the URL.
///
/// # Panics
///
/// Panics if the parser reads something else, or if valid options are an error.
pub fn check(payload: &[u8]) {
    let mut source = Source::new(payload);
    let mut builder = Builder::new(&mut source);
    let items = Service::new("https://host/root").expect("a URL").entity_set::<Item>("items");
    let (url, expected) = if builder.source.choose(4) == 3 {
        let (apply, expected) = builder.apply();
        (items.apply(&apply).url(), vec![("$apply".to_owned(), expected)])
    } else {
        let (options, expected) = builder.query_options(2);
        (items.list().query(&options).url(), expected)
    };
    match url {
        Ok(url) => check_url(&url, &expected),
        Err(error) => assert!(builder.may_fail, "{error}: {expected:?}"),
    }
}

fn check_url(url: &str, expected: &Options) {
    let parsed = Url::parse(url, "https://host/root/").unwrap_or_else(|error| panic!("{error} in {url}"));
    assert_eq!(parsed.segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>(), ["items"]);
    assert_eq!(sorted(&parsed.options), sorted(expected), "{url}");
}

/// Returns the options in a fixed order, because the order of query options isn't significant.
pub(crate) fn sorted(options: &Options) -> Options {
    let mut sorted = options.clone();
    for (_, value) in &mut sorted {
        if let OptionValue::Items(items) = value {
            for item in items {
                item.options = self::sorted(&item.options);
            }
        }
    }
    sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
    sorted
}
