//! The doc comments of generated types.

mod entity_sets;

use odata_build::{Document, Generator};

/// Returns the lines of the doc comment before the source line that contains `item`. The lines don't include `///`.
#[track_caller]
fn documentation(content: &str, item: &str) -> Vec<String> {
    let schema = format!(
        r#"<Edmx><Reference Uri="capabilities.xml"><Include Namespace="Org.OData.Capabilities.V1" Alias="Capabilities" /></Reference>
           <DataServices><Schema Namespace="clinic">{content}</Schema></DataServices></Edmx>"#
    );
    let document = Document::read(&schema).expect("CSDL");
    let source = Generator::new(&document).follow_navigation().source().expect("a model");
    syn::parse_file(&source).expect("Rust");
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let position = lines.iter().position(|line| line.contains(item));
    let position = position.unwrap_or_else(|| panic!("{item} is not in\n{source}"));
    let comment = lines[..position].iter().rev().skip_while(|line| line.starts_with('#'));
    let comment = comment.map_while(|line| line.strip_prefix("///"));
    let mut comment: Vec<String> = comment.map(|line| line.trim().to_owned()).collect();
    comment.reverse();
    comment
}

#[track_caller]
fn assert_property(property: &str, expected: &[&str]) {
    let content = format!(
        r#"<ComplexType Name="ward"><Property Name="before" Type="Edm.String" />{property}</ComplexType>
           <EntityType Name="nurse" />
           <TypeDefinition Name="code" UnderlyingType="Edm.String" MaxLength="8" Unicode="false" />
           <EnumType Name="state"><Member Name="open" /></EnumType>"#
    );
    assert_eq!(documentation(&content, "pub p: "), expected, "{property}");
}

