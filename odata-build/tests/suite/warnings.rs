//! The warnings of the generator, with a test document for each warning.

use odata_build::document::{EnumerationType, Member, Property, Schema, StructuredKind, TypeReference};
use odata_build::{Document, GenerateError, Generator};

fn document(types: &str) -> Document {
    let schema =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{types}</Schema></DataServices></Edmx>"#);
    Document::read(&schema).expect("CSDL")
}

/// Checks the warnings of a document and the lines of its model. Also checks that `strict` turns the warnings into an error.
#[track_caller]
fn assert_warnings(document: &Document, warnings: &[&str], lines: &[&str]) {
    let generator = Generator::new(document).follow_navigation().operations();
    let output = generator.generate().expect("a model");
    let messages: Vec<String> = output.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(messages, warnings);
    for line in lines {
        assert!(output.source.contains(line), "{line} is not in\n{}", output.source);
    }
    syn::parse_file(&output.source).expect("Rust");
    match generator.strict().generate() {
        Err(GenerateError::Warnings(errors)) => assert_eq!(errors, output.warnings),
        other => panic!("{other:?}"),
    }
}

// C3
#[test]
fn property_of_undeclared_type_is_untyped() {
    assert_warnings(
        &document(
            r#"<ComplexType Name="a">
                 <Property Name="p" Type="Edm.Strin" />
                 <Property Name="q" Type="Collection(staff.person)" Nullable="false" />
                 <Property Name="r" Type="clinic.odd" />
                 <Property Name="s" Type="Collection(Collection(Edm.String))" Nullable="false" />
               </ComplexType>
               <TypeDefinition Name="odd" UnderlyingType="clinic.a" />"#,
        ),
        &[
            "`clinic.a/p`: `Edm.Strin` isn't an OData type; the property is generated as `Untyped`",
            "`clinic.a/q`: the type `staff.person` isn't declared in the document; the property is generated as `Untyped`",
            "`clinic.a/r`: the type `clinic.a` isn't declared in the document; the property is generated as `Untyped`",
            "`clinic.a/s`: a collection of collections isn't valid; the elements of the outer collection are generated as `Untyped`",
        ],
        &[
            "pub p: Option<Untyped>,",
            "pub q: Option<Vec<Untyped>>,",
            "pub r: Option<Untyped>,",
            "pub s: Option<Vec<Untyped>>,",
        ],
    );
}

// C3
#[test]
fn navigation_property_to_other_type_is_structural_or_skipped() {
    assert_warnings(
        &document(
            r#"<EntityType Name="a"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" />
                 <NavigationProperty Name="p" Type="clinic.b" /><NavigationProperty Name="q" Type="Collection(staff.person)" />
                 <NavigationProperty Name="r" Type="Edm.EntityType" />
               </EntityType>
               <ComplexType Name="b" />"#,
        ),
        &[
            "`clinic.a/p`: `clinic.b` isn't an entity type; the navigation property is generated as a structural property",
            "`clinic.a/q`: the type `staff.person` isn't declared in the document; the navigation property is skipped",
            "`clinic.a/r`: `Edm.EntityType` isn't an entity type of the document; the navigation property is skipped",
        ],
        &["pub id: Option<i32>,\n        pub p: Option<B>,\n        #[odata(extra)]"],
    );
}

// C3
#[test]
fn redeclared_or_narrowed_property_is_skipped() {
    assert_warnings(
        &document(
            r#"<ComplexType Name="a"><Property Name="p" Type="Edm.String" /><Property Name="q" Type="clinic.a" /></ComplexType>
               <ComplexType Name="b" BaseType="clinic.a" />
               <ComplexType Name="c" BaseType="clinic.b"><Property Name="p" Type="Edm.String" /><Property Name="q" Type="clinic.b" /></ComplexType>"#,
        ),
        &[
            "`clinic.c/p`: the base type `clinic.a` already declares this property; the property of the derived type is skipped",
            "`clinic.c/q`: the base type `clinic.a` already declares this property; the property of the derived type is skipped",
        ],
        &["pub struct C {\n        #[odata(base)]\n        pub b: B,\n    }"],
    );
}

