//! Tests `Related`, the type of navigation properties in models whose entity types refer to each other.

use odata_core::query::QueryOptions;
use odata_core::{Extra, ODataEntity, Related};
use serde_json::{Value, json};

use crate::support::{assert_writes_back, read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Ward {
    #[odata(key)]
    id: Option<String>,
    #[odata(navigation)]
    head: Option<Related<AnyPerson>>,
    #[odata(navigation)]
    staff: Option<Vec<Related<AnyPerson>>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Person {
    #[odata(key)]
    id: Option<String>,
    name: Option<String>,
    #[odata(navigation)]
    ward: Option<Related<Ward>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Doctor {
    #[odata(base)]
    person: Person,
    subject: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyPerson {
    #[odata(base)]
    Person(Box<Person>),
    Doctor(Box<Doctor>),
}

fn person(id: &str) -> Person {
    Person { id: Some(id.to_owned()), ..Person::default() }
}

#[test]
fn related_entities_are_read_and_written() {
    let ward: Ward = assert_writes_back(
        r##"{"@odata.type":"#n.ward","id":"w","head":{"@odata.type":"#n.doctor","id":"d","subject":"ENT",
            "ward":{"@odata.type":"#n.ward","id":"w","beds":3}},"staff":[{"@odata.type":"#n.nurse","id":"p","shift":1}]}"##,
    );
    let head = ward.head.clone().expect("a head");
    assert_eq!(head.id.as_deref(), Some("d"));
    assert_eq!(head.as_doctor().and_then(|doctor| doctor.subject.as_deref()), Some("ENT"));
    let AnyPerson::Doctor(doctor) = head.into_inner() else { panic!("not a doctor") };
    assert_eq!(doctor.ward.as_ref().and_then(|ward| ward.extra.get("beds")).map(write), Some("3".to_owned()));
    assert_eq!(ward.staff.as_ref().map(Vec::len), Some(1));
    assert_eq!(format!("{:?}", ward.head), format!("{:?}", ward.clone().head));
    let absent: Ward = read(r#"{"head":null}"#);
    assert_eq!((absent.head, absent.staff), (None, None));
}

#[test]
fn related_entity_is_changed_in_place() {
    let mut related = Related::new(person("a"));
    related.name = Some("Ada".to_owned());
    assert_eq!(related.as_ref().name.as_deref(), Some("Ada"));
    assert_ne!(related, Related::from(person("a")));
    assert_eq!(related.clone().into_inner(), *Related::from(Box::new(related.into_inner())));
}

#[test]
fn related_entities_are_created_with_the_entity() {
    let ward = Ward {
        head: Some(Related::new(AnyPerson::from(person("a")))),
        staff: Some(vec![Related::new(AnyPerson::from(person("b")))]),
        ..Ward::default()
    };
    let body: Value = read(&write(&ward.to_create().expect("a body")));
    assert_eq!(
        body,
        json!({
            "@odata.type": "#n.ward",
            "head": {"@odata.type": "#n.person", "id": "a"},
            "staff": [{"@odata.type": "#n.person", "id": "b"}],
        })
    );
    let body = Ward::create().bind(Ward::HEAD, "https://service/people('a')");
    assert_eq!(
        read::<Value>(&write(&body)),
        json!({"@odata.type": "#n.ward", "head@odata.bind": "https://service/people('a')"})
    );
}

#[test]
fn query_paths_through_related_entities() {
    let query = QueryOptions::<Ward>::new()
        .filter(Ward::HEAD.then(Person::NAME).eq("Ada"))
        .expand_with(Ward::STAFF, QueryOptions::new().select(Person::NAME));
    assert_eq!(query.to_string(), "$filter=head/name eq 'Ada'&$expand=staff($select=name)");
}

#[test]
fn model_with_related_entities_can_be_sent_to_another_thread() {
    fn is_thread_safe<T: Send + Sync + Unpin + std::panic::UnwindSafe + 'static>(_: &T) -> bool {
        true
    }
    assert!(is_thread_safe(&Ward::default()));
}
