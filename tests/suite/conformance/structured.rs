//! Checks entities and complex values: annotations, links, streams, bindings, `null` and absent properties.

use odata_core::{Extra, ODataComplex, ODataEntity, Stream, Untyped};

use super::test_cases::TestCases;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
pub struct Customer<K> {
    #[odata(key, computed, name = "ID")]
    id: Option<K>,
    company_name: Option<String>,
    pub contact_name: Option<String>,
    address: Option<Address>,
    #[odata(navigation)]
    orders: Option<Vec<Order>>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
#[expect(clippy::option_option, reason = "`null` differs from an absent property")]
struct Address {
    street: Option<String>,
    region: Option<Option<String>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
struct Order {
    #[odata(key, computed, name = "ID")]
    id: Option<i32>,
    amount: Option<i32>,
    #[odata(navigation)]
    customer: Option<Box<Customer<String>>>,
    #[odata(navigation)]
    items: Vec<Item>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
struct Item {
    #[odata(navigation)]
    product: Option<Product>,
    quantity: i32,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
struct Product {
    #[odata(key, computed)]
    id: Option<i32>,
    name: Option<String>,
    thumbnail: Option<Stream>,
    photo: Option<Stream>,
    #[odata(navigation)]
    category: Option<Box<Category>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
struct Category {
    name: Option<String>,
    #[odata(navigation)]
    products: Vec<Product>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
#[expect(clippy::option_option, reason = "`null` differs from a property that isn't expanded")]
struct Employee {
    #[odata(key, computed, name = "ID")]
    id: Option<i32>,
    email_addresses: Vec<String>,
    #[odata(navigation)]
    manager: Option<Option<Box<Employee>>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct Person {
    id: i64,
    weight: Option<f64>,
    birthday: Option<String>,
    address: Option<HomeAddress>,
    car: Option<Car>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct HomeAddress {
    country_region: Option<String>,
    #[odata(name = "CountriesOrRegions")]
    regions: Vec<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Car {
    door_numbers: Vec<i32>,
    doors: Vec<HomeAddress>,
}

/// A type with a property of the type `HomeAddress`.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Owner {
    address: HomeAddress,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Garage {
    car: Car,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct Things {
    #[odata(name = "ID")]
    id: Option<i32>,
    any: Option<Untyped>,
    my_edm_untyped_prop1: Option<Untyped>,
    nullable_int_numbers: Vec<Option<i32>>,
    data: Option<Untyped>,
    #[odata(extra)]
    extra: Extra,
}

/// A media entity, with or without inline content in `$value`.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", tag = "never")]
struct Media {
    #[odata(name = "$value")]
    value: Option<Stream>,
    #[odata(extra)]
    extra: Extra,
}

pub fn check(cases: &TestCases) {
    entities(cases);
    streams(cases);
    navigation(cases);
    null_and_absent(cases);
    annotations(cases);
    odata_net(cases);
}

fn entities(cases: &TestCases) {
    cases.accepts("entity-minimal", |read: Customer<String>| {
        assert_eq!(read.address.expect("an address").region, Some(None));
    });
    cases.accepts("entity-full", |read: Customer<String>| {
        assert_eq!(read.extra.etag(), Some("W/\"MjAxMy0wNS0yN1QxMTo1OFo=\""));
        assert_eq!(read.extra.navigation_link("Orders"), Some("Customers('ALFKI')/Orders"));
        assert_eq!(read.extra.dynamic_properties().count(), 3);
        let address = read.address.expect("an address").extra;
        assert_eq!(address.navigation_link("Country"), Some("Customers('ALFKI')/Address/Country"));
    });
    cases.accepts("relative-urls", |read: Customer<String>| {
        assert_eq!(read.extra.edit_link(), Some("Customers('ALFKI')"));
    });
    cases.accepts("metadata-etag", |read: Customer<String>| assert_eq!(read.extra.len(), 2));
    cases.accepts("action-parameters", |read: Things| assert_eq!(read.extra.len(), 4));
    cases.accepts("transient-entity", |read: Order| {
        assert_eq!(read.extra.id(), None);
        assert!(read.extra.get("@odata.id").is_some_and(Untyped::is_null));
    });
}

fn streams(cases: &TestCases) {
    cases.accepts("media-entity", |read: Media| {
        let media = read.extra.media();
        assert_eq!(
            (media.read_link(), media.content_type()),
            (Some("Employees(1)/$value"), Some("image/jpeg"))
        );
    });
    cases.accepts("media-entity-inline-value", |read: Media| {
        assert_eq!(read.value.and_then(|value| value.to_bytes()).as_deref(), Some(&b"OData"[..]));
    });
    cases.accepts("media-content-type-null", |read: Media| {
        assert_eq!(read.extra.media().content_type(), None);
    });
    cases.accepts("stream-property", |read: Product| {
        let thumbnail = read.extra.stream("Thumbnail");
        assert_eq!(thumbnail.read_link(), Some("http://server/Thumbnail546.jpg"));
        assert_eq!(thumbnail.edit_link(), Some("http://server/uploads/Thumbnail546.jpg"));
        assert_eq!((thumbnail.content_type(), thumbnail.etag()), (Some("image/jpeg"), Some("W/\"####\"")));
        assert_eq!(read.thumbnail.and_then(|thumbnail| thumbnail.to_bytes()), Some(vec![0xff, 0xe0, 0]));
    });
    cases.accepts("stream-property-annotations-only", |read: Product| {
        assert_eq!(read.photo, None);
        assert_eq!(read.extra.stream("Photo").read_link(), Some("http://server/1"));
    });
    cases.accepts("binary-odl-padded", |read: Product| {
        assert_eq!(read.photo.and_then(|photo| photo.to_bytes()).map(|bytes| bytes.len()), Some(10));
    });
    cases.accepts("odn-reordered", |read: Product| {
        assert_eq!((read.id, read.name.as_deref()), (Some(1), Some("Sue")));
        assert_eq!(read.extra.stream("Photo").etag(), Some("media-etag"));
        assert_eq!(read.extra.type_name(), Some("NS.Customer"));
        assert_eq!(read.extra.count("Orders"), Some(1));
    });
}

fn navigation(cases: &TestCases) {
    cases.accepts("expanded-with-count-nextlink", |read: Customer<String>| {
        assert_eq!(read.orders.map(|orders| orders.len()), Some(2));
        assert_eq!(
            (read.extra.count("Orders"), read.extra.next_link("Orders")),
            (Some(42), Some("http://host/next"))
        );
    });
    cases.accepts("expanded-count-only", |read: Customer<String>| {
        assert_eq!((read.orders, read.extra.count("Orders")), (None, Some(42)));
    });
    cases.accepts("expanded-null-single", |read: Employee| assert_eq!(read.manager, Some(None)));
    cases.accepts("expanded-entity-references", |read: Things| {
        let orders = read.extra.read_as::<Vec<Order>>("BillOrders").expect("present").expect("orders");
        assert!(
            orders
                .iter()
                .map(|order| order.extra.id())
                .eq([2, 3, 4].map(|id| format!("Orders({id})")).iter().map(|id| Some(id.as_str())))
        );
    });
    cases.accepts("deep-insert", |read: Order| {
        let products =
            read.items.iter().map(|item| item.product.as_ref().and_then(|product| product.extra.id()));
        assert!(products.eq([Some("Products(28)"), Some("Products(39)")]));
    });
    for case in ["bind-40", "bind-40-null"] {
        cases.accepts(case, |read: Product| {
            assert_eq!(read.category, None);
            assert!(read.extra.annotation("Category", "odata.bind").is_some());
        });
    }
    cases.accepts("bind-40-collection", |read: Category| {
        let bound = read.extra.annotation("Products", "odata.bind").and_then(Untyped::as_collection);
        assert_eq!(bound.map(<[_]>::len), Some(2));
    });
    cases.accepts("bind-401", |read: Product| {
        assert_eq!(read.category.expect("a category").extra.id(), Some("Categories(6)"));
    });
    cases.accepts("bind-401-mixed", |read: Category| {
        let [reference, update, new] = &read.products[..] else { panic!("three") };
        assert_eq!((reference.extra.id(), reference.name.as_deref()), (Some("Products(42)"), None));
        assert_eq!((update.extra.id(), update.name.as_deref()), (Some("Products(57)"), Some("Widgets")));
        assert_eq!((new.extra.id(), new.name.as_deref()), (None, Some("Wedges")));
    });
    cases.accepts("nav-collection-etag", |read: Order| {
        assert!(read.items.is_empty() && read.extra.annotation("Items", "odata.etag").is_some());
    });
    cases.accepts("entity-reference", |read: Order| assert_eq!(read.extra.id(), Some("Orders(10643)")));
}

fn null_and_absent(cases: &TestCases) {
    cases.accepts("collection-null-items", |read: Things| {
        assert_eq!(read.nullable_int_numbers, [Some(0), None, Some(1), Some(2)]);
    });
    cases.rejects::<Owner>("collection-null", "`Address.CountriesOrRegions` (property of `NS.HomeAddress`)");
    cases.rejects::<Garage>("collection-null-items-nonnullable", "`Car.DoorNumbers[1]`");
    cases.accepts("complex-empty", |read: Customer<i32>| assert!(read.address.is_some()));
    cases.accepts("complex-null", |read: Customer<i32>| assert_eq!(read.address, None));
    cases.accepts("untyped-nested", |read: Things| {
        assert_eq!(read.any.and_then(|any| any.as_collection().map(<[_]>::len)), Some(6));
    });
    cases.accepts("property-complex", |read: Address| {
        assert_eq!(read.street.as_deref(), Some("12345 Grant Street"));
    });
}

fn annotations(cases: &TestCases) {
    cases.accepts("collection-annotations", |read: Employee| assert_eq!(read.email_addresses.len(), 3));
    cases.accepts("annotation-after-property", |read: Product| {
        assert_eq!(read.name.as_deref(), Some("Sue"));
        assert_eq!(read.extra.annotation("Name", "attr.maxlength").and_then(Untyped::as_i64), Some(32));
    });
    cases.accepts("annotation-unknown-control", |read: Product| {
        assert_eq!(read.id, Some(1));
        assert!(read.extra.annotation("Id", "odata.alsoNew").is_some());
    });
    cases.accepts("annotation-graph", |read: Media| {
        assert_eq!(read.extra.get_str("@microsoft.graph.conflictBehavior"), Some("rename"));
    });
    cases.accepts("odn-annotation-guid", |read: Media| {
        assert_eq!(
            read.extra.get_str("@Custom.GuidAnnotation"),
            Some("00000000-0000-0000-0000-000000000000")
        );
    });
    for case in ["function-advertised", "action-advertised-null"] {
        cases.accepts(case, |read: Employee| {
            assert!(read.extra.iter().any(|(name, _)| name.starts_with("#Model.")));
        });
    }
}

fn odata_net(cases: &TestCases) {
    cases.accepts("odn-edm-prefix", |read: Person| {
        assert_eq!((read.id, read.weight), (0, Some(60.5)));
        assert_eq!(read.extra.property_type("Weight"), Some("Edm.Double"));
    });
    cases.accepts("odn-incompatible-annotation", |read: Person| {
        assert_eq!((read.weight, read.extra.property_type("Weight")), (Some(60.0), Some("Edm.String")));
    });
    cases.rejects::<Person>("odn-null-in-nonnullable-complex-collection", "`Car.Doors[0]`");
    cases.accepts_equivalent("odn-open-complex", |read: Person| {
        assert_eq!(read.extra.get("City").and_then(|city| city.get("CityName")?.as_str()), Some("Shanghai"));
    });
    cases.accepts("odn-undeclared-on-closed", |read: Product| {
        assert_eq!(read.extra.get_str("Title"), Some("Dr"));
    });
    cases.reads_reportable("odn-derived-constraint-primitive", |read: Things| {
        assert_eq!(read.data.and_then(|data| data.as_f64()), Some(8.9));
        assert_eq!(read.extra.property_type("Data"), Some("Double"));
    });
    cases.accepts("odn-untyped", |read: Things| {
        assert!(read.my_edm_untyped_prop1.is_some_and(|it| it.get("abc").is_some_and(Untyped::is_null)));
    });
    cases.accepts("odn-undeclared-type", |read: Things| {
        assert!(read.extra.get("UndeclaredProperty").is_some());
    });
}
