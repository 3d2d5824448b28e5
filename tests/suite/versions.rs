//! Tests types with `any_version`, which read values of all versions of a type.

use odata_core::{Extra, ODataComplex, ODataEntity, ODataStructured};

use crate::support::{assert_writes_back, read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "Resource", name = "Resource", rename_all = "PascalCase", abstract)]
struct Resource {
    #[odata(key)]
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "Chassis", rename_all = "PascalCase", any_version)]
struct Chassis {
    #[odata(base)]
    resource: Resource,
    size: Option<i32>,
    links: Option<Links>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "Chassis.v1_0_0", rename_all = "PascalCase", any_version)]
struct Links {
    count: Option<i32>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyResource {
    #[odata(base)]
    Resource(Resource),
    Chassis(Chassis),
}

/// Declares a polymorphic enum with enough variants to use the index of type names.
macro_rules! many {
    ($($name:ident)*) => {
        $(
            #[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
            #[odata(namespace = "Other", any_version)]
            struct $name {
                #[odata(base)]
                resource: Resource,
            }
        )*

        #[derive(Clone, Debug, PartialEq, ODataEntity)]
        enum AnyOfMany {
            #[odata(base)]
            Resource(Resource),
            Chassis(Box<Chassis>),
            $($name($name),)*
        }
    };
}

many!(A B C D E F G H);

#[test]
fn any_version_is_read_and_its_name_is_preserved() {
    for version in
        ["Chassis.v1_0_0.Chassis", "Chassis.v1_25_1.Chassis", "Chassis.V2.Chassis", "Chassis.Chassis"]
    {
        let payload = format!(r##"{{"@odata.type":"#{version}","Id":"1","Size":2,"Rack":3}}"##);
        let chassis: Chassis = assert_writes_back(&payload);
        assert_eq!(
            (chassis.size, chassis.extra.len()),
            (Some(2), if version == "Chassis.Chassis" { 1 } else { 2 })
        );
        assert!(matches!(assert_writes_back(&payload), AnyResource::Chassis(Chassis { size: Some(2), .. })));
        let any: AnyOfMany = assert_writes_back(&payload);
        assert_eq!(any.as_chassis().and_then(|chassis| chassis.size), Some(2), "{version}");
    }
}

#[test]
fn late_type_annotation_with_version() {
    let any: AnyResource = read(r##"{"Id":"1","Size":2,"@odata.type":"#Chassis.v1_1_0.Chassis"}"##);
    assert!(matches!(&any, AnyResource::Chassis(chassis) if chassis.size == Some(2)));
    assert_eq!(write(&any), r##"{"@odata.type":"#Chassis.v1_1_0.Chassis","Id":"1","Size":2}"##);
}

#[test]
fn type_with_another_name_is_not_version() {
    for name in ["Chassis.vendor.Chassis", "Other.v1_0_0.Chassis", "Chassis.v1_0_0.Rack"] {
        let payload = format!(r##"{{"@odata.type":"#{name}","Id":"1","Size":2}}"##);
        assert!(matches!(assert_writes_back(&payload), AnyResource::Resource(_)), "{name}");
        assert!(matches!(assert_writes_back(&payload), AnyOfMany::Resource(_)), "{name}");
    }
    assert!(matches!(read(r##"{"@odata.type":"#Other.v3.b"}"##), AnyOfMany::B(_)));
}

#[test]
fn version_of_complex_property_is_preserved() {
    let chassis: Chassis = assert_writes_back(
        r##"{"@odata.type":"#Chassis.v1_3_0.Chassis","Id":"1","Links":{"@odata.type":"#Chassis.v1_2_0.Links","Count":1,"Cables":[]}}"##,
    );
    let links = chassis.links.expect("links");
    assert_eq!(links.count, Some(1));
    assert_eq!(links.instance_type().qualified_name(), "Chassis.v1_0_0.Links");
    // A type annotation that was read is written, although complex types without a base type don't have one by default.
    let links: Links = read(r##"{"@odata.type":"#Chassis.v1_0_0.Links","Count":1}"##);
    assert_eq!(write(&links), r##"{"@odata.type":"#Chassis.v1_0_0.Links","Count":1}"##);
}

#[test]
fn update_has_type_annotation_of_original_version() {
    let original: Chassis = read(r##"{"@odata.type":"#Chassis.v1_3_0.Chassis","Id":"1","Size":1}"##);
    let mut changed = original.clone();
    changed.size = Some(2);
    let update = changed.changes_since(&original).expect("an update");
    assert_eq!(write(&update), r##"{"@odata.type":"#Chassis.v1_3_0.Chassis","Size":2}"##);
}
