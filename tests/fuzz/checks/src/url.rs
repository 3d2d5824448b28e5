//! Builds the paths of requests from the bytes of the fuzzer, and checks that an independent parser reads the intended
//! segments, keys and parameters.

use chrono::NaiveDate;
use odata_core::EnumLiterals;
use odata_core::request::{EntityPath, Key, KeyForm, Service};
use uuid::Uuid;

use crate::abnf::{Expression, Literal, OptionValue, Options, Path, PathSegment, Root, Segment, Url};
use crate::model::{Address, Color, Find, Item};
use crate::query::Builder;
use crate::query::{sorted, text_tree, word_tree};
use crate::source::Source;

const ROOT: &str = "https://host/root";

/// What a parser must read from a segment of the path.
enum Expected {
    /// A segment with this text. It may be a key.
    Text(String),
    /// A segment with a key or with parameters.
    Arguments(String, Segment),
}

/// The path of a request, and what a parser must read from it.
struct Built {
    path: EntityPath<Item>,
    expected: Vec<Expected>,
    may_fail: bool,
}

/// Builds a path with names, keys and a function call. The independent parser must read the intended parts from the URL.
///
/// # Panics
///
/// Panics if the parser reads something else, or if a valid path is an error.
pub fn check(payload: &[u8]) {
    let mut source = Source::new(payload);
    let key_form = if source.is_set() { KeyForm::Segment } else { KeyForm::Parentheses };
    let has_type = source.is_set();
    let enumerations = if has_type { EnumLiterals::Qualified } else { EnumLiterals::Unqualified };
    let service = Service::new(ROOT).expect("a URL").with_keys(key_form).with_enum_literals(enumerations);
    let mut built = start(&service, key_form, &mut source);
    if source.is_set() {
        built = navigate(built, key_form, &mut source);
    }
    if source.is_set() {
        return check_function(built, has_type, &mut source);
    }
    let mut builder = Builder::new(&mut source);
    builder.has_enumeration_types = has_type;
    let (options, expected_options) = builder.query_options(1);
    let may_fail = builder.may_fail || built.may_fail;
    let request = built.path.get().query(&options);
    match request.url() {
        Ok(url) => {
            let uri = request.build().expect("a request").uri().to_string();
            assert_eq!(uri, url);
            check_url(&url, &built.expected, &expected_options);
        }
        Err(error) => assert!(may_fail, "{error}"),
    }
}

/// Builds the path of an entity in an entity set that has any name.
fn start(service: &Service, key_form: KeyForm, source: &mut Source<'_>) -> Built {
    let name = if source.is_set() { source.text() } else { "items".to_owned() };
    let set = service.entity_set::<Item>(&name);
    let plain = name.strip_prefix('/').unwrap_or(&name);
    let expected = plain.split('/').map(|segment| Expected::Text(segment.to_owned())).collect();
    let may_fail = plain.split('/').any(|segment| matches!(segment, "" | "." | ".."));
    let mut built = Built { path: service.singleton("unused"), expected, may_fail };
    let (key, literal, text) = key(source);
    built.path = set.key(key);
    built.add_key(key_form, literal, text);
    built
}

/// Appends a navigation property and a key.
fn navigate(mut built: Built, key_form: KeyForm, source: &mut Source<'_>) -> Built {
    let items = built.path.collection(Item::ITEMS);
    built.expected.push(Expected::Text("items".to_owned()));
    if source.is_set() {
        let (key, literal, text) = key(source);
        built.path = items.key(key);
        built.add_key(key_form, literal, text);
        return built;
    }
    let (name, text, number) = (source.text(), source.text(), source.integer());
    let name = if source.is_set() { name } else { "id".to_owned() };
    let key = Key::by_name(name.clone(), text.clone()).and(Item::B, number);
    built.path = items.key(key);
    let parts = vec![(name.clone(), text_tree(&text)), ("b".to_owned(), word_tree(number))];
    built.may_fail |= name != "id";
    built.add_parentheses(Segment::Arguments(parts));
    built
}

