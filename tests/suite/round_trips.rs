//! Property tests: a value is equal after writing and reading it, and a payload is equal after reading and writing it.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::{Binary, Duration, Extra, Flags, ODataComplex, Untyped};
use odata_examples::graph::{Identity, IdentitySet};
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, EdiscoveryExportOperation, ExportFileMetadata, ExportOptions,
};
use proptest::prelude::*;
use proptest::{collection, option};
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::support::{read, write};

/// A type with a property of every supported type.
#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
#[expect(clippy::option_option, reason = "an absent property differs from `null`")]
struct Kinds {
    boolean: bool,
    byte: u8,
    signed: i8,
    small: i16,
    integer: i32,
    long: i64,
    double: f64,
    single: f32,
    decimal: Decimal,
    text: String,
    when: DateTime<Utc>,
    day: NaiveDate,
    time: NaiveTime,
    duration: Duration,
    guid: Uuid,
    bytes: Binary,
    flags: Flags<ExportOptions>,
    member: CaseAction,
    nullable: Option<Option<i32>>,
    collection: Vec<Option<String>>,
    nested: Option<Box<Kinds>>,
    #[odata(extra)]
    extra: Extra,
}

pub(crate) fn date_times() -> impl Strategy<Value = DateTime<Utc>> {
    (-70_000_000_000_i64..250_000_000_000, 0..1_000_000_000_u32)
        .prop_map(|(seconds, nanoseconds)| DateTime::from_timestamp(seconds, nanoseconds).expect("in range"))
}

fn actions() -> impl Strategy<Value = CaseAction> {
    prop_oneof!["[a-zA-Z]{1,12}", "convertToPdf|purgeData|unknownFutureValue"]
        .prop_map(|text| text.parse().expect("a member"))
}

fn flags() -> impl Strategy<Value = Flags<ExportOptions>> {
    "((tags|text|newOne|17|splitSource),){0,4}".prop_map(|text| text.parse().expect("flags"))
}

/// Generates JSON values of limited depth.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            collection::btree_map(".{0,6}", inner, 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Generates dynamic properties, annotations of dynamic and declared properties, and instance annotations.
fn undeclared() -> impl Strategy<Value = Extra> {
    let name = prop_oneof![
        "[a-c]x",
        "[a-c]x@n\\.[st]",
        "(status|id|outputName)@n\\.[st]",
        "@n\\.[st]",
        "@odata\\.(etag|id|context|editLink)",
    ];
    collection::vec((name, json().prop_map(Untyped::from)), 0..8).prop_map(Extra::from_iter)
}

fn kinds() -> impl Strategy<Value = Kinds> {
    (flat_kinds(), option::of(flat_kinds()))
        .prop_map(|(outer, inner)| Kinds { nested: inner.map(Box::new), ..outer })
}

fn flat_kinds() -> impl Strategy<Value = Kinds> {
    let numbers =
        (any::<(bool, u8, i8, i16, i32, i64)>(), any::<f64>(), any::<f32>(), any::<(i64, u64)>(), 0..20_u32);
    let texts = (".{0,20}", date_times(), any::<i32>(), 0..86_400_u32, any::<i64>(), any::<u128>());
    let others =
        (collection::vec(any::<u8>(), 0..20), flags(), actions(), option::of(option::of(any::<i32>())));
    let rest = (collection::vec(option::of(".{0,5}"), 0..4), undeclared());
    (numbers, texts, others, rest).prop_map(|(numbers, texts, others, rest)| {
        let (integers, double, single, (high, low), scale) = numbers;
        let (text, when, days, seconds, picoseconds, guid) = texts;
        let (bytes, flags, member, nullable) = others;
        let mantissa = i128::from(high) << 31 | i128::from(low >> 33);
        Kinds {
            boolean: integers.0,
            byte: integers.1,
            signed: integers.2,
            small: integers.3,
            integer: integers.4,
            long: integers.5,
            double,
            single,
            decimal: Decimal::from_i128_with_scale(mantissa, scale),
            text,
            when,
            day: NaiveDate::from_num_days_from_ce_opt(days % 90_000_000).expect("in range"),
            time: NaiveTime::from_num_seconds_from_midnight_opt(seconds, seconds * 11_000).expect("in range"),
            duration: chrono::TimeDelta::nanoseconds(picoseconds).into(),
            guid: Uuid::from_u128(guid),
            bytes: bytes.into(),
            flags,
            member,
            nullable,
            collection: rest.0,
            nested: None,
            extra: rest.1,
        }
    })
}