#[test]
fn facets_are_documented() {
    for (property, expected) in [
        (r#"Type="Edm.String""#, ""),
        (r#"Type="Edm.String" MaxLength="32""#, "At most 32 characters (`MaxLength`)."),
        (r#"Type="Edm.String" MaxLength="1""#, "At most 1 character (`MaxLength`)."),
        (r#"Type="Edm.String" MaxLength="max""#, ""),
        (r#"Type="Edm.String" Unicode="true" Precision="3""#, ""),
        (r#"Type="Collection(Edm.Binary)" MaxLength="9""#, "At most 9 bytes per element (`MaxLength`)."),
        (r#"Type="clinic.code""#, "At most 8 characters (`MaxLength`). Only ASCII characters (`Unicode`)."),
        (
            r#"Type="clinic.code" MaxLength="4""#,
            "At most 4 characters (`MaxLength`). Only ASCII characters (`Unicode`).",
        ),
        (
            r#"Type="Edm.Decimal" Precision="10" Scale="2""#,
            "At most 10 digits (`Precision`), at most 2 of them after the decimal point (`Scale`).",
        ),
        (r#"Type="Edm.Decimal" Scale="1""#, "At most 1 digit after the decimal point (`Scale`)."),
        (
            r#"Type="Edm.Decimal" Precision="10" Scale="variable""#,
            "At most 10 digits (`Precision`). The number of digits after the decimal point varies (`Scale`).",
        ),
        (r#"Type="Edm.DateTimeOffset" Precision="0""#, "Seconds have no decimal places (`Precision`)."),
        (r#"Type="Edm.Duration" Precision="7""#, "Seconds have at most 7 decimal places (`Precision`)."),
        (r#"Type="Edm.GeographyPoint" SRID="4326""#, "The coordinate reference system is 4326 (`SRID`)."),
        (r#"Type="Edm.GeometryPoint" SRID="variable""#, "The coordinate reference system varies (`SRID`)."),
    ] {
        let expected: Vec<&str> = Some(expected).filter(|text| !text.is_empty()).into_iter().collect();
        assert_property(&format!(r#"<Property Name="p" {property} />"#), &expected);
    }
}

#[test]
fn default_value_is_documented() {
    for (property, expected) in [
        (r#"Type="clinic.state" DefaultValue="open""#, "Default value: `open`."),
        (
            r#"Type="Edm.String" MaxLength="9" DefaultValue="a b""#,
            "At most 9 characters (`MaxLength`). Default value: `a b`.",
        ),
        (r#"Type="Edm.String" DefaultValue="""#, "The default value is empty."),
        (r#"Type="Edm.String" DefaultValue=" ""#, "The default value consists of whitespace."),
        (r#"Type="Edm.String" DefaultValue="a`b""#, "Default value: a`b."),
    ] {
        assert_property(&format!(r#"<Property Name="p" {property} />"#), &[expected]);
    }
}

#[test]
fn relation_is_documented() {
    for (property, expected) in [
        (
            r#"Type="clinic.nurse" Partner="ward">
                 <ReferentialConstraint Property="nurseId" ReferencedProperty="id" />
                 <ReferentialConstraint Property="nurseKind" ReferencedProperty="kind" />"#,
            "The navigation property `ward` of the related entity refers to this entity. `nurseId` equals `id` and `nurseKind` equals `kind` of the related entity.",
        ),
        (
            r#"Type="Collection(clinic.nurse)" Partner="ward"><OnDelete Action="Cascade" />"#,
            "The navigation property `ward` of each related entity refers to this entity. Deleting the entity also deletes the related entities (`OnDelete`).",
        ),
        (
            r#"Type="clinic.nurse"><OnDelete Action="None" />"#,
            "The entity can't be deleted while it has a related entity (`OnDelete`).",
        ),
        (
            r#"Type="clinic.nurse"><OnDelete Action="SetNull" />"#,
            "Deleting the entity sets the referencing properties of the related entity to null (`OnDelete`).",
        ),
        (
            r#"Type="Collection(clinic.nurse)"><OnDelete Action="SetDefault" />"#,
            "Deleting the entity sets the referencing properties of the related entities to their default values (`OnDelete`).",
        ),
    ] {
        assert_property(
            &format!(r#"<NavigationProperty Name="p" {property}</NavigationProperty>"#),
            &[expected],
        );
    }
}

#[test]
fn permissions_are_documented() {
    let core = "Org.OData.Core.V1";
    for (value, expected) in [
        ("None", "Clients can't read or write the property."),
        ("Read", "Read-only."),
        ("Write", "Write-only."),
        ("ReadWrite", "Clients can read and write the property."),
        ("3", "Clients can read and write the property."),
    ] {
        let value = if value == "3" { value.to_owned() } else { format!("{core}.Permission/{value}") };
        let annotation = format!(r#"<Annotation Term="{core}.Permissions" EnumMember="{value}" />"#);
        assert_property(
            &format!(r#"<Property Name="p" Type="Edm.String">{annotation}</Property>"#),
            &[expected],
        );
    }
    let both = format!(
        r#"<Annotation Term="{core}.Permissions" EnumMember="{core}.Permission/Read {core}.Permission/Write" />
           <Annotation Term="{core}.ComputedDefaultValue" />"#
    );
    let expected = "The service provides a default value if a create request omits the property. Clients can read and write the property.";
    assert_property(&format!(r#"<Property Name="p" Type="Edm.String">{both}</Property>"#), &[expected]);
}

#[test]
fn read_only_is_not_documented_twice() {
    assert_property(
        r#"<Property Name="p" Type="Edm.String" MaxLength="9">
             <Annotation Term="Org.OData.Core.V1.Description" String="The serial number. Read-only." />
             <Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read" />
           </Property>"#,
        &["The serial number. Read-only.", "", "At most 9 characters (`MaxLength`)."],
    );
}

#[test]
fn label_is_used_without_description() {
    let label = |term: &str, text: &str| format!(r#"<Annotation Term="{term}" String="{text}" />"#);
    let sap = label("com.sap.vocabularies.Common.v1.Label", "The head");
    let tip = label("com.sap.vocabularies.Common.v1.QuickInfo", "The head of the ward");
    let core = label("Org.OData.Core.V1.Description", "Who leads it");
    for (annotations, expected) in [
        (sap.clone(), vec!["The head"]),
        (format!("{tip}{sap}"), vec!["The head"]),
        (tip.clone(), vec!["The head of the ward"]),
        (format!("{sap}{core}"), vec!["Who leads it"]),
        (label("Org.OData.Display.V1.DisplayName", "The head"), vec!["The head"]),
        (label("Display.DisplayName", "The head"), vec!["The head"]),
        (label("SAP__Common.Label", "no alias"), Vec::new()),
        (label("clinic.Uncommon.Label", "no label"), Vec::new()),
        (label("clinic.v1.Common.Label", "The head"), vec!["The head"]),
    ] {
        assert_property(
            &format!(r#"<Property Name="p" Type="Edm.Int32">{annotations}</Property>"#),
            &expected,
        );
    }
}

#[test]
fn hostile_text_is_one_line_without_fences() {
    for text in ["```&#xA;panic!()&#xA;```", "~~~~~&#xA;panic!()", "`````x", "&#x202E;a&#xA;&#xA;    b"] {
        let content = format!(
            r#"<EntityType Name="ward">
                 <Annotation Term="Common.Label" String="{text}" />
                 <Property Name="p" Type="Edm.String" DefaultValue="{text}">
                   <Annotation Term="Common.Label" String="{text}" />
                 </Property>
                 <NavigationProperty Name="q" Type="clinic.ward" Partner="{text}">
                   <ReferentialConstraint Property="{text}" ReferencedProperty="{text}" />
                 </NavigationProperty>
               </EntityType>
               <EntityContainer Name="container"><EntitySet Name="{text}" EntityType="clinic.ward" /></EntityContainer>"#
        );
        for item in ["struct Ward", "pub p: ", "pub q: "] {
            let lines = documentation(&content, item);
            assert!(!lines.is_empty());
            for line in lines {
                assert!(!line.contains("```") && !line.contains("~~~"), "{line}");
                assert!(!line.contains('\u{202e}') && !line.starts_with("  "), "{line}");
            }
        }
    }
}
