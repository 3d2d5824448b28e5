//! Tests enumerations: known and unknown members, the sentinel and flags.

use std::hash::{DefaultHasher, Hash, Hasher};

use odata_core::{Flags, ODataEnum};
use odata_examples::security::{
    CaseAction, CaseOperation, CaseOperationStatus, ChildSelectability, CloudAttachmentVersion,
    DataSourceScopes, EdiscoveryExportOperation, ExportOptions,
};

use crate::support::{assert_writes_back, error, read, write};

#[test]
fn members_round_trip_exactly() {
    for (string, member) in [
        ("purgeData", CaseAction::PurgeData),
        ("holdPolicySync", CaseAction::HoldPolicySync),
        ("somethingNew", CaseAction::Unknown("somethingNew".to_owned())),
        ("PurgeData", CaseAction::Unknown("PurgeData".to_owned())),
        ("contentExport | tag", CaseAction::Unknown("contentExport | tag".to_owned())),
        ("", CaseAction::Unknown(String::new())),
    ] {
        let operation: CaseOperation = assert_writes_back(&format!(
            r##"{{"@odata.type": "#microsoft.graph.security.caseOperation", "action": "{string}"}}"##
        ));
        assert_eq!(operation.action, Some(member.clone()));
        assert_eq!(member.as_str(), string);
        assert_eq!(member.to_string(), string);
        assert_eq!(string.parse(), Ok(member.clone()));
        assert_eq!(serde_json::to_value(&member).expect("written"), serde_json::json!(string));
    }
}

#[test]
fn is_after_sentinel_follows_declaration_order() {
    assert!(CaseAction::UnknownFutureValue.is_sentinel());
    assert!(!CaseAction::UnknownFutureValue.is_after_sentinel());
    for member in CaseAction::MEMBERS {
        let expected = matches!(
            member,
            CaseAction::PurgeData
                | CaseAction::ExportReport
                | CaseAction::ExportResult
                | CaseAction::HoldPolicySync
        );
        assert_eq!(member.is_after_sentinel(), expected, "{member}");
        assert_eq!(member.is_sentinel(), *member == CaseAction::UnknownFutureValue, "{member}");
    }
    assert!(!CaseAction::Unknown("x".to_owned()).is_after_sentinel());
    assert!(!CaseAction::Unknown("x".to_owned()).is_sentinel());
}

#[test]
fn members_have_declaration_order_and_values() {
    assert_eq!(CaseAction::MEMBERS.len(), 12);
    let values: Vec<_> = CaseAction::MEMBERS.iter().map(ODataEnum::value).collect();
    assert_eq!(values, (0..12).map(Some).collect::<Vec<_>>());
    assert_eq!(CloudAttachmentVersion::Recent100.value(), Some(3));
    assert_eq!(CaseAction::Unknown("x".to_owned()).value(), None);
    assert_eq!(ChildSelectability::Many.as_str(), "Many");
    assert_eq!(ChildSelectability::UnknownFutureValue.as_str(), "unknownFutureValue");
}