// C3
#[test]
fn invalid_base_type_is_removed() {
    assert_warnings(
        &document(
            r#"<ComplexType Name="a" BaseType="Edm.ComplexType" />
               <EnumType Name="e" /><EntityType Name="b" BaseType="clinic.e" />
               <EntityType Name="f" Abstract="true" /><ComplexType Name="c" BaseType="clinic.f" />
               <EntityType Name="g" BaseType="clinic.a" />"#,
        ),
        &[
            "`clinic.a`: the base type `Edm.ComplexType` isn't declared in the document; the type is generated without a base type",
            "`clinic.b`: the base type `clinic.e` isn't declared in the document; the type is generated without a base type",
            "`clinic.c`: an entity type and a complex type can't derive from each other; the type is generated \
             without the base type `clinic.f`",
            "`clinic.g`: an entity type and a complex type can't derive from each other; the type is generated \
             without the base type `clinic.a`",
        ],
        &["pub struct A {\n        #[odata(extra)]", "pub struct G {\n        #[odata(extra)]"],
    );
}

// C3
#[test]
fn inheritance_cycle_is_cut_once() {
    assert_warnings(
        &document(
            r#"<ComplexType Name="d" BaseType="clinic.b" /><ComplexType Name="c" BaseType="clinic.a" />
               <ComplexType Name="b" BaseType="clinic.c" /><ComplexType Name="a" BaseType="clinic.b" />
               <ComplexType Name="z" BaseType="clinic.z" />"#,
        ),
        &[
            "`clinic.a`: a type can't derive from itself; the type is generated without the base type `clinic.b`",
            "`clinic.z`: a type can't derive from itself; the type is generated without the base type `clinic.z`",
        ],
        &["pub struct A {\n        #[odata(extra)]", "pub c: C,", "pub a: A,", "pub b: B,"],
    );
}

// C3, A12
#[test]
fn invalid_key_is_ignored() {
    assert_warnings(
        &document(
            r#"<EntityType Name="a"><Key><PropertyRef Name="id" /><PropertyRef Name="no" /><PropertyRef Name="many" /><PropertyRef Name="place" />
                 <PropertyRef Name="id/part" Alias="part" /></Key>
                 <Property Name="id" Type="Edm.Int32" /><Property Name="many" Type="Collection(Edm.Int32)" Nullable="false" />
                 <Property Name="place" Type="clinic.c" /></EntityType>
               <EntityType Name="b" BaseType="clinic.a"><Key><PropertyRef Name="code" /></Key><Property Name="code" Type="Edm.Int32" /></EntityType>
               <ComplexType Name="c"><Key><PropertyRef Name="code" /></Key><Property Name="code" Type="Edm.Int32" /></ComplexType>"#,
        ),
        &[
            "`clinic.a/id/part`: only a complex type has properties that can be part of a key; the key is generated without this property",
            "`clinic.a/many`: a key property can't be a collection; the key is generated without this property",
            "`clinic.a/no`: the entity type doesn't have this property; the key is generated without this property",
            "`clinic.a/place`: a key property must have a primitive type or an enumeration type; the key is generated without this property",
            "`clinic.b`: the base type `clinic.a` already has a key; the key of the derived type is ignored",
            "`clinic.c`: a complex type can't have a key; the key is ignored",
        ],
        &[
            "#[odata(key)]\n        pub id: Option<i32>,\n        pub many: Option<Vec<i32>>,\n        pub place: Option<C>,",
            "pub a: A,\n        pub code: Option<i32>,",
        ],
    );
}

// C3, A12
#[test]
fn key_without_its_skipped_property_is_valid() {
    let long = "x".repeat(129);
    let skipped =
        format!("`clinic.a/{long}`: the name is longer than 128 characters; the element is skipped");
    let part = format!(
        "`clinic.a/{long}`: the alias of a key property must be an identifier; the key is generated without this property"
    );
    assert_warnings(
        &document(&format!(
            r#"<EntityType Name="a"><Key><PropertyRef Name="id" /><PropertyRef Name="{long}" /><PropertyRef Name="{long}" Alias="b" /></Key>
                 <Property Name="id" Type="Edm.Int32" /><Property Name="{long}" Type="Edm.Int32" /></EntityType>"#
        )),
        &[
            &skipped,
            &part,
            &format!(
                "`clinic.a/{long}`: the entity type doesn't have this property; the key is generated without this property"
            ),
        ],
        &[
            "#[odata(namespace = \"clinic\")]\n    pub struct A {\n        #[odata(key)]\n        pub id: Option<i32>,",
        ],
    );
}

