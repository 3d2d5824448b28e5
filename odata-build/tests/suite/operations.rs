//! Generation of actions and functions.

use odata_build::{Configuration, Document, Generator};

fn document(types: &str) -> Document {
    let schema =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{types}</Schema></DataServices></Edmx>"#);
    Document::read(&schema).expect("CSDL")
}

const WARDS: &str = r#"
    <EntityType Name="ward"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" /></EntityType>
    <EntityType Name="nurse" />
    <Action Name="close" IsBound="true"><Parameter Name="it" Type="clinic.ward" Nullable="false" /></Action>
    <Action Name="close" IsBound="true"><Parameter Name="them" Type="Collection(clinic.ward)" Nullable="false" /></Action>
    <Action Name="assign" IsBound="true">
      <Parameter Name="it" Type="clinic.ward" Nullable="false" />
      <Parameter Name="nurses" Type="Collection(clinic.nurse)" /><Parameter Name="night" Type="Edm.Boolean" Nullable="false" />
    </Action>
    <Function Name="count" IsBound="true" IsComposable="true">
      <Parameter Name="it" Type="clinic.ward" /><Parameter Name="floor" Type="Edm.Int32" Nullable="false">
        <Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter><ReturnType Type="Edm.Int32" Nullable="false" />
    </Function>
    <Action Name="reopen"><ReturnType Type="clinic.ward" /></Action>
    <Action Name="hidden" />
    <EntityContainer Name="service"><ActionImport Name="reopenAll" Action="clinic.reopen" /></EntityContainer>"#;

/// Returns the structs in the module `operations`, without indentation and doc comments.
#[track_caller]
fn structs(generator: &Generator<'_>) -> Vec<String> {
    let source = generator.source().expect("a model");
    syn::parse_file(&source).expect("Rust");
    let (_, module) = source.split_once("    pub mod operations {\n").expect("operations");
    let structs = module.split("\n\n").filter(|item| item.contains("pub struct"));
    let lines = |item: &str| {
        let lines = item.lines().map(str::trim).filter(|line| !line.starts_with("///"));
        lines.filter(|line| !["}", ""].contains(line)).collect::<Vec<_>>().join(" ")
    };
    structs.map(lines).collect()
}

#[test]
fn operations_are_structs_with_parameters() {
    let document = document(WARDS);
    assert_eq!(
        structs(&Generator::new(&document).operations()),
        [
            "#[derive(Debug, Clone, PartialEq, ODataAction)] #[odata(namespace = \"clinic\", binding = \"super::Ward\")] \
             pub struct Assign { pub nurses: Vec<super::Nurse>, pub night: bool,",
            "#[derive(Debug, Clone, Default, PartialEq, ODataFunction)] \
             #[odata(namespace = \"clinic\", binding = \"super::Ward\", returns = \"i32\", composable)] \
             pub struct Count { #[odata(optional)] pub floor: Option<i32>,",
            "#[derive(Debug, Clone, Default, PartialEq, ODataAction)] \
             #[odata(namespace = \"clinic\", returns = \"Option<super::Ward>\", import = \"reopenAll\")] pub struct Reopen {}",
            "#[derive(Debug, Clone, Default, PartialEq, ODataAction)] \
             #[odata(namespace = \"clinic\", name = \"close\", binding = \"super::Ward\")] pub struct WardClose {}",
            "#[derive(Debug, Clone, Default, PartialEq, ODataAction)] \
             #[odata(namespace = \"clinic\", name = \"close\", binding = \"Vec<super::Ward>\")] pub struct WardCollectionClose {}",
        ]
    );
}

#[test]
fn operations_on_primitive_values_and_enumerations_are_generated() {
    let document = document(
        r#"<EnumType Name="color"><Member Name="red" /></EnumType>
        <Function Name="translate" IsBound="true"><Parameter Name="it" Type="Edm.String" />
          <Parameter Name="language" Type="Edm.String" Nullable="false" /><ReturnType Type="Edm.String" Nullable="false" /></Function>
        <Function Name="mix" IsBound="true"><Parameter Name="it" Type="Collection(clinic.color)" Nullable="false" />
          <ReturnType Type="clinic.color" Nullable="false" /></Function>"#,
    );
    assert_eq!(
        structs(&Generator::new(&document).operations()),
        [
            "#[derive(Debug, Clone, Default, PartialEq, ODataFunction)] \
             #[odata(namespace = \"clinic\", binding = \"Vec<super::Color>\", returns = \"super::Color\")] pub struct Mix {}",
            "#[derive(Debug, Clone, PartialEq, ODataFunction)] \
             #[odata(namespace = \"clinic\", binding = \"String\", returns = \"String\")] \
             pub struct Translate { pub language: String,",
        ]
    );
}

#[test]
fn operations_are_renamed() {
    let document = document(WARDS);
    let generator = Generator::new(&document)
        .operations()
        .rename_operation("clinic.close(Collection(clinic.ward))", "CloseAll")
        .rename_operation("clinic.assign(clinic.ward,Collection(clinic.nurse),Edm.Boolean)", "AssignNurses")
        .rename_operation("clinic.hidden()", "Hidden");
    let structs = structs(&generator).join("\n");
    for name in
        ["pub struct CloseAll {", "pub struct AssignNurses {", "name = \"assign\"", "pub struct WardClose {"]
    {
        assert!(structs.contains(name), "{name} is not in\n{structs}");
    }
    let toml = "operations = true\nrename-operation.'clinic.reopen()' = 'OpenAgain'";
    let configuration = Configuration::from_toml(toml).expect("a configuration");
    let source = Generator::new(&document).configure(&configuration).source().expect("a model");
    assert!(source.contains("pub struct OpenAgain {"), "{source}");
}