fn operations() -> impl Strategy<Value = AnyCaseOperation> {
    let user = (option::of(".{0,9}"), option::of(".{0,9}"), undeclared())
        .prop_map(|(display_name, id, extra)| Identity { display_name, id, extra });
    let base = (
        option::of(actions()),
        option::of(date_times()),
        option::of(any::<i32>()),
        option::of(user),
        undeclared(),
    )
        .prop_map(|(action, completed_date_time, percent_progress, user, extra)| {
            let created_by = Some(IdentitySet { user, ..IdentitySet::default() });
            let mut operation = CaseOperation {
                action,
                completed_date_time,
                percent_progress,
                created_by,
                ..CaseOperation::default()
            };
            operation.extra = extra;
            operation
        });
    let files = collection::vec((option::of(".{0,9}"), option::of(any::<i64>())), 0..3);
    (base, option::of(flags()), option::of(files), option::of(".{0,9}"), any::<bool>()).prop_map(
        |(case_operation, export_options, files, output_name, is_export)| {
            if !is_export {
                return case_operation.into();
            }
            let file =
                |(file_name, size)| ExportFileMetadata { file_name, size, ..ExportFileMetadata::default() };
            EdiscoveryExportOperation {
                case_operation,
                export_options,
                export_file_metadata: files.map(|files| files.into_iter().map(file).collect()),
                output_name,
                ..EdiscoveryExportOperation::default()
            }
            .into()
        },
    )
}

/// Generates the members of an object in random order: properties of base and derived types, with or without `@odata.type`.
fn payloads() -> impl Strategy<Value = Vec<(String, Value)>> {
    let declared = (
        option::of(("id", ".{0,5}".prop_map(Value::from))),
        option::of(("percentProgress", any::<i32>().prop_map(Value::from))),
        option::of(("outputName", ".{0,5}".prop_map(Value::from))),
        option::of(("exportOptions", flags().prop_map(|flags| Value::from(flags.to_string())))),
        option::of(("indexedItemCount", any::<i64>().prop_map(Value::from))),
    )
        .prop_map(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().flatten().collect::<Vec<_>>());
    let type_annotation = option::of(prop_oneof![
        Just("#microsoft.graph.security.ediscoveryExportOperation"),
        Just("#microsoft.graph.security.ediscoveryEstimateOperation"),
        Just("#microsoft.graph.security.caseOperation"),
        Just("#microsoft.graph.security.somethingElse"),
    ]);
    (declared, type_annotation, undeclared())
        .prop_map(|(declared, type_annotation, undeclared)| {
            let declared = declared.into_iter().map(|(name, value)| (name.clone(), value));
            let type_annotation = type_annotation
                .map(|type_annotation| ("@odata.type".to_owned(), Value::from(type_annotation)));
            let undeclared =
                undeclared.iter().map(|(name, value)| (name.to_owned(), Value::from(value.clone())));
            declared.chain(type_annotation).chain(undeclared).collect::<Vec<_>>()
        })
        .prop_shuffle()
}

fn to_json(members: &[(String, Value)]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
    format!("{{{}}}", members.join(","))
}

proptest! {
    #[test]
    fn complex_value_round_trips(value in kinds()) {
        prop_assert_eq!(read::<Kinds>(&write(&value)), value);
    }

    #[test]
    fn polymorphic_value_round_trips(operation in operations()) {
        prop_assert_eq!(read::<AnyCaseOperation>(&write(&operation)), operation);
    }

    #[test]
    fn payload_round_trips_without_loss(members in payloads()) {
        let payload = to_json(&members);
        let operation: AnyCaseOperation = read(&payload);
        let written = write(&operation);
        prop_assert_eq!(&read::<AnyCaseOperation>(&written), &operation);
        let before: Map<String, Value> = members.into_iter().collect();
        let mut after: Map<String, Value> = read(&written);
        if !before.contains_key("@odata.type") {
            after.remove("@odata.type");
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn serde_json_functions_read_payload_the_same(members in payloads()) {
        let payload = to_json(&members);
        let operation: AnyCaseOperation = read(&payload);
        prop_assert_eq!(&serde_json::from_reader::<_, AnyCaseOperation>(payload.as_bytes()).expect("read"), &operation);
        let value: Value = read(&payload);
        prop_assert_eq!(&serde_json::from_value::<AnyCaseOperation>(value).expect("read"), &operation);
    }
}