#[test]
fn members_are_read_by_number() {
    for payload in ["7", r#""7""#] {
        assert_eq!(read::<CaseAction>(payload), CaseAction::UnknownFutureValue);
    }
    for (payload, string) in [("99", "99"), (r#""-5""#, "-5"), (r#""+3""#, "+3"), (r#""3x""#, "3x")] {
        assert_eq!(read::<CaseAction>(payload), CaseAction::Unknown(string.to_owned()));
    }
    let message = error::<CaseAction>("7.5");
    assert!(
        message.contains("expected a member of `microsoft.graph.security.caseAction` at line 1"),
        "{message}"
    );
}

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", rename_all = "SCREAMING_SNAKE_CASE")]
enum Closed {
    FirstOne = -1,
    #[odata(name = "box")]
    Second,
    #[odata(sentinel)]
    Later = 0x10,
    r#Loop = 1 << 6,
    Last,
}

#[test]
fn unknown_member_without_unknown_variant_is_error() {
    assert_eq!(
        error::<Closed>(r#""third""#),
        "`third` is not a member of `n.closed`, whose members are `FIRST_ONE`, `box`, `LATER`, `LOOP`, `LAST` at line 1 column 7"
    );
    assert_eq!("third".parse::<Closed>().expect_err("unknown").name(), "third");
}

#[test]
fn errors_of_equal_unknown_members_of_the_same_enumeration_are_equal() {
    let third = "third".parse::<Closed>().expect_err("unknown");
    assert_eq!(third, "third".parse::<Closed>().expect_err("unknown"));
    assert_ne!(third, "fourth".parse::<Closed>().expect_err("unknown"));
    assert_ne!(third, "third".parse::<Overlapping>().expect_err("unknown"));
}

#[test]
fn values_increment_after_discriminant() {
    let values: Vec<_> = Closed::MEMBERS.iter().map(|member| member.value().expect("a number")).collect();
    assert_eq!(values, [-1, 0, 16, 64, 65]);
    assert_eq!(read::<Closed>("-1"), Closed::FirstOne);
    assert!(Closed::Later.is_sentinel());
    assert!(Closed::Last.is_after_sentinel());
}

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum OnlyUnknown {
    #[odata(unknown)]
    Any(Box<str>),
}

#[test]
fn unknown_variant_can_contain_boxed_str() {
    assert_eq!(read::<OnlyUnknown>(r#""x""#), OnlyUnknown::Any("x".into()));
    assert!(OnlyUnknown::MEMBERS.is_empty());
}

fn options(string: &str) -> Flags<ExportOptions> {
    let export: EdiscoveryExportOperation = read(&format!(r#"{{"exportOptions": {string}}}"#));
    export.export_options.expect("options")
}

#[test]
fn flags_preserve_names_numbers_and_order() {
    for (payload, written) in [
        (r#""originalFiles,tags""#, "originalFiles,tags"),
        (r#""tags, originalFiles""#, "tags,originalFiles"),
        (r#""fileInfo,tags,somethingNew""#, "fileInfo,tags,somethingNew"),
        (r#""tags,8192""#, "tags,8192"),
        (r#""17""#, "17"),
        ("17", "17"),
        (r#""splitSource,unknownFutureValue""#, "splitSource,unknownFutureValue"),
        (r#""tags,tags""#, "tags"),
        (r#""a | b""#, "a | b"),
        (r#""""#, "0"),
        (r#""0""#, "0"),
    ] {
        assert_eq!(options(payload).to_string(), written, "{payload}");
        let export =
            EdiscoveryExportOperation { export_options: Some(options(payload)), ..Default::default() };
        assert!(write(&export).contains(&format!(r#""exportOptions":"{written}""#)), "{}", write(&export));
        assert_eq!(options(&format!("\"{written}\"")), options(payload));
    }
}

#[test]
fn flags_iterate_known_and_unknown_members() {
    let set = options(r#""tags, fileInfo, 8195""#);
    assert!(set.contains(&ExportOptions::Tags));
    assert!(set.contains(&ExportOptions::OriginalFiles) && set.contains(&ExportOptions::Text));
    assert!(!set.contains(&ExportOptions::PdfReplacement));
    let members: Vec<_> = set.iter().collect();
    assert_eq!(members, [ExportOptions::Tags, ExportOptions::OriginalFiles, ExportOptions::Text]);
    let unknown: Vec<_> = set.unknown().collect();
    assert_eq!(unknown, ["fileInfo", "8192"]);
}

#[test]
fn flags_insert_and_remove() {
    let mut set = Flags::from([ExportOptions::Tags]);
    assert!(set.insert(ExportOptions::Text));
    assert!(!set.insert(ExportOptions::Text));
    assert!(set.remove(&ExportOptions::Tags));
    assert!(!set.remove(&ExportOptions::Tags));
    assert_eq!(set.to_string(), "text");

    let mut number = options("19");
    assert!(number.remove(&ExportOptions::Text));
    assert!(!number.contains(&ExportOptions::Text));
    assert_eq!(number.to_string(), "17");
    assert!(number.remove(&ExportOptions::Tags) && number.remove(&ExportOptions::OriginalFiles));
    assert!(number.is_empty());
}

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Overlapping {
    None = 0,
    Signed = 1,
    Encrypted = 2,
    SignedEncrypted = 3,
    Voting = 4,
}

#[test]
fn removed_combination_leaves_no_zero_member() {
    use Overlapping::{Encrypted, Signed, SignedEncrypted};
    let mut members = Flags::from([Signed, Encrypted]);
    assert!(members.remove(&SignedEncrypted));
    assert!(members.is_empty(), "{members}");
    let mut number: Flags<Overlapping> = "2".parse().expect("a set");
    assert!(number.remove(&Encrypted));
    assert!(number.is_empty(), "{number}");
}

#[test]
fn member_can_combine_other_members() {
    use Overlapping::{Encrypted, None, Signed, SignedEncrypted, Voting};
    for both in
        [Flags::from([SignedEncrypted]), Flags::from([Encrypted, Signed]), "3".parse().expect("a set")]
    {
        assert!(both.contains(&Signed) && both.contains(&Encrypted) && both.contains(&SignedEncrypted));
        assert!(!both.contains(&None));
        let mut rest = both;
        assert!(rest.remove(&Signed));
        assert_eq!(rest.to_string(), "encrypted");
        assert!(!rest.contains(&SignedEncrypted));
    }
    let mut three: Flags<Overlapping> = "3".parse().expect("a set");
    assert!(!three.insert(Signed));
    assert_eq!(three.iter().collect::<Vec<_>>(), [SignedEncrypted]);
    let seven: Flags<Overlapping> = "7".parse().expect("a set");
    assert_eq!(seven.iter().collect::<Vec<_>>(), [Signed, Encrypted, SignedEncrypted, Voting]);
    let mut none = Flags::from([None]);
    none.insert(Voting);
    assert_eq!(none.to_string(), "voting");
    assert_eq!((three | none).to_string(), "3,voting");
    let mut voting = Flags::from([Voting]);
    assert!(!voting.insert(None));
    assert_eq!(voting.to_string(), "voting");
    assert_eq!((voting | Flags::from([None])).to_string(), "voting");
    let received: Flags<Overlapping> = "voting,none".parse().expect("a set");
    assert_eq!(received.to_string(), "voting,none", "a received value is preserved");
}

/// Compares `insert` and `remove` with operations on the bits, for each set of up to three members, in each order.
#[test]
fn insert_and_remove_change_the_bits_of_the_set() {
    use Overlapping::{Encrypted, None, Signed, SignedEncrypted, Voting};
    let members = [None, Signed, Encrypted, SignedEncrypted, Voting];
    let values = [0, 1, 2, 3, 4];
    let indexes = 0..members.len();
    let lists = indexes.clone().flat_map(|a| {
        let indexes = 0..members.len();
        indexes.flat_map(move |b| [vec![a], vec![a, b], vec![b, a, b], vec![0, a, b], vec![a, 4, b]])
    });
    for list in lists {
        let set = || list.iter().map(|index| Overlapping::from_index(*index)).collect::<Flags<_>>();
        let bits = set().bits();
        for index in indexes.clone() {
            let (member, value) = (&members[index], values[index]);
            let is_contained = if value == 0 { set().contains(member) } else { bits & value == value };
            let mut inserted = set();
            let is_new = inserted.insert(Overlapping::from_index(index));
            let changes = if value == 0 { set().is_empty() } else { !is_contained };
            assert_eq!(is_new, changes, "{list:?} insert {member:?}");
            assert_eq!(inserted.bits(), bits | value, "{list:?} insert {member:?}");
            assert_eq!(inserted.contains(member), value != 0 || bits == 0, "{list:?} insert {member:?}");
            let has_zero = inserted.iter().any(|member| member == None);
            assert!(!has_zero || inserted.bits() == 0, "{list:?} insert {member:?}: {inserted}");
            let mut removed = set();
            assert_eq!(
                removed.remove(member),
                is_contained && !(value == 0 && set().is_empty()),
                "{list:?} remove {member:?}"
            );
            assert_eq!(
                removed.bits(),
                if is_contained { bits & !value } else { bits },
                "{list:?} remove {member:?}"
            );
            assert!(value == 0 || !removed.contains(member), "{list:?} remove {member:?}");
        }
    }
}

impl Overlapping {
    fn from_index(index: usize) -> Self {
        match index {
            0 => Self::None,
            1 => Self::Signed,
            2 => Self::Encrypted,
            3 => Self::SignedEncrypted,
            _ => Self::Voting,
        }
    }
}

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
#[repr(i64)]
enum WithUnknown {
    Negative = -1,
    One = 1,
    #[odata(unknown)]
    Unknown(String),
}

#[test]
fn flags_can_contain_unknown_members() {
    let unknown = |string: &str| WithUnknown::Unknown(string.to_owned());
    for (string, written) in
        [("new", "new"), ("8", "8"), ("one", "one"), ("a, b", "a,b"), ("", "0"), (" x ", "x")]
    {
        let set = Flags::from([unknown(string)]);
        assert_eq!(set.to_string(), written);
        assert_eq!(read::<Flags<WithUnknown>>(&write(&set)), set);
    }
    let mut inserted = Flags::new();
    assert!(inserted.insert(unknown("new")) && !inserted.insert(unknown("new")));
    let mut set: Flags<WithUnknown> = "8,new".parse().expect("a set");
    assert!(set.contains(&unknown("new")) && set.contains(&unknown("8")));
    assert!(set.remove(&unknown("8")) && set.remove(&unknown("new")) && !set.remove(&unknown("new")));
    assert!(set.is_empty());
}

#[test]
fn flags_are_read_from_negative_number() {
    let set: Flags<WithUnknown> = read("-1");
    assert_eq!(set.to_string(), "-1");
    assert!(set.contains(&WithUnknown::Negative) && set.contains(&WithUnknown::One));
}

#[test]
fn flags_iterate_each_member_once() {
    let set: Flags<Overlapping> = "7,signed,3".parse().expect("a set");
    assert_eq!(set.iter().count(), 4);
    let mut one = Flags::from([Overlapping::Signed]);
    assert!(!one.remove(&Overlapping::SignedEncrypted));
    assert!(one.contains(&Overlapping::Signed));
}

#[test]
fn discriminants_can_have_any_integer_type() {
    const BASE: isize = 5;
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "n")]
    enum Computed {
        A = BASE,
        B,
        C = 'x' as isize,
    }
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "n")]
    #[repr(u8)]
    enum Bytes {
        A = 1u8,
        B = b'x',
        C,
    }
    let computed = [Computed::A, Computed::B, Computed::C].map(|member| member.value());
    assert_eq!(computed, [Some(5), Some(6), Some(120)]);
    assert_eq!([Bytes::A, Bytes::B, Bytes::C].map(|member| member.value()), [Some(1), Some(120), Some(121)]);
}

#[test]
fn equality_of_flags_ignores_order_and_notation() {
    assert_eq!(options(r#""tags,text""#), options(r#""text, tags""#));
    assert_eq!(options(r#""tags,text""#), options("18"));
    assert_ne!(options(r#""tags""#), options(r#""tags,new""#));
    assert_eq!(Flags::<ExportOptions>::default(), Flags::new());
    assert_ne!(Flags::from([DataSourceScopes::None]), Flags::new());
}

#[test]
fn hash_of_flags_ignores_order_and_notation() {
    let hash = |payload: &str| {
        let mut hasher = DefaultHasher::new();
        options(payload).hash(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash(r#""tags,text""#), hash(r#""text, tags""#));
    assert_eq!(hash(r#""tags,text""#), hash("18"));
    assert_ne!(hash(r#""tags""#), hash(r#""text""#));
    assert_ne!(hash(r#""tags""#), hash(r#""tags,new""#));
}

#[test]
fn only_empty_flags_contain_zero_member() {
    let none = Flags::from([DataSourceScopes::None]);
    assert!(none.contains(&DataSourceScopes::None));
    assert_eq!(none.to_string(), "none");
    assert!(Flags::new().contains(&DataSourceScopes::None));
    assert!(!Flags::new().remove(&DataSourceScopes::None));
    assert!(!Flags::from([DataSourceScopes::AllTenantSites]).contains(&DataSourceScopes::None));
}

#[test]
fn array_or_object_of_flags_is_error() {
    let message = error::<EdiscoveryExportOperation>(r#"{"exportOptions": {}}"#);
    assert!(message.contains("invalid type: map, expected members of `microsoft.graph"), "{message}");
    let message = error::<EdiscoveryExportOperation>(r#"{"exportOptions": ["tags"]}"#);
    assert_eq!(
        message,
        "`exportOptions` (property of `microsoft.graph.security.ediscoveryExportOperation`): invalid type: sequence, \
         expected members of `microsoft.graph.security.exportOptions` at line 1 column 19"
    );
}

#[test]
fn unknown_status_is_preserved() {
    let operation: CaseOperation = read(r#"{"status": "paused"}"#);
    assert_eq!(operation.status, Some(CaseOperationStatus::Unknown("paused".to_owned())));
}

#[test]
fn bit_or_of_members_returns_flags() {
    assert_eq!(
        ExportOptions::Tags | ExportOptions::Text,
        Flags::from([ExportOptions::Tags, ExportOptions::Text])
    );
}