#[test]
fn invalid_rename_of_operation_is_rejected() {
    let document = document(WARDS);
    for (operation, rust, expected) in [
        (
            "clinic.close",
            "Close",
            "no operation matches `clinic.close`: use the qualified name and the types of all parameters, with the binding parameter \
             first, as in `microsoft.graph.delta(Collection(microsoft.graph.user))`; names are case-sensitive",
        ),
        (
            "clinic.reopen()",
            "reopen",
            "`reopen` can't be used: a type name must be an identifier that starts with an uppercase letter",
        ),
        (
            "clinic.reopen()",
            "Stream",
            "`Stream` can't be used: the generated source already uses this name; use a different name",
        ),
        (
            "clinic.reopen()",
            "Taken",
            "`Taken` can't be used: two operations in a module can't have the same name",
        ),
    ] {
        let generator =
            Generator::new(&document).operations().rename_operation("clinic.close(clinic.ward)", "Taken");
        let error = generator.rename_operation(operation, rust).source().expect_err("no model");
        assert_eq!(error.to_string(), expected);
    }
}

/// Returns the names of the generated structs, by operation.
fn names(document: &Document) -> Vec<String> {
    let structs = structs(&Generator::new(document).operations());
    let name = |text: &String| {
        let (_, name) = text.split_once("pub struct ").expect("a struct");
        name.split_whitespace().next().expect("a name").to_owned()
    };
    structs.iter().map(name).collect()
}

/// A name changes only if the service adds the first operation with the same name, binding type or overload. The name
/// doesn't depend on the order of the document or on the number of the other operations.
#[test]
fn added_operations_change_only_names_that_are_no_longer_unique() {
    let action = |parameters: &[(&str, &str)]| {
        let parameter = |(name, ty): &(&str, &str)| format!(r#"<Parameter Name="{name}" Type="{ty}" />"#);
        let parameters: String = parameters.iter().map(parameter).collect();
        format!(
            r#"<Function Name="close" IsBound="true">{parameters}<ReturnType Type="Edm.Int32" /></Function>"#
        )
    };
    let names_of = |operations: &[String]| {
        let types: String =
            ["ward", "bed", "room"].map(|name| format!(r#"<EntityType Name="{name}" />"#)).concat();
        let unrelated =
            r#"<Action Name="open" IsBound="true"><Parameter Name="it" Type="clinic.ward" /></Action>"#;
        let forward = names(&document(&format!("{types}{}{unrelated}", operations.concat())));
        let reversed: String = operations.iter().rev().map(String::as_str).collect();
        assert_eq!(names(&document(&format!("{types}{unrelated}{reversed}"))), forward);
        forward.into_iter().filter(|name| name != "Open").collect::<Vec<_>>()
    };
    let (of_ward, of_wards) =
        (action(&[("it", "clinic.ward")]), action(&[("it", "Collection(clinic.ward)")]));
    let (of_bed, of_room) = (action(&[("it", "clinic.bed")]), action(&[("it", "clinic.room")]));
    let with_reason = action(&[("it", "clinic.ward"), ("reason", "Edm.String")]);
    let with_both = action(&[("it", "clinic.ward"), ("reason", "Edm.String"), ("by", "Edm.String")]);
    let mut operations = vec![of_ward];
    assert_eq!(names_of(&operations), ["Close"]);
    // The second operation with the name `close` changes the name of the first operation.
    operations.push(of_bed);
    assert_eq!(names_of(&operations), ["BedClose", "WardClose"]);
    // Later operations change no name, with the exception of an overload with other parameters.
    operations.push(of_room);
    assert_eq!(names_of(&operations), ["BedClose", "RoomClose", "WardClose"]);
    operations.push(of_wards);
    assert_eq!(names_of(&operations), ["BedClose", "RoomClose", "WardClose", "WardCollectionClose"]);
    // An overload without parameters keeps its name.
    operations.push(with_reason);
    let expected = ["BedClose", "RoomClose", "WardClose", "WardCloseWithReason", "WardCollectionClose"];
    assert_eq!(names_of(&operations), expected);
    operations.push(with_both);
    let expected = [&expected[..4], &["WardCloseWithReasonAndBy", "WardCollectionClose"]].concat();
    assert_eq!(names_of(&operations), expected);
    // A configured name never changes.
    let document = document(&format!(r#"<EntityType Name="ward" />{}"#, operations[0]));
    let rename = |document| {
        Generator::new(document).operations().rename_operation("clinic.close(clinic.ward)", "Close")
    };
    assert!(structs(&rename(&document))[0].contains("pub struct Close {"));
}

#[test]
fn configured_name_has_priority_over_default_name() {
    let document = document(
        r#"<EntityType Name="ward" />
        <Action Name="close" IsBound="true"><Parameter Name="it" Type="clinic.ward" /></Action>
        <Action Name="shut" IsBound="true"><Parameter Name="it" Type="clinic.ward" /></Action>"#,
    );
    let generator =
        Generator::new(&document).operations().rename_operation("clinic.shut(clinic.ward)", "Close");
    let structs = structs(&generator).join("\n");
    assert!(structs.contains("name = \"shut\", binding = \"super::Ward\")] pub struct Close {"), "{structs}");
    assert!(structs.contains("pub struct CloseAction {"), "{structs}");
}
