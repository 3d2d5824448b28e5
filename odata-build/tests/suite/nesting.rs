//! Navigation properties are generated as `Related<T>` if the types of a model are nested so deeply that a program might exceed the
//! recursion limit of the compiler.

use odata_build::{Document, Generator};

/// Creates a document with the types `t0` to `t{length}`. The closure `declaration` returns the declaration of a type from its number and
/// the property that refers to the next type.
fn chain(length: usize, declaration: impl Fn(usize, &str) -> String, property: &str) -> Document {
    let types = (0..=length).map(|number| {
        let next = format!("clinic.t{}", number + 1);
        let property = if number < length { property.replace("{next}", &next) } else { String::new() };
        declaration(number, &property)
    });
    let types: String = types.collect();
    Document::read(&format!(
        r#"<Edmx><DataServices><Schema Namespace="clinic">{types}</Schema></DataServices></Edmx>"#
    ))
    .expect("CSDL")
}

fn has_related(generator: &Generator<'_>) -> bool {
    generator.source().expect("a model").contains("Related<")
}

const NAVIGATION: &str = r#"<NavigationProperty Name="next" Type="{next}" />"#;

#[test]
fn related_is_used_for_long_chain_of_entity_types() {
    let entity = |number: usize, property: &str| {
        format!(
            r#"<EntityType Name="t{number}"><Property Name="p" Type="Edm.String" />{property}</EntityType>"#
        )
    };
    for (length, expected) in [(14, false), (20, true)] {
        assert_eq!(has_related(&Generator::new(&chain(length, entity, NAVIGATION))), expected, "{length}");
    }
}

#[test]
fn related_is_used_for_long_chain_of_polymorphic_types() {
    let with_derived = |number: usize, property: &str| {
        format!(
            r#"<EntityType Name="t{number}">{property}</EntityType><EntityType Name="d{number}" BaseType="clinic.t{number}" />"#
        )
    };
    for (length, expected) in [(11, false), (16, true)] {
        let document = chain(length, with_derived, NAVIGATION);
        assert_eq!(has_related(&Generator::new(&document)), expected, "{length}");
    }
}

#[test]
fn replaced_type_ends_chain() {
    let complex = |number: usize, property: &str| {
        let derived = r#"<ComplexType Name="d" BaseType="clinic.t7" /><EntityType Name="e"><NavigationProperty Name="e" Type="clinic.e" />
                         </EntityType>"#;
        let others = if number == 0 { derived } else { "" };
        format!(r#"<ComplexType Name="t{number}">{property}</ComplexType>{others}"#)
    };
    let property = r#"<Property Name="next" Type="Collection({next})" Nullable="false" />"#;
    let document = chain(14, complex, property);
    assert!(has_related(&Generator::new(&document)));
    // The struct of `t7` is generated because it is the base type of `d`, but no field contains it.
    let replaced = Generator::new(&document).map_type("clinic.t7", "Untyped");
    assert!(!has_related(&replaced));
}
