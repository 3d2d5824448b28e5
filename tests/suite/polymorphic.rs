//! Tests polymorphic enums: reading, casting and nesting.

use odata_core::{Derived, DerivedFrom, Extra, ODataComplex, ODataEntity, ODataStructured};
use odata_examples::graph::Entity;
use odata_examples::security::{
    AnyCaseOperation, AnyDataSource, CaseOperation, EdiscoveryExportOperation, EdiscoveryTagOperation,
    SiteSource,
};

use crate::support::{assert_writes_back, read, write};

#[test]
fn derived_type_dereferences_to_base_types() {
    let mut export: EdiscoveryExportOperation = read("{}");
    export.percent_progress = Some(5);
    export.id = Some("1".to_owned());
    let entity: &Entity = &export;
    assert_eq!(entity.id.as_deref(), Some("1"));
    assert_eq!(export.case_operation.percent_progress, Some(5));
}

#[test]
fn upcast_to_direct_and_indirect_base_types() {
    let export = EdiscoveryExportOperation {
        case_operation: CaseOperation { percent_progress: Some(5), ..Default::default() },
        ..Default::default()
    };
    let by_reference: &CaseOperation = export.upcast_ref();
    assert_eq!(by_reference.percent_progress, Some(5));
    let mut any = AnyCaseOperation::from(export.clone());
    let by_mutable_reference: &mut Entity = any.upcast_mut();
    by_mutable_reference.id = Some("1".to_owned());
    let by_value: Entity = any.upcast();
    assert_eq!(by_value.id.as_deref(), Some("1"));
    assert_eq!(export.clone().into_base().percent_progress, Some(5));
    assert_eq!(AnyCaseOperation::from(export).into_base().percent_progress, Some(5));
}

