//! The rows of the table in the documentation of `Warning`.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    // MissingAttribute
    Row {
        elements: [
            r#"<EntityType/><Annotations/><TypeDefinition Name="code"/><Function/><Term/><EntityContainer/>"#,
            r#""dose": {}, "code": {"$Kind": "TypeDefinition"}, "sell": [{}]"#,
        ],
        warnings: [
            &[
                "`clinic`: `EntityType` has no `Name`; it is skipped",
                "`clinic`: `Annotations` has no `Target`; it is skipped",
                "`clinic/code`: `TypeDefinition` has no `UnderlyingType`; it is skipped",
                "`clinic`: `Function` has no `Name`; it is skipped",
                "`clinic`: `Term` has no `Name`; it is skipped",
                "`clinic`: `EntityContainer` has no `Name`; it is skipped",
            ],
            &[
                "`clinic/dose`: `dose` has no `$Kind`; it is skipped",
                "`clinic/code`: `TypeDefinition` has no `$UnderlyingType`; it is skipped",
                "`clinic/sell`: `sell` has no `$Kind`; it is skipped",
            ],
        ],
        types: &[],
    },
    Row {
        elements: [
            r#"<EntityType Name="ward"><Key><PropertyRef/></Key><Property Type="Edm.String"/><NavigationProperty Name="head"/>
               </EntityType>"#,
            r#""ward": {"$Kind": "EntityType", "$Key": [{}], "head": {"$Kind": "NavigationProperty"}}"#,
        ],
        warnings: [
            &[
                "`clinic/ward`: `PropertyRef` has no `Name`; it is skipped",
                "`clinic/ward`: `Property` has no `Name`; it is skipped",
                "`clinic/ward/head`: `NavigationProperty` has no `Type`; it is skipped",
            ],
            &[
                "`clinic/ward`: `$Key` must be the name of a property, or an object with one alias and its path, not an object with 0 members; \
                 the value is ignored",
                "`clinic/ward/head`: `NavigationProperty` has no `$Type`; it is skipped",
            ],
        ],
        types: &["clinic.ward"],
    },
    Row {
        elements: [
            r#"<EntityContainer Name="all"><EntitySet Name="wards"/><Singleton Name="me"/><ActionImport Name="a"/><FunctionImport Name="f"/>
               </EntityContainer>"#,
            r#""all": {"$Kind": "EntityContainer", "wards": {"$Collection": true}, "me": {}, "a": {"$Action": 1}, "f": {"$Function": null}}"#,
        ],
        warnings: [
            &[
                "`clinic/all/wards`: `EntitySet` has no `EntityType`; it is skipped",
                "`clinic/all/me`: `Singleton` has no `Type`; it is skipped",
                "`clinic/all/a`: `ActionImport` has no `Action`; it is skipped",
                "`clinic/all/f`: `FunctionImport` has no `Function`; it is skipped",
            ],
            &[
                "`clinic/all/wards`: `EntitySet` has no `$Type`; it is skipped",
                "`clinic/all/me`: `Singleton` has no `$Type`; it is skipped",
                "`clinic/all/a`: `ActionImport` has no `$Action`; it is skipped",
                "`clinic/all/a`: `$Action` must be a string, not a number; the value is ignored",
                "`clinic/all/f`: `FunctionImport` has no `$Function`; it is skipped",
                "`clinic/all/f`: `$Function` must be a string, not `null`; the value is ignored",
            ],
        ],
        types: &[],
    },
    // MissingType, InvalidType
    Row {
        elements: [
            r#"<ComplexType Name="dose"><Property Name="a"/><Property Name="b" Type="Collection(Edm.String"/>
               <Property Name="c" Type="Collection(Edm.String))"/></ComplexType>"#,
            r#""dose": {"$Kind": "ComplexType", "a": {"$Type": {}}, "b": {"$Type": "Collection(Edm.String"}, "c": {"$Type": "Collection(Edm.String))"}}"#,
        ],
        warnings: [
            &[
                "`clinic/dose/a`: the element has no type; it is read as `Edm.Untyped`",
                "`clinic/dose/b`: `Collection(Edm.String` isn't a type: the parentheses aren't balanced; it is read as `Edm.Untyped`",
                "`clinic/dose/c`: `Collection(Edm.String))` isn't a type: the parentheses aren't balanced; it is read as `Edm.Untyped`",
            ],
            &[
                "`clinic/dose/a`: `$Type` must be a string, not an object; the value is ignored",
                "`clinic/dose/b`: `Collection(Edm.String` isn't a type: the parentheses aren't balanced; it is read as `Edm.Untyped`",
                "`clinic/dose/c`: `Collection(Edm.String))` isn't a type: the parentheses aren't balanced; it is read as `Edm.Untyped`",
            ],
        ],
        types: &["clinic.dose"],
    },
    // InvalidValue
    Row {
        elements: [
            r#"<ComplexType Name="dose" Abstract="yes"><Property Name="a" Type="Edm.String" Nullable="maybe"/></ComplexType>"#,
            r#""dose": {"$Kind": "ComplexType", "$Abstract": "yes", "a": {"$Nullable": "maybe", "$Kind": "Action"}}, "ward": "mg""#,
        ],
        warnings: [
            &[
                "`clinic/dose`: `Abstract` must be `true` or `false`, not `yes`; the value is ignored",
                "`clinic/dose/a`: `Nullable` must be `true` or `false`, not `maybe`; the value is ignored",
            ],
            &[
                "`clinic/dose`: `$Abstract` must be `true` or `false`, not a string; the value is ignored",
                "`clinic/dose/a`: `$Nullable` must be `true` or `false`, not a string; the value is ignored",
                "`clinic/dose/a`: `$Kind` must be `Property` or `NavigationProperty`, not `Action`; the value is ignored",
                "`clinic/ward`: `ward` must be an object, not a string; the value is ignored",
            ],
        ],
        types: &["clinic.dose"],
    },
    // InvalidMemberValue
    Row {
        elements: [
            r#"<EnumType Name="state"><Member Name="open" Value="x"/><Member Name="closed" Value="1"/></EnumType>"#,
            r#""state": {"$Kind": "EnumType", "open": "x", "closed": 1, "gone": 9223372036854775808}"#,
        ],
        warnings: [
            &[
                "`clinic/state/open`: the value of an enumeration member must be a 64-bit integer, not `x`; the member is skipped",
            ],
            &[
                "`clinic/state/open`: the value of an enumeration member must be a 64-bit integer, not a string; the member is \
                 skipped",
                "`clinic/state/gone`: the value of an enumeration member must be a 64-bit integer, not `9223372036854775808`; \
                 the member is skipped",
            ],
        ],
        types: &["clinic.state"],
    },
    // InvalidName. In JSON, members with these names are annotations and keywords such as `$Kind`.
    Row {
        elements: [
            r#"<ComplexType Name="dose"><Property Name="a@b" Type="Edm.String"/><Property Name="$a" Type="Edm.String"/>
               <Annotation Term="x.a#b"/><Annotation Term="x.a" Qualifier="a@b"/><Property/></ComplexType>"#,
            r#""dose": {"$Kind": "ComplexType", "a@b": {}, "$a": {}, "b": 1}, "give": [{"$Kind": "Action", "$Parameter": [{"$Name": "$a"}]}]"#,
        ],
        warnings: [
            &[
                "`clinic/dose`: the name `a@b` contains `@` or `#`, or starts with `$`; the element is skipped",
                "`clinic/dose`: the name `$a` contains `@` or `#`, or starts with `$`; the element is skipped",
                "`clinic/dose`: the name `x.a#b` contains `@` or `#`, or starts with `$`; the element is skipped",
                "`clinic/dose`: the name `a@b` contains `@` or `#`, or starts with `$`; the element is skipped",
                "`clinic/dose`: `Property` has no `Name`; it is skipped",
            ],
            &[
                "`clinic/dose/b`: `b` must be an object, not a number; the value is ignored",
                "`clinic/give`: the name `$a` contains `@` or `#`, or starts with `$`; the element is skipped",
            ],
        ],
        types: &["clinic.dose"],
    },
    // DuplicateName
    Row {
        elements: [
            r#"<ComplexType Name="dose"><Property Name="a" Type="Edm.String"/><NavigationProperty Name="a" Type="x.y"/></ComplexType>
               <EntityType Name="dose"/>"#,
            r#""dose": {"$Kind": "ComplexType", "a": {}, "\u0061": {}}, "dose": {"$Kind": "EntityType"}"#,
        ],
        warnings: [
            &[
                "`clinic/dose`: duplicate name `a`; the second element is skipped",
                "`clinic`: duplicate name `dose`; the second element is skipped",
            ],
            &[
                "`clinic/dose`: duplicate name `a`; the second element is skipped",
                "`clinic`: duplicate name `dose`; the second element is skipped",
            ],
        ],
        types: &["clinic.dose"],
    },
    // DuplicateAnnotation
    Row {
        elements: [
            r#"<ComplexType Name="dose"><Annotation Term="x.a"/><Annotation Term="x.a" Qualifier="q"/><Annotation Term="x.a" Bool="false"/>
               </ComplexType>"#,
            r#""dose": {"$Kind": "ComplexType", "@x.a": true, "@x.a#q": true, "@x.a": false}"#,
        ],
        warnings: [
            &[
                "`clinic/dose`: duplicate annotation `x.a` with the same qualifier; the second annotation is skipped",
            ],
            &["`clinic/dose`: duplicate name `@x.a`; the second element is skipped"],
        ],
        types: &["clinic.dose"],
    },
    // InvalidExpression
    Row {
        elements: [
            r#"<ComplexType Name="dose"><Annotation Term="x.a" String="a"><Int>1</Int></Annotation><Annotation Term="x.b"><Not/></Annotation>
               <Annotation Term="x.c"><Int>1</Int><Int>2</Int></Annotation><Annotation/></ComplexType>"#,
            r#""dose": {"$Kind": "ComplexType", "@x.a": {"$Path": 1}, "@x.b": {"$4": 1}, "@x.c": "\ud800"}"#,
        ],
        warnings: [
            &[
                "`clinic/dose/@x.a`: `Annotation` has several values; the annotation is skipped",
                "`clinic/dose/@x.b`: `Not` must have one operand; the annotation is skipped",
                "`clinic/dose/@x.c`: `Annotation` has several values; the annotation is skipped",
                "`clinic/dose`: `Annotation` has no `Term`; it is skipped",
            ],
            &[
                "`clinic/dose/@x.a`: `$Path` must be a string, not a number; the annotation is skipped",
                "`clinic/dose/@x.b`: `$4` isn't an expression; the annotation is skipped",
                "`clinic/dose/@x.c`: the value isn't Unicode text; the annotation is skipped",
            ],
        ],
        types: &["clinic.dose"],
    },
];