// C3
#[test]
fn member_without_distinct_value_is_unknown() {
    assert_warnings(
        &document(
            r#"<EnumType Name="a"><Member Name="x" Value="1" /><Member Name="y" Value="1" /></EnumType>
               <EnumType Name="b" IsFlags="true"><Member Name="x" Value="1" /><Member Name="y" Value="6" /></EnumType>"#,
        ),
        &[
            "`clinic.a/y`: an earlier member already has the value 1; this member is read as an unknown member",
            "`clinic.b/y`: the value 6 has a bit that no member represents; this member is read as an unknown member",
        ],
        &["pub enum A {\n        X = 1,\n", "pub enum B {\n        X = 1,\n    }"],
    );
}

// C3
#[test]
fn duplicate_and_invalid_names_are_skipped() {
    let long = "x".repeat(129);
    let property = |name: &str| Property {
        name: name.to_owned(),
        value_type: TypeReference { name: "Edm.String".to_owned(), ..TypeReference::default() },
        ..Property::default()
    };
    let member = |name: &str, value| Member { name: name.to_owned(), value, ..Member::default() };
    let complex = |name: &str, properties: Vec<Property>| {
        let mut schema = document(&format!(r#"<ComplexType Name="{name}" />"#)).schemas.remove(0);
        let mut structured = schema.structured_types.remove(0);
        assert_eq!(structured.kind, StructuredKind::Complex);
        structured.properties = properties;
        structured
    };
    let names = ["p", "p", "", "@q", &long, &long[..128]].map(property).to_vec();
    let schema = Schema {
        namespace: "clinic".to_owned(),
        structured_types: vec![complex("a", names), complex("a", Vec::new()), complex("", Vec::new())],
        enumeration_types: vec![EnumerationType {
            qualified_name: "clinic.e".to_owned(),
            members: vec![member("x", 1), member("x", 2), member("", 3)],
            ..EnumerationType::default()
        }],
        ..Schema::default()
    };
    let long_name =
        format!("`clinic.a/{long}`: the name is longer than 128 characters; the element is skipped");
    assert_warnings(
        &Document { schemas: vec![schema], ..Document::default() },
        &[
            "`clinic.`: the name is empty; the element is skipped",
            "`clinic.a`: duplicate type name; the second type is skipped",
            "`clinic.a/`: the name is empty; the element is skipped",
            "`clinic.a/@q`: the name contains `@`, `/`, `#` or a control character; the element is skipped",
            "`clinic.a/p`: duplicate property name; the second property is skipped",
            &long_name,
            "`clinic.e/`: the name is empty; the element is skipped",
            "`clinic.e/x`: duplicate member name; the second member is skipped",
        ],
        &["pub p: Option<String>,", &format!("pub {}: Option<", &long[..128])],
    );
}

// C3
#[test]
fn invalid_operations_are_skipped() {
    assert_warnings(
        &document(
            r#"<EntityType Name="a" />
               <Action Name="b" IsBound="true"><Parameter Name="it" Type="staff.person" /></Action>
               <Action Name="c/d" IsBound="true"><Parameter Name="it" Type="clinic.a" /></Action>
               <Action Name="e" IsBound="true"><Parameter Name="it" Type="clinic.a" /><Parameter Name="p/q" Type="Edm.Int32" /></Action>
               <Function Name="g" IsBound="true"><Parameter Name="it" Type="clinic.a" /></Function>
               <Function Name="h" IsBound="true"><Parameter Name="it" Type="clinic.a" />
                 <Parameter Name="p" Type="staff.person" /><ReturnType Type="Collection(Edm.Strin)" Nullable="false" /></Function>
               <Action Name="i" />"#,
        ),
        &[
            "`clinic.b(staff.person)`: the document doesn't declare the type of the binding parameter; the operation is skipped",
            "`clinic.c/d(clinic.a)`: the name contains `@`, `/`, `#` or a control character; the element is skipped",
            "`clinic.e(clinic.a,Edm.Int32)`: a parameter has an invalid name; the operation is skipped",
            "`clinic.g(clinic.a)`: the function has no return type; the operation is skipped",
            "`clinic.h(clinic.a,staff.person)/$ReturnType`: `Edm.Strin` isn't an OData type; the result is generated as `Untyped`",
            "`clinic.h(clinic.a,staff.person)/p`: the type `staff.person` isn't declared in the document; the parameter is generated as `Untyped`",
            "`clinic.i`: the unbound operation has no import, so clients can't call it; the operation is skipped",
        ],
        &["returns = \"Vec<Untyped>\"", "pub struct H {", "pub p: Option<Untyped>,"],
    );
}

// C3
#[test]
fn invalid_members_of_container_are_skipped() {
    assert_warnings(
        &document(
            r#"<EntityType Name="a" /><ComplexType Name="b" /><Action Name="do" IsBound="true"><Parameter Name="it" Type="clinic.a" /></Action>
               <Function Name="f"><ReturnType Type="Edm.Int32" /></Function>
               <EntityContainer Name="c" Extends="clinic.v2.c"><EntitySet Name="a" EntityType="clinic.a" />
                 <EntitySet Name="b" EntityType="clinic.b" /><Singleton Name="d" Type="staff.person" />
                 <ActionImport Name="do" Action="clinic.do" /><ActionImport Name="f" Action="clinic.f" />
                 <FunctionImport Name="g" Function="clinic.g" /></EntityContainer>
               </Schema><Schema Namespace="clinic.v2">
               <EntityContainer Name="c" Extends="clinic.c"><EntitySet Name="a" EntityType="clinic.a" /></EntityContainer>"#,
        ),
        &[
            "`clinic.c`: the entity container `clinic.c` extends itself; its members are skipped",
            "`clinic.c/a`: `clinic.a` belongs to a second member with the same name; the member of the entity container is skipped",
            "`clinic.c/b`: `clinic.b` isn't an entity type of the document; the member of the entity container is skipped",
            "`clinic.c/d`: `staff.person` isn't an entity type of the document; the member of the entity container is skipped",
            "`clinic.c/do`: `clinic.do` isn't an unbound action of the document; the member of the entity container is skipped",
            "`clinic.c/f`: `clinic.f` isn't an unbound action of the document; the member of the entity container is skipped",
            "`clinic.c/g`: `clinic.g` isn't an unbound function of the document; the member of the entity container is skipped",
            "`clinic.v2.c`: the entity container `clinic.v2.c` extends itself; its members are skipped",
            "`clinic.v2.c/a`: `clinic.a` belongs to a second member with the same name; the member of the entity container is skipped",
            "`clinic.v2.c/b`: `clinic.b` isn't an entity type of the document; the member of the entity container is skipped",
            "`clinic.v2.c/d`: `staff.person` isn't an entity type of the document; the member of the entity container is skipped",
            "`clinic.v2.c/do`: `clinic.do` isn't an unbound action of the document; the member of the entity container is skipped",
            "`clinic.v2.c/f`: `clinic.f` isn't an unbound action of the document; the member of the entity container is skipped",
            "`clinic.v2.c/g`: `clinic.g` isn't an unbound function of the document; the member of the entity container is skipped",
        ],
        &["pub a: ::odata_core::request::EntitySet<A>,"],
    );
}

#[test]
fn only_elements_in_model_have_warnings() {
    let document = document(
        r#"<ComplexType Name="a"><Property Name="p" Type="clinic.b" /></ComplexType>
           <ComplexType Name="b"><Property Name="p" Type="Edm.Strin" /></ComplexType>
           <ComplexType Name="c"><Property Name="p" Type="Edm.Strin" /></ComplexType>"#,
    );
    let output = Generator::new(&document).types("clinic.a").generate().expect("a model");
    let elements: Vec<&str> = output.warnings.iter().map(odata_build::Warning::element).collect();
    assert_eq!(elements, ["clinic.b/p"]);
}
