//! Generation of entity containers.

use odata_build::{Document, Generator};

fn document(schemas: &str) -> Document {
    let xml =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{schemas}</Schema></DataServices></Edmx>"#);
    Document::read(&xml).expect("CSDL")
}

/// Returns the lines of the container's struct without indentation, beginning with its doc comment.
#[track_caller]
fn container(generator: &Generator<'_>) -> Vec<String> {
    let source = generator.source().expect("a model");
    syn::parse_file(&source).expect("Rust");
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let derive = lines.iter().position(|line| line.contains("ODataContainer)]")).expect("a container");
    let is_doc = |line: &&&str| line.starts_with("///");
    let docs = lines[..derive].iter().rev().take_while(is_doc).count();
    let struct_lines = lines[derive - docs..].iter().take_while(|line| **line != "}");
    struct_lines.map(|line| line.replace("::odata_core::request::", "")).collect()
}

const WARDS: &str = r#"
    <EntityType Name="place"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" /></EntityType>
    <EntityType Name="ward" BaseType="clinic.place" />
    <EntityType Name="nurse"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" /></EntityType>
    <Action Name="close" />
    <Function Name="free"><ReturnType Type="Edm.Int32" /></Function>
    <Function Name="free"><Parameter Name="floor" Type="Edm.Int32" /><ReturnType Type="Edm.Int32" /></Function>
    <EntityContainer Name="clinicService">
      <EntitySet Name="places" EntityType="clinic.place" />
      <EntitySet Name="Nurses" EntityType="clinic.nurse">
        <Annotation Term="Org.OData.Core.V1.Description" String="The nurses." />
        <Annotation Term="Org.OData.Capabilities.V1.TopSupported" Bool="false" />
      </EntitySet>
      <Singleton Name="head" Type="clinic.nurse" />
      <Singleton Name="night" Type="clinic.nurse" Nullable="true" />
      <Singleton Name="new" Type="clinic.ward" />
      <Singleton Name="service" Type="clinic.ward" />
      <ActionImport Name="closeAll" Action="clinic.close" />
      <FunctionImport Name="free" Function="clinic.free" />
      <FunctionImport Name="unused" Function="clinic.free" />
    </EntityContainer>"#;

#[test]
fn container_has_field_for_each_member() {
    let document = document(WARDS);
    assert_eq!(
        container(&Generator::new(&document).operations()),
        [
            "/// `clinic.clinicService`",
            "#[derive(Debug, Clone, ODataContainer)]",
            "#[odata(namespace = \"clinic\", name = \"clinicService\")]",
            "pub struct ClinicService {",
            "service: Service,",
            "/// The nurses.",
            "///",
            "/// `$top` isn't supported.",
            "#[odata(name = \"Nurses\")]",
            "pub nurses: EntitySet<Nurse>,",
            "pub places: EntitySet<AnyPlace>,",
            "pub head: Singleton<Nurse>,",
            "pub new_: Singleton<Ward>,",
            "pub night: Singleton<Option<Nurse>>,",
            "pub service_: Singleton<Ward>,",
            "pub close_all: Import<operations::Close>,",
            "pub free: Import<operations::Free>,",
            "#[odata(name = \"free\")]",
            "pub free_with_floor: Import<operations::FreeWithFloor>,",
            "#[odata(name = \"unused\")]",
            "pub unused: Import<operations::Free>,",
            "#[odata(name = \"unused\")]",
            "pub unused_with_floor: Import<operations::FreeWithFloor>,",
        ]
    );
    assert!(!Generator::new(&document).source().expect("a model").contains("ODataContainer"));
}

/// The struct of the action has the name of the first import.
#[test]
fn further_import_of_an_operation_has_its_name() {
    let document = document(
        r#"<Action Name="close" />
        <EntityContainer Name="clinicService">
          <ActionImport Name="closeAll" Action="clinic.close" />
          <ActionImport Name="closeNow" Action="clinic.close" />
        </EntityContainer>"#,
    );
    let generator = Generator::new(&document).operations();
    let lines = container(&generator);
    let fields = [
        "pub close_all: Import<operations::Close>,",
        "#[odata(name = \"closeNow\")]",
        "pub close_now: Import<operations::Close>,",
    ];
    assert_eq!(lines[lines.len() - 3..], fields);
    assert!(generator.source().expect("a model").contains("import = \"closeAll\""));
}

#[test]
fn members_with_unselected_types_are_listed_in_documentation() {
    let document = document(WARDS);
    let lines = container(&Generator::new(&document).types("clinic.nurse").operations());
    assert_eq!(
        lines[..3],
        [
            "/// `clinic.clinicService`",
            "///",
            "/// The model doesn't contain these members: `places`, `new`, `service`, `closeAll`, `free`, `unused`."
        ]
    );
    assert!(lines.contains(&"pub head: Singleton<Nurse>,".to_owned()), "{lines:?}");
    let none = Generator::new(&document).types("clinic.n*").exclude("clinic.nurse").operations();
    assert!(!none.source().expect("a model").contains("ODataContainer"));
}

#[test]
fn members_of_extended_container_are_included() {
    let document = document(
        r#"<EntityType Name="ward" />
           <EntityContainer Name="service" Extends="clinic.base.service"><EntitySet Name="wards" EntityType="clinic.ward" /></EntityContainer>
           </Schema><Schema Namespace="clinic.base"><EntityType Name="nurse" />
           <EntityContainer Name="service"><EntitySet Name="nurses" EntityType="clinic.base.nurse" /></EntityContainer>"#,
    );
    let lines = container(&Generator::new(&document).operations());
    assert_eq!(
        lines[4..],
        ["service: Service,", "pub wards: EntitySet<Ward>,", "pub nurses: EntitySet<base::Nurse>,"]
    );
}

#[test]
fn namespace_of_container_has_its_own_module() {
    let document = document(
        r#"<EntityType Name="ward" /></Schema><Schema Namespace="Default">
           <EntityContainer Name="Container"><EntitySet Name="Wards" EntityType="clinic.ward" /></EntityContainer>"#,
    );
    let source = Generator::new(&document).operations().source().expect("a model");
    assert!(source.contains("pub mod default {\n    use odata_core::ODataContainer;"), "{source}");
    assert!(source.contains("pub wards: ::odata_core::request::EntitySet<super::clinic::Ward>,"), "{source}");
    assert!(source.contains("// Requires the feature `http` of odata-core."), "{source}");
}

/// Returns the number of elements with this name in an XML document.
fn count(xml: &str, element: &str) -> usize {
    xml.matches(&format!("<{element} ")).count()
}

#[test]
fn graph_model_contains_all_operations_and_members() {
    let Some(document) = crate::document_of_graph() else { return };
    let data = std::env::var_os("ODATA_TEST_DATA").expect("the folder of the document");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data);
    let xml = std::fs::read_to_string(file.join("graph-v1.0.csdl.xml")).expect("the document of Graph");
    let output = Generator::new(&document).operations().generate().expect("a model");
    assert_eq!(output.warnings, []);
    for (declared, generated, expected) in [
        ("Action", "ODataAction)]", 857),
        ("Function", "ODataFunction)]", 324),
        ("EntitySet", "::EntitySet<", 40),
        ("Singleton", "::Singleton<", 30),
    ] {
        assert_eq!((count(&xml, declared), output.source.matches(generated).count()), (expected, expected));
    }
}