/// Returns a key, its literal, and its text in a segment.
fn key(source: &mut Source<'_>) -> (Key, Expression, String) {
    let word = |key: Key, text: String| (key, word_tree(&text), text);
    match source.choose(6) {
        0 => {
            let number = source.integer();
            word(number.into(), number.to_string())
        }
        1 => {
            let guid = Uuid::from_u64_pair(source.bits(), source.bits());
            word(guid.into(), guid.to_string())
        }
        2 => {
            let days = i32::try_from(source.bits() % 3_000_000).unwrap_or_default();
            let day = NaiveDate::from_num_days_from_ce_opt(days + 1).unwrap_or_default();
            word(day.into(), day.to_string())
        }
        _ => {
            let text = source.text();
            (text.as_str().into(), text_tree(&text), text)
        }
    }
}

impl Built {
    fn add_key(&mut self, key_form: KeyForm, literal: Expression, text: String) {
        if key_form == KeyForm::Segment {
            self.may_fail |= matches!(text.as_str(), "" | "." | "..") || text.starts_with('$');
            self.expected.push(Expected::Text(text));
        } else {
            self.add_parentheses(Segment::Key(Box::new(literal)));
        }
    }

    fn add_parentheses(&mut self, arguments: Segment) {
        if let Some(Expected::Text(name)) = self.expected.pop() {
            self.expected.push(Expected::Arguments(name, arguments));
        }
    }
}

/// Calls a function whose parameters are literals or aliases.
fn check_function(built: Built, has_type: bool, source: &mut Source<'_>) {
    let (text, number, name) = (source.text(), source.integer(), source.text());
    let text = if source.is_set() { text.repeat(40) } else { text };
    let color = if name.eq_ignore_ascii_case("red") { Color::Red } else { Color::Unknown(name.clone()) };
    let place = source.text();
    let address = Address { a: place.clone() };
    let words = source.texts();
    let function =
        Find { text: text.clone(), number, color: Some(color), words: words.clone(), address: Some(address) };
    let color = if has_type {
        Expression::Literal(Literal::Prefixed("n.color".to_owned(), name))
    } else {
        text_tree(&name)
    };
    let arguments = vec![
        ("text".to_owned(), text_tree(&text)),
        ("number".to_owned(), word_tree(number)),
        ("color".to_owned(), color),
        ("words".to_owned(), Expression::Json(words.into())),
        ("address".to_owned(), Expression::Json(serde_json::json!({ "a": place }))),
    ];
    let mut expected = built.expected;
    expected.push(Expected::Arguments("n.find".to_owned(), Segment::Arguments(arguments)));
    match built.path.call(&function).url() {
        Ok(url) => check_url(&url, &expected, &Vec::new()),
        Err(error) => assert!(built.may_fail, "{error}"),
    }
}

fn check_url(url: &str, expected: &[Expected], expected_options: &Options) {
    let mut parsed = Url::parse(url, &format!("{ROOT}/")).unwrap_or_else(|error| panic!("{error} in {url}"));
    assert_eq!(parsed.segments.len(), expected.len(), "{url}");
    for (segment, expected) in parsed.segments.iter().zip(expected) {
        match expected {
            Expected::Text(text) => assert_eq!(segment.text, *text, "{url}"),
            Expected::Arguments(name, arguments) => {
                let read = arguments_of(segment, name, &mut parsed.options);
                assert_eq!(read.as_ref(), Ok(arguments), "{url}");
            }
        }
    }
    assert_eq!(sorted(&parsed.options), sorted(expected_options), "{url}");
}

/// Parses the key or the parameters after the name of a segment. Replaces and removes parameter aliases.
fn arguments_of(segment: &PathSegment, name: &str, options: &mut Options) -> Result<Segment, String> {
    let rest = segment.text.strip_prefix(name).ok_or("another name")?;
    let mut arguments = PathSegment::arguments(rest)?;
    if let Segment::Arguments(arguments) = &mut arguments {
        for (_, value) in arguments {
            let Expression::Path(Path { root: Root::Alias(alias), segments }) = value else { continue };
            assert_eq!(*segments, []);
            let position = options.iter().position(|(option, _)| option.strip_prefix('@') == Some(alias));
            let (_, aliased) = options.remove(position.ok_or("an alias without a value")?);
            if let OptionValue::Expression(aliased) = aliased {
                *value = aliased;
            }
        }
    }
    Ok(arguments)
}
