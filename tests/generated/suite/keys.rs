//! Tests every cell of the table of keys in the documentation of `odata_core::body`, for handwritten and generated types.

use std::collections::BTreeSet;

use odata_core::body::Parameters;
use odata_core::metadata::{KeyAccess, PrimitiveType, Property, StructuredType, TypeKind};
use odata_core::request::{Key, Service};
use odata_core::{Members, ODataEntity, ReadValue, Untyped};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The columns of the table.
const COLUMNS: [&str; 6] = ["create", "deep insert", "action parameter", "update", "difference", "URL"];

/// The cells that were checked: the source of the type, the state of the key, the column.
#[derive(Default)]
pub(crate) struct Cells(BTreeSet<(&'static str, &'static str, &'static str)>);

/// The traits of entity types that the checks need.
pub(crate) trait Entity:
    ODataEntity + Serialize + DeserializeOwned + for<'de> ReadValue<'de> + 'static
{
}

impl<T: ODataEntity + Serialize + DeserializeOwned + for<'de> ReadValue<'de> + 'static> Entity for T {}

/// An entity with another one in a navigation property.
#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Parent<T> {
    #[odata(navigation)]
    child: Option<Box<T>>,
}

fn state(access: KeyAccess) -> &'static str {
    match access {
        KeyAccess::Computed => "computed",
        KeyAccess::Required => "required",
        _ => "optional",
    }
}

/// Returns a value for a key property, which depends on `number`.
fn sample(property: &Property, number: u8) -> Value {
    match property.value_type().kind() {
        TypeKind::Primitive(primitive) => match primitive {
            PrimitiveType::String => json!(format!("O'{number}")),
            PrimitiveType::Guid => json!(format!("00000000-0000-0000-0000-0000000000{number:02}")),
            PrimitiveType::Boolean => json!(number.is_multiple_of(2)),
            PrimitiveType::Date => json!(format!("2024-01-{number:02}")),
            PrimitiveType::DateTimeOffset => json!(format!("2024-01-{number:02}T00:00:00Z")),
            PrimitiveType::TimeOfDay => json!(format!("00:00:{number:02}")),
            PrimitiveType::Duration => json!(format!("PT{number}S")),
            PrimitiveType::Binary => json!("AAAA"),
            _ => json!(number),
        },
        TypeKind::Enumeration(metadata) => {
            let members = metadata().members();
            json!(members[usize::from(number) % members.len()].name())
        }
        _ => json!(number),
    }
}

/// Returns an entity with a type annotation and all key properties except `without`.
fn entity<T: Entity>(metadata: &'static StructuredType, number: u8, without: Option<&str>) -> T {
    let mut members = Map::new();
    members.insert("@odata.type".to_owned(), json!(metadata.type_annotation()));
    for property in metadata.key_properties().filter(|property| Some(property.name()) != without) {
        members.insert(property.name().to_owned(), sample(property, number));
    }
    serde_json::from_value(Value::Object(members)).expect("an entity")
}

fn members(body: &impl Serialize) -> Members {
    let text = serde_json::to_string(body).expect("a body");
    match serde_json::from_str(&text).expect("JSON") {
        Untyped::Object(members) => members,
        other => panic!("{other:?} isn't an object"),
    }
}

/// Checks all cells of the key properties of a type.
pub(crate) fn check<T: Entity>(source: &'static str, cells: &mut Cells) {
    let metadata = T::METADATA;
    for property in metadata.key_properties() {
        let access = metadata.key_access(property).expect("a key property");
        check_create::<T>(metadata, property, access);
        check_deep_insert::<T>(metadata, property, access);
        check_parameters::<T>(metadata, property);
        check_update::<T>(metadata, property);
        check_url::<T>(metadata);
        cells.0.extend(COLUMNS.map(|column| (source, state(access), column)));
    }
}

fn check_create<T: Entity>(metadata: &'static StructuredType, property: &Property, access: KeyAccess) {
    let name = property.name();
    let body = entity::<T>(metadata, 1, None).to_create().expect("a body");
    let is_sent = body.members().get(name).is_some_and(|value| !value.is_null());
    assert_eq!(is_sent, access != KeyAccess::Computed, "{}/{name}", metadata.qualified_name());
    if property.value_type().is_nullable() {
        let without = entity::<T>(metadata, 1, Some(name)).to_create();
        let is_required = access == KeyAccess::Required && !property.is_dependent();
        assert_eq!(without.is_err(), is_required, "{}/{name}", metadata.qualified_name());
        assert!(without.is_err() || without.is_ok_and(|body| body.members().get(name).is_none()));
    }
}

fn check_deep_insert<T: Entity>(metadata: &'static StructuredType, property: &Property, access: KeyAccess) {
    let name = property.name();
    let all_access = metadata.key_properties().filter_map(|property| metadata.key_access(property));
    let has_computed = all_access.into_iter().any(|access| access == KeyAccess::Computed);
    let parent = Parent { child: Some(Box::new(entity::<T>(metadata, 1, None))) };
    match parent.to_create() {
        Ok(body) => {
            let child = body.members().get("child").expect("a child");
            assert_eq!(child.get(name).is_some(), access != KeyAccess::Computed);
            assert!(!has_computed, "{}", metadata.qualified_name());
        }
        Err(error) => {
            assert!(has_computed, "{error}");
            assert!(error.to_string().starts_with("`child` is an existing entity"), "{error}");
        }
    }
    if access == KeyAccess::Required && property.value_type().is_nullable() && !property.is_dependent() {
        let parent = Parent { child: Some(Box::new(entity::<T>(metadata, 1, Some(name)))) };
        let error = parent.to_create().map(drop).expect_err("no key").to_string();
        assert!(error.starts_with(&format!("`child.{name}` is missing")), "{error}");
    }
}

