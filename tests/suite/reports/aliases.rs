//! Tests type annotations with the alias of a schema.

use odata_core::{Extra, ODataEntity, ODataStructured};

use crate::support::{read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", alias = "graph")]
struct Entity {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", alias = "graph")]
struct User {
    #[odata(base)]
    entity: Entity,
    mail: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
struct Alert {
    #[odata(base)]
    entity: Entity,
    title: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyEntity {
    #[odata(base)]
    Entity(Entity),
    User(User),
    Alert(Alert),
}

#[test]
fn alias_in_type_annotation_selects_type() {
    assert_eq!(User::METADATA.alias(), Some("graph"));
    for type_annotation in
        ["#graph.user", "graph.user", "https://host/$metadata#graph.user", "#microsoft.graph.user"]
    {
        for payload in [
            format!(r#"{{"@odata.type": "{type_annotation}", "id": "1", "mail": "a"}}"#),
            format!(r#"{{"id": "1", "mail": "a", "@odata.type": "{type_annotation}"}}"#),
        ] {
            let entity: AnyEntity = read(&payload);
            let user = entity.as_user().unwrap_or_else(|| panic!("{type_annotation} isn't a user"));
            assert_eq!(user.mail.as_deref(), Some("a"));
            assert!(user.extra.is_empty());
            assert_eq!(
                write(&entity),
                r##"{"@odata.type":"#microsoft.graph.user","id":"1","mail":"a"}"##,
                "a type is written with its namespace"
            );
            assert_eq!(read::<User>(&payload).mail.as_deref(), Some("a"));
        }
    }
}

#[test]
fn type_annotation_with_wrong_alias_is_unknown() {
    for type_annotation in [
        "#security.alert",
        "#graph.alert",
        "#graph.security.alert",
        "#graphuser",
        "#graph.use",
        "#other.user",
    ] {
        let payload = format!(r#"{{"@odata.type":"{type_annotation}","id":"1","title":"t"}}"#);
        let entity: AnyEntity = read(&payload);
        assert!(matches!(entity, AnyEntity::Entity(_)), "{type_annotation}");
        assert_eq!(write(&entity), payload, "an unknown type is preserved");
    }
}

macro_rules! many_types {
    ($($name:ident)*) => {
        $(
            #[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
            #[odata(namespace = "microsoft.graph", alias = "graph")]
            struct $name {
                #[odata(base)]
                entity: Entity,
            }
        )*

        #[derive(Clone, Debug, PartialEq, ODataEntity)]
        #[odata(no_accessors)]
        enum AnyOfMany {
            #[odata(base)]
            Entity(Entity),
            $($name($name),)*
        }
    };
}

many_types! { A B C D E F G H I J K L }

#[test]
fn alias_selects_one_of_many_types() {
    for (type_annotation, is_named) in
        [("#graph.k", true), ("#microsoft.graph.k", true), ("#graph.z", false), ("#k", false)]
    {
        let entity: AnyOfMany = read(&format!(r#"{{"@odata.type": "{type_annotation}"}}"#));
        assert_eq!(matches!(entity, AnyOfMany::K(_)), is_named, "{type_annotation}");
    }
}
