//! Checks `@odata.type` and derived types.

use odata_core::{Collection, Extra, Flags, ODataComplex, ODataEntity};

use super::enumerations::{Color, ColorFlags};
use super::test_cases::TestCases;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Customer {
    #[odata(key, computed, name = "ID")]
    id: Option<i32>,
    address: Option<Address>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Address {
    street: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct VipCustomer {
    #[odata(base)]
    customer: Customer,
    rank: Option<i32>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyCustomer {
    #[odata(base)]
    Customer(Customer),
    Vip(VipCustomer),
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Employee {
    #[odata(key, computed, name = "ID")]
    id: Option<i32>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct Manager {
    #[odata(base)]
    employee: Employee,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyEmployee {
    #[odata(base)]
    Employee(Employee),
    Manager(Manager),
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct PhoneNumber {
    number: String,
    r#type: Option<String>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "Model", rename_all = "PascalCase")]
struct CellPhoneNumber {
    #[odata(base)]
    phone_number: PhoneNumber,
    carrier: Option<String>,
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyPhoneNumber {
    #[odata(base)]
    PhoneNumber(PhoneNumber),
    Cell(CellPhoneNumber),
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "Model", rename_all = "PascalCase", tag = "never")]
struct Phoned {
    phone_numbers: Vec<AnyPhoneNumber>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
pub struct MyComplexType {
    #[odata(name = "CLongId")]
    pub c_long_id: Option<i64>,
    my_color_flags: Option<Flags<ColorFlags>>,
    height: Option<f64>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
pub struct MyDerivedComplexType {
    #[odata(base)]
    my_complex_type: MyComplexType,
    #[odata(name = "CFloatId")]
    c_float_id: Option<f32>,
    my_derived_color_flags: Option<Flags<ColorFlags>>,
}

#[derive(Debug, PartialEq, ODataComplex)]
pub enum AnyMyComplexType {
    #[odata(base)]
    MyComplexType(MyComplexType),
    Derived(MyDerivedComplexType),
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct MyEntityType {
    float_id: Option<f64>,
    color: Option<Color>,
    my_complex_type: Option<AnyMyComplexType>,
    complex_collection_property: Vec<AnyMyComplexType>,
    #[odata(extra)]
    extra: Extra,
}

/// `MyDerivedComplexType` with non-nullable flags.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase", name = "MyDerivedComplexType")]
struct Strict {
    my_color_flags: Flags<ColorFlags>,
    my_derived_color_flags: Flags<ColorFlags>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct StrictEntity {
    my_complex_type: Strict,
}

macro_rules! family {
    ($kind:ident, $any:ident: $base:ident { $($own:ident: $type:ty),* } $($derived:ident { $($property:ident: $of:ty),* })*) => {
        #[derive(Debug, PartialEq, $kind)]
        #[odata(namespace = "NS", rename_all = "PascalCase")]
        struct $base {
            $($own: $type,)*
            #[odata(extra)]
            extra: Extra,
        }

        $(
            #[derive(Debug, PartialEq, $kind)]
            #[odata(namespace = "NS", rename_all = "PascalCase")]
            struct $derived {
                #[odata(base)]
                base: $base,
                $($property: $of,)*
            }
        )*

        #[derive(Debug, PartialEq, $kind)]
        enum $any {
            #[odata(base)]
            $base($base),
            $($derived($derived),)*
        }
    };
}

family! { ODataEntity, AnyFriend: Friend { id: Option<i32> } NormalCustomer { email: Option<String> } VipFriend { vip: Option<String> } }
family! { ODataComplex, AnyLocation: Location { street: Option<String> } CnAddress { post_code: String } UsAddress { zip_code: i32 } }

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct Friendly {
    id: i32,
    friend_customers: Vec<AnyFriend>,
    locations: Vec<AnyLocation>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", abstract, name = "AbstractBaseCT")]
struct AbstractBase {
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", name = "BaseCT")]
struct Base {
    #[odata(base)]
    inherited: AbstractBase,
    #[odata(name = "CP0")]
    cp0: Option<i32>,
    #[odata(name = "CP1")]
    cp1: Option<i32>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", name = "CT")]
struct Concrete {
    #[odata(base)]
    base: Base,
    #[odata(name = "CP2")]
    cp2: Option<i32>,
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyBase {
    #[odata(base)]
    Base(Base),
    Concrete(Concrete),
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyAbstractBase {
    #[odata(base)]
    AbstractBase(AbstractBase),
    Base(Base),
    Concrete(Concrete),
}

pub fn check(cases: &TestCases) {
    type_annotations(cases);
    complex_values(cases);
    collections(cases);
}

fn type_annotations(cases: &TestCases) {
    for case in ["type-dynamic-date-401", "type-dynamic-date-40"] {
        cases.accepts(case, |read: AnyCustomer| {
            let day = read.extra.read_as::<chrono::NaiveDate>("DynamicValue").expect("present");
            assert_eq!(day, Ok(chrono::NaiveDate::from_ymd_opt(2016, 9, 22).expect("a day")));
            assert!(read.as_vip().is_some());
        });
    }
    cases.accepts("type-url-other-service", |read: AnyCustomer| assert!(read.as_vip().is_some()));
    cases.accepts("type-after-properties", |read: AnyCustomer| {
        assert_eq!(read.as_vip().and_then(|vip| vip.rank), Some(7));
    });
    cases.accepts("type-no-hash", |read: AnyEmployee| assert!(read.as_manager().is_some()));
    cases.accepts("action-advertised-nested", |read: AnyEmployee| {
        assert!(read.as_manager().is_some() && read.extra.get("Employees#RemainingVacation").is_some());
    });
    cases.accepts("type-nested-derived", |read: Phoned| {
        let [AnyPhoneNumber::PhoneNumber(_), AnyPhoneNumber::Cell(cell)] = &read.phone_numbers[..] else {
            panic!("two")
        };
        assert_eq!(
            (cell.carrier.as_deref(), read.extra.next_link("PhoneNumbers")),
            (Some("Sprint"), Some("http://host/service/next"))
        );
    });
    cases.accepts("type-contradicts-declared", |read: Customer| {
        assert_eq!(read.address.expect("an address").extra.type_name(), Some("Model.Order"));
    });
}

fn complex_values(cases: &TestCases) {
    cases.accepts("odn-enum-in-complex-full", |read: MyEntityType| {
        let value = read.my_complex_type.expect("a value");
        assert_eq!(value.extra.property_type("MyColorFlags"), Some("NS.ColorFlags"));
    });
    cases.accepts("odn-enum-derived-complex", |read: MyEntityType| {
        let value = read.my_complex_type.expect("a value");
        assert_eq!(
            value.as_derived().map(|derived| &derived.my_derived_color_flags),
            Some(&Some(ColorFlags::Red.into()))
        );
    });
    cases.rejects::<StrictEntity>("odn-enum-derived-complex-null", "`MyComplexType.MyColorFlags`");
    cases.accepts_equivalent("odn-complex-inherit-collection", |read: MyEntityType| {
        let derived = read.complex_collection_property.iter().map(|value| value.as_derived().is_some());
        assert!(derived.eq([true, false, true]));
    });
    cases.accepts("odn-mixed-nav-collection", |read: Friendly| {
        assert!(matches!(&read.friend_customers[..], [AnyFriend::NormalCustomer(_), AnyFriend::Friend(_)]));
        // The model doesn't contain `VipCustomer`.
        assert_eq!(read.friend_customers[1].extra.type_name(), Some("NS.VipCustomer"));
    });
    cases.accepts("odn-mixed-complex-collection", |read: Friendly| {
        let [AnyLocation::CnAddress(_), AnyLocation::UsAddress(us)] = &read.locations[..] else {
            panic!("two")
        };
        assert_eq!(us.zip_code, 98052);
    });
}

fn collections(cases: &TestCases) {
    let is_concrete = |value: &AnyAbstractBase| matches!(value, AnyAbstractBase::Concrete(_));
    cases.accepts("odn-abstract-collection", |read: Collection<AnyAbstractBase>| {
        assert!(read.iter().map(is_concrete).eq([false, true]));
    });
    cases.accepts("odn-abstract-collection-null", |read: Collection<Option<AnyAbstractBase>>| {
        assert!(read.iter().map(|value| value.as_ref().map(is_concrete)).eq([Some(false), Some(true), None]));
    });
    cases.accepts("odn-base-and-subtype", |read: Collection<AnyBase>| {
        let [AnyBase::Base(base), AnyBase::Concrete(concrete)] = &read.value[..] else { panic!("two") };
        assert_eq!((base.cp0, concrete.cp2), (Some(1), Some(4)));
    });
}