fn check_parameters<T: Entity>(metadata: &'static StructuredType, property: &Property) {
    let body = Parameters::of(&entity::<T>(metadata, 1, None)).expect("a body");
    assert!(members(&body).get(property.name()).is_some_and(|value| !value.is_null()));
}

/// Checks the columns `update` and `difference`. A compile-fail test checks that `update().set(KEY, …)` doesn't compile.
fn check_update<T: Entity>(metadata: &'static StructuredType, property: &Property) {
    let name = property.name();
    assert!(T::update().check().is_ok(), "an update doesn't need a key");
    let [first, again] = [1, 1].map(|number| entity::<T>(metadata, number, None));
    let unchanged = again.changes_since(&first).expect("a body");
    assert!(unchanged.is_empty() && unchanged.members().get(name).is_none());
    let other = entity::<T>(metadata, 2, None);
    if sample(property, 1) != sample(property, 2) {
        let error = other.changes_since(&first).map(drop).expect_err("another entity").to_string();
        assert!(error.starts_with("an update can't change the key"), "{error}");
    }
}

fn check_url<T: Entity>(metadata: &'static StructuredType) {
    let service = Service::new("https://host/service").expect("a service");
    let key = Key::of(&entity::<T>(metadata, 1, None)).expect("a key");
    let url = service.entity_set::<T>("set").key(key).get().url().expect("a URL");
    assert!(url.starts_with("https://host/service/set"), "{url}");
    let missing = metadata.key_properties().find(|property| property.value_type().is_nullable());
    if let Some(property) = missing {
        let error =
            Key::of(&entity::<T>(metadata, 1, Some(property.name()))).expect_err("no key").to_string();
        assert!(error.contains(property.name()), "{error}");
    }
}

/// Handwritten types with computed, optional and required keys.
mod handwritten {
    use odata_core::ODataEntity;

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct Computed {
        #[odata(key, computed)]
        id: Option<i64>,
    }

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct Optional {
        #[odata(key)]
        id: Option<String>,
    }

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct Required {
        #[odata(key)]
        id: i32,
        #[odata(key = "required")]
        part: Option<String>,
    }

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct MadeOptional {
        #[odata(base, key = "optional")]
        base: Computed,
    }

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct MadeRequired {
        #[odata(base, key = "required")]
        base: Optional,
    }

    #[derive(ODataEntity)]
    #[odata(namespace = "n")]
    pub(super) struct MadeComputed {
        #[odata(base, key = "computed")]
        base: MadeOptional,
    }
}

/// The model of the CAP service of the integration tests.
#[path = "../../suite/cap/model.rs"]
#[allow(dead_code, unreachable_pub, reason = "only its keys and its metadata are tested here")]
pub(crate) mod cap;

macro_rules! check_all {
    ($cells:ident, $source:literal: $($type:ty),* $(,)?) => {$(
        check::<$type>($source, &mut $cells);
    )*};
}

/// The states that occur for the types of each source.
const EXPECTED: [(&str, &[&str]); 2] =
    [("handwritten", &["computed", "optional", "required"]), ("CAP", &["optional"])];

/// The states that occur for the types of the services whose metadata is test data.
const EXPECTED_OF_DATA: [(&str, &[&str]); 3] = [
    ("Graph", &["computed", "optional", "required"]),
    ("TripPin", &["optional"]),
    ("Northwind", &["optional"]),
];

#[test]
fn key_behavior_matches_documented_table() {
    let mut cells = Cells::default();
    check_all! {
        cells, "handwritten": handwritten::Computed, handwritten::Optional, handwritten::Required, handwritten::MadeOptional,
        handwritten::MadeRequired, handwritten::MadeComputed,
    }
    check_all! {
        cells, "CAP": cap::catalog::Authors, cap::catalog::AuthorsTexts, cap::catalog::Bookings, cap::catalog::Books,
        cap::catalog::BooksByGenre, cap::catalog::BooksChapters, cap::catalog::Covers, cap::catalog::Currencies,
        cap::catalog::CurrenciesTexts, cap::catalog::DraftAdministrativeData, cap::catalog::Documents,
        cap::catalog::Genres, cap::catalog::Moments, cap::catalog::PagedBooks, cap::catalog::Parts, cap::catalog::Rates,
        cap::catalog::Reviews, cap::catalog::Settings, cap::catalog::Stocks, cap::catalog::Travels, cap::catalog::Widgets,
    }
    crate::key_dispatch::check_all(&mut cells);
    let with_data = crate::key_dispatch::HAS_DATA;
    if !with_data {
        println!("`ODATA_TEST_DATA` is not set: the keys of Graph, TripPin and Northwind are not tested");
    }
    let expected = EXPECTED.iter().chain(EXPECTED_OF_DATA.iter().filter(|_| with_data));
    let expected: BTreeSet<_> = expected
        .flat_map(|(source, states)| {
            states.iter().flat_map(move |state| COLUMNS.map(|column| (*source, *state, column)))
        })
        .collect();
    assert_eq!(cells.0, expected);
}
