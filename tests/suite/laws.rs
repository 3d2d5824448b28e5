//! What holds for every value and every payload: writing and reading gives the value back; reading, writing and reading
//! gives the same value twice, and loses nothing of the payload.

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

/// A property of every kind.
#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
#[expect(clippy::option_option, reason = "absent, null and value are told apart")]
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

pub(crate) fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (-70_000_000_000_i64..250_000_000_000, 0..1_000_000_000_u32)
        .prop_map(|(seconds, nanoseconds)| DateTime::from_timestamp(seconds, nanoseconds).expect("in range"))
}

fn actions() -> impl Strategy<Value = CaseAction> {
    prop_oneof!["[a-zA-Z]{1,12}", "convertToPdf|purgeData|unknownFutureValue"]
        .prop_map(|text| text.parse().expect("any text is a member"))
}

fn flags() -> impl Strategy<Value = Flags<ExportOptions>> {
    "((tags|text|newOne|17|splitSource),){0,4}".prop_map(|text| text.parse().expect("any text is a set"))
}

/// Any JSON, of some depth.
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

/// Names that no type of the model declares: of dynamic properties, of annotations of these and of declared ones, of
/// instance annotations.
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
    let texts = (".{0,20}", instants(), any::<i32>(), 0..86_400_u32, any::<i64>(), any::<u128>());
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
        option::of(instants()),
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

/// The members of an object in any order: declared by the base or by a derived type, with a tag or without.
fn payloads() -> impl Strategy<Value = Vec<(String, Value)>> {
    let declared = (
        option::of(("id", ".{0,5}".prop_map(Value::from))),
        option::of(("percentProgress", any::<i32>().prop_map(Value::from))),
        option::of(("outputName", ".{0,5}".prop_map(Value::from))),
        option::of(("exportOptions", flags().prop_map(|flags| Value::from(flags.to_string())))),
        option::of(("indexedItemCount", any::<i64>().prop_map(Value::from))),
    )
        .prop_map(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().flatten().collect::<Vec<_>>());
    let tag = option::of(prop_oneof![
        Just("#microsoft.graph.security.ediscoveryExportOperation"),
        Just("#microsoft.graph.security.ediscoveryEstimateOperation"),
        Just("#microsoft.graph.security.caseOperation"),
        Just("#microsoft.graph.security.somethingElse"),
    ]);
    (declared, tag, undeclared())
        .prop_map(|(declared, tag, undeclared)| {
            let declared = declared.into_iter().map(|(name, value)| (name.clone(), value));
            let tag = tag.map(|tag| ("@odata.type".to_owned(), Value::from(tag)));
            let undeclared =
                undeclared.iter().map(|(name, value)| (name.to_owned(), Value::from(value.clone())));
            declared.chain(tag).chain(undeclared).collect::<Vec<_>>()
        })
        .prop_shuffle()
}

fn text_of(members: &[(String, Value)]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
    format!("{{{}}}", members.join(","))
}

proptest! {
    #[test]
    fn a_value_of_every_kind_is_read_as_it_was_written(value in kinds()) {
        prop_assert_eq!(read::<Kinds>(&write(&value)), value);
    }

    #[test]
    fn an_operation_is_read_as_it_was_written(operation in operations()) {
        prop_assert_eq!(read::<AnyCaseOperation>(&write(&operation)), operation);
    }

    #[test]
    fn a_payload_is_read_the_same_again_and_loses_nothing(members in payloads()) {
        let payload = text_of(&members);
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
    fn every_format_reads_a_payload_the_same(members in payloads()) {
        let payload = text_of(&members);
        let operation: AnyCaseOperation = read(&payload);
        prop_assert_eq!(&serde_json::from_reader::<_, AnyCaseOperation>(payload.as_bytes()).expect("read"), &operation);
        let value: Value = read(&payload);
        prop_assert_eq!(&serde_json::from_value::<AnyCaseOperation>(value).expect("read"), &operation);
    }
}
