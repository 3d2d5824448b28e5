//! Tests that numbers with more digits than a double are read and written exactly.

use odata_core::query::literal;
use odata_core::{Change, Delta, Extra, Lenient, ReadValue, Untyped};
use odata_core::{ODataComplex, ODataEntity};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;
use serde_json::value::RawValue;

use crate::support::{error, read, write};

/// Numbers that a double can't represent, or that a double formats differently.
const LONG: [&str; 8] = [
    "79228162514264337593543950335",
    "-79228162514264337593543950335",
    "18446744073709551616",
    "0.1234567890123456789",
    "3.1415926535897931",
    "1e-400",
    "-1.00000000000000000001E+2",
    "9007199254740993.0",
];

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Account {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Deposit {
    #[odata(base)]
    account: Account,
    balance: Option<Decimal>,
    rate: Option<f64>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyAccount {
    #[odata(base)]
    Account(Account),
    Deposit(Deposit),
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Offer {
    deposit: Lenient<Deposit>,
}

#[test]
fn dynamic_number_preserves_digits() {
    for digits in LONG {
        for payload in [
            format!(r##"{{"@odata.type":"#n.account","x":{digits}}}"##),
            format!(r##"{{"@odata.type":"#n.account","x":{{"a":[1,"-2\"3",{digits},0.5],"b":{digits}}}}}"##),
        ] {
            let account: Account = read(&payload);
            assert_eq!(write(&account), payload);
            assert_eq!(write(&read::<AnyAccount>(&payload)), payload);
            let from_reader: Account = serde_json::from_reader(payload.as_bytes()).expect("an account");
            assert_eq!(from_reader, account);
        }
    }
}

#[test]
fn number_with_double_precision_is_double() {
    for digits in
        ["0", "-0.0", "1.5", "1e3", "1.0", "100.00", "-2.25E-3", "1e300", "5e-324", "9007199254740991.0"]
    {
        let number: Untyped = read(digits);
        let double: f64 = digits.parse().expect("a number");
        assert_eq!(number, if digits == "0" { Untyped::from(0) } else { Untyped::from(double) }, "{digits}");
    }
    assert_eq!(read::<Untyped>("-0").as_f64().map(f64::to_bits), Some((-0.0_f64).to_bits()));
}

#[test]
fn long_number_converts_to_double_and_decimal() {
    let number: Untyped = read("18446744073709551616");
    assert_eq!(number.as_i64(), None);
    assert_eq!(number.as_f64(), Some(18_446_744_073_709_551_616.0));
    assert_eq!(number.read_as::<f64>(), Ok(18_446_744_073_709_551_616.0));
    assert_eq!(number.read_as::<Decimal>(), Ok("18446744073709551616".parse().expect("a decimal")));
    assert_eq!(format!("{number:?}"), "Number(18446744073709551616)");
    assert!(number.read_as::<i64>().expect_err("beyond").to_string().contains("`Edm.Int64`"));
    let value = serde_json::Value::from(number);
    assert_eq!(value.as_f64(), Some(18_446_744_073_709_551_616.0));
    assert_eq!(Untyped::from(value).as_f64(), Some(18_446_744_073_709_551_616.0));
}

#[test]
fn buffered_decimal_is_exact() {
    let exact: Decimal = "79228162514264337593543950335".parse().expect("a decimal");
    let payload = r##"{"balance": 79228162514264337593543950335, "rate": 0.1, "@odata.type": "#n.deposit"}"##;
    let AnyAccount::Deposit(deposit) = read(payload) else { panic!("a deposit") };
    assert_eq!((deposit.balance, deposit.rate), (Some(exact), Some(0.1)));

    let delta: Delta<Deposit> = read(&format!(r#"{{"value": [{payload}]}}"#));
    let [Change::Changed(changed)] = &delta.value[..] else { panic!("one change") };
    assert_eq!(changed.balance, Some(exact));

    let offer: Offer = read(&format!(r#"{{"deposit": {payload}}}"#));
    assert_eq!(offer.deposit.into_result().expect("a deposit").balance, Some(exact));

    let account: Account = read(payload);
    assert_eq!(account.extra.read_as("balance"), Some(Ok(exact)));
}

#[test]
fn buffered_128_bit_integer_is_exact() {
    let payload = r##"{"big": 123456789012345678901234567890, "@odata.type": "#n.big"}"##;
    let AnyBig::Big(big) = read(payload) else { panic!("a `Big`") };
    assert_eq!(big.big.map(|big| big.0), Some(123_456_789_012_345_678_901_234_567_890_u128));
}

#[test]
fn integers_of_every_size_are_read_from_other_formats() {
    let negative: Deposit = sonic_rs::from_str(r#"{"balance": -5}"#).expect("a deposit");
    assert_eq!(negative.balance, Some(Decimal::from(-5)));
    let decimal = Decimal::read(IntoDeserializer::<ValueError>::into_deserializer(-5_i64));
    assert_eq!(decimal, Ok(Decimal::from(-5)));
    for number in [i128::MIN, -5, i128::MAX] {
        let untyped = Untyped::deserialize(IntoDeserializer::<ValueError>::into_deserializer(number));
        assert_eq!(write(&untyped.expect("a number")), number.to_string());
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Big {
    #[odata(base)]
    account: Account,
    big: Option<odata_core::Json<u128>>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyBig {
    #[odata(base)]
    Account(Account),
    Big(Big),
}

#[test]
fn decimal_preserves_trailing_zeros() {
    let deposit: Deposit = read(r#"{"balance": 10.50}"#);
    assert_eq!(write(&deposit), r##"{"@odata.type":"#n.deposit","balance":10.50}"##);
    let with_sonic_rs = sonic_rs::to_string(&deposit).expect("written");
    assert_eq!(with_sonic_rs, r##"{"@odata.type":"#n.deposit","balance":10.5}"##);
}

#[test]
fn panicking_deserializer_does_not_affect_next_read() {
    /// A deserializer that panics.
    struct Broken;

    impl<'de> serde::Deserializer<'de> for Broken {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: serde::de::Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            panic!("broken")
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    std::panic::catch_unwind(|| <Untyped as ReadValue>::read(Broken)).expect_err("a panic");
    assert_eq!(Untyped::from("1.5").read_as::<Decimal>(), Ok(Decimal::new(15, 1)));
}

#[test]
fn untyped_value_converts_to_raw_value() {
    let object: Untyped = read(r#"{"a": [1.10000000000000000001, "x"]}"#);
    let text: Box<RawValue> = object.read_as::<odata_core::Json<_>>().expect("any JSON").0;
    assert_eq!(text.get(), r#"{"a":[1.10000000000000000001,"x"]}"#);
}

#[test]
fn raw_value_marker_is_ordinary_member() {
    let payload = r##"{"@odata.type":"#n.account","x":{"$serde_json::private::RawValue":"1"},"y":{"$serde_json::private::RawValue":[2]}}"##;
    assert_eq!(write(&read::<Account>(payload)), payload);
    let top = r#"{"$serde_json::private::RawValue":"1"}"#;
    assert_eq!(write(&read::<Untyped>(top)), top);
}

#[test]
fn error_in_dynamic_value_has_one_position() {
    let message = error::<Account>("{\"id\": \"1\",\n\"x\": {\"a\": 1, \"a\": 2}}");
    assert_eq!(message, "`x`: duplicate property `a` at line 2 column 22");
    assert!(error::<Account>(r#"{"x": 1e400}"#).starts_with("`x`: number out of range at line 1 column "));
}

#[test]
fn displayed_number_has_digits_of_json() {
    // Both numbers are equally close to a double. `serde_json` and the standard library choose different digits.
    for digits in ["1201878265364478.2", "1201878265364478.3", "-5764607523034.2345", "1e-7"] {
        let number: Untyped = read(digits);
        let Untyped::Number(number) = number else { panic!("a number") };
        assert_eq!(number.to_string(), write(&number), "{digits}");
    }
    let decimal: Decimal = "1201878265364478.2".parse().expect("a decimal number");
    assert_eq!(literal(decimal).to_string(), "1201878265364478.2");
}