#[test]
fn conversions_and_accessors_of_variants() {
    let mut any = AnyCaseOperation::from(EdiscoveryTagOperation::default());
    assert!(any.as_tag().is_some() && any.as_export().is_none());
    any.as_tag_mut().expect("a tag operation").id = Some("1".to_owned());
    assert_eq!(any.id.as_deref(), Some("1"));
    any.percent_progress = Some(1);
    let any = any.into_export().expect_err("not an export");
    assert_eq!(any.into_tag().expect("a tag operation").percent_progress, Some(1));
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Horse {
    #[odata(base)]
    animal: Animal,
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct HorseMut {
    #[odata(base)]
    animal: Animal,
}

/// Without `no_accessors`, two variants would have an accessor `as_horse_mut`.
#[derive(ODataComplex)]
#[odata(no_accessors)]
enum Stabled {
    #[odata(base)]
    Animal(Animal),
    Horse(Horse),
    HorseMut(HorseMut),
}

impl Stabled {
    fn as_horse(&self) -> Option<&str> {
        match self {
            Self::Horse(horse) => horse.name.as_deref(),
            Self::Animal(_) | Self::HorseMut(_) => None,
        }
    }
}

#[test]
fn no_accessors_allows_custom_methods() {
    let stabled: Stabled = read(r##"{"@odata.type": "#n.horse", "name": "Sleipnir"}"##);
    assert_eq!(stabled.as_horse(), Some("Sleipnir"));
    assert!(matches!(read(r##"{"@odata.type": "#n.horseMut"}"##), Stabled::HorseMut(_)));
    assert!(Stabled::from(Horse { animal: stabled.into_base() }).as_horse().is_some());
}

#[test]
fn polymorphic_enum_has_metadata_of_declared_type() {
    assert_eq!(AnyCaseOperation::METADATA.qualified_name(), "microsoft.graph.security.caseOperation");
    let tag = AnyCaseOperation::from(EdiscoveryTagOperation::default());
    assert_eq!(tag.instance_type().name(), "ediscoveryTagOperation");
}

#[test]
fn boxed_variant_has_accessors_and_conversions() {
    let any: AnyDataSource = assert_writes_back(
        r##"{"@odata.type": "#microsoft.graph.security.siteSource", "id": "1", "site": {
            "@odata.type": "#microsoft.graph.site", "webUrl": "https://contoso.example"}}"##,
    );
    let site: SiteSource = any.into_site().expect("a site");
    assert!(AnyDataSource::from(site.clone()) == AnyDataSource::Site(Box::new(site)));
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", abstract)]
struct Animal {
    name: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Bird {
    #[odata(base)]
    animal: Animal,
    wings: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Parrot {
    #[odata(base)]
    bird: Bird,
    words: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Penguin {
    #[odata(base)]
    bird: Bird,
    friends: Option<Vec<AnyAnimal>>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Fish {
    #[odata(base)]
    animal: Animal,
    fins: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyBird {
    #[odata(base)]
    Bird(Box<Bird>),
    Parrot(Parrot),
    Penguin(Box<Penguin>),
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyAnimal {
    Fish(Fish),
    Bird(Box<AnyBird>),
    #[odata(base)]
    Animal(Animal),
}

#[test]
fn variant_can_be_polymorphic_enum() {
    for payload in [
        r##"{"@odata.type": "#n.parrot", "name": "Coco", "wings": 2, "words": ["hello"]}"##,
        r##"{"words": ["hello"], "wings": 2, "name": "Coco", "@odata.type": "#n.parrot"}"##,
    ] {
        let animal: AnyAnimal = assert_writes_back(payload);
        assert_eq!(animal.name.as_deref(), Some("Coco"));
        let bird = animal.into_bird().expect("a bird");
        assert_eq!(bird.wings, Some(2));
        assert_eq!(bird.into_parrot().expect("a parrot").words, ["hello"]);
    }
    let bird: AnyAnimal = assert_writes_back(r##"{"wings": 2, "@odata.type": "#n.bird"}"##);
    assert_eq!(bird.as_bird().and_then(AnyBird::as_bird).and_then(|bird| bird.wings), Some(2));
    let fish: AnyAnimal = assert_writes_back(r##"{"fins": 3, "@odata.type": "#n.fish"}"##);
    assert_eq!(fish.as_fish().and_then(|fish| fish.fins), Some(3));
}

#[test]
fn nested_polymorphic_values_before_late_type_annotation() {
    let payload = r##"{
        "friends": [
            {"name": "Dory", "fins": 2, "@odata.type": "#n.fish"},
            {"name": "?", "legs": 4},
            {"friends": [{"@odata.type": "#n.shark", "teeth": [1, 2]}], "@odata.type": "#n.penguin"}
        ],
        "@odata.type": "#n.penguin"
    }"##;
    let animal: AnyAnimal = assert_writes_back(payload);
    let friends = animal.as_bird().and_then(|bird| bird.as_penguin()).and_then(|it| it.friends.as_deref());
    let [dory, stranger, penguin] = friends.expect("friends") else { panic!("three friends") };
    assert!(dory.as_fish().is_some());
    assert_eq!(stranger.extra.get("legs").and_then(odata_core::Untyped::as_i64), Some(4));
    assert!(penguin.as_bird().is_some());
}

#[test]
fn abstract_declared_type_is_fallback() {
    for payload in [r##"{"@odata.type": "#n.animal", "name": "x"}"##, r#"{"name": "x", "legs": 4}"#] {
        let animal: AnyAnimal = assert_writes_back(payload);
        assert!(animal.as_animal().is_some());
    }
}

#[test]
fn upcast_of_nested_and_boxed_variants() {
    let animal: AnyAnimal = read(r##"{"@odata.type": "#n.penguin", "name": "Pingu"}"##);
    assert_eq!(animal.instance_type().name(), "penguin");
    let base: Animal = animal.clone().upcast();
    assert_eq!(base.name.as_deref(), Some("Pingu"));
    let bird: Bird = animal.into_bird().expect("a bird").upcast();
    assert_eq!(bird.instance_type().name(), "bird");
    assert_eq!(write(&bird), r##"{"@odata.type":"#n.bird","name":"Pingu"}"##);
}

#[derive(Debug, ODataEntity)]
enum Single {
    #[odata(base)]
    Only(Entity),
}

#[test]
fn polymorphic_enum_with_one_variant() {
    let single: Single = read(r#"{"id": "1"}"#);
    assert_eq!(single.into_only().expect("the only variant").id.as_deref(), Some("1"));
}
